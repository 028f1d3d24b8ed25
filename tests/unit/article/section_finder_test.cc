// Sections and tags where no metadata gives them.

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/article/html_extractor.h"

namespace tinlang::article {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Article read(const std::string& above, const std::string& behind,
             const std::string& title = "Hòa Thắng có trạm cấp nước thứ hai") {
  archive::Page page;
  page.source = "page.html";
  page.bytes =
      "<html><head><meta charset=utf-8></head><body><div>" + above + "<h1>" + title +
      "</h1><div>10/08/2022 07:30</div><div><p>Chiều 9/8, xã Hòa Thắng đưa trạm cấp nước thứ hai "
      "vào vận hành, cấp nước sạch cho 640 hộ của bốn thôn ven đầm.</p><p>Ban quản lý trạm cho "
      "biết giá nước giữ nguyên đến hết năm, hộ nghèo được miễn mười mét khối đầu tiên.</p></div>" +
      behind + "</div></body></html>";
  const auto article = extract_article(page);
  EXPECT_TRUE(article) << (article ? "" : article.error().message);
  return article.value_or(Article());
}

TEST(Section, MayBeTheStepWithoutALink) {
  const std::string front =
      "<ol class=breadcrumb><li><a href=/>Trang chủ</a></li>"
      "<li><a href=/t>Tin tức</a></li>";
  EXPECT_EQ(read(front + "<li class=active>Kinh tế</li></ol>", "").category, "Kinh tế");
  EXPECT_EQ(read(front + "<li>Hòa Thắng có trạm cấp nước thứ hai</li></ol>", "").category,
            "Tin tức");
  EXPECT_EQ(read(front + "<li>Hòa Thắng có trạm cấp</li></ol>", "").category, "Tin tức");
}

TEST(Section, IsReadFromStepsBehindAnAnchorWithoutText) {
  EXPECT_EQ(
      read("<a name=main></a><div><a href=/>Trang chủ</a> &gt; <a href=/b>Báo cáo</a></div>", "")
          .category,
      "Báo cáo");
}

TEST(Section, IsReadFromStepsPartedByIconsAlone) {
  EXPECT_EQ(read("<p-breadcrumb><ul><li><a href=/><span class='pi pi-home'></span></a></li><li "
                 "class='p-breadcrumb-chevron pi pi-chevron-right'></li><li><a href=/q>Quản lý xây "
                 "dựng</a></li></ul></p-breadcrumb>",
                 "")
                .category,
            "Quản lý xây dựng");
}

TEST(Section, MayHaveTheNameOfAShortTitleAndOfNoOther) {
  const auto crumbs = [](const std::string& last) {
    return "<div class=breadcrumb><a href=/>Trang chủ</a> / <a href=/x>" + last + "</a></div>";
  };
  EXPECT_EQ(read(crumbs("Tin buồn"), "", "TIN BUỒN").category, "Tin buồn");
  const std::string title = "Hòa Thắng có trạm cấp nước thứ hai";
  EXPECT_EQ(read(crumbs(title), "", title).category, "");
}

TEST(Section, IsReadFromAnElementNamedForIt) {
  const std::string box =
      "<div class=post-categories><ul><li><a href=/c>Chị em làm ăn</a></li></ul>"
      "</div>";
  EXPECT_EQ(read("", "<footer>" + box + "</footer>").category, "");
  EXPECT_EQ(read("", "<div class=post-footer>" + box + "</div>").category, "Chị em làm ăn");
  EXPECT_EQ(read("", "<div><span>Được đăng trong</span> <a href=/c>Ngoại khóa</a></div>").category,
            "Ngoại khóa");
}

TEST(Tags, AreToldByTheirAddressOrTheirSign) {
  EXPECT_THAT(read("",
                   "<ul><li><a href=/tag/a>vay vốn</a></li><li><a href=/tag/b>nước sạch</a></li>"
                   "</ul><div><a href=/x>Tin khác</a></div>")
                  .tags,
              ElementsAre("vay vốn", "nước sạch"));
  EXPECT_THAT(read("", "<div><a href=/x>#chăn nuôi</a><a href=/y>#sáng kiến</a></div>").tags,
              ElementsAre("chăn nuôi", "sáng kiến"));
  EXPECT_THAT(read("", "<div><a href=/x>Trang sau</a></div>").tags, IsEmpty());
}

TEST(Tags, CountThoughAllOfThePageIsAWidget) {
  const std::string tags = "<div><span>Nhãn: <a rel=tag href=/x>hội làng</a></span></div>";
  EXPECT_THAT(read("", tags).tags, ElementsAre("hội làng"));
  EXPECT_THAT(read("<div class=widget>", tags + "</div>").tags, ElementsAre("hội làng"));
}

TEST(Attachments, MayBeNamedByATicketAlone) {
  const Article article =
      read("", "<div><a href='/LinkClick.aspx?fileticket=aB3&amp;tabid=8'>Công văn 1187</a></div>");
  ASSERT_EQ(article.attachments.size(), 1U);
  EXPECT_EQ(article.attachments[0].text, "Công văn 1187");
}

TEST(PublishedDate, IsNotTheDayOfTheQuestion) {
  const auto day = [](const std::string& lines) {
    archive::Page page;
    page.source = "page.html";
    page.bytes =
        "<html><body><h1>Người 81 tuổi làm hồ sơ trợ cấp ở đâu?</h1>" + lines +
        "<p>Hồ sơ gồm tờ khai theo mẫu và bản sao căn cước của người cao tuổi, nộp tại bộ "
        "phận một cửa của phường nơi người cao tuổi cư trú.</p><p>Thời hạn giải quyết là "
        "22 ngày làm việc kể từ ngày nhận đủ hồ sơ, tính từ tháng đủ tuổi.</p></body></html>";
    const auto article = extract_article(page);
    return article && article->published ? to_iso_date(*article->published) : std::string();
  };
  EXPECT_EQ(day("<p>Ngày hỏi: 08/03/2023</p><p>Ngày đăng: 13/03/2023</p>"), "2023-03-13");
  EXPECT_EQ(day("<p>Ngày hỏi: 08/03/2023</p>"), "2023-03-08");
}

TEST(PublishedDate, IsMadeFinerByTheUploadOfTheFilmAndNotReplaced) {
  const auto published = [](const std::string& uploaded) {
    const Article article = read(
        "<script type=application/ld+json>{\"@type\":\"VideoObject\","
        "\"uploadDate\":\"" +
            uploaded + "\"}</script>",
        "");
    return article.published ? to_iso_date(*article.published) + to_iso_time(*article.published)
                             : std::string();
  };
  EXPECT_EQ(published("2022-08-10T07:30:09+07:00"), "2022-08-1007:30:09");
  EXPECT_EQ(published("2019-01-02T10:00:00+07:00"), "2022-08-1007:30");
}

TEST(Body, HoldsTheTableThatDescribesADocument) {
  archive::Page page;
  page.source = "page.html";
  page.bytes =
      "<html><body><div><h3>Lấy ý kiến dự thảo quy chế vỉa hè</h3><span>Ngày đăng: 14/04/2023 "
      "08:02</span><div><p>Ủy ban nhân dân thành phố lấy ý kiến nhân dân đối với dự thảo quy chế "
      "quản lý vỉa hè đến hết ngày 15/5.</p></div><table><tr><td>Số ký hiệu</td><td>1187/UBND</td>"
      "</tr><tr><td>Ngày ban hành</td><td>12/04/2023</td></tr><tr><td>Người ký</td><td>Tôn Nữ Diệu "
      "Hiền</td></tr></table><table><tr><td>1</td><td><a href=x>Dự thảo quy chế chợ đêm</a></td>"
      "</tr></table></div></body></html>";
  const auto article = extract_article(page);
  ASSERT_TRUE(article);
  ASSERT_EQ(article->paragraphs.size(), 4U);
  EXPECT_EQ(article->paragraphs[2], "Ngày ban hành | 12/04/2023");
}

TEST(Body, BeginsWithTheTextBesideAFloatingPictureOfACentredPage) {
  const std::string first =
      "Vụ xuân năm nay, xã Đông Xuyên cấy được 312 ha lúa, trong đó lúa lai chiếm một nửa diện "
      "tích, cao nhất từ trước đến nay.";
  archive::Page page;
  page.source = "page.html";
  page.bytes =
      "<html><body><center><table><tr><td><p align=center><b>Đông Xuyên cấy 312 ha lúa "
      "xuân</b></p><font><img src=lua.jpg align=left width=160>" +
      first +
      "<p align=justify>Để có nước đổ ải sớm, hợp tác xã đã nạo vét 4.700 mét kênh mương "
      "và sửa chữa hai trạm bơm.<p align=justify>Đến ngày 10 tháng 3, toàn xã đã làm cỏ, "
      "bón thúc xong đợt một cho 280 ha.</font></td></tr></table></center></body></html>";
  const auto article = extract_article(page);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->lead, first);
}

}  // namespace
}  // namespace tinlang::article
