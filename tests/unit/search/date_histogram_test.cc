#include "searchd/search/date_histogram.h"

#include <map>
#include <random>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/schema/article_record.h"

namespace tinlang::search {
namespace {

using calendar::make_day;
using calendar::make_month;
using calendar::make_year;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

DateCounts counts_of(std::vector<DateCount> dates) { return {std::move(dates), 0}; }

// "2023-05-08..2023-05-14 3" for each step with an article.
std::vector<std::string> filled(const DateHistogram& histogram) {
  std::vector<std::string> steps;
  for (const DateStep& step : histogram.steps) {
    if (step.count == 0) continue;
    steps.push_back(to_iso_date(step.first) + ".." + to_iso_date(step.last) + " " +
                    std::to_string(step.count));
  }
  return steps;
}

TEST(DateHistogram, OfAFewWeeksIsByDay) {
  const auto histogram =
      make_histogram(counts_of({{*make_day(2023, 4, 28), 2}, {*make_day(2023, 5, 8), 1}}),
                     std::nullopt, std::nullopt);
  EXPECT_EQ(histogram.interval, Interval::kDay);
  EXPECT_EQ(histogram.steps.size(), 11U);
  EXPECT_THAT(filled(histogram),
              ElementsAre("2023-04-28..2023-04-28 2", "2023-05-08..2023-05-08 1"));
}

TEST(DateHistogram, OfAYearIsByWeeksFromMonday) {
  const auto histogram = make_histogram(counts_of({{*make_day(2023, 1, 1), 1},  // a Sunday
                                                   {*make_day(2023, 1, 2), 2},  // a Monday
                                                   {*make_day(2023, 12, 31), 4}}),
                                        std::nullopt, std::nullopt);
  EXPECT_EQ(histogram.interval, Interval::kWeek);
  EXPECT_THAT(filled(histogram), ElementsAre("2022-12-26..2023-01-01 1", "2023-01-02..2023-01-08 2",
                                             "2023-12-25..2023-12-31 4"));
}

TEST(DateHistogram, OfSomeYearsIsByMonthAndCountsAVaguerDateInNone) {
  const auto histogram = make_histogram(
      counts_of({{*make_year(2021), 5}, {*make_month(2021, 2), 3}, {*make_day(2024, 2, 29), 1}}),
      std::nullopt, std::nullopt);
  EXPECT_EQ(histogram.interval, Interval::kMonth);
  EXPECT_THAT(filled(histogram),
              ElementsAre("2021-02-01..2021-02-28 3", "2024-02-01..2024-02-29 1"));
  EXPECT_EQ(histogram.vague, 5U);
}

TEST(DateHistogram, OfDecadesIsByYear) {
  const auto histogram = make_histogram(
      counts_of({{*make_year(2005), 5}, {*make_day(2024, 2, 29), 1}, {*make_month(2014, 7), 2}}),
      std::nullopt, std::nullopt);
  EXPECT_EQ(histogram.interval, Interval::kYear);
  EXPECT_EQ(histogram.vague, 0U);
  EXPECT_THAT(filled(histogram), ElementsAre("2005-01-01..2005-12-31 5", "2014-01-01..2014-12-31 2",
                                             "2024-01-01..2024-12-31 1"));
}

TEST(DateHistogram, CoversTheSpanThatWasAskedFor) {
  const auto histogram = make_histogram(counts_of({{*make_day(2023, 5, 8), 1}}),
                                        make_month(2023, 5), make_month(2023, 5));
  EXPECT_EQ(histogram.interval, Interval::kDay);
  EXPECT_EQ(histogram.steps.size(), 31U);
  EXPECT_EQ(to_iso_date(histogram.steps.front().first), "2023-05-01");
}

TEST(DateHistogram, OfNothingIsEmpty) {
  EXPECT_THAT(make_histogram({}, make_year(2023), make_year(2023)).steps, IsEmpty());
}

TEST(DateHistogram, LosesNoArticleAndLeavesNoGap) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::map<std::string, DateCount> dates;
    std::uint64_t total = 0;
    const int span = 1 << (random() % 14U);
    for (int i = 0; i < 30; ++i) {
      auto date =
          calendar::from_days(15'000 + static_cast<int>(random() % static_cast<unsigned>(span)));
      if (random() % 5U == 0) date = *make_month(date.year, date.month);
      if (random() % 9U == 0) date = *make_year(date.year);
      DateCount& counted = dates[schema::date_value(date)];
      counted.date = date;
      ++counted.count;
      ++total;
    }
    DateCounts counts;
    for (const auto& [value, counted] : dates) counts.dates.push_back(counted);
    const auto histogram = make_histogram(counts, std::nullopt, std::nullopt);
    std::uint64_t found = histogram.vague;
    for (std::size_t i = 0; i < histogram.steps.size(); ++i) {
      found += histogram.steps[i].count;
      if (i == 0) continue;
      ASSERT_EQ(first_day(histogram.steps[i].first), last_day(histogram.steps[i - 1].last) + 1);
    }
    ASSERT_EQ(found, total);
    ASSERT_LE(histogram.steps.size(), 75U);
  }
}

}  // namespace
}  // namespace tinlang::search
