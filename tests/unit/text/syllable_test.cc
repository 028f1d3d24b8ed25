#include "indexer/text/syllable.h"

#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace tinlang::text {
namespace {

struct KeyCase {
  const char* name;
  std::string words;
  std::string canonical;
  std::string folded;
};

void PrintTo(const KeyCase& test, std::ostream* out) { *out << test.name; }

class KeysTest : public testing::TestWithParam<KeyCase> {};

TEST_P(KeysTest, AreThoseOfTheWordAndStable) {
  const KeyCase& test = GetParam();
  EXPECT_EQ(canonical_key(test.words), test.canonical);
  EXPECT_EQ(fold_key(test.words), test.folded);
  EXPECT_EQ(canonical_key(test.canonical), test.canonical);
  EXPECT_EQ(fold_key(test.folded), test.folded);
}

INSTANTIATE_TEST_SUITE_P(
    Words, KeysTest,
    testing::Values(
        KeyCase{"Empty", "", "", ""}, KeyCase{"OldPlacement", "Hòa", "hoa2", "hoa"},
        KeyCase{"NewPlacement", "hoà", "hoa2", "hoa"}, KeyCase{"Capitals", "HÒA", "hoa2", "hoa"},
        KeyCase{"MisplacedTones", "lọai cuả qúy thủơ", "loai5 cua3 quy1 thuơ3",
                "loai cua quy thuo"},
        KeyCase{"EveryTone", "à á ả ã ạ", "a2 a1 a3 a4 a5", "a a a a a"},
        KeyCase{"EveryQuality", "ăâêôơưđ ĂÂÊÔƠƯĐ", "ăâêôơưđ ăâêôơưđ", "aaeooud aaeooud"},
        KeyCase{"Phrase", " Huyện\u00A0 Ủy\n", "huyên5 uy3", "huyen uy"},
        KeyCase{"Decomposed", "Hue\u0302\u0323", "huê5", "hue"},
        KeyCase{"TwoTonesAreOnlyLowerCased", "ĐẠIHỘI", "đạihội", "daihoi"},
        KeyCase{"EthForStrokedD", "ÐẮK ðô", "đăk1 đô", "dak do"},
        KeyCase{"Apostrophes", "H’leo H‘leo HʼLEO H`leo H´leo H'leo",
                "h'leo h'leo h'leo h'leo h'leo h'leo", "h'leo h'leo h'leo h'leo h'leo h'leo"},
        KeyCase{"Dashes", "VH–XH VH‑XH", "vh-xh vh-xh", "vh-xh vh-xh"},
        KeyCase{"Invisible", "qu\u00ADả \uFEFFxã", "qua3 xa4", "qua xa"},
        KeyCase{"OnlyInvisible", "\u00AD \u200B", "", ""},
        KeyCase{"CyrillicInsideALatinWord", "Тhọ сао", "tho5 сао", "tho сао"},
        KeyCase{"OtherLanguages", "Café Ñandú Škoda", "cafe1 ñandú škoda", "cafe nandu skoda"},
        KeyCase{"CompatibilityForms", "m² ２０２３", "m2 2023", "m2 2023"},
        KeyCase{"NumbersAndSigns", "1.174,45 QL1A", "1.174,45 ql1a", "1.174,45 ql1a"}),
    [](const auto& test) { return test.param.name; });

TEST(Keys, AreEmptyForMalformedWords) {
  EXPECT_EQ(canonical_key("xã \xE1\xBB"), "");
  EXPECT_EQ(fold_key("\x80"), "");
}

TEST(Keys, OfAWordLongerThanTheQuickWayAreTheSame) {
  const std::string long_word(100, 'A');
  EXPECT_EQ(canonical_key(long_word + "Á"), std::string(101, 'a') + "1");
  EXPECT_EQ(fold_key(long_word + "Á"), std::string(101, 'a'));
}

struct WordCase {
  std::string word;
};

void PrintTo(const WordCase& test, std::ostream* out) { *out << fold_key(test.word); }

class AcceptedSyllableTest : public testing::TestWithParam<WordCase> {};
TEST_P(AcceptedSyllableTest, IsSpeltLikeOne) {
  EXPECT_TRUE(is_vietnamese_syllable(GetParam().word)) << GetParam().word;
}

class RefusedSyllableTest : public testing::TestWithParam<WordCase> {};
TEST_P(RefusedSyllableTest, IsNotSpeltLikeOne) {
  EXPECT_FALSE(is_vietnamese_syllable(GetParam().word)) << GetParam().word;
}

std::vector<WordCase> words_of(std::string_view list) {
  std::vector<WordCase> words;
  while (!list.empty()) {
    const std::size_t end = list.find(' ');
    words.push_back({std::string(list.substr(0, end))});
    list.remove_prefix(end == std::string_view::npos ? list.size() : end + 1);
  }
  return words;
}

INSTANTIATE_TEST_SUITE_P(
    Words, AcceptedSyllableTest,
    testing::ValuesIn(words_of(
        "ủy uỷ Huyện ĐẢNG nghiêng nghị ngành người gì gìn giếng giặt già giữ quốc quý quyết quỳnh "
        "quá khuỷu khuya thuở hươu rượu yêu yến ỉa ốc xoong hoặc ngoằn kỳ kỷ cử ghế gặp phường "
        "trường sỹ Vy thuý hoà lọai qúy nuoc nguoi viet hoc Quoc dang uy uoc giup ke cho")));

INSTANTIATE_TEST_SUITE_P(
    Words, RefusedSyllableTest,
    testing::ValuesIn(words_of(
        "HĐND TP Kpă krông đạohội quahiện hànội ká cế ghà ngế nghà gế iên hoc̀ việp̀ họcc viẹc "
        "cất́ học̉ hãc bàp tìch viêt đat frông zà wơ hjk hello 2023 xã1 n' H'Hòa")));

TEST(VietnameseSyllable, MayBeDecomposed) {
  EXPECT_TRUE(is_vietnamese_syllable("Hue\u0302\u0323"));
  EXPECT_FALSE(is_vietnamese_syllable("Huze\u0302\u0323"));
}

TEST(VietnameseSyllable, IsNeitherEmptyNorMalformed) {
  EXPECT_FALSE(is_vietnamese_syllable(""));
  EXPECT_FALSE(is_vietnamese_syllable("x\xE1"));
}

struct DisplayCase {
  std::string words;
  std::string shown;
};

void PrintTo(const DisplayCase& test, std::ostream* out) { *out << fold_key(test.words); }

class DisplaySpellingTest : public testing::TestWithParam<DisplayCase> {};

TEST_P(DisplaySpellingTest, PutsTheToneWhereTheOldStyleDoes) {
  EXPECT_EQ(display_spelling(GetParam().words), GetParam().shown);
  EXPECT_EQ(display_spelling(GetParam().shown), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(
    Words, DisplaySpellingTest,
    testing::Values(
        DisplayCase{"Hoà", "Hòa"}, DisplayCase{"HOÀ", "HÒA"}, DisplayCase{"Thuý", "Thúy"},
        DisplayCase{"Uỷ", "Ủy"}, DisplayCase{"khoẻ", "khỏe"}, DisplayCase{"tòan", "toàn"},
        DisplayCase{"hoặc", "hoặc"}, DisplayCase{"thuyền", "thuyền"}, DisplayCase{"qúy", "quý"},
        DisplayCase{"QÚA", "QUÁ"}, DisplayCase{"gìa", "già"}, DisplayCase{"gíup", "giúp"},
        DisplayCase{"gì", "gì"}, DisplayCase{"gìn", "gìn"}, DisplayCase{"gíêng", "giếng"},
        DisplayCase{"gíêng gíup", "giếng giúp"}, DisplayCase{"cuả", "của"},
        DisplayCase{"mưả", "mửa"}, DisplayCase{"ngừơi", "người"}, DisplayCase{"trừơng", "trường"},
        DisplayCase{"thủơ", "thuở"}, DisplayCase{"lọai", "loại"}, DisplayCase{"ngòai", "ngoài"},
        DisplayCase{"khủyu", "khuỷu"}, DisplayCase{"rựơu", "rượu"}, DisplayCase{"qúôc", "quốc"},
        DisplayCase{"tuỳ", "tùy"}, DisplayCase{"tủôi", "tuổi"}, DisplayCase{"kíên", "kiến"},
        DisplayCase{"gỉa", "giả"}, DisplayCase{"hoa\u0300", "hòa"},
        // The tone's place by the vowels of the syllable, open ones as lists of pairs.
        DisplayCase{"khoẻ khòe", "khỏe khòe"}, DisplayCase{"thuỷ thủy", "thủy thủy"},
        DisplayCase{"maí maò maú maỳ", "mái mào máu mày"},
        DisplayCase{"keó miá miụ", "kéo mía mịu"},
        DisplayCase{"noí muá muị mưạ", "nói múa mụi mựa"},
        DisplayCase{"xóay ngòeo xuỷa", "xoáy ngoèo xuỷa"}, DisplayCase{"thuở ườn", "thuở ườn"},
        DisplayCase{"hóăc tòan", "hoắc toàn"}, DisplayCase{"gíang gìơ", "giáng giờ"},
        DisplayCase{"Nguyễn Thị Thuý-Hoà (Thuỷ)", "Nguyễn Thị Thúy-Hòa (Thủy)"}));

TEST(DisplaySpelling, LeavesWhatIsNoSyllableAlone) {
  const std::string words = "Café H’Hrê Kpă Ñandú-2023 “hoa” ĐẠIHỘI 人 \t\n e\u0301x";
  EXPECT_EQ(display_spelling(words), words);
}

}  // namespace
}  // namespace tinlang::text
