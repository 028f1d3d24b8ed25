#include "indexer/article/signature.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "indexer/article/line_kinds.h"
#include "indexer/article/phrases.h"
#include "indexer/article/word_shape.h"
#include "indexer/calendar/date_finder.h"
#include "indexer/text/word_keys.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kLongestSignature = 110;  // code points

// The parts of a signature between dashes, commas, slashes and "và".
std::vector<std::string> parts_of(std::string_view line) {
  static constexpr std::array<std::string_view, 12> kJoints = {" - ",
                                                               " \xE2\x80\x93 ",
                                                               " \xE2\x80\x94 ",
                                                               "- ",
                                                               "\xE2\x80\x93 ",
                                                               ", ",
                                                               "; ",
                                                               " & ",
                                                               " and ",
                                                               "/",
                                                               " v\xC3\xA0 ",
                                                               " ("};
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < line.size();) {
    std::size_t joint = 0;
    for (const std::string_view candidate : kJoints) {
      if (line.compare(at, candidate.size(), candidate) == 0) {
        joint = candidate.size();
        break;
      }
    }
    if (joint == 0) {
      parts.back() += line[at++];
      continue;
    }
    parts.emplace_back();
    at += joint;
  }
  return parts;
}

// What somebody did for an article: "Hải Triều (thực hiện)".
bool names_task(std::string_view part) {
  static constexpr std::array<std::string_view, 11> kTasks = {
      "thuc hien", "tong hop",  "ghi",          "luoc ghi",       "bien tap",     "bien soan",
      "suu tam",   "bien dich", "staff writer", "staff reporter", "correspondent"};
  const std::string words = plain_words(part);
  return std::find(kTasks.begin(), kTasks.end(), words) != kTasks.end();
}

// "Theo Nguyên Bình", "Theo baonghean.vn".
bool follows_source(std::string_view line) {
  const auto words = words_of(line);
  constexpr std::size_t kMostWords = 8;
  return words.size() >= 2 && words.size() <= kMostWords && plain_words(words[0]) == "theo" &&
         !ends_sentence(line) &&
         (is_name(line.substr(words[0].size() + 1)) || words.size() == 2 ||
          first_letter_case(words[1]) == LetterCase::kUpper);
}

std::string without_brackets(std::string_view line) {
  if (line.starts_with('(') && line.ends_with(')')) line = line.substr(1, line.size() - 2);
  return without_final_dot(line);
}

// "Cao Thị Nhàn thực hiện" -> the name; empty when the line is nothing of the kind.
std::string name_before_task(const std::string& line) {
  for (auto space = line.find(' '); space != std::string::npos; space = line.find(' ', space + 1)) {
    const std::string_view task = std::string_view(line).substr(space + 1);
    if (first_letter_case(task) != LetterCase::kLower || !names_task(task)) continue;
    const std::string name = line.substr(0, space);
    // "X, staff writer" stays as it is printed.
    const bool bare = task.front() != '(' && name.find_first_of(",(-") == std::string::npos;
    return bare && is_name(name) ? name : std::string();
  }
  return {};
}

// Set apart at the end and short: who signs there need not be a person or a known office.
bool is_right_aligned_signature(const Block& block, std::string_view line) {
  constexpr std::size_t kMostWords = 12;
  if (block.align != Align::kRight || block.heading > 0 || has_digit(line)) return false;
  if (line.find(':') != std::string_view::npos || ends_sentence(line)) return false;
  const auto words = words_of(line);
  // "CHỦ TỊCH": the office under a document.
  const bool shouts = std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return first_letter_case(word.substr(word.size() - 1)) != LetterCase::kLower;
  });
  return words.size() >= 2 && words.size() <= kMostWords && !shouts &&
         first_letter_case(line) == LetterCase::kUpper;
}

}  // namespace

bool is_name(std::string_view part) {
  constexpr std::size_t kMostWords = 5;
  const auto words = words_of(part);
  if (words.size() < 2 || words.size() > kMostWords || has_digit(part)) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return first_letter_case(word) == LetterCase::kUpper;
  });
}

// What local organisations that sign articles begin with, in plain_words() form.
bool names_organisation(std::string_view part) {
  static constexpr std::array<std::string_view, 24> kBeginnings = {
      "trung tam", "dai ",      "van phong",  "phong ",    "ban ", "ubnd",
      "hdnd",      "ubmttq",    "mttq",       "to ",       "hoi ", "doan ",
      "cong an",   "truong ",   "bo chqs",    "ban chqs",  "so ",  "huyen ",
      "dang uy",   "tinh doan", "huyen doan", "lien doan", "bbt",  "tt "};
  const std::string words = plain_words(part);
  constexpr std::size_t kMostWords = 12;
  if (words_of(part).size() > kMostWords) return false;
  return first_letter_case(part) == LetterCase::kUpper &&
         std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view beginning) { return words.starts_with(beginning); });
}

bool begins_with_surname(std::string_view line) {
  static constexpr std::array<std::string_view, 60> kSurnames = {
      "nguyen", "tran", "le",    "pham",   "hoang", "huynh", "phan", "vu",    "vo",    "dang",
      "bui",    "do",   "ho",    "ngo",    "duong", "ly",    "dinh", "trinh", "luong", "dao",
      "doan",   "lam",  "mai",   "truong", "ha",    "cao",   "chu",  "ta",    "quach", "thach",
      "danh",   "kim",  "son",   "lu",     "lo",    "quang", "cam",  "vi",    "lang",  "nong",
      "be",     "ma",   "trieu", "ban",    "phung", "giang", "vang", "sung",  "thao",  "hau",
      "cu",     "mua",  "tan",   "chao",   "siu",   "ksor",  "rmah", "nay",   "kpa",   "ro"};
  const std::string word = plain_words(line.substr(0, line.find(' ')));
  return std::find(kSurnames.begin(), kSurnames.end(), word) != kSurnames.end();
}

bool names_office(std::string_view part) {
  static constexpr std::array<std::string_view, 17> kPosts = {
      "chu tich ", "pho chu tich", "bi thu",        "pho bi thu",      "truong ",   "pho truong ",
      "giam doc ", "pho giam doc", "hieu truong",   "pho hieu truong", "cong chuc", "vien chuc",
      "can bo ",   "chuyen vien",  "cong tac vien", "phong vien",      "bac si "};
  const std::string words = plain_words(part);
  constexpr std::size_t kMostWords = 12;
  if (words_of(part).size() > kMostWords || first_letter_case(part) != LetterCase::kUpper) {
    return false;
  }
  return names_organisation(part) ||
         std::any_of(kPosts.begin(), kPosts.end(),
                     [&](std::string_view post) { return words.starts_with(post); });
}

std::string without_role(const std::string& line) {
  static constexpr std::array<std::string_view, 5> kRoles = {"ctv", "pv", "btv", "phong vien",
                                                             "cong tac vien"};
  constexpr int kMostWords = 3;
  auto space = line.find(' ');
  for (int words = 0; words < kMostWords && space != std::string::npos;
       ++words, space = line.find(' ', space + 1)) {
    const std::string role = plain_words(std::string_view(line).substr(0, space));
    if (std::find(kRoles.begin(), kRoles.end(), role) == kRoles.end()) continue;
    const std::string_view name = std::string_view(line).substr(space + 1);
    if (is_name(name)) return std::string(name);
  }
  return line;
}

std::string name_at_portrait(const PageBlocks& page, std::size_t i) {
  const Block& block = page.blocks[i];
  if (block.image_box == kNoIndex || block.heading > 0) return {};
  const std::string& line = block.parts.empty() ? block.text : block.parts.front();
  std::string name = without_role(without_preposition(line));
  if (!is_signature(name)) return {};
  const bool marked = std::any_of(page.times.begin(), page.times.end(),
                                  [i](const TimeMark& time) { return time.block == i; });
  // A place in a caption may be written like a name.
  const bool person = name.size() < line.size() || begins_with_surname(name);
  const bool dated = i + 1 < page.blocks.size() &&
                     calendar::parse_publish_line(page.blocks[i + 1].text).has_value();
  return marked || (person && dated) ? name : std::string();
}

bool stands_apart(const Block& block) {
  return block.align == Align::kRight || block.bold || block.italic ||
         (!block.behind_person.empty() && block.behind_person == block.text) ||
         ((block.inline_hints | block.around) & kAuthorHint) != 0;
}

bool is_signature(std::string_view line) {
  if (line.empty() || line.find(':') != std::string_view::npos || ends_sentence(line)) return false;
  const auto parts = parts_of(line);
  constexpr std::size_t kMostParts = 5;
  if (parts.size() > kMostParts || !is_name(parts.front())) return false;
  return std::all_of(parts.begin() + 1, parts.end(), [](const std::string& part) {
    constexpr std::size_t kMostWords = 12;
    if (names_task(part)) return true;
    return first_letter_case(part) == LetterCase::kUpper && words_of(part).size() <= kMostWords;
  });
}

namespace {

// "Thực hiện: Quốc Tài", "Thứ sáu, 09/02/2018": what follows a credit in elements of its own.
bool ends_credit(const std::string& part) {
  return part.find(':') != std::string::npos || is_furniture(part) ||
         calendar::parse_publish_line(part).has_value();
}

// The credit that a block begins with, without what stands in elements behind it.
std::optional<Credit> credit_of(const Block& block) {
  auto credit = parse_credit(block.text);
  if (!credit || block.parts.size() < 2) return credit;
  const bool mixed = has_digit(credit->name) || credit->name.find(':') != std::string::npos;
  if (!mixed) return credit;
  std::string line;
  for (const std::string& part : block.parts) {
    if (ends_credit(part) && parse_credit(line)) break;
    line += (line.empty() ? "" : " ") + part;
  }
  auto first = parse_credit(line);
  return first ? first : credit;
}

// "CHỦ TỊCH (Đã ký) Lục Văn Vẻ": who signed a document.
bool is_under_document(const std::string& line) {
  static constexpr std::array<std::string_view, 12> kPosts = {
      "chu tich", "pho chu tich", "giam doc", "pho giam doc", "truong ", "pho truong",
      "bi thu",   "pho bi thu",   "chanh ",   "hieu truong",  "tm ",     "kt "};
  const std::string first = line.substr(0, line.find(' '));
  const std::string words = plain_words(line);
  const bool shouts =
      text::lower_case(first) != first && first_letter_case(first.substr(1)) != LetterCase::kLower;
  return shouts && std::any_of(kPosts.begin(), kPosts.end(),
                               [&](std::string_view post) { return words.starts_with(post); });
}

// "<b>Ngô Thị Bưởi</b><br>Chủ tịch Hội Nông dân xã". Documents put the office above the name.
bool is_name_over_office(const Block& block) {
  return block.parts.size() == 2 && is_name(block.parts.front()) &&
         names_office(block.parts.back()) && !block.parts.back().starts_with('(') &&
         !ends_sentence(block.text) &&
         (block.align != Align::kNone || block.cell != kNoIndex || stands_apart(block));
}

}  // namespace

std::optional<Signature> read_signature(const Block& block, bool at_end) {
  if (block.chars > kLongestSignature) return std::nullopt;
  if (auto credit = credit_of(block)) {
    return Signature{std::move(credit->name), credit->kind, true, credit->with_photos};
  }
  const bool named = ((block.inline_hints | block.around) & kAuthorHint) != 0;
  if (is_link_line(block) || (block.heading > 0 && !named)) return std::nullopt;
  if (is_under_document(block.text)) return std::nullopt;
  if (at_end && is_name_over_office(block)) return Signature{block.parts.front()};
  std::string line = without_role(without_preposition(without_brackets(block.text)));
  if (plain_words(line).starts_with("translated by ")) {
    return Signature{std::move(line), CreditKind::kPhoto};
  }
  const bool apart = stands_apart(block) || block.text.starts_with('(');
  if (apart || at_end) {
    if (std::string name = name_before_task(line); !name.empty()) return Signature{std::move(name)};
  }
  if (follows_source(line) && (apart || at_end)) return Signature{std::move(line)};
  if (is_signature(line) && (apart || at_end)) return Signature{std::move(line)};
  const bool organisation = names_organisation(line) && line.find(':') == std::string::npos;
  if (organisation && apart && !block.heading) return Signature{std::move(line)};
  if (at_end && is_right_aligned_signature(block, line)) return Signature{std::move(line)};
  return std::nullopt;
}

}  // namespace tinlang::article
