// Posts in English pages: "Vice Chairman of the People's Committee of Na Hang district".

#ifndef TINLANG_INDEXER_ENTITIES_ENGLISH_POSTS_H_
#define TINLANG_INDEXER_ENTITIES_ENGLISH_POSTS_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/entities/place_names.h"
#include "indexer/entities/words.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/result/result.h"

namespace tinlang::entities {

enum class EnglishKind : std::uint8_t { kHead, kBody, kOffice, kLevel, kFormer };

struct EnglishEntry {
  EnglishKind kind = EnglishKind::kHead;
  std::vector<std::string> keys;  // canonical keys of its words
  std::string vietnamese;         // as posts.tsv has it
};

// What an English title says, in Vietnamese.
struct EnglishPost {
  std::string title;    // "Phó Chủ tịch Ủy ban nhân dân huyện"; the place is left out
  std::size_t end = 0;  // words
  std::optional<PlaceName> place;
};

// data/officials/posts_en.tsv. Immutable after load; thread-safe.
class EnglishPosts {
 public:
  // Errors: those of tables::Table::read(), and kInvalidInput for a row of an
  // unknown kind or without words (its file and line are named).
  static Result<EnglishPosts> load(const std::filesystem::path& path);

  struct Found {
    const EnglishEntry* entry = nullptr;
    std::size_t end = 0;
  };
  // The canonical keys that entries begin with; a word may have "'s" behind it.
  std::vector<std::string> first_keys() const;

  // The longest entry at words[at].
  std::optional<Found> longest(std::span<const Word> words, std::size_t at) const;

  // The title that begins at words[at], when it says enough to be a post.
  std::optional<EnglishPost> read(const PlaceNames& places, std::span<const Word> words,
                                  std::size_t at) const;

 private:
  std::map<std::string, std::vector<EnglishEntry>, std::less<>> entries_;  // by first word
};

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_ENGLISH_POSTS_H_
