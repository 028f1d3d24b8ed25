#include "searchd/http/request_reader.h"

#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tinlang::http {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(RequestReader, HasTheDefaultsOfTheContract) {
  const auto request = read_search_request("");
  ASSERT_TRUE(request);
  EXPECT_EQ(request->question, "");
  EXPECT_EQ(request->sort, search::Sort::kRelevance);
  EXPECT_EQ(request->offset, 0U);
  EXPECT_EQ(request->limit, 10U);
  EXPECT_TRUE(request->facets);
  EXPECT_EQ(request->facet_limit, 20U);
  EXPECT_FALSE(request->filters.from);
}

TEST(RequestReader, ReadsEveryParameter) {
  const auto request = read_search_request(
      "q=thanh+giang%20m%E1%BB%9Bi&locality=40&locality=38&official=a-1&post=bi-thu&site=A.Gov.VN"
      "&from=2022&to=2023-05&sort=newest&offset=20&limit=100&facets=0&facet_limit=1000");
  ASSERT_TRUE(request) << request.error().detail;
  EXPECT_EQ(request->question, "thanh giang mới");
  EXPECT_THAT(request->filters.localities, ElementsAre("40", "38"));
  EXPECT_THAT(request->filters.officials, ElementsAre("a-1"));
  EXPECT_THAT(request->filters.posts, ElementsAre("bi-thu"));
  EXPECT_THAT(request->filters.sites, ElementsAre("a.gov.vn"));
  EXPECT_EQ(*request->filters.from, *calendar::make_year(2022));
  EXPECT_EQ(*request->filters.to, *calendar::make_month(2023, 5));
  EXPECT_EQ(request->sort, search::Sort::kNewest);
  EXPECT_EQ(request->offset, 20U);
  EXPECT_EQ(request->limit, 100U);
  EXPECT_FALSE(request->facets);
  EXPECT_EQ(request->facet_limit, 1'000U);
}

TEST(RequestReader, TakesAnEmptyValueForNone) {
  const auto request = read_search_request("q=&locality=&from=&limit=&&sort");
  ASSERT_TRUE(request) << request.error().detail;
  EXPECT_TRUE(request->filters.localities.empty());
  EXPECT_EQ(request->limit, 10U);
}

struct Refusal {
  std::string name;
  std::string query;
  std::string parameter;
  std::string detail;
};

void PrintTo(const Refusal& test, std::ostream* out) { *out << test.name; }

class RequestReaderRefuses : public ::testing::TestWithParam<Refusal> {};

TEST_P(RequestReaderRefuses, NamingTheParameterInOneLine) {
  const auto request = read_search_request(GetParam().query);
  ASSERT_FALSE(request);
  EXPECT_EQ(request.error().status, 400);
  EXPECT_EQ(request.error().parameter, GetParam().parameter);
  EXPECT_THAT(request.error().detail, HasSubstr(GetParam().detail));
  EXPECT_THAT(request.error().detail, Not(HasSubstr("\n")));
}

INSTANTIATE_TEST_SUITE_P(
    Queries, RequestReaderRefuses,
    ::testing::Values(
        Refusal{"Unknown", "colour=red", "colour", "no such parameter"},
        Refusal{"LongUnknownName", std::string(500, 'x') + "=1", std::string(40, 'x') + "…", "xxx"},
        Refusal{"LineBreakInAName", "a%0Ab=1", "a b", "no such parameter"},
        Refusal{"Twice", "q=a&q=b", "q", "given twice"},
        Refusal{"TwiceThoughEmpty", "q=&q=b", "q", "given twice"},
        Refusal{"ImpossibleMonth", "from=2023-13", "from",
                "2023-13 is not a date: expected 2023, 2023-05 or 2023-05-08"},
        Refusal{"ImpossibleDay", "to=2023-02-30", "to", "2023-02-30"},
        Refusal{"UnknownOrder", "sort=best", "sort", "best"},
        Refusal{"LimitTooLarge", "limit=101", "limit", "0 to 100"},
        Refusal{"NegativeOffset", "offset=-1", "offset", "-1"},
        Refusal{"NumberWithATail", "offset=1x", "offset", "1x"},
        Refusal{"HugeNumber", "offset=99999999999999999999999", "offset", "0 to 10000"},
        Refusal{"FacetLimitOfNothing", "facet_limit=0", "facet_limit", "1 to 1000"},
        Refusal{"FlagOfAnotherForm", "facets=yes", "facets", "neither 0 nor 1"},
        Refusal{"UnitsOfAnotherTime", "units=now", "units", "neither then nor today"},
        Refusal{"MentionsOfAnotherForm", "mentions=yes", "mentions", "neither 0 nor 1"},
        Refusal{"LongQuestion", "q=" + std::string(2'001, 'a'), "q", "2001 bytes"},
        Refusal{"LongFilter", "official=" + std::string(201, 'a'), "official", "200 bytes"},
        Refusal{"BrokenEscape", "q=%4", "q", "escape"},
        Refusal{"EscapeOfOtherLetters", "q=%zz", "q", "escape"},
        Refusal{"EscapeWithASign", "q=%+1", "q", "escape"},
        Refusal{"MalformedText", "q=a%FF", "q", "malformed UTF-8 at byte 1"},
        Refusal{"ControlCharacter", "q=a%00b", "q", "control character"},
        Refusal{"MalformedName", "%FF=1", "", "name of a parameter"}),
    [](const auto& test) { return test.param.name; });

TEST(RequestReader, RefusesAFilterGivenTooOften) {
  std::string query;
  for (int i = 0; i <= 100; ++i) query += "locality=40&";
  const auto request = read_search_request(query);
  ASSERT_FALSE(request);
  EXPECT_EQ(request.error().parameter, "locality");
}

TEST(RequestReader, OfAnArticleKnowsOnlyTheQuestion) {
  const auto asked = read_article_request("q=c%E1%BA%A7u&exact=1&expand=0");
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->question, "cầu");
  EXPECT_TRUE(asked->exact);
  EXPECT_FALSE(asked->expand);
  EXPECT_EQ(read_article_request("").value().question, "");
  EXPECT_TRUE(read_article_request("").value().expand);
  EXPECT_EQ(read_article_request("limit=1").error().parameter, "limit");
  EXPECT_EQ(read_article_request("q=a&q=b").error().parameter, "q");
  EXPECT_EQ(read_article_request("exact=yes").error().parameter, "exact");
}

TEST(RequestReader, ReadsTheUnitsAndWhetherMentionsCount) {
  const auto asked = read_search_request("units=today&mentions=1");
  ASSERT_TRUE(asked);
  EXPECT_EQ(asked->units, gazetteer::System::kTwoLevel);
  EXPECT_TRUE(asked->filters.mentions);
  EXPECT_EQ(read_search_request("").value().units, gazetteer::System::kThreeLevel);
  EXPECT_FALSE(read_search_request("").value().filters.mentions);
}

TEST(RequestReader, OfALocalityKnowsMentionsAndLimit) {
  const auto asked = read_locality_request("mentions=1&limit=5");
  ASSERT_TRUE(asked);
  EXPECT_TRUE(asked->mentions);
  EXPECT_EQ(asked->limit, 5U);
  EXPECT_EQ(read_locality_request("q=a").error().parameter, "q");
  EXPECT_EQ(read_locality_request("limit=0").error().parameter, "limit");
}

TEST(RequestReader, RefusesAnyParameterWhereThereAreNone) {
  EXPECT_TRUE(refuse_parameters(""));
  EXPECT_EQ(refuse_parameters("q=a").error().parameter, "q");
}

}  // namespace
}  // namespace tinlang::http
