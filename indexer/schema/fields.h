// The index contract: which field of an article goes where in Xapian.
//
// Both programs read this table and nothing else: the indexer writes by it,
// searchd asks by it. INDEX_FORMAT.md describes the same table in words and
// keeps the history of its versions.

#ifndef TINLANG_INDEXER_SCHEMA_FIELDS_H_
#define TINLANG_INDEXER_SCHEMA_FIELDS_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace tinlang::schema {

// How a field's terms are made.
enum class FieldKind {
  kPositions,  // analysed words with positions
  kWords,      // analysed words without positions
  kFilter,     // one exact term a value, wdf 0
};

// What a row of the table is called in code.
enum class FieldId : std::size_t {
  kBody,
  kFolded,
  kBigram,
  kTitle,
  kId,
  kSite,
  kLocality,
  kMention,
  kOfficial,
  kPost,
  kYear,
  kMonth,
  kDay,
  kDocumentNumber,
};

// One row of the contract.
struct Field {
  FieldId id;
  std::string_view name;    // in messages, INDEX_FORMAT.md and `field:value` questions
  std::string_view prefix;  // Xapian term prefix; empty for the body
  FieldKind kind;
};

// DO NOT reuse or renumber: prefixes and slots are stored on disk. A change
// here raises kFormatVersion and adds a line to INDEX_FORMAT.md.
inline constexpr std::uint32_t kFormatVersion = 2;

// The title's words are also written to the body's three families, this many
// times over, so that one question ranks both.
inline constexpr unsigned kTitleWeight = 3;

inline constexpr std::array kFields = {
    Field{FieldId::kBody, "body", "", FieldKind::kPositions},          // key C
    Field{FieldId::kFolded, "folded", "F", FieldKind::kWords},         // key F
    Field{FieldId::kBigram, "bigram", "G", FieldKind::kWords},         // key G
    Field{FieldId::kTitle, "title", "S", FieldKind::kPositions},       // key C of the title
    Field{FieldId::kId, "id", "Q", FieldKind::kFilter},                // article_id()
    Field{FieldId::kSite, "site", "H", FieldKind::kFilter},            // host, each parent domain
    Field{FieldId::kLocality, "locality", "XL:", FieldKind::kFilter},  // main place, each ancestor
    Field{FieldId::kMention, "mention", "XK:", FieldKind::kFilter},    // every place, each ancestor
    Field{FieldId::kOfficial, "official", "XO:", FieldKind::kFilter},  // official id
    Field{FieldId::kPost, "post", "XP:", FieldKind::kFilter},          // slug of the post's title
    Field{FieldId::kYear, "year", "XY:", FieldKind::kFilter},          // 2023
    Field{FieldId::kMonth, "month", "XM:", FieldKind::kFilter},        // 2023-05, if known so well
    Field{FieldId::kDay, "day", "XD:", FieldKind::kFilter},  // 2023-05-08, if known so well
    Field{FieldId::kDocumentNumber, "number", "XN:", FieldKind::kFilter},  // 123/qđ-ubnd
};

constexpr const Field& field(FieldId id) { return kFields[static_cast<std::size_t>(id)]; }

consteval bool rows_are_in_order() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    if (static_cast<std::size_t>(kFields[i].id) != i) return false;
  }
  return true;
}
static_assert(rows_are_in_order(), "kFields is indexed by FieldId");

// Keys never begin with a capital letter, so that a prefix ends where the key
// begins as long as no prefix begins with another one.
consteval bool prefixes_are_distinct() {
  for (std::size_t i = 0; i < kFields.size(); ++i) {
    for (std::size_t j = 0; j < kFields.size(); ++j) {
      if (i == j || kFields[j].prefix.empty()) continue;
      if (kFields[i].prefix.starts_with(kFields[j].prefix)) return false;
    }
  }
  return true;
}
static_assert(prefixes_are_distinct(), "a term could belong to two fields");

enum class ValueSlot : std::uint32_t {
  kDate = 0,         // date_value(): sorts by day, tells the precision; empty when unknown
  kContentHash = 1,  // SHA-256 of the page's bytes, 64 hex digits
  kLocality = 2,     // codes of the main place from the province down, joined by '/'
  // 3 was ids of officials, which kPosts has too.
  kSite = 4,      // host
  kMentions = 5,  // the other places as in kLocality, joined by ' '
  kPosts = 6,     // posts of the officials, as in INDEX_FORMAT.md
};

// Xapian refuses longer terms.
inline constexpr std::size_t kMaxTermBytes = 245;

// The term of `key` in the field `id`. A key that would make the term longer
// than kMaxTermBytes is cut and ends in a hash of the whole, so that it still
// names one thing.
std::string make_term(FieldId id, std::string_view key);

// The form in which two spellings of one address are equal: scheme "http",
// host in lower case without "www.", no fragment, no '/' at the end.
std::string canonical_url(std::string_view url);

// 64 hex digits: SHA-256 of canonical_url(url), or of `source` when the page
// has no url. The id under which an article is served.
std::string article_id(std::string_view url, std::string_view source);

// Lower-case ASCII letters, digits and '-': "Bí thư Huyện ủy" -> "bi-thu-huyen-uy".
std::string slug(std::string_view text);

// The slug under which a post is asked for: without the "nguyên" (formerly) of its title.
std::string post_slug(std::string_view title);

}  // namespace tinlang::schema

#endif  // TINLANG_INDEXER_SCHEMA_FIELDS_H_
