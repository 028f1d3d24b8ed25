#include "indexer/article/charset.h"

#include <array>
#include <ostream>
#include <string>

#include <gtest/gtest.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "indexer/article/legacy_text.h"

#include <iconv.h>

namespace tinlang::article {
namespace {

constexpr const char* kText =
    "Sáng ngày 8 tháng 5, huyện ủy tổ chức hội nghị sơ kết công tác xây dựng đảng và triển khai "
    "nhiệm vụ trọng tâm. Dự hội nghị có đồng chí bí thư cùng các ủy viên ban chấp hành.";

// `utf8` in another charset of the C library.
std::string encoded(const std::string& utf8, const char* charset) {
  const iconv_t converter = iconv_open(charset, "UTF-8");
  std::string input = utf8;
  std::string output(input.size() * 4, '\0');
  char* from = input.data();
  char* to = output.data();
  std::size_t left = input.size();
  std::size_t room = output.size();
  EXPECT_NE(iconv(converter, &from, &left, &to, &room), std::size_t(-1)) << charset;
  iconv_close(converter);
  output.resize(output.size() - room);
  return output;
}

// The byte of `letter` in a table; 0 when it has none.
char byte_of(char32_t letter, const ByteTable& table) {
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    if (static_cast<char32_t>(table[byte]) == letter) return static_cast<char>(byte);
  }
  return 0;
}

// `utf8` as it was typed in `code`: tones apart from their vowels where the code has no whole
// letter.
std::string typed_in(const std::string& utf8, LegacyCode code) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string bytes;
  for (std::int32_t i = 0; i < text.length(); ++i) {
    const icu::UnicodeString letter(text[i]);
    if (const char byte = byte_of(text[i], byte_table(code)); byte != 0) {
      bytes += byte;
      continue;
    }
    icu::UnicodeString parts = nfd->normalize(letter, status);
    for (std::int32_t tone = 1; tone < parts.length(); ++tone) {
      icu::UnicodeString vowel = parts;
      const char16_t mark = vowel[tone];
      vowel.remove(tone, 1);
      const char base = byte_of(nfc->normalize(vowel, status)[0], byte_table(code));
      const char sign = byte_of(mark, byte_table(code));
      if (base == 0 || sign == 0) continue;
      bytes += base;
      bytes += sign;
      break;
    }
  }
  EXPECT_TRUE(U_SUCCESS(status));
  return bytes;
}

std::string page_of(const std::string& text) {
  return "<html><head><title>t</title><style>.a{}</style></head><body><p>" + text +
         "</p></body></html>";
}

struct CodeCase {
  const char* name;  // of the charset reported, '_' for '-'
  LegacyCode code;
};
void PrintTo(const CodeCase& test, std::ostream* out) { *out << test.name; }

class LegacyPageTest : public testing::TestWithParam<CodeCase> {};

TEST_P(LegacyPageTest, IsKnownByItsWords) {
  const auto page = decode_page(typed_in(page_of(kText), GetParam().code));
  EXPECT_EQ(page.charset, name_of(GetParam().code));
  EXPECT_EQ(page.text, page_of(kText));
}

TEST_P(LegacyPageTest, HasEveryVietnameseLetter) {
  constexpr const char* kLetters =
      "aàáãảạăằắẵẳặâầấẫẩậeèéẽẻẹêềếễểệiìíĩỉịoòóõỏọôồốỗổộơờớỡởợuùúũủụưừứữửựyỳýỹỷỵđ";
  EXPECT_EQ(decode_legacy(typed_in(kLetters, GetParam().code), GetParam().code), kLetters);
}

INSTANTIATE_TEST_SUITE_P(Codes, LegacyPageTest,
                         testing::Values(CodeCase{"tcvn3", LegacyCode::kTcvn3},
                                         CodeCase{"viscii", LegacyCode::kViscii},
                                         CodeCase{"vps", LegacyCode::kVps},
                                         CodeCase{"windows_1258", LegacyCode::kWindows1258}),
                         [](const auto& test) { return test.param.name; });

TEST(DecodePage, ReadsUnicodeInEveryWidth) {
  for (const char* charset : {"UTF-16", "UTF-16BE", "UTF-8"}) {
    const auto page = decode_page(encoded(page_of(kText), charset));
    EXPECT_EQ(page.text, page_of(kText)) << charset;
    EXPECT_EQ(page.charset, std::string_view(charset) == "UTF-8" ? "utf-8" : "utf-16");
  }
}

TEST(DecodePage, ReadsVniWhateverThePageDeclares) {
  const std::string vni =
      "Saùng ngaøy 8 thaùng 5, huyeän uûy toå chöùc hoäi nghò sô keát coâng taùc xaây döïng ñaûng "
      "vaø trieån khai nhieäm vuï troïng taâm.";
  const std::string bytes = "<meta charset=iso-8859-1><p>" + encoded(vni, "CP1252") + "</p>";
  const auto page = decode_page(bytes);
  EXPECT_EQ(page.charset, "vni-windows");
  EXPECT_NE(page.text.find("tổ chức hội nghị sơ kết công tác xây dựng đảng"), std::string::npos);
}

TEST(DecodePage, BelievesUtf8BeforeADeclaration) {
  const auto page = decode_page("<meta charset=windows-1252><p>" + std::string(kText));
  EXPECT_EQ(page.charset, "utf-8");
}

TEST(DecodePage, UndoesUtf8EncodedTwice) {
  std::string garbled;
  for (const unsigned char byte : std::string(kText)) {
    const std::string one(1, static_cast<char>(byte));
    garbled += byte < 0x80 ? one : decode_legacy(one, LegacyCode::kWindows1252);
  }
  const auto page = decode_page(page_of(garbled));
  EXPECT_EQ(page.charset, "utf-8-twice");
  EXPECT_EQ(page.text, page_of(kText));
}

TEST(DecodePage, ReplacesAFewBadBytes) {
  const auto page = decode_page(std::string(kText) + "\xFF" + kText);
  EXPECT_EQ(page.charset, "utf-8");
  EXPECT_EQ(page.text, std::string(kText) + "\xEF\xBF\xBD" + kText);
}

TEST(DecodePage, ReadsADeclaredForeignCharset) {
  const auto page =
      decode_page("<meta charset=gbk><p>" + encoded("中华人民共和国中央人民政府", "GBK"));
  EXPECT_EQ(page.charset, "gbk");
  EXPECT_NE(page.text.find("中华人民共和国"), std::string::npos);
}

TEST(DecodePage, TakesTheCharsetThatTheServerNamed) {
  const std::string bytes = "<p>" + encoded("中华人民共和国中央人民政府", "GBK");
  EXPECT_EQ(decode_page(bytes, "gb2312").charset, "gb2312");
  EXPECT_EQ(decode_page(bytes).charset, "windows-1252");
  EXPECT_EQ(decode_page("<meta charset=big5>" + bytes, "gbk").charset, "gbk");
}

TEST(DecodePage, BelievesWordsBeforeTheServer) {
  const auto page = decode_page(encoded(page_of(kText), "TCVN5712-1"), "windows-1251");
  EXPECT_EQ(page.charset, "tcvn3");
  EXPECT_EQ(decode_page("<p>" + std::string(kText), "windows-1258").charset, "utf-8");
}

TEST(DecodePage, ReadsFrenchAsFrench) {
  const std::string french = "Le maire a été élu à la majorité, après une réunion où l'on a voté.";
  const auto page = decode_page("<p>" + encoded(french, "CP1252"));
  EXPECT_NE(page.text.find(french), std::string::npos) << page.charset;
}

TEST(FindLegacyCode, NeedsMoreThanAFewLetters) {
  EXPECT_FALSE(find_legacy_code("Công ty \xC3\xB1 \xC3\xB6"));
  EXPECT_FALSE(find_legacy_code("El niño comió piñas en la montaña de España mañana"));
}

TEST(DeclaredCharset, IsReadFromEitherKindOfMeta) {
  EXPECT_EQ(declared_charset("<meta charset=\"UTF-8\">"), "utf-8");
  EXPECT_EQ(declared_charset("<META http-equiv=x content=\"text/html; charset=Windows-1258\">"),
            "windows-1258");
  EXPECT_EQ(declared_charset("<p>"), "");
}

TEST(VisibleBytes, LeaveOutMarkupAndScripts) {
  EXPECT_EQ(visible_bytes("a<b>c</b><script>if (x<1) y</script>d<!-- <p> -->e", 100), "a c  d e ");
  EXPECT_EQ(visible_bytes("<p", 100), " ");
  EXPECT_EQ(visible_bytes("a<script>never ends", 100), "a ");
}

TEST(DecodePage, ReadsEachRunOfAMixedPageByItself) {
  const std::string frame = "<p>Trang thông tin điện tử, tin tức, sự kiện, văn bản, hỏi đáp</p>";
  const std::string text = std::string("<p>") + kText + "</p>";
  for (const char* charset : {"TCVN-5712", "CP1258"}) {
    const auto page = decode_page(frame + encoded(text, charset) + frame);
    EXPECT_TRUE(page.text.starts_with(frame)) << page.text;
    EXPECT_TRUE(page.text.ends_with(frame)) << page.text;
    EXPECT_NE(page.text.find("triển khai"), std::string::npos) << page.text;
    EXPECT_NE(page.charset, "utf-8");
  }
}

}  // namespace
}  // namespace tinlang::article
