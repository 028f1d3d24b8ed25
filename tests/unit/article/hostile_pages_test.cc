// Pages written to be dear to read as articles, not only as trees. Reading one eight times as long
// may take sixteen times as long; what looks at each line for each line would take sixty-four
// times. Only the two are compared, in time of the processor, so that no machine is too slow or too
// busy.

#include <algorithm>
#include <ctime>
#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/article/html_extractor.h"
#include "indexer/article/markup_filter.h"

namespace tinlang::article {
namespace {

const std::string kSentence =
    "Chiều 12/3, xã tổ chức hội nghị tổng kết với hơn một trăm đại biểu đến từ các thôn.";

struct HostilePage {
  std::string name;
  std::string before;
  std::string unit;  // '#' becomes its number
  std::size_t first = 12'000;
  std::string after = {};
};
void PrintTo(const HostilePage& test, std::ostream* out) { *out << test.name; }

archive::Page page_of(const HostilePage& hostile, std::size_t bytes) {
  archive::Page page;
  page.source = "hostile.html";
  page.bytes = "<html><head><title>Hội nghị tổng kết của xã</title></head><body>";
  page.bytes += "<h1>Hội nghị tổng kết của xã</h1>" + hostile.before;
  for (std::size_t i = 0; page.bytes.size() < bytes; ++i) {
    for (const char c : hostile.unit) {
      if (c == '#') {
        page.bytes += std::to_string(i);
      } else {
        page.bytes += c;
      }
    }
  }
  page.bytes += hostile.after + "<p>" + kSentence + "</p></body></html>";
  return page;
}

// The least of a few readings.
std::clock_t reading_time(const archive::Page& page) {
  constexpr int kReadings = 3;
  std::clock_t least = 0;
  for (int i = 0; i < kReadings; ++i) {
    const std::clock_t begin = std::clock();
    static_cast<void>(extract_article(page));
    const std::clock_t taken = std::clock() - begin;
    least = i == 0 ? taken : std::min(least, taken);
  }
  return std::max<std::clock_t>(least, 1);
}

class HostilePageTest : public testing::TestWithParam<HostilePage> {};

TEST_P(HostilePageTest, IsReadInTimeThatGrowsWithItsLength) {
  constexpr std::size_t kMore = 8;
  const std::size_t bytes = GetParam().first;
  const std::clock_t once = reading_time(page_of(GetParam(), bytes));
  const std::clock_t more = reading_time(page_of(GetParam(), bytes * kMore));
  EXPECT_LE(more, once * 2 * static_cast<std::clock_t>(kMore));
}

INSTANTIATE_TEST_SUITE_P(
    Pages, HostilePageTest,
    testing::Values(
        HostilePage{"HeadingsOfOtherMatter", "", "<p>Tin liên quan</p><p>" + kSentence + "</p>"},
        HostilePage{"NoticesBeforeMoreText", "<p>" + kSentence + "</p>", "<p>Copyright #</p>",
                    40'000, "<p>" + kSentence + kSentence + "</p>"},
        HostilePage{"PublishLines", "", "<p>12/03/2023 10:20</p>"},
        HostilePage{
            "ProseAmongLinks", "",
            "<p>" + kSentence + "</p><p><a>" + kSentence + kSentence + kSentence + "</a></p>"},
        HostilePage{"Captions", "",
                    "<figure><img src=a.jpg><figcaption>Ảnh số #</figcaption></figure>"},
        HostilePage{"HeadlinesForMachines", "", "<p itemprop=headline>Hội nghị số #</p>"},
        HostilePage{"ShortLinesWithoutEnd", "<p>", "a<br>"},
        HostilePage{"BoldLinesWithoutEnd", "<p><b>một hai ba bốn năm sáu</b>", "<b>a</b><br>"},
        HostilePage{"NumbersOnLines", "", "<p>1<br>1<br>1<br>1<br>1<br>1<br>1<br>1<br>1<br>1<br>"},
        HostilePage{"ElementsWithoutText", "<p>", "1<b></b><i></i><b></b><i></i><br>"},
        HostilePage{"TagsThatCloseNothing", "<i>", "</b>"},
        HostilePage{"SidebarsInSidebars", "", "<div class=sidebar><p>" + kSentence + "</p>"},
        HostilePage{"Signs", "", "< "}, HostilePage{"Names", "<p>", "Nguyễn Văn An, "},
        HostilePage{"Links", "", "<a href=/f/#.pdf>tệp #</a>"}),
    [](const auto& test) { return test.param.name; });

TEST(HostileText, IsRefusedByNameBeyondAnyArticle) {
  const auto read = [](std::size_t bytes) {
    return extract_article(page_of({"", "<p>", kSentence + " "}, bytes));
  };
  EXPECT_TRUE(read(kMostText * 9 / 10));
  const auto refused = read(kMostText * 11 / 10);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "hostile.html: more than 2 MB of text");
}

// The parts of a long <title> are compared with every line.
TEST(HostileTitle, IsCutIntoFewParts) {
  const auto page = [](std::size_t parts) {
    archive::Page made = page_of({"", "", "<p>Hội nghị số #</p>"}, 12'000);
    std::string title;
    for (std::size_t i = 0; i < parts; ++i) title += "phần thứ " + std::to_string(i) + " - ";
    made.bytes.insert(made.bytes.find("</title>"), " - " + title);
    return made;
  };
  EXPECT_LE(reading_time(page(800)), reading_time(page(100)) * 4);
}

TEST(HostilePageErrors, NameTheNumberOfTags) {
  archive::Page page = page_of({"", "", ""}, 0);
  for (std::size_t i = 0; i <= kMostTags; ++i) page.bytes += "<p>";
  const auto article = extract_article(page);
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().message,
            "hostile.html: more than 400000 tags, or 4000 that cross each other");
}

TEST(HostilePageErrors, NameTagsThatCross) {
  const auto page = [](const std::string& unit) {
    archive::Page made = page_of({"", "", ""}, 0);
    for (std::size_t i = 0; i <= kMostCrossings; ++i) made.bytes += unit;
    return made;
  };
  for (const char* unit :
       {"<b><p>a</b></p>", "<p><a><div>a</div></a></p><a><div><a>b</a></div></a>"}) {
    const auto article = extract_article(page(unit));
    ASSERT_FALSE(article) << unit;
    EXPECT_THAT(article.error().message, ::testing::HasSubstr("that cross each other"));
  }
  EXPECT_TRUE(extract_article(page("<p><b><i>một hai ba</i></b></p>")));
}

}  // namespace
}  // namespace tinlang::article
