#include "indexer/article/credit.h"

#include <algorithm>
#include <array>

#include "indexer/article/phrases.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kLongestCredit = 220;  // bytes

struct Label {
  std::string_view words;  // plain_words() form
  CreditKind kind;
};

// Longer labels first where one begins another.
constexpr std::array kLabels = {Label{"tac gia bai viet", CreditKind::kAuthor},
                                Label{"tac gia", CreditKind::kAuthor},
                                Label{"nguoi viet", CreditKind::kAuthor},
                                Label{"nguoi viet bai", CreditKind::kAuthor},
                                Label{"nguoi dang", CreditKind::kAuthor},
                                Label{"nguoi dua tin", CreditKind::kAuthor},
                                Label{"nguoi thuc hien", CreditKind::kAuthor},
                                Label{"thuc hien", CreditKind::kAuthor},
                                Label{"bien tap", CreditKind::kAuthor},
                                Label{"nguoi bien tap", CreditKind::kAuthor},
                                Label{"bien soan", CreditKind::kAuthor},
                                Label{"tong hop", CreditKind::kAuthor},
                                Label{"tin anh", CreditKind::kAuthor},
                                Label{"tin va anh", CreditKind::kAuthor},
                                Label{"tin bai anh", CreditKind::kAuthor},
                                Label{"tin bai va anh", CreditKind::kAuthor},
                                Label{"tin bai", CreditKind::kAuthor},
                                Label{"bai anh", CreditKind::kAuthor},
                                Label{"bai va anh", CreditKind::kAuthor},
                                Label{"bai viet", CreditKind::kAuthor},
                                Label{"anh va tin bai", CreditKind::kAuthor},
                                Label{"anh va bai", CreditKind::kAuthor},
                                Label{"anh tin bai", CreditKind::kAuthor},
                                Label{"anh va tin", CreditKind::kAuthor},
                                Label{"anh bai", CreditKind::kAuthor},
                                Label{"bai", CreditKind::kAuthor},
                                Label{"tin", CreditKind::kAuthor},
                                Label{"pv", CreditKind::kAuthor},
                                Label{"phong vien", CreditKind::kAuthor},
                                Label{"ctv", CreditKind::kAuthor},
                                Label{"cong tac vien", CreditKind::kAuthor},
                                Label{"btv", CreditKind::kAuthor},
                                Label{"viet boi", CreditKind::kAuthor},
                                Label{"duoc viet boi", CreditKind::kAuthor},
                                Label{"dang boi", CreditKind::kAuthor},
                                Label{"author", CreditKind::kAuthor},
                                Label{"written by", CreditKind::kAuthor},
                                Label{"reported by", CreditKind::kAuthor},
                                Label{"by", CreditKind::kAuthor},
                                Label{"nguon anh", CreditKind::kPhoto},
                                Label{"anh", CreditKind::kPhoto},
                                Label{"photo", CreditKind::kPhoto},
                                Label{"photos", CreditKind::kPhoto},
                                Label{"hinh anh", CreditKind::kPhoto},
                                Label{"nguon tin bai", CreditKind::kSource},
                                Label{"nguon tin", CreditKind::kSource},
                                Label{"nguon bai viet", CreditKind::kSource},
                                Label{"nguon bai", CreditKind::kSource},
                                Label{"nguon", CreditKind::kSource},
                                Label{"source", CreditKind::kSource},
                                Label{"theo nguon", CreditKind::kSource}};

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

const Label* find_label(const std::string& words) {
  const auto* found = std::find_if(kLabels.begin(), kLabels.end(),
                                   [&](const Label& label) { return label.words == words; });
  return found == kLabels.end() ? nullptr : found;
}

}  // namespace

bool is_empty_label(std::string_view line) {
  return trimmed(line).ends_with(':') && find_label(plain_words(line)) != nullptr;
}

bool is_bare_label(const std::string& words) {
  constexpr std::size_t kShortest = 8;  // bytes: "tin", "bai" and "anh" are words as well
  const Label* label = words.size() < kShortest ? nullptr : find_label(words);
  return label != nullptr && label->kind == CreditKind::kAuthor;
}

bool is_nobody(std::string_view name) {
  const std::string words = plain_words(name);
  static constexpr std::array<std::string_view, 14> kNobody = {
      "admin",      "administrator", "quan tri", "quan tri vien", "quantri",           "webmaster",
      "editor",     "bien tap",      "root",     "host",          "superuser account", "user",
      "super user", "dang nhap"};
  return words.empty() || std::find(kNobody.begin(), kNobody.end(), words) != kNobody.end() ||
         names_site(name);
}

std::string without_preposition(const std::string& line) {
  static constexpr std::array<std::string_view, 11> kPrepositions = {
      "duoc viet boi", "duoc dang boi", "viet boi",    "dang boi",
      "posted by",     "written by",    "reported by", "by",
      "boi",           "par",           "por"};
  for (const std::string_view label : kPrepositions) {
    std::size_t end = 0;  // behind as many words as the label has
    for (auto words = std::count(label.begin(), label.end(), ' ') + 1; words > 0; --words) {
      end = line.find(' ', end == 0 ? 0 : end + 1);
      if (end == std::string::npos) break;
    }
    if (end == std::string::npos) continue;
    if (plain_words(line.substr(0, end)) == label) return line.substr(end + 1);
  }
  return line;
}

std::string without_final_dot(std::string_view line) {
  line = trimmed(line);
  while (!line.empty() && (line.back() == '.' || line.back() == '/' || line.back() == ' ')) {
    line.remove_suffix(1);
  }
  return std::string(line);
}

std::optional<Credit> parse_credit(std::string_view line) {
  if (line.size() > kLongestCredit) return std::nullopt;
  std::string_view text = trimmed(line);
  while (!text.empty() && (text.front() == '(' || text.front() == '-')) {
    if (text.front() == '(' && text.ends_with(')')) text.remove_suffix(1);
    text = trimmed(text.substr(1));
  }
  const auto colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const Label* label = find_label(plain_words(text.substr(0, colon)));
  if (label == nullptr) return std::nullopt;
  std::string name = without_final_dot(text.substr(colon + 1));
  // "PV: Xin cảm ơn bà!" is the end of an interview.
  if (name.empty() || name.ends_with('!') || name.ends_with('?')) return std::nullopt;
  const bool with_photos =
      label->kind == CreditKind::kAuthor && label->words.find("anh") != std::string_view::npos;
  return Credit{label->kind, with_photos, std::move(name)};
}

}  // namespace tinlang::article
