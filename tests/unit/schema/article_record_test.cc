#include "indexer/schema/article_record.h"

#include <string>

#include <gtest/gtest.h>

namespace tinlang::schema {
namespace {

using calendar::make_day;
using calendar::make_month;
using calendar::make_year;

ArticleRecord full_record() {
  ArticleRecord record;
  record.id = std::string(64, 'a');
  record.url = "http://a.vn/x";
  record.source = "a/x.html";
  record.site = "a.vn";
  record.site_name = "Cổng A";
  record.title = "Tiêu đề";
  record.lead = "Mở đầu";
  record.body = "Mở đầu\n\nĐoạn hai";
  record.captions = {"Toàn cảnh"};
  record.byline = "Lan Anh";
  record.language = "vi";
  record.captured_at = "2026-01-05T03:00:00Z";
  record.sha256 = std::string(64, 'b');
  record.published = calendar::at_minute(*make_day(2023, 5, 8), 14, 30);
  record.modified = make_day(2023, 5, 9);
  record.event = make_month(2023, 5);
  record.localities = {{{"40", "428"},
                        {"Nghệ An", "Thanh Chương"},
                        true,
                        0.75,
                        {{TextPart::kTitle, 0, 0, 8}, {TextPart::kBody, 0, 70'000, 70'013}}}};
  record.officials = {{"id-1",
                       "Đỗ Xuân Nam",
                       {{"Bí thư Huyện ủy", "Huyện ủy", "404", true, true}},
                       {{TextPart::kLead, 0, 3, 16}, {TextPart::kCaption, 2, 0, 14}}}};
  record.photo_credit = "Hải Triều";
  record.category = "Nông thôn mới";
  record.tags = {"hiến đất", "đường thôn"};
  record.attachments = {{"http://a.vn/kh.pdf", "Kế hoạch 45"}};
  record.original = "http://b.vn/y";
  return record;
}

TEST(ArticleRecord, ComesBackWhole) {
  const ArticleRecord record = full_record();
  const auto decoded = decode(encode(record));
  ASSERT_TRUE(decoded) << decoded.error().message;
  EXPECT_EQ(decoded->id, record.id);
  EXPECT_EQ(decoded->url, record.url);
  EXPECT_EQ(decoded->source, record.source);
  EXPECT_EQ(decoded->site, record.site);
  EXPECT_EQ(decoded->site_name, record.site_name);
  EXPECT_EQ(decoded->title, record.title);
  EXPECT_EQ(decoded->lead, record.lead);
  EXPECT_EQ(decoded->body, record.body);
  EXPECT_EQ(decoded->captions, record.captions);
  EXPECT_EQ(decoded->byline, record.byline);
  EXPECT_EQ(decoded->language, record.language);
  EXPECT_EQ(decoded->captured_at, record.captured_at);
  EXPECT_EQ(decoded->sha256, record.sha256);
  EXPECT_EQ(decoded->published, record.published);
  EXPECT_EQ(decoded->modified, record.modified);
  EXPECT_EQ(decoded->event, record.event);
  EXPECT_EQ(decoded->photo_credit, record.photo_credit);
  EXPECT_EQ(decoded->category, record.category);
  EXPECT_EQ(decoded->tags, record.tags);
  ASSERT_EQ(decoded->attachments.size(), 1U);
  EXPECT_EQ(decoded->attachments[0].url, record.attachments[0].url);
  EXPECT_EQ(decoded->attachments[0].text, record.attachments[0].text);
  EXPECT_EQ(decoded->original, record.original);
  ASSERT_EQ(decoded->localities.size(), 1U);
  EXPECT_EQ(decoded->localities[0].codes, record.localities[0].codes);
  EXPECT_EQ(decoded->localities[0].path, record.localities[0].path);
  EXPECT_TRUE(decoded->localities[0].main);
  EXPECT_EQ(decoded->localities[0].confidence, 0.75);
  ASSERT_EQ(decoded->officials.size(), 1U);
  EXPECT_EQ(decoded->officials[0].id, "id-1");
  EXPECT_EQ(decoded->officials[0].name, "Đỗ Xuân Nam");
  ASSERT_EQ(decoded->officials[0].posts.size(), 1U);
  EXPECT_EQ(decoded->officials[0].posts[0].title, "Bí thư Huyện ủy");
  EXPECT_EQ(decoded->officials[0].posts[0].body, "Huyện ủy");
  EXPECT_EQ(decoded->officials[0].posts[0].locality, "404");
  EXPECT_TRUE(decoded->officials[0].posts[0].former);
  EXPECT_TRUE(decoded->officials[0].posts[0].acting);
  EXPECT_EQ(decoded->localities[0].evidence, record.localities[0].evidence);
  EXPECT_EQ(decoded->officials[0].evidence, record.officials[0].evidence);
}

TEST(ArticleRecord, KeepsManySpansInAFewBytesEach) {
  constexpr std::size_t kSpans = 1'000;
  constexpr std::size_t kMostBytesOfSpan = 8;
  ArticleRecord record = full_record();
  const std::size_t without = encode(record).size();
  for (std::size_t i = 0; i < kSpans; ++i) {
    const std::size_t begin = i * 37 + i * i % 29;
    record.officials[0].evidence.push_back({TextPart::kBody, 0, begin, begin + 12 + i % 7});
  }
  EXPECT_LE(encode(record).size() - without, kSpans * kMostBytesOfSpan);
  EXPECT_EQ(decode(encode(record))->officials[0].evidence, record.officials[0].evidence);
}

TEST(ArticleRecord, KeepsUnknownDatesUnknown) {
  ArticleRecord record = full_record();
  record.published.reset();
  record.event.reset();
  const auto decoded = decode(encode(record));
  ASSERT_TRUE(decoded);
  EXPECT_FALSE(decoded->published);
  EXPECT_FALSE(filing_date(*decoded));
}

TEST(ArticleRecord, IsFiledUnderItsPublicationElseItsEvent) {
  ArticleRecord record = full_record();
  EXPECT_EQ(filing_date(record), record.published);
  record.published.reset();
  EXPECT_EQ(filing_date(record), record.event);
}

TEST(ArticleRecordErrors, RefuseForeignAndCutBytes) {
  const std::string stored = encode(full_record());
  for (std::size_t size = 0; size < stored.size(); ++size) {
    const auto decoded = decode(std::string_view(stored).substr(0, size));
    ASSERT_FALSE(decoded) << size;
    EXPECT_EQ(decoded.error().code, ErrorCode::kIncompatible);
  }
  EXPECT_FALSE(decode("{\"id\": 1}"));
}

TEST(DateValue, SortsByDayAndComesBackWithItsPrecision) {
  auto quarter = make_month(2023, 4);
  quarter->precision = calendar::Precision::kQuarter;
  const std::vector<std::pair<std::optional<calendar::Date>, std::string>> cases = {
      {std::nullopt, ""},
      {make_year(2023), "20230000y"},
      {quarter, "20230400q"},
      {make_month(2023, 5), "20230500m"},
      {make_day(2023, 5, 8), "20230508d"},
      {make_day(2023, 12, 31), "20231231d"}};
  std::string before;
  for (const auto& [date, value] : cases) {
    EXPECT_EQ(date_value(date), value);
    EXPECT_EQ(parse_date_value(value), date);
    EXPECT_LE(before, value);
    before = value;
  }
}

TEST(DateValue, DropsTheTimeOfDay) {
  EXPECT_EQ(date_value(calendar::at_minute(*make_day(2023, 5, 8), 14, 30)), "20230508d");
}

TEST(DateValue, IsNoDateWhenForeign) {
  for (const char* foreign : {"2023", "20231301d", "20230230d", "20230508x", "2023050ad"}) {
    EXPECT_FALSE(parse_date_value(foreign)) << foreign;
  }
}

}  // namespace
}  // namespace tinlang::schema
