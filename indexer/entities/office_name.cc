#include "indexer/entities/office_name.h"

#include <algorithm>
#include <array>

#include "indexer/entities/place_names.h"

namespace tinlang::entities {
namespace {

constexpr std::size_t kMaxFieldWords = 12;
constexpr std::size_t kMaxCommitteeWords = 24;

template <std::size_t kSize>
bool is_one_of(std::string_view key, const std::array<std::string_view, kSize>& keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// Words of a clause: no title runs on over them.
constexpr std::array<std::string_view, 26> kClause = {
    "đa4",   "phat1", "chu3",  "dư5",    "yêu",    "đê2", "ghi",  "tham",  "trao",
    "nhân1", "đanh1", "biêu3", "khăng3", "trinh2", "nêu", "tai5", "cung2", "cua3",
    "vê2",   "trong", "đên1",  "lam2",   "la2",    "cho", "cac1", "bao1"};

// Canonical keys of middle names that only people have: Thị, Văn, Seo, Đình.
constexpr std::array<std::string_view, 5> kMiddleNames = {"thi5", "văn", "seo", "đinh2", "quôc1"};

bool ends_with_level(const PostTable& table, std::span<const Word> words, std::size_t at) {
  const bool society = at + 1 < words.size() && words[at + 1].key == "hôi5";
  if (words[at].shape != Shape::kLower || society) return false;
  const auto level = table.longest(EntryKind::kLevel, words, at);
  return level && level->entry->tier != Tier::kVillage;
}

class OfficeNameReader {
 public:
  OfficeNameReader(const PostTable& table, std::span<const Word> words, std::size_t at,
                   OfficeContext context)
      : table_(table), words_(words), at_(at), context_(context) {}

  // Each capitalised syllable may be followed by the rest of its word in small
  // letters ("Kiểm soát"), but a proper name ("Lê Lợi") by none.
  std::size_t end() const {
    if (context_.may_have_task) {
      if (const std::size_t end = task_end(table_, words_, at_); end > at_) return end;
    }
    const std::size_t limit = std::min(words_.size(), at_ + kMaxFieldWords);
    std::size_t end = at_;
    while (end < limit && continues_name(end) && !starts_person(end)) ++end;
    while (end > at_ && words_[end - 1].shape == Shape::kMark) --end;
    return end;
  }

 private:
  bool continues_name(std::size_t at) const {
    const Word& word = words_[at];
    if (level_at(table_, words_, at) || starts_body(at)) return false;
    if (is_capitalised(word)) return true;
    if (at == at_) return false;
    if (word.shape == Shape::kNumber) return is_capitalised(words_[at - 1]);
    const bool joins = word.key == "va2" || word.key == "&" || word.key == "-";
    if (joins) {
      return at + 1 < words_.size() && is_capitalised(words_[at + 1]) &&
             !table_.longest(EntryKind::kHead, words_, at + 1);
    }
    if (word.shape != Shape::kLower || words_[at - 1].shape != Shape::kCapital) return false;
    if (word.key == "tăng5" || word.key == "trao") return false;  // "Công ty Than | tặng quà"
    return at - 1 == at_ || !is_capitalised(words_[at - 2]);
  }

  // "Ban ATGT | Đoàn Công Lý", "Tiểu học Chiềng Khoi | Cà Thị Pâng".
  bool starts_person(std::size_t at) const {
    if (at == at_ || !is_capitalised(words_[at])) return false;
    const std::size_t end =
        capital_run_end(words_.first(std::min(words_.size(), at + kMaxFieldWords)), at);
    if (starts_marked_name(words_, at, end) && table_.is_surname(words_[at])) return true;
    const bool inside_run = words_[at - 1].shape == Shape::kCapital;
    return !inside_run && !context_.may_be_of_person && may_be_whole_name(table_, words_, at, end);
  }

  bool starts_body(std::size_t at) const {
    const auto body = table_.longest(EntryKind::kBody, words_, at);
    return body && (body->end > at + 1 || words_[at].shape == Shape::kUpper);
  }

  const PostTable& table_;
  std::span<const Word> words_;
  std::size_t at_;
  OfficeContext context_;
};

}  // namespace

std::size_t office_name_end(const PostTable& table, std::span<const Word> words, std::size_t at,
                            OfficeContext context) {
  return OfficeNameReader(table, words, at, context).end();
}

// A committee's task stands in small letters and ends at the level word: "Chỉ
// huy phòng, chống lụt bão | huyện". Words of a clause mean that it does not.
std::size_t task_end(const PostTable& table, std::span<const Word> words, std::size_t at) {
  if (at >= words.size()) return at;
  const std::size_t limit = std::min(words.size(), at + kMaxCommitteeWords);
  for (std::size_t i = at; i < limit; ++i) {
    if (i > at && ends_with_level(table, words, i)) return i;
    // "Ban Văn hóa - Xã hội | HĐND huyện"
    if (i > at && words[i].shape == Shape::kUpper && table.longest(EntryKind::kBody, words, i)) {
      return i;
    }
    const bool mark = words[i].shape == Shape::kMark && words[i].key != "," && words[i].key != "-";
    if (mark || is_clause_word(words[i].key)) return at;
    if (table.longest(EntryKind::kHead, words, i) ||
        table.longest(EntryKind::kHonorific, words, i)) {
      return at;
    }
  }
  return at;
}

std::optional<Match> level_at(const PostTable& table, std::span<const Word> words, std::size_t at) {
  const auto level = table.longest(EntryKind::kLevel, words, at);
  const bool society = level && at + 1 < words.size() && words[at + 1].key == "hôi5";
  return society ? std::nullopt : level;
}

bool may_be_whole_name(const PostTable& table, std::span<const Word> words, std::size_t at,
                       std::size_t end) {
  return end - at >= 2 && end - at <= 4 && table.is_surname(words[at]);
}

bool starts_marked_name(std::span<const Word> words, std::size_t at, std::size_t end) {
  return end - at >= 3 && end - at <= 5 && is_one_of(words[at + 1].key, kMiddleNames);
}

bool is_clause_word(std::string_view key) { return is_one_of(key, kClause); }

}  // namespace tinlang::entities
