#include "indexer/article/charset.h"

#include <array>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "indexer/article/legacy_text.h"

#include <iconv.h>

namespace tinlang::article {
namespace {

constexpr const char* kText =
    "Sáng ngày 8 tháng 5, huyện ủy tổ chức hội nghị sơ kết công tác xây dựng đảng và triển khai "
    "nhiệm vụ trọng tâm. Dự hội nghị có đồng chí bí thư cùng các ủy viên ban chấp hành.";

// `utf8` in another charset; base letters and marks apart where the charset needs it.
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

std::string page_of(const std::string& text) {
  return "<html><head><title>t</title><style>.a{}</style></head><body><p>" + text +
         "</p></body></html>";
}

struct CharsetCase {
  const char* iconv_name;
  const char* name;
};
void PrintTo(const CharsetCase& test, std::ostream* out) { *out << test.name; }

class LegacyPageTest : public testing::TestWithParam<CharsetCase> {};

TEST_P(LegacyPageTest, IsKnownByItsWords) {
  const auto page = decode_page(encoded(page_of(kText), GetParam().iconv_name));
  EXPECT_EQ(page.charset, GetParam().name);
  EXPECT_EQ(page.text, page_of(kText));
}

INSTANTIATE_TEST_SUITE_P(
    Charsets, LegacyPageTest,
    testing::Values(CharsetCase{"TCVN5712-1", "tcvn3"}, CharsetCase{"VISCII", "viscii"},
                    CharsetCase{"CP1258", "windows-1258"}, CharsetCase{"UTF-16", "utf-16"},
                    CharsetCase{"UTF-16BE", "utf-16"}, CharsetCase{"UTF-8", "utf-8"}),
    [](const auto& test) {
      std::string name = test.param.iconv_name;
      for (char& c : name) c = c == '-' ? '_' : c;
      return name;
    });

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

}  // namespace
}  // namespace tinlang::article
