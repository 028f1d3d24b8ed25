#include "indexer/schema/fields.h"

#include <ostream>
#include <string>

#include <gtest/gtest.h>

namespace tinlang::schema {
namespace {

TEST(MakeTerm, PutsTheFieldsPrefixBeforeTheKey) {
  EXPECT_EQ(make_term(FieldId::kBody, "hoa2"), "hoa2");
  EXPECT_EQ(make_term(FieldId::kFolded, "hoa"), "Fhoa");
  EXPECT_EQ(make_term(FieldId::kDocumentNumber, "123/qđ-ubnd"), "XN:123/qđ-ubnd");
}

TEST(MakeTerm, KeepsLongKeysWithinXapiansLimitAndApart) {
  const std::string longest(kMaxTermBytes, 'a');
  EXPECT_EQ(make_term(FieldId::kBody, longest), longest);

  const std::string one = make_term(FieldId::kBody, std::string(400, 'a') + "1");
  const std::string other = make_term(FieldId::kBody, std::string(400, 'a') + "2");
  EXPECT_LE(one.size(), kMaxTermBytes);
  EXPECT_NE(one, other);
}

TEST(MakeTerm, CutsLongKeysBetweenCodePoints) {
  std::string key = "x";
  for (int i = 0; i < 200; ++i) key += "ệ";
  const std::string term = make_term(FieldId::kBody, key);
  const std::string kept = term.substr(0, term.size() - 16);
  EXPECT_EQ(kept, key.substr(0, kept.size()));
  EXPECT_EQ((kept.size() - 1) % 3, 0U);
}

struct SameAddress {
  const char* name;
  const char* one;
  const char* other;
};
void PrintTo(const SameAddress& test, std::ostream* out) { *out << test.name; }

class ArticleIdTest : public ::testing::TestWithParam<SameAddress> {};

TEST_P(ArticleIdTest, IsOneForTwoSpellingsOfAnAddress) {
  EXPECT_EQ(article_id(GetParam().one, "a"), article_id(GetParam().other, "b"));
}

INSTANTIATE_TEST_SUITE_P(
    Addresses, ArticleIdTest,
    ::testing::Values(SameAddress{"Scheme", "https://a.vn/x", "http://a.vn/x"},
                      SameAddress{"Www", "http://www.a.vn/x", "http://a.vn/x"},
                      SameAddress{"HostCase", "http://A.VN/x", "http://a.vn/x"},
                      SameAddress{"Fragment", "http://a.vn/x#top", "http://a.vn/x"},
                      SameAddress{"LastSlash", "http://a.vn/x/", "http://a.vn/x"}),
    [](const auto& test) { return test.param.name; });

TEST(ArticleId, IsAnotherForAnotherPage) {
  EXPECT_NE(article_id("http://a.vn/x?id=1", ""), article_id("http://a.vn/x?id=2", ""));
  EXPECT_NE(article_id("http://a.vn/X", ""), article_id("http://a.vn/x", ""));
  EXPECT_NE(article_id("", "a.html"), article_id("", "b.html"));
  EXPECT_EQ(article_id("http://a.vn/x", "").size(), 64U);
}

TEST(Slug, IsAsciiWithSingleHyphens) {
  EXPECT_EQ(slug("Bí thư Huyện ủy"), "bi-thu-huyen-uy");
  EXPECT_EQ(slug("  Phó Chủ tịch (Thường trực) "), "pho-chu-tich-thuong-truc");
  EXPECT_EQ(slug("Đắk Lắk"), "dak-lak");
  EXPECT_EQ(slug("–"), "");
}

TEST(PostSlug, IsThatOfThePostWhoeverHeldItAndWhen) {
  EXPECT_EQ(post_slug("nguyên Bí thư Huyện ủy"), post_slug("Bí thư Huyện ủy"));
  EXPECT_EQ(post_slug("nguyên Bí thư Huyện ủy"), "bi-thu-huyen-uy");
  EXPECT_EQ(post_slug("Nguyên soái"), "nguyen-soai");
}

}  // namespace
}  // namespace tinlang::schema
