#include "indexer/entities/post_table.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/tables/table.h"
#include "indexer/text/syllable.h"

namespace tinlang::entities {
namespace {

using tables::Table;

constexpr std::array<std::string_view, 8> kPostColumns = {
    "kind", "level", "branch", "id", "canonical", "aliases", "body_id", "note"};
constexpr std::array<std::string_view, 1> kSurnameColumns = {"surname"};
constexpr std::array<std::string_view, 1> kHistoricalColumns = {"name"};

template <typename Value>
struct Named {
  std::string_view name;
  Value value;
};

constexpr std::array kKinds = {
    Named{"honorific", EntryKind::kHonorific}, Named{"degree", EntryKind::kDegree},
    Named{"rank", EntryKind::kRank},           Named{"modifier", EntryKind::kModifier},
    Named{"head", EntryKind::kHead},           Named{"body", EntryKind::kBody},
    Named{"office", EntryKind::kOffice},       Named{"field", EntryKind::kField},
    Named{"level", EntryKind::kLevel},
};
constexpr std::array kTiers = {
    Named{"*", Tier::kOpen},         Named{"TW", Tier::kCentral}, Named{"tỉnh", Tier::kProvince},
    Named{"huyện", Tier::kDistrict}, Named{"xã", Tier::kCommune}, Named{"thôn", Tier::kVillage},
};
// What the column body_id says of a head.
constexpr std::array kNeeds = {
    Named{"", Need::kBody},       Named{".", Need::kNothing},    Named{"du", Need::kParty},
    Named{"field", Need::kField}, Named{"vp", Need::kOwnOffice},
};

template <typename Value, std::size_t kSize>
std::optional<Value> value_of(const std::array<Named<Value>, kSize>& table, std::string_view name) {
  const auto found = std::find_if(table.begin(), table.end(),
                                  [&](const auto& entry) { return entry.name == name; });
  if (found == table.end()) return std::nullopt;
  return found->value;
}

tl::unexpected<Error> broken_row(const Table& table, const Table::Row& row,
                                 std::string_view reason) {
  return fail(ErrorCode::kInvalidInput, "{}:{}: {}", table.path().string(), row.line, reason);
}

Result<Entry> read_entry(const Table& table, const Table::Row& row) {
  const auto kind = value_of(kKinds, row.cells[0]);
  if (!kind) return broken_row(table, row, "unknown kind of row");
  const auto tier = value_of(kTiers, row.cells[1]);
  if (!tier) return broken_row(table, row, "unknown level");
  if (row.cells[4].empty()) return broken_row(table, row, "a row needs its canonical words");
  const auto need = *kind == EntryKind::kHead ? value_of(kNeeds, row.cells[6]) : Need::kBody;
  if (!need) return broken_row(table, row, "unknown need of a head in body_id");
  Entry entry;
  entry.kind = *kind;
  entry.tier = *tier;
  entry.need = *need;
  entry.of_party = row.cells[2] == "Đảng";
  entry.plural = *kind == EntryKind::kHonorific && !row.cells[7].empty();
  entry.former = *kind == EntryKind::kModifier && !row.cells[7].starts_with("giữ quyền");
  entry.id = row.cells[3];
  entry.display = row.cells[4];
  return entry;
}

// "UV.BTV", "UVT.Ư": the stop inside an abbreviation, with or without which it may be listed.
bool is_dot_of_abbreviation(std::span<const Word> words, std::size_t at) {
  return words[at].key == "." && words[at].glued && at > 0 && at + 1 < words.size() &&
         words[at + 1].glued && is_capitalised(words[at - 1]) && is_capitalised(words[at + 1]) &&
         words[at - 1].text.size() <= 6;
}

bool is_clause_mark(const Word& word) { return word.shape == Shape::kMark && word.key != "-"; }

constexpr std::size_t kMaxUnmarkedWords = 8;
constexpr std::size_t kFewestUnmarked = 4;  // words, for a text to say that it has no marks

// Whether a text is Vietnamese typed without marks: nearly all its words could be syllables.
bool is_unmarked_vietnamese(std::span<const Word> words) {
  std::size_t letters = 0;
  std::size_t syllables = 0;
  for (const Word& word : words) {
    if (word.shape == Shape::kMark || word.shape == Shape::kNumber) continue;
    const bool ascii = std::all_of(word.text.begin(), word.text.end(), [](char byte) {
      return (static_cast<unsigned char>(byte) & 0x80U) == 0;
    });
    if (!ascii) return false;
    if (word.shape == Shape::kUpper) continue;
    ++letters;
    if (text::is_vietnamese_syllable(word.text)) ++syllables;
  }
  return letters >= kFewestUnmarked && 10 * syllables >= 9 * letters;
}

}  // namespace

Result<PostTable> PostTable::load(const std::filesystem::path& data_folder) {
  PostTable table;
  if (auto done = table.read_posts(data_folder / "officials" / "posts.tsv"); !done) {
    return tl::unexpected(std::move(done.error()));
  }
  if (auto done = table.read_surnames(data_folder / "officials" / "surnames.tsv"); !done) {
    return tl::unexpected(std::move(done.error()));
  }
  if (auto done = table.read_historical(data_folder / "officials" / "historical.tsv"); !done) {
    return tl::unexpected(std::move(done.error()));
  }
  auto english = EnglishPosts::load(data_folder / "officials" / "posts_en.tsv");
  if (!english) return tl::unexpected(std::move(english.error()));
  table.english_ = std::move(*english);
  for (const auto& key : table.english_.first_keys()) {
    for (const auto* ending : {"", "'s"}) {
      table.note_beginning(table.vocabulary_->add(key + ending), kEnglishBit);
    }
  }
  return table;
}

Result<void> PostTable::read_posts(const std::filesystem::path& path) {
  const auto table = Table::read(path, kPostColumns);
  if (!table) return tl::unexpected(table.error());
  for (const auto& row : table->rows()) {
    if (row.cells[0] == "post") {
      post_ids_.emplace(text::canonical_key(row.cells[4]), row.cells[3]);
      for (const auto alias : tables::split_cell(row.cells[5], '|')) {
        post_ids_.emplace(text::canonical_key(alias), row.cells[3]);
      }
      continue;
    }
    auto entry = read_entry(*table, row);
    if (!entry) return tl::unexpected(std::move(entry.error()));
    const auto index = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(std::move(*entry));
    add_spelling(row.cells[4], index);
    for (const auto alias : tables::split_cell(row.cells[5], '|')) add_spelling(alias, index);
  }
  return {};
}

Result<void> PostTable::read_surnames(const std::filesystem::path& path) {
  const auto table = Table::read(path, kSurnameColumns);
  if (!table) return tl::unexpected(table.error());
  for (const auto& row : table->rows()) {
    const std::string_view key = keys_.key(row.cells[0]);
    surnames_.insert(key);
    note_beginning(vocabulary_->add(key), kSurnameBit);
  }
  return {};
}

Result<void> PostTable::read_historical(const std::filesystem::path& path) {
  const auto table = Table::read(path, kHistoricalColumns);
  if (!table) return tl::unexpected(table.error());
  for (const auto& row : table->rows()) {
    const auto words = read_words(row.cells[0], &keys_);
    historical_.insert(joined_keys(words, 0, words.size()));
  }
  return {};
}

// Hyphens in names of bodies come and go: both ways are entered.
void PostTable::add_spelling(std::string_view spelling, std::uint32_t entry) {
  std::vector<Word> words = read_words(spelling, &keys_);
  add_words(words, entry);
  add_unmarked(words);
  const auto removed = std::erase_if(words, [](const Word& word) { return word.key == "-"; });
  if (removed > 0) add_words(words, entry);
}

void PostTable::add_words(std::span<const Word> words, std::uint32_t entry) {
  std::uint32_t node = 0;
  Terminal terminal{entry, 0};
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::uint32_t word = vocabulary_->add(words[i].key);
    if (i == 0) note_beginning(word, bit_of(entries_[entry].kind));
    node = step_or_add(node, word);
    const bool one_capital = words[i].shape == Shape::kCapital && words[i].text.size() <= 2;
    if (i < 32 && (words[i].shape == Shape::kUpper || one_capital)) {
      terminal.capitals |= 1U << i;
    }
  }
  nodes_[node].terminals.push_back(terminal);
}

void PostTable::note_beginning(std::uint32_t word, std::uint16_t bit) {
  if (word >= beginnings_.size()) beginnings_.resize(word + 1);
  beginnings_[word] = static_cast<std::uint16_t>(beginnings_[word] | bit);
}

std::uint32_t PostTable::step(std::uint32_t node, std::uint32_t word) const {
  const auto& next = nodes_[node].next;
  const auto found = std::lower_bound(next.begin(), next.end(), word,
                                      [](const Edge& edge, auto id) { return edge.word < id; });
  return found != next.end() && found->word == word ? found->node : 0;
}

std::uint32_t PostTable::step_or_add(std::uint32_t node, std::uint32_t word) {
  if (const std::uint32_t known = step(node, word); known != 0) return known;
  const auto added = static_cast<std::uint32_t>(nodes_.size());
  auto& next = nodes_[node].next;
  const auto place = std::lower_bound(next.begin(), next.end(), word,
                                      [](const Edge& edge, auto id) { return edge.word < id; });
  next.insert(place, Edge{word, added});
  nodes_.emplace_back();
  return added;
}

std::optional<Match> PostTable::longest_from(EntryKind kind, std::span<const Word> words,
                                             std::size_t at) const {
  std::optional<Match> best;
  std::uint32_t node = 0;
  std::uint32_t capitals = 0;
  std::size_t dots = 0;
  for (std::size_t i = at; i < words.size(); ++i) {
    const std::uint32_t next = step(node, words[i].id);
    if (next == 0) {
      if (i == at || !is_dot_of_abbreviation(words, i)) break;
      ++dots;
      continue;
    }
    node = next;
    const std::size_t nth = i - at - dots;
    if (nth < 32 && is_capitalised(words[i])) capitals |= 1U << nth;
    for (const Terminal& terminal : nodes_[node].terminals) {
      const Entry& entry = entries_[terminal.entry];
      if (entry.kind == kind && (terminal.capitals & ~capitals) == 0) best = Match{&entry, i + 1};
    }
  }
  return best;
}

void PostTable::add_unmarked(std::span<const Word> words) {
  if (words.size() > kMaxUnmarkedWords) return;
  std::vector<WordKeys::Entry> keys;
  for (const Word& word : words) keys.push_back({word.key, vocabulary_->add(word.key)});
  std::string spelling;
  for (const Word& word : words) {
    if (!spelling.empty()) spelling.push_back(' ');
    spelling.append(word.shape == Shape::kMark ? std::string(word.key) : text::fold_key(word.text));
  }
  unmarked_.emplace(std::move(spelling), std::move(keys));
}

void PostTable::restore_keys(std::vector<Word>* words) const {
  if (!is_unmarked_vietnamese(*words)) return;
  for (std::size_t at = 0; at < words->size();) {
    std::size_t length = std::min(kMaxUnmarkedWords, words->size() - at);
    for (; length > 0; --length) {
      const auto found = unmarked_.find(joined_keys(*words, at, at + length));
      if (found == unmarked_.end() || found->second.size() != length) continue;
      // "Ba Be" is a place and no "bà Be".
      if (length == 1 && at > 0 && is_capitalised((*words)[at]) &&
          !is_clause_mark((*words)[at - 1])) {
        continue;
      }
      for (std::size_t i = 0; i < length; ++i) {
        set_key(found->second[i], &(*words)[at + i]);
      }
      break;
    }
    at += std::max<std::size_t>(length, 1);
  }
}

std::string_view PostTable::post_id(std::string_view key) const {
  const auto found = post_ids_.find(key);
  if (found == post_ids_.end()) return {};
  return found->second;
}

bool PostTable::is_surname(std::string_view key) const { return surnames_.contains(key); }

bool PostTable::is_historical(std::string_view keys) const { return historical_.contains(keys); }

}  // namespace tinlang::entities
