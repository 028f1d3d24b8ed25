// "Name: value" lines, as WARC and HTTP write them.

#ifndef TINLANG_INDEXER_ARCHIVE_HEADER_FIELD_H_
#define TINLANG_INDEXER_ARCHIVE_HEADER_FIELD_H_

#include <optional>
#include <string>
#include <string_view>

namespace tinlang::archive {

struct HeaderField {
  std::string name;   // lower case
  std::string value;  // without white space at its ends
};

// nullopt for a line without a name before a colon.
std::optional<HeaderField> parse_header_field(std::string_view line);

// A media type as Content-Type gives it: "text/html; charset=utf-8".
struct MediaType {
  std::string type;     // lower case, without parameters; may be empty
  std::string charset;  // lower case, without quotes; empty when not given
};
MediaType parse_media_type(std::string_view value);

std::string lower_ascii(std::string_view text);

// Without spaces, tabs and line ends at both ends; a view into `text`.
std::string_view trimmed(std::string_view text);

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_HEADER_FIELD_H_
