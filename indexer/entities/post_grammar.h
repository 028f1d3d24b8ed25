// [nguyên|quyền] post [body] [level] [place]: the longest such reading.

#ifndef TINLANG_INDEXER_ENTITIES_POST_GRAMMAR_H_
#define TINLANG_INDEXER_ENTITIES_POST_GRAMMAR_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "indexer/entities/entities.h"
#include "indexer/entities/place_names.h"
#include "indexer/entities/post_table.h"
#include "indexer/entities/words.h"
#include "indexer/gazetteer/gazetteer.h"

namespace tinlang::entities {

// A post as one place of the text gives it.
struct PostReading {
  std::size_t begin = 0;  // words
  std::size_t end = 0;
  const Entry* head = nullptr;
  std::string title;  // acting, head and bodies, expanded; without level and place
  std::string body;   // the bodies alone
  std::string level;  // "huyện", "thị trấn"; empty when no level word is given
  Tier tier = Tier::kOpen;
  bool former = false;
  bool acting = false;
  bool of_party = false;     // a post or a department of a party committee
  bool names_party = false;  // the committee itself is named: "Huyện ủy"
  bool ends_with_body = false;  // the last body exists at every level: "HĐND", not "Phòng Nội vụ"
  bool elided = false;          // what the head needs was not said
  bool stands = false;  // elided, and yet a post of a person: "Chủ tịch Nguyễn Văn A"
  std::optional<PlaceName> place;
  TextSpan span;      // find_officials() fills in the bytes alone
  std::string words;  // as the page has them; find_officials() fills them in
};

// Both references must outlive the grammar. Immutable; thread-safe.
class PostGrammar {
 public:
  PostGrammar(const PostTable& table, const PlaceNames& places) : table_(table), places_(places) {}

  // The longest post that begins at words[at].
  std::optional<PostReading> read(std::span<const Word> words, std::size_t at) const;

  // Index after a level word with its place at `at` ("huyện Bạch Thông"), or `at`.
  std::size_t skip_place(std::span<const Word> words, std::size_t at) const;

  const PostTable& table() const { return table_; }
  const PlaceNames& places() const { return places_; }

 private:
  const PostTable& table_;
  const PlaceNames& places_;
};

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_POST_GRAMMAR_H_
