#include "searchd/search/date_range.h"

#include <algorithm>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/schema/article_record.h"
#include "indexer/text/analyzer.h"
#include "indexer/writer/document_builder.h"

namespace tinlang::search {
namespace {

using calendar::Date;
using calendar::Precision;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(DateRange, IsOneTermForAWholeYear) {
  EXPECT_THAT(date_terms(calendar::make_month(2023, 1), calendar::make_day(2023, 12, 31)),
              ElementsAre("XY:2023"));
}

TEST(DateRange, TakesMonthsAndDaysAtItsEdges) {
  EXPECT_THAT(date_terms(calendar::make_day(2022, 11, 30), calendar::make_day(2024, 2, 1)),
              ElementsAre("XD:2022-11-30", "XM:2022-12", "XY:2023", "XM:2024-01", "XD:2024-02-01"));
}

TEST(DateRange, IsEmptyWhenItEndsBeforeItBegins) {
  EXPECT_THAT(date_terms(calendar::make_year(2024), calendar::make_year(2023)), IsEmpty());
}

TEST(DateRange, StaysSmallHoweverWide) {
  EXPECT_LT(date_terms(calendar::make_day(1945, 1, 2), calendar::make_day(2100, 12, 30)).size(),
            240U);
  EXPECT_EQ(date_terms(std::nullopt, std::nullopt).size(), 156U);
}

class RandomDates {
 public:
  Date next() {
    const int year = number(2021, 2024);
    const int month = number(1, 12);
    switch (number(0, 3)) {
      case 0:
        return *calendar::make_year(year);
      case 1:
        return *calendar::make_month(year, month);
      case 2: {
        Date quarter = *calendar::make_month(year, 1 + 3 * number(0, 3));
        quarter.precision = Precision::kQuarter;
        return quarter;
      }
      default:
        return *calendar::make_day(year, month, number(1, 28));
    }
  }
  bool coin() { return number(0, 1) == 0; }

 private:
  int number(int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random_);
  }
  std::mt19937 random_{2023};
};

// What the terms stand for: a quarter is filed under its year alone.
bool lies_inside(const Date& date, const Date& from, const Date& to) {
  const Date filed = date.precision == Precision::kQuarter ? *calendar::make_year(date.year) : date;
  return first_day(from) <= first_day(filed) && last_day(filed) <= last_day(to);
}

TEST(DateRange, MatchesTheDocumentsWhoseDateLiesWhollyInside) {
  RandomDates dates;
  auto analyzer = text::Analyzer::create();
  int inside = 0;
  for (int round = 0; round < 600; ++round) {
    schema::ArticleRecord record;
    record.published = dates.next();
    const Date from = dates.next();
    const Date to = dates.next();
    const auto asked = date_terms(from, to);
    const Xapian::Document document = writer::build_document(record, *analyzer);
    const bool found = std::any_of(
        document.termlist_begin(), document.termlist_end(), [&](const std::string& term) {
          return std::find(asked.begin(), asked.end(), term) != asked.end();
        });
    ASSERT_EQ(found, lies_inside(*record.published, from, to))
        << to_iso_date(*record.published) << " in " << to_iso_date(from) << ".." << to_iso_date(to);
    inside += found ? 1 : 0;
  }
  EXPECT_GT(inside, 50);  // the check above can fail both ways
}

}  // namespace
}  // namespace tinlang::search
