#include <ostream>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "searchd/http/request_reader.h"
#include "searchd/http/results_json.h"

#include <nlohmann/json.hpp>

namespace tinlang::http {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(SuggestRequest, HasTheDefaultsOfTheContract) {
  for (const char* query : {"", "q=&limit="}) {
    const auto request = read_suggest_request(query);
    ASSERT_TRUE(request) << query;
    EXPECT_EQ(request->question, "");
    EXPECT_EQ(request->limit, 8U);
  }
}

TEST(SuggestRequest, ReadsBothParameters) {
  const auto request = read_suggest_request("q=h%E1%BB%99i+ngh&limit=20");
  ASSERT_TRUE(request);
  EXPECT_EQ(request->question, "hội ngh");
  EXPECT_EQ(request->limit, 20U);
}

struct Refused {
  std::string name;
  std::string query;
  std::string parameter;
};

void PrintTo(const Refused& test, std::ostream* out) { *out << test.name; }

class SuggestRequestRefused : public testing::TestWithParam<Refused> {};

TEST_P(SuggestRequestRefused, ByName) {
  const auto request = read_suggest_request(GetParam().query);
  ASSERT_FALSE(request);
  EXPECT_EQ(request.error().status, 400);
  EXPECT_EQ(request.error().parameter, GetParam().parameter);
  EXPECT_THAT(request.error().detail, StartsWith(GetParam().parameter + ": "));
}
INSTANTIATE_TEST_SUITE_P(
    Queries, SuggestRequestRefused,
    testing::Values(Refused{"Unknown", "locality=40", "locality"}, Refused{"Twice", "q=a&q=b", "q"},
                    Refused{"LimitOfZero", "limit=0", "limit"},
                    Refused{"LimitTooLarge", "limit=21", "limit"},
                    Refused{"LimitNoNumber", "limit=8x", "limit"},
                    Refused{"QuestionTooLong", "q=" + std::string(2'001, 'a'), "q"},
                    Refused{"MalformedBytes", "q=%ff", "q"}, Refused{"Nul", "q=a%00", "q"}),
    [](const auto& test) { return test.param.name; });

TEST(SuggestJson, SaysWhatIsKnownAndNullForTheRest) {
  search::SuggestPage page{"b-1", {}};
  page.suggestions = {{search::SuggestKind::kOfficial, "Lê Văn X", "x-1", "Bí thư", 3},
                      {search::SuggestKind::kLocality, "Vinh", "412", "thành phố, Nghệ An", 2},
                      {search::SuggestKind::kPhrase, "hội nghị", "", "", 9},
                      {search::SuggestKind::kTitle, "Mùa \xff", "aa", "", 1}};
  const auto json = nlohmann::json::parse(to_json(page));
  EXPECT_EQ(json["build"], "b-1");
  EXPECT_EQ(json["suggestions"][0]["kind"], "official");
  EXPECT_EQ(json["suggestions"][0]["value"], "x-1");
  EXPECT_EQ(json["suggestions"][0]["count"], 3);
  EXPECT_EQ(json["suggestions"][1]["kind"], "locality");
  EXPECT_EQ(json["suggestions"][1]["detail"], "thành phố, Nghệ An");
  EXPECT_EQ(json["suggestions"][2]["kind"], "phrase");
  EXPECT_TRUE(json["suggestions"][2]["value"].is_null());
  EXPECT_EQ(json["suggestions"][3]["kind"], "title");
  EXPECT_EQ(json["suggestions"][3]["text"], "Mùa \uFFFD");
}

}  // namespace
}  // namespace tinlang::http
