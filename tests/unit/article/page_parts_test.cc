// The parts that settle a page's edges: names, phrases, addresses, metadata, tags.

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/article/class_hints.h"
#include "indexer/article/credit.h"
#include "indexer/article/head_line.h"
#include "indexer/article/json_ld.h"
#include "indexer/article/language.h"
#include "indexer/article/linked_files.h"
#include "indexer/article/open_elements.h"
#include "indexer/article/page_blocks.h"
#include "indexer/article/page_url.h"
#include "indexer/article/phrases.h"
#include "indexer/article/signature.h"

namespace tinlang::article {
namespace {

TEST(PlainWords, KeepLettersAndDigitsOfAnyScript) {
  EXPECT_EQ(plain_words("  Tin liên quan: »"), "tin lien quan");
  EXPECT_EQ(plain_words("«Ёлка» — 12 шт."), "елка 12 шт");
  EXPECT_EQ(plain_words("谷歌，2014年！"), "谷歌 2014年");
  EXPECT_NE(plain_words("Первый абзац"), plain_words("Второй абзац"));
}

TEST(NameInHeadLine, EndsWhereADateOrAnAddressBegins) {
  EXPECT_EQ(name_in_head_line("Dan Moor - Apr 16, 2015 8:02 pm UTC"), "Dan Moor");
  EXPECT_EQ(name_in_head_line("Lê Thị Bưởi – 08/05/2023 14:30"), "Lê Thị Bưởi");
  EXPECT_EQ(name_in_head_line("Ann Reed @annreed"), "Ann Reed");
  EXPECT_EQ(name_in_head_line("Ann Reed, The Echo"), "Ann Reed, The Echo");
  EXPECT_EQ(name_in_head_line("Vụ mùa 2023"), "Vụ mùa 2023");
}

TEST(BehindDate, ReadsTheNameBehindAPublishLine) {
  EXPECT_EQ(behind_date("on March 10, 2015 by Ann Reed"), "by Ann Reed");
  EXPECT_EQ(behind_date("Won by Ann Reed"), "Won by Ann Reed");
  EXPECT_EQ(behind_date("10/03/2015"), "10/03/2015");
}

TEST(HintsOfNames, ReadWordsHumpsAndRunTogetherNames) {
  EXPECT_EQ(hints_of_names("News_Content"), kBodyHint);
  EXPECT_EQ(hints_of_names("newsTitle"), kTitleHint);
  EXPECT_NE(hints_of_names("div-tin-lien-quan") & kRelatedHint, 0U);
  EXPECT_NE(hints_of_names("divtinlienquan") & kRelatedHint, 0U);
  EXPECT_EQ(hints_of_names("contentment navigated"), 0U);
}

TEST(HintsOfNames, KnowWhatIsNotShown) {
  EXPECT_NE(hints_of_names("d-none") & kHiddenHint, 0U);
  EXPECT_EQ(hints_of_names("d-none d-md-block") & kHiddenHint, 0U);
  EXPECT_EQ(hints_of_names("hidden-xs") & kHiddenHint, 0U);
}

TEST(HintsOfNames, KnowIconsOfPersons) {
  for (const char* name : {"fa fa-user", "icon-user", "bi bi-person-fill", "glyphicon-user"}) {
    EXPECT_NE(hints_of_names(name) & kPersonHint, 0U) << name;
  }
  for (const char* name : {"user", "username", "fa user-name", "fa-users", "icon-clock"}) {
    EXPECT_EQ(hints_of_names(name) & kPersonHint, 0U) << name;
  }
}

TEST(OpenElements, CloseWhatIsInsideAndNothingAcrossABoundary) {
  OpenElements elements;
  const auto open = [&](std::string_view name) {
    return elements.open(hash_name(name), kind_of(hash_name(name)));
  };
  ASSERT_TRUE(open("p"));
  ASSERT_TRUE(open("div"));
  for (std::size_t i = 2; i < kMaxDepth; ++i) ASSERT_TRUE(open("i"));
  EXPECT_FALSE(open("b"));
  EXPECT_FALSE(open("p"));  // the one that is open stands behind a boundary
  elements.close(hash_name("b"));
  EXPECT_FALSE(open("b"));
  elements.close(hash_name("div"));
  EXPECT_TRUE(open("p"));  // in place of the first
  for (std::size_t i = 1; i < kMaxDepth; ++i) ASSERT_TRUE(open("i"));
  EXPECT_TRUE(open("p"));  // again, with all that was in it
  EXPECT_TRUE(open("b"));
}

TEST(IsFurniture, KnowsCountersAndButtons) {
  for (const char* line : {"Lượt xem: 70", "1.234 lượt xem", "Anh-tin-bai", "In bài viết", "A+ A-",
                           "Tác giả:", "»", "Số lần xem: 12"}) {
    EXPECT_TRUE(is_furniture(line)) << line;
  }
  for (const char* line :
       {"Xem xét kết quả", "Tác giả: Lan Anh", "70 hộ nghèo", "In ấn tài liệu"}) {
    EXPECT_FALSE(is_furniture(line)) << line;
  }
}

TEST(BeginsOtherMatter, KnowsHeadingsAndNotSentences) {
  for (const char* line :
       {"Tin liên quan", "CÁC TIN KHÁC:", "Bình luận (3)", "Tags: nông thôn mới"}) {
    EXPECT_TRUE(begins_other_matter(line)) << line;
  }
  EXPECT_FALSE(begins_other_matter("Các tin khác cho thấy nước đã rút ở nhiều thôn."));
}

TEST(ParseCredit, TakesTheLabelOff) {
  EXPECT_EQ(parse_credit("Tác giả: Lan Anh.")->name, "Lan Anh");
  EXPECT_EQ(parse_credit("Ảnh và tin bài: Nguyễn Toan")->name, "Nguyễn Toan");
  EXPECT_EQ(parse_credit("(Nguồn: Đài xã)")->name, "Đài xã");
  EXPECT_EQ(parse_credit("Nguồn ảnh: Văn phòng")->kind, CreditKind::kPhoto);
  EXPECT_FALSE(parse_credit("Kết luận: hội nghị thành công"));
  EXPECT_FALSE(parse_credit("Tác giả:"));
}

TEST(IsSignature, AcceptsNamesWithTheirOffice) {
  for (const char* line :
       {"Lan Anh", "Thuý Phượng - Xuân Cường", "H'Lan Niê", "Phạm Minh Thư, Văn phòng Tỉnh ủy",
        "Lan Anh – Trung tâm VHTT&TT huyện"}) {
    EXPECT_TRUE(is_signature(line)) << line;
  }
}

TEST(IsSignature, RefusesOtherLines) {
  for (const char* line : {"", "Anh", "Đảng bộ xã Cẩm Giàng", "Thanh Giang đã đạt 9 tiêu chí",
                           "Ông Lực kết luận.", "Nhiệm vụ: Lan Anh"}) {
    EXPECT_FALSE(is_signature(line)) << line;
  }
}

TEST(NamesSite, KnowsPortalsAndNotParties) {
  EXPECT_TRUE(names_site("Cổng thông tin điện tử huyện Thanh Chương"));
  EXPECT_TRUE(names_site("thanhchuong.nghean.gov.vn"));
  EXPECT_FALSE(names_site("Đảng bộ thị trấn Lăng Can tổ chức Hội nghị"));
}

TEST(HostOf, GivesTheBareHost) {
  EXPECT_EQ(host_of("HTTPS://www.Bac.Gov.VN:8080/a?b"), "bac.gov.vn");
  EXPECT_EQ(host_of("ftp://a.vn/"), "");
  EXPECT_EQ(host_of("/tin/1"), "");
}

TEST(FindAddress, PrefersABelievableCanonicalAddress) {
  PageBlocks page;
  page.canonical = "/tin/1";
  EXPECT_EQ(find_address(page, "http://a.gov.vn/x?id=1").url, "http://a.gov.vn/tin/1");
  page.canonical = "http://a.gov.vn/";
  EXPECT_EQ(find_address(page, "http://a.gov.vn/x?id=1").url, "http://a.gov.vn/x?id=1");
  page.canonical = "http://localhost/tin/1";
  EXPECT_EQ(find_address(page, "http://a.gov.vn/x").url, "http://a.gov.vn/x");
}

TEST(ResolveUrl, FollowsLinksAsABrowserDoes) {
  const std::string base = "https://a.vn/tin/2022/bai-1.html?p=2";
  EXPECT_EQ(resolve_url("/f/a.pdf", base), "https://a.vn/f/a.pdf");
  EXPECT_EQ(resolve_url("a.pdf", base), "https://a.vn/tin/2022/a.pdf");
  EXPECT_EQ(resolve_url("../../f/./a.pdf?x=/../y", base), "https://a.vn/f/a.pdf?x=/../y");
  EXPECT_EQ(resolve_url("../../../../a.pdf", base), "https://a.vn/a.pdf");
  EXPECT_EQ(resolve_url("?p=3", base), "https://a.vn/tin/2022/bai-1.html?p=3");
  EXPECT_EQ(resolve_url("//b.vn/a.pdf", base), "https://b.vn/a.pdf");
  EXPECT_EQ(resolve_url("http://b.vn/x", base), "http://b.vn/x");
  EXPECT_EQ(resolve_url("a.pdf", "https://a.vn"), "https://a.vn/a.pdf");
  EXPECT_EQ(resolve_url("", base), base);
}

TEST(ResolveUrl, LeavesWhatItCannotFollow) {
  EXPECT_EQ(resolve_url("../a.pdf", ""), "../a.pdf");
  EXPECT_EQ(resolve_url("mailto:x@a.vn", "https://a.vn/"), "mailto:x@a.vn");
}

TEST(IsFileAddress, KnowsDocumentsByEndingAndQuery) {
  for (const char* address : {"/upload/KH-45.PDF", "a.docx?v=1", "/Handler.ashx?file=/vb/a.xls&x=1",
                              "/api/download/118", "https://a.vn/x.zip#p"}) {
    EXPECT_TRUE(is_file_address(address)) << address;
  }
  for (const char* address :
       {"https://a.vn/tin.html", "/pdf-la-gi", "https://a.doc.vn/", "a.jpg", ""}) {
    EXPECT_FALSE(is_file_address(address)) << address;
  }
}

TEST(FindAddress, TakesOnlyTheHostFromBase) {
  PageBlocks page;
  page.base = "https://b.gov.vn/";
  EXPECT_EQ(find_address(page, "").url, "");
  EXPECT_EQ(find_address(page, "").site, "b.gov.vn");
}

TEST(ReadJsonLd, FindsTheArticleInAGraph) {
  const auto article = read_json_ld(
      {R"({"@type":"WebSite","name":"x"})",
       R"({"@graph":[{"@type":["NewsArticle"],"headline":"H","datePublished":"2023-05-08",
           "author":[{"name":"Lan Anh"}]}]})"});
  EXPECT_EQ(article.headline, "H");
  EXPECT_EQ(article.published, "2023-05-08");
  EXPECT_EQ(article.author, "Lan Anh");
}

TEST(ReadJsonLd, SearchesScriptsThatAreNoJson) {
  const auto article =
      read_json_ld({R"({"headline": "Say "no"", "datePublished" : "2023-05-08"})"});
  EXPECT_EQ(article.published, "2023-05-08");
}

TEST(ReadJsonLd, SurvivesDeepNesting) {
  EXPECT_EQ(read_json_ld({std::string(100000, '[')}).published, "");
  EXPECT_EQ(read_json_ld({std::string(50000, '[') + std::string(50000, ']')}).published, "");
}

TEST(FindLanguage, CountsSyllablesWithMarks) {
  EXPECT_EQ(find_language("Sáng nay, huyện tổ chức hội nghị sơ kết công tác", ""), "vi");
  EXPECT_EQ(find_language("The village council voted on Friday to build a wall along the river "
                          "and it is due to begin in May",
                          "vi"),
            "en");
  EXPECT_EQ(find_language("", "vi-vn"), "vi");
  EXPECT_EQ(find_language("", ""), "");
}

}  // namespace
}  // namespace tinlang::article
