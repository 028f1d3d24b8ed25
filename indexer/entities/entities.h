// Where, who and when of an article, each with what the page said.

#ifndef TINLANG_INDEXER_ENTITIES_ENTITIES_H_
#define TINLANG_INDEXER_ENTITIES_ENTITIES_H_

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/calendar/date.h"

namespace tinlang::entities {

enum class LocalityRole { kMain, kMention };

// From this confidence on a locality is right in at least 99 of 100 cases
// (tests/golden/places_report.txt); below it readers may ask for proof.
inline constexpr double kHighConfidence = 0.8;

// Where the page says something: bytes [begin, end) of one of the article's texts.
enum class TextField { kTitle, kLead, kBody, kCaption };

struct TextSpan {
  TextField field = TextField::kBody;  // kLead only where the lead is not the first paragraph
  std::size_t item = 0;                // which caption; else 0
  std::size_t begin = 0;               // of the body as article::body_text() joins it
  std::size_t end = 0;

  friend auto operator<=>(const TextSpan&, const TextSpan&) = default;
};

std::string_view to_string(TextField field);  // "title", "lead", "body", "caption"

struct Locality {
  std::string code;                // gazetteer code of the deepest unit known
  std::vector<std::string> codes;  // from the province down to `code`
  std::vector<std::string> path;   // their names, display spelling
  LocalityRole role = LocalityRole::kMention;
  double confidence = 0;  // 0 to 1
  std::vector<TextSpan>
      evidence;  // its mentions, in order; none when only the portal speaks for it
};

// A name that the page says is a place, and which of these units it means stays open.
struct UndecidedPlace {
  std::string name;                // display spelling of the page
  std::vector<std::string> codes;  // the likeliest first, at most kMaxCandidates
  std::vector<TextSpan> evidence;
};

inline constexpr std::size_t kMaxCandidates = 12;

// A post as the page gives it, abbreviations written out, display spelling.
struct Post {
  std::string id;        // of data/officials/posts.tsv, e.g. "H.p.bt"; empty when not listed
  std::string title;     // "Bí thư Huyện ủy"
  std::string body;      // "Huyện ủy"; empty when none is named or implied
  std::string locality;  // gazetteer code of the place of the post; empty when undecided
  std::string level;     // "province", "district", "commune", ... as to_string(Tier); may be empty
  bool former = false;   // "nguyên ..."
  bool acting = false;   // "quyền ..."
  std::string words;     // as the page has them
  TextSpan evidence;     // where
};

struct Official {
  std::string id;    // official_id(name, place); equal in every article that means the same one
  std::string name;  // display spelling
  std::vector<Post> posts;
  std::vector<TextSpan> evidence;  // the name, where it stands with a post
};

// The event the article tells of ("Sáng ngày 21/4, ..."), year resolved or left open.
struct Entities {
  std::vector<Locality> localities;  // at most one kMain, first
  std::vector<UndecidedPlace> undecided;
  std::vector<Official> officials;  // in order of first mention, each once
  std::optional<calendar::Date> event;
};

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_ENTITIES_H_
