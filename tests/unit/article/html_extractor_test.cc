#include "indexer/article/html_extractor.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tinlang::article {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kFirst =
    "Sáng 12/3, UBND xã Tân Lập tổ chức hội nghị triển khai kế hoạch sản xuất vụ xuân và phòng "
    "chống dịch bệnh trên đàn gia súc, gia cầm.";
constexpr const char* kSecond =
    "Theo kế hoạch, toàn xã gieo cấy 320 ha lúa, trồng 45 ha ngô; phấn đấu năng suất lúa bình quân "
    "đạt 58 tạ trên mỗi héc-ta.";
constexpr const char* kTitle = "Xã Tân Lập triển khai kế hoạch sản xuất vụ xuân";

archive::Page page_of(std::string bytes) {
  archive::Page page;
  page.source = "folder/page.html";
  page.bytes = std::move(bytes);
  return page;
}

Article read(const std::string& body, const std::string& head = "") {
  const auto article = extract_article(page_of("<html><head><meta charset=utf-8>" + head +
                                               "</head><body>" + body + "</body></html>"));
  EXPECT_TRUE(article) << (article ? "" : article.error().message);
  return article.value_or(Article());
}

std::string paragraph(const std::string& text) { return "<p>" + text + "</p>"; }
std::string heading() { return std::string("<h1>") + kTitle + "</h1>"; }
std::string plain_body() { return paragraph(kFirst) + paragraph(kSecond); }

std::string links(int count) {
  std::string list = "<ul>";
  for (int i = 0; i < count; ++i) {
    list += "<li><a href=/tin>Hội Phụ nữ xã thăm gia đình chính sách</a> (02/03/2023)</li>";
  }
  return list + "</ul>";
}

TEST(ExtractArticle, ReadsParagraphsInOrder) {
  const Article article = read(heading() + plain_body());
  EXPECT_EQ(article.title, kTitle);
  EXPECT_THAT(article.paragraphs, ElementsAre(kFirst, kSecond));
  EXPECT_EQ(article.lead, kFirst);
  EXPECT_EQ(article.language, "vi");
  EXPECT_EQ(article.encoding, "utf-8");
  EXPECT_EQ(article.sha256.size(), 64U);
  EXPECT_EQ(body_text(article), std::string(kFirst) + "\n\n" + kSecond);
}

TEST(ExtractArticle, FindsTheBodyBesideListsOfLinks) {
  const std::string page = "<table><tr><td>" + links(12) + "</td><td>" + heading() + plain_body() +
                           "</td><td>" + links(12) + "</td></tr></table>";
  EXPECT_THAT(read(page).paragraphs, ElementsAre(kFirst, kSecond));
}

TEST(ExtractArticle, LeavesOutTeasersOfOtherArticles) {
  std::string teasers;
  for (int i = 0; i < 6; ++i) {
    teasers +=
        "<div><h3><a href=x>Khai mạc giải bóng đá thiếu niên nhi đồng</a></h3><p>Lãnh đạo xã "
        "cùng đại diện các ban, ngành, đoàn thể đã dự và chỉ đạo buổi lễ, trao quà lần " +
        std::to_string(i) + " cho các hộ gia đình.</p></div>";
  }
  const Article article =
      read("<div>" + heading() + plain_body() + "</div><div>" + teasers + "</div>");
  EXPECT_THAT(article.paragraphs, ElementsAre(kFirst, kSecond));
}

TEST(ExtractArticle, SplitsAtDoubleBreaks) {
  const Article article = read(heading() + "<div>" + kFirst + "<br><br>" + kSecond + "</div>");
  EXPECT_THAT(article.paragraphs, ElementsAre(kFirst, kSecond));
}

TEST(ExtractArticle, KeepsABodyPrintedTwiceOnce) {
  const Article visible =
      read(heading() + "<div>" + plain_body() + "</div><div>" + plain_body() + "</div>");
  EXPECT_THAT(visible.paragraphs, ElementsAre(kFirst, kSecond));
  const Article hidden =
      read(heading() + plain_body() + "<div style='display: none'>" + plain_body() + "</div>");
  EXPECT_THAT(hidden.paragraphs, ElementsAre(kFirst, kSecond));
}

TEST(ExtractArticle, JoinsTheCellsOfATableRow) {
  const Article article =
      read(heading() + "<div>" + paragraph(kFirst) +
           "<table><tr><td>Thôn Đông</td><td>52</td></tr></table>" + paragraph(kSecond) + "</div>");
  EXPECT_THAT(article.paragraphs, ElementsAre(kFirst, "Thôn Đông | 52", kSecond));
}

TEST(ExtractArticle, KeepsCaptionsApart) {
  const Article article =
      read(heading() + "<div>" + paragraph(kFirst) +
           "<figure><img src=a.jpg><figcaption>Quang cảnh hội nghị.</figcaption></figure>"
           "<p style='text-align:center'><img src=b.jpg><br><em>Đại biểu dự hội nghị</em></p>"
           "<table><tr><td><img src=c.jpg></td></tr><tr><td>Nông dân xuống đồng</td></tr></table>" +
           paragraph(kSecond) + "</div>");
  EXPECT_THAT(article.captions,
              ElementsAre("Quang cảnh hội nghị.", "Đại biểu dự hội nghị", "Nông dân xuống đồng"));
  EXPECT_THAT(article.paragraphs, ElementsAre(kFirst, kSecond));
}

TEST(ExtractArticle, LeavesOutTheSmallPrintOfTheSite) {
  const Article article =
      read("<div>" + heading() + "<div>Lượt xem: 70</div><div>Ngày đăng: 12/03/2024</div>" +
           plain_body() + "<p>Anh-tin-bai</p><div>In bài viết</div><div>File đính kèm</div></div>");
  EXPECT_THAT(article.paragraphs, ElementsAre(kFirst, kSecond));
}

TEST(ExtractArticle, StopsAtOtherMatter) {
  const Article article = read("<div>" + heading() + plain_body() +
                               "<b>Tin liên quan</b><p>Trạm Y tế xã tiêm phòng đợt 1</p></div>");
  EXPECT_THAT(article.paragraphs, ElementsAre(kFirst, kSecond));
}

TEST(ExtractArticle, TakesTheBylineOutOfTheBody) {
  for (const char* line : {"<p>Tác giả: Lan Anh – Đài truyền thanh xã</p>",
                           "<p>Tin, ảnh: Lan Anh – Đài truyền thanh xã.</p>",
                           "<p align=right><b>Lan Anh – Đài truyền thanh xã</b></p>"}) {
    const Article article = read(heading() + plain_body() + line);
    EXPECT_EQ(article.byline, "Lan Anh – Đài truyền thanh xã") << line;
    EXPECT_THAT(article.paragraphs, ElementsAre(kFirst, kSecond)) << line;
  }
}

TEST(ExtractArticle, TakesTheBylineBehindTheIconOfAPerson) {
  for (const char* line :
       {"<p><i class='fa fa-clock'></i> 15:20 <i class='fa fa-user'></i> Lan Anh <i></i> 318</p>",
        "<div><span class=icon-user>Lan Anh</span><span class=icon-eye>318</span></div>",
        "<p><em class='fa fa-user'>&nbsp;</em>Lan Anh | 12/3/2023</p>",
        "<p><mat-icon class=material-icons>person</mat-icon> Lan Anh</p>",
        "<p><svg class='bi bi-person'><path d='M8 8'/></svg> Lan Anh</p>",
        "<p><svg><use href='/icons.svg#icon-user'></use></svg> Lan Anh</p>"}) {
    const Article article = read(heading() + line + plain_body());
    EXPECT_EQ(article.byline, "Lan Anh") << line;
    EXPECT_THAT(article.paragraphs, ElementsAre(kFirst, kSecond)) << line;
  }
  const char* office = "<p><i class='fa fa-user'></i> Đài truyền thanh xã</p>";
  EXPECT_EQ(read(heading() + office + plain_body()).byline, "Đài truyền thanh xã");
}

TEST(ExtractArticle, TakesNobodyBehindOtherIconsOrFromButtons) {
  for (const char* line :
       {"<p><i class='fa fa-map'></i> Tân Lập</p>", "<p><i class='fa fa-user'></i> Đăng nhập</p>",
        "<p><i class='fa fa-user'></i> Quản trị viên</p>",
        "<p><i class='fa fa-users'></i> Lan Anh</p>"}) {
    EXPECT_EQ(read(heading() + line + plain_body()).byline, "") << line;
  }
}

TEST(ExtractArticle, TakesNoFileForATag) {
  const Article article =
      read(heading() + plain_body() +
           "<div class=tags>Từ khóa: <a href=/tag/1>vụ xuân</a>, "
           "<a href='/files/ke-hoach.pdf'>Kế hoạch sản xuất</a>, "
           "<a href='/tai?id=4'>Tải về</a>, <a href='/x'>bieu-mau.docx</a></div>");
  EXPECT_THAT(article.tags, ElementsAre("vụ xuân"));
}

TEST(ExtractArticle, LeavesAPhotoCreditOutOfByline) {
  const Article article = read(heading() + plain_body() + "<p>Lan Anh</p><p>Ảnh: Minh Đức</p>");
  EXPECT_EQ(article.byline, "Lan Anh");
  EXPECT_THAT(article.paragraphs, ElementsAre(kFirst, kSecond));
}

TEST(ExtractArticle, TakesTheDateBesideTheTitle) {
  const Article article = read("<div>" + heading() + "<p>Thứ ba, 12/03/2024 | 15:20</p>" +
                               plain_body() + "</div>" + links(5));
  EXPECT_EQ(article.published, calendar::at_minute(*calendar::make_day(2024, 3, 12), 15, 20));
}

TEST(ExtractArticle, TakesNoDateFromSentencesAndLists) {
  const Article article =
      read("<div>" + heading() + paragraph(std::string("Ngày 12/03/2024, ") + kFirst) +
           paragraph(kSecond) + "</div>" + links(5));
  EXPECT_FALSE(article.published);
}

TEST(ExtractArticle, TrustsMetadataBeforePrintedLines) {
  const Article article =
      read(heading() + "<p>11/03/2024</p>" + plain_body(),
           "<meta property='article:published_time' content='2024-03-12T08:00:00Z'>"
           "<meta property='article:modified_time' content='2024-03-13T08:00:00Z'>");
  EXPECT_EQ(to_iso_date(*article.published), "2024-03-12");
  EXPECT_EQ(to_iso_time(*article.published), "15:00:00");
  EXPECT_EQ(to_iso_date(*article.modified), "2024-03-13");
}

TEST(ExtractArticle, ReadsAPageCapturedBeforeItsDateWithoutTheDate) {
  archive::Page page =
      page_of("<h1>" + std::string(kTitle) + "</h1><p>12/03/2024</p>" + plain_body());
  page.captured_at = "2020-01-01T00:00:00Z";
  EXPECT_FALSE(extract_article(page)->published);
}

TEST(ExtractArticle, ReadsPlainText) {
  const auto article =
      extract_article(page_of(std::string(kTitle) + "\n\n" + kFirst + "\n\n" + kSecond + "\n"));
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, kTitle);
  EXPECT_THAT(article->paragraphs, ElementsAre(kFirst, kSecond));
}

TEST(ExtractArticle, TakesAnUnmarkedTitleFromTheHeadOfTheBody) {
  const Article article = read("<table><tr><td><b>" + std::string(kTitle) + "</b><br><br>" +
                                   kFirst + "<br><br>" + kSecond + "</td></tr></table>",
                               "<title>Cổng thông tin điện tử xã Tân Lập</title>");
  EXPECT_EQ(article.title, kTitle);
  EXPECT_THAT(article.paragraphs, ElementsAre(kFirst, kSecond));
}

TEST(ExtractArticle, KeepsShortLinesAndRowsAroundASingleSentence) {
  const Article article =
      read(links(4) + "<div>" + heading() +
           "<p>UBND xã thông báo lịch tiếp công dân tháng 10 năm 2023 như sau:</p>"
           "<table><tr><td>Ngày</td><td>Người tiếp</td></tr><tr><td>05/10/2023</td><td>Chủ "
           "tịch</td></tr>"
           "</table><p>Địa điểm: Phòng tiếp công dân</p></div>");
  EXPECT_THAT(
      article.paragraphs,
      ElementsAre("UBND xã thông báo lịch tiếp công dân tháng 10 năm 2023 như sau:",
                  "Ngày | Người tiếp", "05/10/2023 | Chủ tịch", "Địa điểm: Phòng tiếp công dân"));
}

TEST(ExtractArticle, ReadsSignatureAndDateOnLinesOfTheirOwn) {
  const Article article =
      read("<table><tr><td>" + heading() + plain_body() +
           "<p align=right><i>(Văn phòng UBND xã)</i><br>Cập nhật: 13/03/2024</p>"
           "</td></tr></table>");
  EXPECT_EQ(article.byline, "Văn phòng UBND xã");
  EXPECT_EQ(to_iso_date(article.published.value_or(calendar::Date())), "2024-03-13");
}

TEST(ExtractArticle, ReadsDateAndTimeThatOnlyStyleKeepsApart) {
  const Article article = read("<div>" + heading() +
                               "<div><span>12/03/2024</span><span>15:20</span>"
                               "</div>" +
                               plain_body() + "</div>");
  EXPECT_EQ(article.published, calendar::at_minute(*calendar::make_day(2024, 3, 12), 15, 20));
}

TEST(ExtractArticle, TellsPublicationFromChangeInOneLine) {
  const Article article =
      read("<div>" + heading() +
           "<div><span>Ngày đăng: 12/03/2024</span> <span>Cập nhật: <time "
           "datetime='2024-03-14T08:00:05+07:00'>14/03/2024</time></span> <a href=#>A+</a></div>" +
           plain_body() + "</div>");
  EXPECT_EQ(article.published, calendar::make_day(2024, 3, 12));
  EXPECT_EQ(to_iso_time(article.modified.value_or(calendar::Date())), "08:00:05");
}

TEST(ExtractArticle, TakesTheSiteOutOfTheTitle) {
  const Article article = read(plain_body(), "<title>" + std::string(kTitle) +
                                                 " - Cổng thông tin điện tử xã Tân Lập</title>");
  EXPECT_EQ(article.title, kTitle);
  EXPECT_EQ(article.site_name, "Cổng thông tin điện tử xã Tân Lập");
}

TEST(ExtractArticle, RepairsPastedLegacyText) {
  const std::string vni =
      "Saùng 12/3, xaõ Taân Laäp toå chöùc hoäi nghò trieån khai keá hoaïch saûn xuaát vuï xuaân. "
      "Ñoàng chí Chuû tòch UBND xaõ phaùt bieåu chæ ñaïo.";
  const Article article = read(heading() + paragraph(vni));
  EXPECT_THAT(article.paragraphs,
              ElementsAre("Sáng 12/3, xã Tân Lập tổ chức hội nghị triển khai kế hoạch sản xuất vụ "
                          "xuân. Đồng chí Chủ tịch UBND xã phát biểu chỉ đạo."));
  EXPECT_EQ(article.title, kTitle);
}

TEST(ExtractArticle, GoesOnPastBadBytes) {
  const Article article = read(heading() + plain_body() +
                               "<p>Xã đã \xC3 hoàn thành \xFF các chỉ tiêu, "
                               "nhiệm vụ được giao trong năm nay.</p>");
  EXPECT_EQ(article.paragraphs.size(), 3U);
  EXPECT_THAT(article.paragraphs.back(), HasSubstr("hoàn thành"));
}

std::string refusal_of(std::string bytes) {
  const auto article = extract_article(page_of(std::move(bytes)));
  if (article) return "accepted: " + article->title;
  EXPECT_EQ(article.error().code, ErrorCode::kInvalidInput);
  EXPECT_EQ(article.error().message.find('\n'), std::string::npos);
  return article.error().message;
}

TEST(ExtractArticle, TakesASignedLineBesideAPortraitForNoCaption) {
  const Article article =
      read(heading() + "<div class=author><img src=a.jpg width=200 height=200>By Ann Reed</div>" +
           plain_body());
  EXPECT_EQ(article.byline, "Ann Reed");
  EXPECT_TRUE(article.captions.empty());
  EXPECT_THAT(article.paragraphs, ElementsAre(kFirst, kSecond));
}

TEST(ExtractArticle, KeepsASummaryThatHoldsADateAndLacksItsFullStop) {
  const std::string lead =
      "Sáng 12/3, hơn hai trăm hộ dân thôn Đoài cùng ra đồng nạo vét tuyến kênh chính trước vụ mới";
  const Article article = read(
      heading() +
      "<p>Sáng <span class=date>12/3</span>, hơn hai trăm hộ dân thôn Đoài cùng ra đồng nạo vét "
      "tuyến kênh chính trước vụ mới</p>" +
      plain_body());
  EXPECT_THAT(article.paragraphs, ElementsAre(lead, kFirst, kSecond));
}

TEST(ExtractArticle, KeepsAParagraphThatFlowsAroundAPicture) {
  const std::string picture = "<img src=a.jpg width=300 height=200>";
  EXPECT_THAT(read(heading() + "<p>" + picture + kFirst + "</p>" + paragraph(kSecond)).paragraphs,
              ElementsAre(kFirst, kSecond));
  const Article below = read(heading() + plain_body() + "<p>" + picture + "<br>" + kFirst + "</p>" +
                             paragraph("Bà con xã Tân Lập đã nhận đủ giống lúa và phân."));
  EXPECT_THAT(below.captions, ElementsAre(kFirst));
}

TEST(ExtractArticleErrors, NameThePageAndTheReason) {
  EXPECT_EQ(refusal_of(""), "folder/page.html: empty page");
  EXPECT_THAT(refusal_of("%PDF-1.4 ..."),
              HasSubstr("folder/page.html: neither HTML nor text but a PDF"));
  EXPECT_THAT(refusal_of("\xFF\xD8\xFF\xE0"), HasSubstr("JPEG"));
  EXPECT_THAT(refusal_of(std::string(400, '\0')), HasSubstr("binary data"));
  EXPECT_THAT(refusal_of("<html><body></body></html>"), HasSubstr("no title and no text"));
  EXPECT_THAT(refusal_of(std::string(archive::kMaxPageBytes + 1, 'a')),
              HasSubstr("larger than 20 MB"));
}

// A headline with its link, its day and its first sentence.
std::string announcement(int day) {
  const std::string number = std::to_string(day);
  return "<h2><a href='/" + number + "'>Hội nghị triển khai nhiệm vụ số " + number +
         " của xã</a></h2><p>0" + number + "/05/2021 08:30</p><p>Các đại biểu đã thảo luận và " +
         "thống nhất " + number + "0 nội dung quan trọng của địa phương trong năm.</p>";
}

TEST(ExtractArticleErrors, FindNoArticleOnAListOfThem) {
  std::string list = "<title>Tin hoạt động</title><h1>Tin hoạt động</h1>";
  for (int day = 1; day < 8; ++day) list += announcement(day);
  const std::string front =
      "<title>Cổng thông tin điện tử xã</title><ul><li><a href=/1>Giới thiệu</a><li><a href=/2>"
      "Tin tức</a><li><a href=/3>Văn bản</a><li><a href=/4>Liên hệ</a></ul><h3><a href=/5>Trao bò "
      "giống cho mười hộ</a></h3><p>Hoạt động nằm trong chuỗi chương trình chào mừng đại hội đoàn "
      "các cấp, thu hút hơn trăm đoàn viên.</p><ul><li><a href=/6>Khai mạc giải bóng "
      "chuyền</a></ul>";
  for (const std::string& page : {list, front}) {
    const auto article = extract_article(page_of(page));
    ASSERT_FALSE(article) << article->title;
    EXPECT_EQ(article.error().code, ErrorCode::kNotFound);
    EXPECT_EQ(article.error().message,
              "folder/page.html: no article, only links and announcements");
  }
}

TEST(ExtractArticleBounds, ReadsOrRefusesDeepNesting) {
  std::string page = heading() + plain_body();
  for (int i = 0; i < 100000; ++i) page += "<div><b><font size=1>";
  const auto article = extract_article(page_of(page + "x"));
  ASSERT_TRUE(article) << article.error().message;
  EXPECT_EQ(article->title, kTitle);
}

TEST(ExtractArticleBounds, ReadsPastHugeAttributes) {
  std::string tag = "<img src='data:image/png;base64," + std::string(1500000, 'A') + "'>";
  std::string many = "<div";
  for (int i = 0; i < 60000; ++i) many += " a" + std::to_string(i);
  EXPECT_THAT(read(heading() + tag + many + ">" + plain_body() + "</div>").paragraphs,
              ElementsAre(kFirst, kSecond));
}

}  // namespace
}  // namespace tinlang::article
