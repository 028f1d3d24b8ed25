// The byline where no meta line gives it: boxes, portraits, tails and bare lines.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/article/html_extractor.h"
#include "indexer/article/signature.h"

namespace tinlang::article {
namespace {

using ::testing::ElementsAre;

constexpr const char* kFirst =
    "Chiều 9/8, xã Hòa Thắng đưa trạm cấp nước thứ hai vào vận hành, cấp nước sạch cho 640 hộ "
    "của bốn thôn ven đầm.";
constexpr const char* kSecond =
    "Ban quản lý trạm cho biết giá nước giữ nguyên đến hết năm, hộ nghèo được miễn mười mét khối "
    "đầu tiên của mỗi tháng.";
constexpr const char* kStamp = "<div>10/08/2022 07:30</div>";

Article read(const std::string& body) {
  archive::Page page;
  page.source = "page.html";
  page.bytes = "<html><head><meta charset=utf-8></head><body><div>" + body + "</div></body></html>";
  const auto article = extract_article(page);
  EXPECT_TRUE(article) << (article ? "" : article.error().message);
  return article.value_or(Article());
}

std::string title() { return "<h1>Hòa Thắng có trạm cấp nước thứ hai</h1>"; }
std::string text() { return "<div><p>" + std::string(kFirst) + "</p><p>" + kSecond + "</p></div>"; }
std::string text_with(const std::string& tail) {
  return "<div><p>" + std::string(kFirst) + "</p><p>" + kSecond + "</p>" + tail + "</div>";
}

void expect_both_paragraphs(const Article& article) {
  EXPECT_THAT(article.paragraphs, ElementsAre(kFirst, kSecond));
}

TEST(Byline, IsTheNameOverTheOfficeInOneBlock) {
  const Article article = read(title() + kStamp +
                               text_with("<table><tr><td></td><td align=center><b>Lục Thị Vẻ</b>"
                                         "<br><i>Chủ tịch Hội Nông dân xã</i></td></tr></table>"));
  EXPECT_EQ(article.byline, "Lục Thị Vẻ");
  expect_both_paragraphs(article);
}

TEST(Byline, IsTheNameOverTheOfficeInTwoLines) {
  const Article article =
      read(title() + kStamp +
           text_with("<p align=right><b>Lục Thị Vẻ</b></p><p align=right>Cán bộ văn hóa xã</p>"));
  EXPECT_EQ(article.byline, "Lục Thị Vẻ");
  expect_both_paragraphs(article);
}

TEST(Byline, IsNotTheOfficerUnderHisOffice) {
  const Article article = read(title() + kStamp +
                               text_with("<table><tr><td></td><td align=center><b>CHỦ TỊCH</b><br>"
                                         "(Đã ký)<br>Lục Văn Vẻ</td></tr></table>"));
  EXPECT_EQ(article.byline, "");
}

TEST(Byline, JoinsTheNamesUnderOneLabel) {
  const std::string names =
      "<div><div>Người thực hiện</div><div><div>H’Dăm Bkrông</div><div>Lại Thế Vinh</div></div>"
      "</div>";
  for (const std::string& page : {text_with(names), text() + names}) {
    const Article article = read(title() + kStamp + page);
    EXPECT_EQ(article.byline, "H’Dăm Bkrông - Lại Thế Vinh");
    expect_both_paragraphs(article);
  }
}

TEST(Byline, EndsWhereTheNextElementSaysSomethingElse) {
  const Article crew = read(title() + kStamp +
                            text_with("<p><b>Biên tập:</b> Mai Thị Thắm<br><b>Quay phim:</b> Đăng "
                                      "Khoa</p>"));
  EXPECT_EQ(crew.byline, "Mai Thị Thắm");
  const Article dated = read(title() + text() +
                             "<div><span>Thực hiện: Quốc Tài</span><span>Thứ sáu, 09/02/2018, "
                             "06:30</span><span>Chia sẻ</span></div>");
  EXPECT_EQ(dated.byline, "Quốc Tài");
}

TEST(Byline, IsTheNameBesideAPortraitAndADate) {
  const std::string portrait = "<div><img src=a.jpg><span>CTV Lèo Thị Ón</span></div>";
  for (const std::string& head : {title() + portrait + kStamp, portrait + kStamp + title()}) {
    const Article article = read(head + text());
    EXPECT_EQ(article.byline, "Lèo Thị Ón");
    EXPECT_THAT(article.captions, ElementsAre());
    expect_both_paragraphs(article);
  }
}

TEST(Byline, IsNotTheCaptionOfAPictureUnderTheTitle) {
  const Article article =
      read(title() + kStamp + "<figure><img src=a.jpg><figcaption>Đầm Thị Nại</figcaption>" +
           "</figure>" + text());
  EXPECT_EQ(article.byline, "");
  EXPECT_THAT(article.captions, ElementsAre("Đầm Thị Nại"));
}

TEST(Byline, MayStandBareRightBehindTheText) {
  EXPECT_EQ(read(title() + kStamp + text() + "<div>Vàng Thị Ché – Má Quẩy</div>").byline,
            "Vàng Thị Ché – Má Quẩy");
}

TEST(Byline, IsNoButtonBehindTheText) {
  for (const char* line : {"Quay Lại Đầu Trang", "Gửi Ý Kiến", "Văn Bản Mới", "Thông Báo"}) {
    EXPECT_EQ(read(title() + kStamp + text() + "<div>" + line + "</div>").byline, "") << line;
  }
}

TEST(Byline, StandsAmongOtherLabelsBehindTheText) {
  const Article article = read(title() + text() +
                               "<div><span>Ngày tạo: 09/10/2020</span><span>Ngày xuất bản: "
                               "09/10/2020 15:33</span><span>Tác giả: Phan Bá Lĩnh</span></div>");
  EXPECT_EQ(article.byline, "Phan Bá Lĩnh");
  ASSERT_TRUE(article.published);
  EXPECT_EQ(to_iso_time(*article.published), "15:33");
}

TEST(WithoutRole, LeavesOfficesAlone) {
  EXPECT_EQ(without_role("CTV Lèo Thị Ón"), "Lèo Thị Ón");
  EXPECT_EQ(without_role("Phóng viên Mã Hoài Sơn"), "Mã Hoài Sơn");
  EXPECT_EQ(without_role("BTV Huyện ủy Mai Sơn"), "BTV Huyện ủy Mai Sơn");
}

TEST(PhotoCredit, InAnElementOfItsOwnIsNoCaption) {
  const Article article =
      read(title() + kStamp + "<div><img src=a.jpg><span class=caption>Trạm cấp nước mới</span>" +
           "<span>Ảnh: Đỗ Hữu Nghị</span></div>" + text());
  EXPECT_THAT(article.captions, ElementsAre("Trạm cấp nước mới"));
  EXPECT_EQ(article.photo_credit, "Đỗ Hữu Nghị");
}

TEST(Captions, HoldNoNumbersOfPictures) {
  const Article article =
      read(title() + kStamp +
           text_with("<figure><img src=a.jpg><figcaption><span>1/5</span><p>Lấy "
                     "nước đầu nguồn</p></figcaption></figure>"));
  EXPECT_THAT(article.captions, ElementsAre("Lấy nước đầu nguồn"));
}

TEST(Words, ArePartedWhereOnlyStyleKeepsElementsApart) {
  const Article article = read(title() + kStamp +
                               text_with("<p><span>Theo quy hoạch xã có ba trạm"
                                         "</span><span>Trạm thứ ba sẽ xây ở "
                                         "thôn Hồng Lâm.</span></p>"));
  ASSERT_EQ(article.paragraphs.size(), 3U);
  EXPECT_EQ(article.paragraphs.back(),
            "Theo quy hoạch xã có ba trạm Trạm thứ ba sẽ xây ở thôn Hồng Lâm.");
}

}  // namespace
}  // namespace tinlang::article
