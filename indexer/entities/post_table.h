// The closed vocabulary of posts (data/officials) as a tree over words.

#ifndef TINLANG_INDEXER_ENTITIES_POST_TABLE_H_
#define TINLANG_INDEXER_ENTITIES_POST_TABLE_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/entities/english_posts.h"
#include "indexer/entities/tier.h"
#include "indexer/entities/words.h"
#include "indexer/result/result.h"

namespace tinlang::entities {

enum class EntryKind : std::uint8_t {
  kHonorific,  // "đồng chí"
  kDegree,     // "ThS", between the word of respect and the name
  kRank,       // "Thượng tá"
  kModifier,   // "nguyên", "quyền"
  kHead,       // "Phó Bí thư": begins a post
  kBody,       // "Huyện ủy", "HĐND"
  kOffice,     // "Sở", "Phòng": a body whose name follows
  kField,      // "Nội vụ", "Tổ chức": such a name
  kLevel,      // "huyện", "thị trấn"
};

// What must follow a head for the post to be whole.
enum class Need : std::uint8_t { kBody, kNothing, kParty, kField, kOwnOffice };

struct Entry {
  EntryKind kind = EntryKind::kHead;
  Tier tier = Tier::kOpen;
  Need need = Need::kBody;  // of heads
  bool of_party = false;
  bool plural = false;  // of honorifics: several people follow
  bool former = false;  // of modifiers
  std::string id;
  std::string display;  // spelling of titles
};

struct Match {
  const Entry* entry = nullptr;
  std::size_t end = 0;  // index of the word after it
};

// Immutable after load; thread-safe. Entries live as long as the table.
class PostTable {
 public:
  // Reads posts.tsv, posts_en.tsv, surnames.tsv and historical.tsv of data_folder/officials.
  // Errors: those of tables::Table::read(), and kInvalidInput for a row of an
  // unknown kind or level, or without a name (its file and line are named).
  static Result<PostTable> load(const std::filesystem::path& data_folder);

  // The longest entry of `kind` that begins at words[at].
  std::optional<Match> longest(EntryKind kind, std::span<const Word> words, std::size_t at) const {
    if (at >= words.size() || !begins(kind, words[at])) return std::nullopt;
    return longest_from(kind, words, at);
  }

  // Gives the words of a text that is Vietnamese without marks ("Bi thu Huyen uy") the keys that
  // the vocabulary has for them; other texts stay as they are.
  void restore_keys(std::vector<Word>* words) const;

  // The id of the listed post whose title has this text::canonical_key(); empty when it is not
  // listed.
  std::string_view post_id(std::string_view key) const;

  // The English titles, and whether any of them has a part that begins with `word`.
  const EnglishPosts& english() const { return english_; }
  bool begins_english(const Word& word) const { return begins(word, kEnglishBit); }

  // Whether any entry of `kind` begins with `word`.
  bool begins(EntryKind kind, const Word& word) const { return begins(word, bit_of(kind)); }

  // What the words that this table is asked about must be read with. The table must outlive it.
  WordKeys make_keys() const { return WordKeys(vocabulary_.get()); }

  // The words of this table, to which other dictionaries of the same texts may add theirs before
  // any text is read.
  Vocabulary* vocabulary() { return vocabulary_.get(); }

  // Whether any entry at all begins with `word`.
  bool begins_any(const Word& word) const {
    return begins(word, static_cast<std::uint16_t>(~kSurnameBit));
  }

  // Whether a name can begin with this word alone.
  bool is_surname(const Word& word) const {
    return word.regular ? begins(word, kSurnameBit) : is_surname(word.key);
  }
  bool is_surname(std::string_view key) const;

  // Whether the name with these keys, joined by spaces, is one of history (historical.tsv).
  bool is_historical(std::string_view keys) const;

 private:
  struct KeyHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view key) const {
      return std::hash<std::string_view>{}(key);
    }
  };
  struct Terminal {
    std::uint32_t entry = 0;
    std::uint32_t capitals = 0;  // bit i: word i must be written in capitals
  };
  struct Edge {
    std::uint32_t word = 0;  // of the vocabulary
    std::uint32_t node = 0;
  };
  struct Node {
    std::vector<Edge> next;  // by word
    std::vector<Terminal> terminals;
  };

  static constexpr std::uint16_t kEnglishBit = 1U << 15U;
  static constexpr std::uint16_t kSurnameBit = 1U << 14U;
  static constexpr std::uint16_t bit_of(EntryKind kind) {
    return static_cast<std::uint16_t>(1U << static_cast<unsigned>(kind));
  }
  bool begins(const Word& word, std::uint16_t bit) const {
    return word.id < beginnings_.size() && (beginnings_[word.id] & bit) != 0;
  }
  std::optional<Match> longest_from(EntryKind kind, std::span<const Word> words,
                                    std::size_t at) const;
  void note_beginning(std::uint32_t word, std::uint16_t bit);
  std::uint32_t step(std::uint32_t node, std::uint32_t word) const;  // 0: there is none
  std::uint32_t step_or_add(std::uint32_t node, std::uint32_t word);

  Result<void> read_posts(const std::filesystem::path& path);
  Result<void> read_surnames(const std::filesystem::path& path);
  Result<void> read_historical(const std::filesystem::path& path);
  void add_spelling(std::string_view spelling, std::uint32_t entry);
  void add_words(std::span<const Word> words, std::uint32_t entry);

  void add_unmarked(std::span<const Word> words);

  EnglishPosts english_;
  std::unordered_map<std::string, std::vector<WordKeys::Entry>> unmarked_;  // folded words -> keys
  std::unique_ptr<Vocabulary> vocabulary_ = std::make_unique<Vocabulary>();
  std::vector<std::uint16_t> beginnings_;  // by word: bits of what begins with it
  WordKeys keys_;                          // owns the keys of `surnames_` and `unmarked_`
  std::vector<Entry> entries_;
  std::vector<Node> nodes_ = std::vector<Node>(1);
  // canonical key of a title -> id
  std::unordered_map<std::string, std::string, KeyHash, std::equal_to<>> post_ids_;
  std::unordered_set<std::string_view> surnames_;
  std::unordered_set<std::string, KeyHash, std::equal_to<>> historical_;
};

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_POST_TABLE_H_
