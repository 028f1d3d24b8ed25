#include "searchd/search/name_marks.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/search/searcher_fixture.h"

namespace tinlang::search {
namespace {

using schema::TextPart;
using schema::TextSpan;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// The bytes of the first `words` in `text` at or after `from`.
TextSpan find(const std::string& text, const std::string& words, TextPart part,
              std::size_t item = 0, std::size_t from = 0) {
  const std::size_t begin = text.find(words, from);
  EXPECT_NE(begin, std::string::npos) << words;
  return {part, item, begin, begin + words.size()};
}

std::string code_points(const std::string& text, std::size_t begin, std::size_t end) {
  std::string cut;
  std::size_t point = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U;
    if (begins) ++point;
    if (point > begin && point <= end) cut += text[i];
  }
  return cut;
}

class NameMarksTest : public SearcherTest {
 protected:
  // An article that names one official of Thanh Chương.
  static schema::ArticleRecord article(std::string body) {
    auto record = testing::make_article("a", "Tin huyện Thanh Chương", std::move(body));
    record.officials = {
        {"thiem-1", "Đậu Bá Thiềm", {{"Bí thư Huyện ủy", "Huyện ủy", kDistrict, false}}}};
    record.localities = {{{kProvince, kDistrict}, {"Nghệ An", "Thanh Chương"}, true, 0.9}};
    return record;
  }

  static std::string text_of(const schema::ArticleRecord& record, const NameMark& mark) {
    switch (mark.part) {
      case TextPart::kTitle:
        return record.title;
      case TextPart::kLead:
        return record.lead;
      case TextPart::kBody:
        return std::string(paragraphs_of(record.body).at(mark.item));
      case TextPart::kCaption:
        return record.captions.at(mark.item);
    }
    return "";
  }

  std::vector<std::string> marked(const schema::ArticleRecord& record) const {
    std::vector<std::string> words;
    for (const NameMark& mark : name_marks(record, gazetteer_)) {
      words.push_back(mark.value + ": " + code_points(text_of(record, mark), mark.begin, mark.end));
    }
    return words;
  }
};

TEST_F(NameMarksTest, StandInEveryPartOfTheArticleWhereTheTextSaysSo) {
  auto record = article("Huyện họp.\n\nÔng Đậu Bá Thiềm và huyện ủy Thanh Chương.");
  record.lead = "Ông Đậu Bá Thiềm nói";
  record.captions = {"Toàn cảnh", "Ông ĐẬU BÁ THIỀM"};
  record.officials[0].evidence = {find(record.lead, "Đậu Bá Thiềm", TextPart::kLead),
                                  find(record.body, "Đậu Bá Thiềm", TextPart::kBody),
                                  find(record.captions[1], "ĐẬU BÁ THIỀM", TextPart::kCaption, 1)};
  record.localities[0].evidence = {find(record.title, "huyện Thanh Chương", TextPart::kTitle),
                                   find(record.body, "huyện ủy Thanh Chương", TextPart::kBody)};
  EXPECT_THAT(marked(record), ElementsAre("428: huyện Thanh Chương", "thiem-1: Đậu Bá Thiềm",
                                          "thiem-1: Đậu Bá Thiềm", "428: huyện ủy Thanh Chương",
                                          "thiem-1: ĐẬU BÁ THIỀM"));
  const auto marks = name_marks(record, gazetteer_);
  EXPECT_EQ(marks[2].part, TextPart::kBody);
  EXPECT_EQ(marks[2].item, 1U) << "the second paragraph";
  EXPECT_EQ(marks[2].begin, 4U) << "code points of it";
}

TEST_F(NameMarksTest, CountCodePointsOfLettersBeyondTheBasicPlaneAndOfMarks) {
  // Two letters of four bytes, then a letter whose mark no composed letter has.
  auto record = article("\U0001D482\U0001F3E0 q\u0303 Đậu Bá Thiềm");
  record.officials[0].evidence = {find(record.body, "Đậu Bá Thiềm", TextPart::kBody)};
  const auto marks = name_marks(record, gazetteer_);
  ASSERT_THAT(marks, SizeIs(1));
  EXPECT_EQ(std::pair(marks[0].begin, marks[0].end), std::pair(std::size_t{6}, std::size_t{18}));
}

TEST_F(NameMarksTest, AreNeverShownWhereTheTextDoesNotSayTheName) {
  auto record = article("Ông Đậu Bá Thiềm và ông Lò Văn Ín ở huyện Nam Đàn.\n\nHết.");
  const std::size_t size = record.body.size();
  const auto name = find(record.body, "Đậu Bá Thiềm", TextPart::kBody);
  const TextSpan wrong[] = {
      find(record.body, "Lò Văn Ín", TextPart::kBody),
      find(record.body, "ông Lò Văn Ín", TextPart::kBody),
      {TextPart::kBody, 0, name.begin, name.end - 1},  // inside of a letter
      {TextPart::kBody, 0, name.begin + 1, name.end},
      {TextPart::kBody, 0, name.begin + 4, name.end + 4},
      {TextPart::kBody, 0, name.end, name.begin},
      {TextPart::kBody, 0, name.begin, name.begin},
      {TextPart::kBody, 0, name.begin, size + 100},
      {TextPart::kBody, 0, size + 5, size + 10},
      {TextPart::kBody, 0, 4, size},  // over the end of a paragraph
      {TextPart::kCaption, 7, 0, 5},
      {TextPart::kLead, 0, 0, 5},
  };
  for (const TextSpan& span : wrong) {
    record.officials[0].evidence = {span};
    record.localities[0].evidence = {span};
    EXPECT_THAT(marked(record), IsEmpty()) << span.begin << " - " << span.end;
  }
  record.officials[0].evidence = {name};
  record.localities[0].evidence = {find(record.body, "huyện Nam Đàn", TextPart::kBody)};
  EXPECT_THAT(marked(record), ElementsAre("thiem-1: Đậu Bá Thiềm")) << "another district";
}

TEST_F(NameMarksTest, CutNoLetterFromItsMark) {
  auto record = article("Bà Lò Mai\u0323 nói");
  record.officials[0].name = "Lò Mai";
  record.officials[0].evidence = {find(record.body, "Lò Mai", TextPart::kBody)};
  EXPECT_THAT(marked(record), IsEmpty());
}

TEST_F(NameMarksTest, KnowANameByItsEndAndAUnitByItsAlias) {
  auto record = article("Đồng chí Thiềm thăm TP. Hồ Chí Minh, TP.HCM.");
  record.officials[0].evidence = {find(record.body, "Thiềm", TextPart::kBody)};
  record.localities[0] = {{"79"}, {"Hồ Chí Minh"}, true, 1};
  record.localities[0].evidence = {find(record.body, "TP. Hồ Chí Minh", TextPart::kBody),
                                   find(record.body, "TP.HCM", TextPart::kBody)};
  const auto found = marked(record);
  ASSERT_GE(found.size(), 2U);
  EXPECT_EQ(found[0], "thiem-1: Thiềm");
  EXPECT_EQ(found[1], "79: TP. Hồ Chí Minh");
}

TEST_F(NameMarksTest, OfOverlappingOnesKeepPeopleThenTheLonger) {
  auto record = article("Ông Nguyễn Thanh Chương, Huyện ủy Thanh Chương, tỉnh Nghệ An.");
  record.officials[0].name = "Nguyễn Thanh Chương";
  record.officials[0].evidence = {find(record.body, "Nguyễn Thanh Chương", TextPart::kBody)};
  record.localities.push_back({{kProvince}, {"Nghệ An"}, false, 1});
  record.localities[0].evidence = {
      find(record.body, "Thanh Chương", TextPart::kBody),
      find(record.body, "Thanh Chương", TextPart::kBody, 0, record.body.find("Huyện")),
      find(record.body, "Huyện ủy Thanh Chương", TextPart::kBody)};
  record.localities[1].evidence = {find(record.body, "tỉnh Nghệ An", TextPart::kBody)};
  const std::vector<std::string> wanted = {"thiem-1: Nguyễn Thanh Chương",
                                           "428: Huyện ủy Thanh Chương", "40: tỉnh Nghệ An"};
  EXPECT_EQ(marked(record), wanted);
  std::reverse(record.localities.begin(), record.localities.end());
  std::reverse(record.localities[1].evidence.begin(), record.localities[1].evidence.end());
  EXPECT_EQ(marked(record), wanted) << "in whatever order they come";
}

TEST_F(NameMarksTest, LeaveOutWhatMayMeanTwoPeople) {
  auto record = article("Ông Đậu Bá Thiềm.");
  record.officials.push_back(record.officials[0]);
  for (auto& official : record.officials) {
    official.evidence = {find(record.body, "Đậu Bá Thiềm", TextPart::kBody)};
  }
  EXPECT_THAT(marked(record), ElementsAre("thiem-1: Đậu Bá Thiềm")) << "one person, said twice";
  record.officials[1].id = "thiem-2";
  EXPECT_THAT(marked(record), IsEmpty());
}

TEST_F(NameMarksTest, OfALongLineOfNamesTakeTimeThatGrowsWithIt) {
  constexpr std::size_t kNames = 5'000;
  auto record = article("");
  for (std::size_t i = 0; i < kNames; ++i) {
    record.body += "Đậu Bá Thiềm, ";
    record.officials[0].evidence.push_back(
        find(record.body, "Đậu Bá Thiềm", TextPart::kBody, 0, record.body.size() - 20));
  }
  EXPECT_THAT(name_marks(record, gazetteer_), SizeIs(kNames));
}

TEST_F(NameMarksTest, OfAnArticleLeadToThePersonWhomACorrectionMakesOfTwo) {
  auto record = article("Ông Đậu Bá Thiềm, bà Lò Mai.");
  record.officials[0].evidence = {find(record.body, "Đậu Bá Thiềm", TextPart::kBody)};
  record.officials.push_back({"mai-1", "Lò Mai", {{"Chủ tịch Hội", "", kDistrict, false}}});
  record.officials[1].evidence = {find(record.body, "Lò Mai", TextPart::kBody)};
  auto elsewhere = testing::make_article("b", "Tin", "Ông Đậu Bá Thiềm.");
  elsewhere.officials = {{"thiem-9", "Đậu Bá Thiềm", {{"Giám đốc Sở", "", "01", false}}}};
  elsewhere.officials[0].evidence = {find(elsewhere.body, "Đậu Bá Thiềm", TextPart::kBody)};
  testing::write_index(index(), {record, elsewhere});
  const auto values = [&](const officials::Corrections& corrections, const std::string& id) {
    const auto searcher = Searcher::open(index(), gazetteer_, abbreviations_, corrections).value();
    const ArticlePage page = searcher.article({id, "", false, true}).value();
    std::vector<std::string> found;
    for (const NameMark& mark : page.names) found.push_back(mark.value);
    return found;
  };
  EXPECT_THAT(values({}, elsewhere.id), ElementsAre("thiem-9"));
  officials::Corrections corrections;
  corrections.merges = {{"thiem-1", "thiem-9", 2}};
  const auto merged = values(corrections, elsewhere.id);
  ASSERT_THAT(merged, SizeIs(1));
  EXPECT_EQ(merged[0], values(corrections, record.id).front()) << "one person in both articles";
  corrections.merges = {{"thiem-1", "mai-1", 2}};
  const auto both = values(corrections, record.id);
  ASSERT_THAT(both, SizeIs(2)) << "each under the name that the page has";
  EXPECT_EQ(both[0], both[1]);
}

}  // namespace
}  // namespace tinlang::search
