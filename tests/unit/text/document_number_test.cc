#include "indexer/text/document_number.h"

#include <ostream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tinlang::text {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> numbers_in(std::string_view text) {
  std::vector<std::string> numbers;
  for (const DocumentNumber& found : find_document_numbers(text)) numbers.push_back(found.number);
  return numbers;
}

struct NumberCase {
  const char* name;
  std::string text;
  std::string number;
};

void PrintTo(const NumberCase& test, std::ostream* out) { *out << test.name; }

class AcceptedNumberTest : public testing::TestWithParam<NumberCase> {};

TEST_P(AcceptedNumberTest, IsFoundInLowerCaseWithoutSpaces) {
  EXPECT_THAT(numbers_in(GetParam().text), ElementsAre(GetParam().number)) << GetParam().text;
  EXPECT_THAT(numbers_in(GetParam().number), ElementsAre(GetParam().number));
}

INSTANTIATE_TEST_SUITE_P(
    Texts, AcceptedNumberTest,
    testing::Values(NumberCase{"State", "Quyết định số 123/QĐ-UBND ngày 1/2/2023", "123/qđ-ubnd"},
                    NumberCase{"Party", "Nghị quyết số 28-NQ/TW", "28-nq/tw"},
                    NumberCase{"WithYear", "05/2024/NQ-HĐND của", "05/2024/nq-hđnd"},
                    NumberCase{"FullStop", "theo 1811/QĐ-UBND.", "1811/qđ-ubnd"},
                    NumberCase{"District", "(12-CT/HU)", "12-ct/hu"},
                    NumberCase{"AfterAColon", "Số: 45/KH-BCĐ", "45/kh-bcđ"},
                    NumberCase{"ColonWithoutSpace", "Số:45/KH-BCĐ", "45/kh-bcđ"},
                    NumberCase{"GluedToTheWordNumber", "số45/KH-BCĐ", "45/kh-bcđ"},
                    NumberCase{"Spaces", "28 - NQ/TW", "28-nq/tw"},
                    NumberCase{"SpacesOnOneSide", "123/ QĐ -UBND", "123/qđ-ubnd"},
                    NumberCase{"NoBreakSpaces", "123\u00A0/\u00A0QĐ-UBND", "123/qđ-ubnd"},
                    NumberCase{"SpacesAroundTheYear", "05 / 2024 / NQ-HĐND", "05/2024/nq-hđnd"},
                    NumberCase{"EnDash", "128–QĐ/TW", "128-qđ/tw"},
                    NumberCase{"SmallLetters", "tìm 28-nq/tw", "28-nq/tw"},
                    NumberCase{"Unmarked", "123/qd-ubnd", "123/qd-ubnd"},
                    NumberCase{"MixedCase", "10/CT-TTg về", "10/ct-ttg"},
                    NumberCase{"SeveralBodies", "12/2023/TTLT-BYT-BTC", "12/2023/ttlt-byt-btc"},
                    NumberCase{"Law", "Luật số 59/2020/QH14", "59/2020/qh14"},
                    NumberCase{"Letter", "1234/UBND-VX,", "1234/ubnd-vx"},
                    NumberCase{"LetterAfterTheNumber", "12a/QĐ-UBND", "12a/qđ-ubnd"},
                    NumberCase{"DottedBody", "28-NQ/T.Ư.", "28-nq/t.ư"},
                    NumberCase{"AtTheEndOfTheText", "12-CT/HU", "12-ct/hu"}),
    [](const auto& test) { return test.param.name; });

class RefusedNumberTest : public testing::TestWithParam<NumberCase> {};

TEST_P(RefusedNumberTest, IsNoDocumentNumber) {
  EXPECT_THAT(numbers_in(GetParam().text), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(
    Texts, RefusedNumberTest,
    testing::Values(
        NumberCase{"Fraction", "đạt 9/19 tiêu chí", ""}, NumberCase{"Date", "ngày 21/4/2023", ""},
        NumberCase{"DateThenBody", "ngày 21/4/2023-UBND", ""},
        NumberCase{"Term", "nhiệm kỳ 2020-2025", ""},
        NumberCase{"FractionThenBody", "24/7 - UBND xã", ""},
        NumberCase{"Share", "17/17 xã - thị trấn", ""},
        NumberCase{"OneUnitPerAnother", "200 tấn/năm, 5 kg/ha", ""},
        NumberCase{"BodiesBesideEachOther", "UBND/HĐND", ""},
        NumberCase{"NumberAndBodies", "21-UBND/HĐND", ""},
        NumberCase{"SpacedWordsAfterASlash", "12/người - ngày", ""},
        NumberCase{"SmallWords", "3/tháng-năm", ""},
        NumberCase{"AddressOfAPage", "x.gov.vn/12/tin-tuc", ""},
        NumberCase{"TooManyDigits", "1234567/QĐ-UBND", ""}, NumberCase{"OnlyTheKind", "12/QĐ", ""},
        NumberCase{"GluedToAWord", "abc12/QĐ-UBND", ""}, NumberCase{"Slashes", "////-/-/1/-/", ""}),
    [](const auto& test) { return test.param.name; });

TEST(DocumentNumbers, HaveOffsetsOfTheWholeNumber) {
  const std::string text = "Số: 28 - NQ/TW.";
  const auto found = find_document_numbers(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text.substr(found[0].begin, found[0].end - found[0].begin), "28 - NQ/TW");
}

TEST(DocumentNumbers, AreFoundInOrder) {
  EXPECT_THAT(numbers_in("Số 1/QĐ-UBND, 2-NQ/TU và 3/2020/NĐ-CP; 4/BC-UBND"),
              ElementsAre("1/qđ-ubnd", "2-nq/tu", "3/2020/nđ-cp", "4/bc-ubnd"));
}

}  // namespace
}  // namespace tinlang::text
