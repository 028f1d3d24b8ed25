// What the index stores of an article: all that a result, an article page and
// a citation need. Stored as JSON, compressed with zstd (INDEX_FORMAT.md).

#ifndef TINLANG_INDEXER_SCHEMA_ARTICLE_RECORD_H_
#define TINLANG_INDEXER_SCHEMA_ARTICLE_RECORD_H_

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/calendar/date.h"
#include "indexer/result/result.h"

namespace tinlang::schema {

// DO NOT renumber: stored on disk.
enum class TextPart { kTitle = 0, kLead = 1, kBody = 2, kCaption = 3 };

// Where an article names somebody or some place: bytes [begin, end) of one of its texts. As
// recognized: whoever shows it checks that the text says so.
struct TextSpan {
  TextPart part = TextPart::kBody;
  std::size_t item = 0;  // which caption; else 0
  std::size_t begin = 0;
  std::size_t end = 0;

  friend auto operator<=>(const TextSpan&, const TextSpan&) = default;
};

struct LocalityRecord {
  std::vector<std::string> codes;  // from the province down
  std::vector<std::string> path;   // their names
  bool main = false;
  double confidence = 0;
  std::vector<TextSpan> evidence = {};  // in order; empty in records written before it was kept
};

struct PostRecord {
  std::string title;
  std::string body;
  std::string locality;  // code; may be empty
  bool former = false;
  bool acting = false;  // "quyền ..."; false in records written before it was kept
};

struct OfficialRecord {
  std::string id;
  std::string name;
  std::vector<PostRecord> posts;
  std::vector<TextSpan> evidence = {};  // the name; as in LocalityRecord
};

struct AttachmentRecord {
  std::string url;
  std::string text;
};

struct ArticleRecord {
  std::string id;  // article_id()
  std::string url;
  std::string source;
  std::string site;
  std::string site_name;
  std::string title;
  std::string lead;
  std::string body;  // paragraphs joined by a blank line
  std::vector<std::string> captions;
  std::string byline;
  std::string language;
  std::string captured_at;
  std::string sha256;
  std::optional<calendar::Date> published;
  std::optional<calendar::Date> modified;
  std::optional<calendar::Date> event;
  std::vector<LocalityRecord> localities;  // the main one first
  std::vector<OfficialRecord> officials;
  // Shown with an article, in no question. Empty in records written before these were kept.
  std::string photo_credit;
  std::string category;
  std::vector<std::string> tags;
  std::vector<AttachmentRecord> attachments;
  std::string original;  // the address that the article was taken from
};

// The date that an article is filed under: published, else event, else none.
std::optional<calendar::Date> filing_date(const ArticleRecord& record);

std::string encode(const ArticleRecord& record);

// Errors: kIncompatible when the bytes are not what encode() makes.
Result<ArticleRecord> decode(std::string_view stored);

// ValueSlot::kDate of a date: "20230508d", "20230500m", "20230400q",
// "20230000y"; empty for none. Sorts by day, a vaguer date before its days.
std::string date_value(const std::optional<calendar::Date>& date);

// The inverse; nullopt for an empty or foreign value.
std::optional<calendar::Date> parse_date_value(std::string_view value);

}  // namespace tinlang::schema

#endif  // TINLANG_INDEXER_SCHEMA_ARTICLE_RECORD_H_
