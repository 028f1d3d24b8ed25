#include "indexer/entities/english_posts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/tables/table.h"

namespace tinlang::entities {
namespace {

using gazetteer::Level;
using tables::Table;

constexpr std::array<std::string_view, 4> kColumns = {"kind", "english", "vietnamese", "note"};
constexpr std::size_t kMaxParts = 16;  // words and names after the head

std::optional<EnglishKind> kind_of(std::string_view name) {
  if (name == "head") return EnglishKind::kHead;
  if (name == "body") return EnglishKind::kBody;
  if (name == "office") return EnglishKind::kOffice;
  if (name == "level") return EnglishKind::kLevel;
  if (name == "former") return EnglishKind::kFormer;
  return std::nullopt;
}

// "Ngai's" -> "Ngai".
Word without_genitive(Word word, WordKeys* keys) {
  if (word.text.ends_with("'s")) {
    word.text.remove_suffix(2);
  } else if (word.text.ends_with("\u2019s")) {
    word.text.remove_suffix(4);
  } else {
    return word;
  }
  set_key(keys->entry(word.text), &word);
  return word;
}

// "district's" is found as "district" is.
bool is_same(std::string_view key, std::string_view listed) {
  return key == listed ||
         (key.size() == listed.size() + 2 && key.starts_with(listed) && key.ends_with("'s"));
}

class TitleReader {
 public:
  TitleReader(const EnglishPosts& posts, const PlaceNames& places, std::span<const Word> words,
              std::size_t at)
      : posts_(posts), places_(places), words_(words), at_(at) {}

  std::optional<EnglishPost> read() {
    read_before_head();
    if (head_.empty()) return std::nullopt;
    for (std::size_t parts = 0; parts < kMaxParts && read_part(); ++parts) {
    }
    take_level_of_place();
    auto title = write();
    if (!title) return std::nullopt;
    return EnglishPost{std::move(*title), end_, std::move(place_)};
  }

 private:
  // "former commune Chairman", "district People's Committee Vice Chairman".
  void read_before_head() {
    while (const auto found = posts_.longest(words_, at_)) {
      at_ = end_ = found->end;
      take(*found->entry);
      if (found->entry->kind == EnglishKind::kHead) return;
    }
  }

  void take(const EnglishEntry& entry) {
    std::string* const parts[] = {&head_, &body_, &office_, &level_, nullptr};
    if (entry.kind == EnglishKind::kFormer) former_ = true;
    auto* part = parts[static_cast<std::size_t>(entry.kind)];
    if (part != nullptr && part->empty()) *part = entry.vietnamese;
  }

  bool read_part() {
    static constexpr std::array<std::string_view, 4> kJoining = {"of", "the", "in", "for"};
    if (at_ >= words_.size()) return false;
    const auto found = posts_.longest(words_, at_);
    if (found && found->entry->kind != EnglishKind::kHead) {
      if (found->entry->kind != EnglishKind::kLevel && has_organ()) return false;
      take(*found->entry);
      at_ = end_ = found->end;
      return true;
    }
    const auto& word = words_[at_];
    if (word.shape == Shape::kLower) {
      const auto joins = [&](std::string_view joining) { return word.text == joining; };
      if (std::none_of(kJoining.begin(), kJoining.end(), joins)) return false;
      ++at_;
      return true;
    }
    return !found && read_place();
  }

  bool has_organ() const { return !body_.empty() || !office_.empty(); }

  // A place stands behind "of", with a genitive, or before a level word; any
  // other capitals are the holder's name.
  bool read_place() {
    if (place_) return false;
    WordKeys keys = places_.make_keys();
    std::vector<Word> ahead;
    for (std::size_t i = at_; i < words_.size() && i < at_ + 6; ++i) {
      ahead.push_back(without_genitive(words_[i], &keys));
    }
    auto place = places_.read(ahead, 0, Tier::kOpen, "");
    if (!place) return false;
    const std::size_t end = at_ + place->end;
    const bool behind_of = at_ > 0 && words_[at_ - 1].text == "of";
    const bool genitive = words_[end - 1].text.size() != ahead[place->end - 1].text.size();
    const auto next = posts_.longest(words_, end);
    const bool typed = next && next->entry->kind == EnglishKind::kLevel;
    if (!behind_of && !genitive && !typed) return false;
    place->begin = at_;
    place->end = end;
    place_ = std::move(place);
    at_ = end_ = end;
    return true;
  }

  void take_level_of_place() {
    if (!place_ || place_->units.empty()) return;
    if (!level_.empty()) {
      std::erase_if(place_->units, [&](gazetteer::UnitId id) { return !fits_level(id); });
      if (place_->units.empty()) place_.reset();
      return;
    }
    level_ = places_.gazetteer().unit(place_->units.front()).type;
  }

  bool fits_level(gazetteer::UnitId id) const {
    const Level level = places_.gazetteer().unit(id).level;
    if (level_ == "tỉnh") return level == Level::kProvince;
    if (level_ == "thành phố") return level != Level::kCommune;
    if (level_ == "huyện" || level_ == "thị xã" || level_ == "quận") {
      return level == Level::kDistrict;
    }
    return level == Level::kCommune;
  }

  std::optional<std::string> write() const {
    const bool chair = head_.find("Chủ tịch") != std::string::npos;
    const bool party = head_.find("Bí thư") != std::string::npos || head_.starts_with("Ủy viên");
    if (!has_organ() && (level_.empty() || (!chair && !party))) return std::nullopt;
    std::string title = former_ ? "nguyên " : "";
    if (!office_.empty()) return title + office_title() + level_after();
    title += head_ + " ";
    if (party || body_ == "Tỉnh ủy") return title + committee();
    return title + (body_.empty() ? "Ủy ban nhân dân" : body_) + level_after();
  }

  std::string level_after() const { return level_.empty() ? "" : " " + level_; }

  // Departments of a province are a "Sở", those of a district a "Phòng".
  std::string office_title() const {
    const bool deputy = head_.starts_with("Phó");
    const bool district = level_ == "huyện" || level_ == "thị xã" || level_ == "quận";
    if (district) return (deputy ? "Phó Trưởng phòng " : "Trưởng phòng ") + office_;
    return (deputy ? "Phó Giám đốc Sở " : "Giám đốc Sở ") + office_;
  }

  std::string committee() const {
    if (level_ == "tỉnh") return "Tỉnh ủy";
    if (level_ == "thành phố") return "Thành ủy";
    if (level_ == "huyện") return "Huyện ủy";
    if (level_ == "quận") return "Quận ủy";
    if (level_ == "thị xã") return "Thị ủy";
    return "Đảng ủy" + level_after();
  }

  const EnglishPosts& posts_;
  const PlaceNames& places_;
  std::span<const Word> words_;
  std::size_t at_;
  std::size_t end_ = 0;
  std::string head_;
  std::string body_;
  std::string office_;
  std::string level_;
  bool former_ = false;
  std::optional<PlaceName> place_;
};

}  // namespace

Result<EnglishPosts> EnglishPosts::load(const std::filesystem::path& path) {
  const auto table = Table::read(path, kColumns);
  if (!table) return tl::unexpected(table.error());
  EnglishPosts posts;
  WordKeys keys;
  for (const auto& row : table->rows()) {
    const auto kind = kind_of(row.cells[0]);
    const auto words = read_words(row.cells[1], &keys);
    if (!kind || words.empty()) {
      return fail(ErrorCode::kInvalidInput, "{}:{}: {}", path.string(), row.line,
                  kind ? "a row needs its English words" : "unknown kind of row");
    }
    EnglishEntry entry{*kind, {}, std::string(row.cells[2])};
    for (const Word& word : words) entry.keys.emplace_back(word.key);
    posts.entries_[entry.keys.front()].push_back(std::move(entry));
  }
  return posts;
}

std::vector<std::string> EnglishPosts::first_keys() const {
  std::vector<std::string> keys;
  for (const auto& [key, entries] : entries_) keys.push_back(key);
  return keys;
}

std::optional<EnglishPosts::Found> EnglishPosts::longest(std::span<const Word> words,
                                                         std::size_t at) const {
  if (at >= words.size()) return std::nullopt;
  auto found = entries_.find(words[at].key);
  if (found == entries_.end() && words[at].key.ends_with("'s")) {
    found = entries_.find(words[at].key.substr(0, words[at].key.size() - 2));
  }
  if (found == entries_.end()) return std::nullopt;
  std::optional<Found> best;
  for (const auto& entry : found->second) {
    const std::size_t size = entry.keys.size();
    if (at + size > words.size() || (best && best->end >= at + size)) continue;
    const auto equal = std::equal(
        entry.keys.begin(), entry.keys.end(), words.begin() + static_cast<std::ptrdiff_t>(at),
        [](const auto& key, const Word& word) { return is_same(word.key, key); });
    if (equal) best = Found{&entry, at + size};
  }
  return best;
}

std::optional<EnglishPost> EnglishPosts::read(const PlaceNames& places, std::span<const Word> words,
                                              std::size_t at) const {
  if (!longest(words, at)) return std::nullopt;
  return TitleReader(*this, places, words, at).read();
}

}  // namespace tinlang::entities
