#include "indexer/writer/document_builder.h"

#include <string>

#include <gtest/gtest.h>

#include "indexer/schema/fields.h"

namespace tinlang::writer {
namespace {

using schema::FieldId;
using schema::make_term;

schema::ArticleRecord sample_record() {
  schema::ArticleRecord record;
  record.id = std::string(64, 'a');
  record.site = "thanhchuong.nghean.gov.vn";
  record.title = "Hội nghị Huyện uỷ";
  record.body = "Đồng chí Bí thư dự. Nghị quyết 28-NQ/TU.\n\nThanh Giang";
  record.captions = {"Toàn cảnh"};
  record.byline = "Lan Anh";
  record.sha256 = std::string(64, 'b');
  record.published = calendar::make_day(2023, 5, 8);
  record.localities = {{{"40", "428"}, {"Nghệ An", "Thanh Chương"}, true, 0.9},
                       {{"38"}, {"Thanh Hóa"}, false, 0.5},
                       {{"30", "298"}, {"Hải Dương", "Ninh Giang"}, false, 0.5}};
  record.officials = {{"a-1",
                       "A",
                       {{"Bí thư Huyện ủy", "Huyện ủy", "428", false},
                        {"nguyên Trưởng\tphòng Y tế", "", "", true}}},
                      {"b-2", "B", {}}};
  return record;
}

class DocumentBuilderTest : public ::testing::Test {
 protected:
  Xapian::Document build(const schema::ArticleRecord& record) {
    auto analyzer = text::Analyzer::create();
    return build_document(record, *analyzer);
  }
  static bool has(const Xapian::Document& document, const std::string& term) {
    return wdf(document, term).has_value();
  }
  static std::optional<Xapian::termcount> wdf(const Xapian::Document& document,
                                              const std::string& term) {
    auto found = document.termlist_begin();
    found.skip_to(term);
    if (found == document.termlist_end() || *found != term) return std::nullopt;
    return found.get_wdf();
  }
};

TEST_F(DocumentBuilderTest, WritesTheThreeFamiliesOfTheBody) {
  const auto document = build(sample_record());
  EXPECT_EQ(wdf(document, make_term(FieldId::kBody, "giang")), 1U);
  EXPECT_EQ(wdf(document, make_term(FieldId::kFolded, "giang")), 1U);
  EXPECT_EQ(wdf(document, make_term(FieldId::kBigram, "thanh giang")), 1U);
  EXPECT_TRUE(has(document, make_term(FieldId::kBody, "anh")));    // byline
  EXPECT_TRUE(has(document, make_term(FieldId::kBody, "canh3")));  // caption
}

TEST_F(DocumentBuilderTest, CountsTheTitleMoreAndGivesItAFieldOfItsOwn) {
  const auto document = build(sample_record());
  EXPECT_EQ(wdf(document, make_term(FieldId::kBody, "uy3")), schema::kTitleWeight);
  EXPECT_EQ(wdf(document, make_term(FieldId::kBigram, "huyen uy")), schema::kTitleWeight);
  EXPECT_TRUE(has(document, make_term(FieldId::kTitle, "uy3")));
  EXPECT_FALSE(has(document, make_term(FieldId::kTitle, "giang")));
}

TEST_F(DocumentBuilderTest, JoinsNoWordsAcrossSentencesAndTexts) {
  const auto document = build(sample_record());
  EXPECT_TRUE(has(document, make_term(FieldId::kBigram, "bi thu")));
  EXPECT_FALSE(has(document, make_term(FieldId::kBigram, "du nghi")));     // over a full stop
  EXPECT_FALSE(has(document, make_term(FieldId::kBigram, "uy dong")));     // title, body
  EXPECT_FALSE(has(document, make_term(FieldId::kBigram, "giang toan")));  // body, caption
}

TEST_F(DocumentBuilderTest, WritesEveryFilter) {
  const auto document = build(sample_record());
  EXPECT_EQ(wdf(document, "Q" + std::string(64, 'a')), 0U);
  for (const char* term :
       {"Hthanhchuong.nghean.gov.vn", "Hnghean.gov.vn", "Hgov.vn", "XL:40", "XL:428", "XK:40",
        "XK:428", "XK:38", "XO:a-1", "XO:b-2", "XP:bi-thu-huyen-uy", "XY:2023", "XM:2023-05",
        "XD:2023-05-08", "XN:28-nq/tu"}) {
    EXPECT_EQ(wdf(document, term), 0U) << term;
  }
  EXPECT_FALSE(has(document, "XL:38"));  // only mentioned
}

TEST_F(DocumentBuilderTest, FilesVagueDatesOnlyUnderWhatIsKnown) {
  auto record = sample_record();
  record.published.reset();
  record.event = calendar::make_year(2023);
  auto document = build(record);
  EXPECT_TRUE(has(document, "XY:2023"));
  EXPECT_FALSE(has(document, "XM:2023-01"));

  record.event = calendar::make_month(2023, 4);
  record.event->precision = calendar::Precision::kQuarter;
  document = build(record);
  EXPECT_TRUE(has(document, "XY:2023"));
  EXPECT_FALSE(has(document, "XM:2023-04"));

  record.event.reset();
  document = build(record);
  EXPECT_FALSE(has(document, "XY:2023"));
  EXPECT_EQ(document.get_value(static_cast<Xapian::valueno>(schema::ValueSlot::kDate)), "");
}

TEST_F(DocumentBuilderTest, WritesTheColumnsAndTheRecord) {
  const auto document = build(sample_record());
  const auto value = [&](schema::ValueSlot slot) {
    return document.get_value(static_cast<Xapian::valueno>(slot));
  };
  EXPECT_EQ(value(schema::ValueSlot::kDate), "20230508d");
  EXPECT_EQ(value(schema::ValueSlot::kContentHash), std::string(64, 'b'));
  EXPECT_EQ(value(schema::ValueSlot::kLocality), "40/428");
  EXPECT_EQ(value(schema::ValueSlot::kMentions), "38 30/298");
  EXPECT_EQ(value(schema::ValueSlot::kPosts),
            "a-1\tBí thư Huyện ủy\tHuyện ủy\t428\t\n"
            "a-1\tTrưởng phòng Y tế\t\t\tf\n"
            "b-2\t\t\t\t\n");
  EXPECT_EQ(value(schema::ValueSlot::kSite), "thanhchuong.nghean.gov.vn");
  EXPECT_EQ(schema::decode(document.get_data())->title, "Hội nghị Huyện uỷ");
}

TEST_F(DocumentBuilderTest, MakesNoTermThatXapianRefuses) {
  auto record = sample_record();
  record.body = std::string(5000, 'x') + " " + std::string(300, 'y') + "@" + std::string(300, 'z');
  record.site = std::string(500, 's');
  record.officials[0].posts[0].title = std::string(900, 'p');
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  EXPECT_NO_THROW(database.add_document(build(record)));
  EXPECT_EQ(database.get_doccount(), 1U);
}

}  // namespace
}  // namespace tinlang::writer
