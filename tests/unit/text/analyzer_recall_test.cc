// What an analyzer remembers never changes a token: it is compared with one that
// gives ICU every text whole.

#include <array>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "indexer/text/analyzer.h"
#include "indexer/text/chunk.h"

namespace tinlang::text {
namespace {

std::string described(const AnalyzedText& analyzed) {
  std::string lines;
  for (const Token& token : analyzed.tokens) {
    lines += std::to_string(token.begin) + '-' + std::to_string(token.end) + ' ' + token.canonical +
             ' ' + token.folded + (token.marked ? " marked" : "") +
             (token.follows ? " follows" : "") + (token.alternative ? " alternative" : "") + '\n';
  }
  for (const DocumentNumber& number : analyzed.document_numbers) {
    lines += std::to_string(number.begin) + '-' + std::to_string(number.end) + ' ' + number.number +
             '\n';
  }
  return lines;
}

// What running text, addresses, numbers and broken pages are made of.
constexpr auto kPieces = std::to_array<std::string_view>({
    "Huyện",
    "ủy",
    "xã",
    "nghiêng",
    "HÀ",
    "NỘI",
    "TP",
    "T.Ư",
    "VH",
    "XH",
    "UBND",
    "HĐND",
    "VHTT",
    "đạohội",
    "2022cụm",
    "40.000đ",
    "14h30",
    "ngày21",
    "100m²",
    "CO₂",
    "H",
    "leo",
    "Kpă",
    "a",
    "B",
    "123/QĐ-UBND",
    "28 - NQ/TW",
    "05/2024/NQ-HĐND",
    "QĐ",
    "12",
    "3",
    "2023",
    "6,4",
    "8.046",
    "vanthu@x.gov.vn",
    "bac-kan.gov.vn",
    "x.vn",
    "tổ_chức",
    "CaoBằng",
    "café",
    "Тhọ",
    "中国",
    "カナ",
    "ไทย",
    "שלום",
    "한글",
    "ﬁ",
    "Ａ２",
    "👍",
    "👩\u200D🌾",
    "🇻🇳",
    "❤\uFE0F",
    "e\u0302\u0323",
    "hoa\u0300",
});
constexpr auto kSigns = std::to_array<std::string_view>({
    ".",        ",",        ":",
    ";",        "!",        "?",
    "…",        "-",        "–",
    "/",        "&",        "_",
    "@",        "'",        "’",
    "`",        "´",        "ʼ",
    "\"",       "“",        "”",
    "(",        ")",        "%",
    "*",        "•",        "\u0301",
    "\u0323",   "\u200D",   "\u200B",
    "\u00AD",   "\uFEFF",   "\u2060",
    "\u20DD",   "\uFE0F",   "\x80",
    "\xE1\xBB", "\xF0\x9F", "\xED\xA0\x80",
    "\xC3",
});
constexpr auto kSpaces = std::to_array<std::string_view>({
    " ",
    " ",
    " ",
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\r\n",
    "\t",
    "\v",
    "\f",
    "\u00A0",
    "\u2003",
    "\u2028",
    "\u0085",
    "\u3000",
    "\r",
});

class RandomText {
 public:
  explicit RandomText(std::uint32_t seed) : random_(seed) {}

  std::string next() {
    std::string text;
    for (auto left = random_() % 60; left > 0; --left) {
      const auto kind = random_() % 10;
      text += kind < 5 ? pick(kPieces) : kind < 7 ? pick(kSigns) : pick(kSpaces);
      if (kind < 4 && random_() % 3 != 0) text += ' ';
      if (kind == 9 && random_() % 20 == 0) text.push_back('\0');
    }
    return text;
  }

 private:
  template <typename List>
  std::string_view pick(const List& list) {
    return list[random_() % list.size()];
  }

  std::mt19937 random_;
};

class AnalyzerRecall : public testing::Test {
 protected:
  static Analyzer analyzer(Analyzer::Recall recall) { return *Analyzer::create(recall); }

  Analyzer direct_ = analyzer(Analyzer::Recall::kNone);
  Analyzer recalling_ = analyzer(Analyzer::Recall::kChunks);
};

TEST_F(AnalyzerRecall, ChangesNoTokenOfMixedText) {
  RandomText texts(20);
  for (int i = 0; i < 3000; ++i) {
    const std::string text = texts.next();
    const std::string expected = described(direct_.analyze(text));
    ASSERT_EQ(described(recalling_.analyze(text)), expected) << i << ": " << text;
    ASSERT_EQ(described(recalling_.analyze(text)), expected) << "again, " << i << ": " << text;
  }
}

// One page in four, markup and all: scripts and addresses are odd chunks too.
TEST_F(AnalyzerRecall, ChangesNoTokenOfWholePages) {
  std::size_t tokens = 0;
  std::size_t pages = 0;
  const auto folder = std::filesystem::path(TINLANG_SOURCE_DIR) / "data" / "sample";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || pages++ % 4 != 0) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    const AnalyzedText expected = direct_.analyze(page);
    ASSERT_EQ(described(recalling_.analyze(page)), described(expected)) << entry.path();
    tokens += expected.tokens.size();
  }
  EXPECT_GT(tokens, 20000U);
}

// More chunks than are kept, so that each place is taken several times.
TEST_F(AnalyzerRecall, ChangesNoTokenWhenMoreChunksComeThanAreKept) {
  std::string text;
  for (int i = 0; i < 24000; ++i) text += "xã" + std::to_string(i % 12000) + ", Ủy ";
  EXPECT_EQ(described(recalling_.analyze(text)), described(direct_.analyze(text)));
}

TEST_F(AnalyzerRecall, ChangesNoTokenOfChunksTooLongToKeep) {
  const std::string word(300, 'a');
  const std::string text = word + " xã " + word + "Á b-" + word + " xã " + std::string(90, 'b') +
                           "@x.gov.vn " + std::string(120, '.') + " " + std::string(123, ',');
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(described(recalling_.analyze(text)), described(direct_.analyze(text)));
  }
}

// The same letters inside a document number and outside of it.
TEST_F(AnalyzerRecall, KeepsDocumentNumbersApart) {
  const std::string text = "VH-XH 123 /QĐ-UBND QĐ-UBND 12 / 2024 / NQ-HĐND NQ-HĐND /QĐ-UBND";
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(described(recalling_.analyze(text)), described(direct_.analyze(text)));
  }
}

// What a word follows depends on its neighbours, not on itself.
TEST_F(AnalyzerRecall, SaysOfEachPlaceWhatAWordFollows) {
  recalling_.analyze("xã mới");
  const auto tokens = recalling_.analyze("xã. mới xã: mới\nxã mới").tokens;
  std::vector<bool> follows;
  for (const Token& token : tokens) follows.push_back(token.follows);
  EXPECT_EQ(follows, (std::vector<bool>{false, false, true, false, false, true}));
}

std::vector<std::string> chunks_of(std::string_view text) {
  std::vector<std::string> chunks;
  Chunk chunk = next_chunk(text, 0);
  while (chunk.begin < chunk.end) {
    chunks.emplace_back(text.substr(chunk.begin, chunk.end - chunk.begin));
    chunk = next_chunk(text, chunk.end);
  }
  return chunks;
}

using Chunks = std::vector<std::string>;

TEST(Chunks, LieBetweenWhiteSpace) {
  EXPECT_EQ(chunks_of(""), Chunks{});
  EXPECT_EQ(chunks_of(" \r\n\t"), Chunks{});
  EXPECT_EQ(chunks_of("xã \nHuyện  ủy,\t"), (Chunks{"xã", "Huyện", "ủy,"}));
  EXPECT_EQ(chunks_of("a\u00A0b –"), (Chunks{"a\u00A0b", "–"}));
}

TEST(Chunks, KeepWhiteSpaceBeforeWhatBelongsToIt) {
  EXPECT_EQ(chunks_of("a \u0301b c"), (Chunks{"a \u0301b", "c"}));
  EXPECT_EQ(chunks_of("a\n\u200Db \u00ADc"), (Chunks{"a\n\u200Db \u00ADc"}));
  EXPECT_EQ(chunks_of(" \u0301a"), (Chunks{" \u0301a"}));
}

}  // namespace
}  // namespace tinlang::text
