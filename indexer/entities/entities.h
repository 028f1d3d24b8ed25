// Where, who and when of an article, each with what the page said.

#ifndef TINLANG_INDEXER_ENTITIES_ENTITIES_H_
#define TINLANG_INDEXER_ENTITIES_ENTITIES_H_

#include <optional>
#include <string>
#include <vector>

#include "indexer/calendar/date.h"

namespace tinlang::entities {

enum class LocalityRole { kMain, kMention };

struct Locality {
  std::string code;                // gazetteer code of the deepest unit known
  std::vector<std::string> codes;  // from the province down to `code`
  std::vector<std::string> path;   // their names, display spelling
  LocalityRole role = LocalityRole::kMention;
  double confidence = 0;  // 0 to 1
};

// A post as the page gives it, abbreviations written out, display spelling.
struct Post {
  std::string id;        // of data/officials/posts.tsv, e.g. "H.p.bt"; empty when not listed
  std::string title;     // "Bí thư Huyện ủy"
  std::string body;      // "Huyện ủy"; empty when none is named or implied
  std::string locality;  // gazetteer code of the place of the post; empty when undecided
  bool former = false;   // "nguyên ..."
};

struct Official {
  std::string id;    // official_id(name, place); equal in every article that means the same one
  std::string name;  // display spelling
  std::vector<Post> posts;
};

// The event the article tells of ("Sáng ngày 21/4, ..."), year resolved or left open.
struct Entities {
  std::vector<Locality> localities;  // at most one kMain, first
  std::vector<Official> officials;   // in order of first mention, each once
  std::optional<calendar::Date> event;
};

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_ENTITIES_H_
