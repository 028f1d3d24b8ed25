#include "indexer/text/document_number.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include <unicode/uchar.h>

#include "indexer/text/letter.h"
#include "indexer/text/word_keys.h"

namespace tinlang::text {
namespace {

using std::string_view;

// Kinds of documents as numbers write them, of the state and of the Party.
constexpr std::array<string_view, 34> kKinds = {
    "nq",   "qđ",   "qd",   "qyđ", "ct",  "kl", "hd", "kh",   "bc",   "tb", "ttr", "tt",
    "ttlt", "nqlt", "cv",   "nđ",  "ctr", "đa", "qc", "gm",   "bb",   "cđ", "l",   "pl",
    "hđ",   "pa",   "cttr", "nđ",  "tl",  "sy", "sl", "vbhn", "cthđ", "lct"};

constexpr std::size_t kMostDigits = 6;
constexpr std::size_t kMostLetters = 14;  // of one part: "UBTVQH", "SLĐTBXH"

constexpr std::size_t kFarthest = 24;  // bytes between the first digit and the first slash

constexpr std::array<string_view, 4> kDashes = {"-", "\u2013", "\u2010", "\u2011"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_known_kind(string_view part) {
  return std::find(kKinds.begin(), kKinds.end(), lower_case(part)) != kKinds.end();
}

// Letters of a council stand before those of its department: "1234/UBND-VX".
bool is_council(string_view part) {
  const std::string lower = lower_case(part);
  return lower == "ubnd" || lower == "hđnd" || lower == "hdnd";
}

// Letters between two separators, in bytes of the text.
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_small = false;  // no capital letter
};

struct Separator {
  char sign = 0;  // '/' or '-'
  std::size_t end = 0;
  bool is_spaced = false;
};

// Reads one document number from its first digit on.
class Reader {
 public:
  Reader(string_view text, std::size_t begin) : text_(text), begin_(begin), at_(begin) {}

  std::optional<DocumentNumber> read() {
    if (!read_number()) return std::nullopt;
    const auto first = read_separator();
    if (!first) return std::nullopt;
    const bool complete = first->sign == '/' ? read_after_slash() : read_after_dash();
    if (!complete || continues_as_word()) return std::nullopt;
    return DocumentNumber{static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(at_),
                          std::move(number_)};
  }

 private:
  bool read_number() {
    std::size_t end = at_;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    if (end == at_ || end - at_ > kMostDigits) return false;
    if (end < text_.size() && std::string_view("abcABC").find(text_[end]) != string_view::npos)
      ++end;
    take(end);
    return true;
  }

  // "/QĐ-UBND", "/2024/NQ-HĐND", "/2020/QH14".
  bool read_after_slash() {
    const bool has_year = read_year();
    const auto kind = read_part();
    if (!kind) return false;
    const string_view letters = text_.substr(kind->begin, kind->end - kind->begin);
    const bool known = is_known_kind(letters) || is_council(letters);
    if ((kind->is_small || spaced_) && !known && !has_year) return false;
    const auto next = read_separator();
    if (!next || (next->is_spaced && !known))
      return has_year && (!kind->is_small || is_digit(letters.back()));
    if (!read_body(*kind)) return false;
    read_further_parts();
    return true;
  }

  // "-NQ/TW".
  bool read_after_dash() {
    const auto kind = read_part();
    if (!kind || !is_known_kind(text_.substr(kind->begin, kind->end - kind->begin))) return false;
    const auto next = read_separator();
    if (!next || next->sign != '/' || !read_body(*kind)) return false;
    read_further_parts();
    return true;
  }

  // The body that issued it: in capitals when the kind is.
  bool read_body(const Part& kind) {
    const auto body = read_part();
    return body && body->is_small == kind.is_small;
  }

  // "-BTC" of "12/2023/TTLT-BYT-BTC": only without spaces.
  void read_further_parts() {
    while (true) {
      const std::size_t at = at_;
      const std::size_t size = number_.size();
      const auto next = read_separator();
      if (next && !next->is_spaced && read_part()) continue;
      at_ = at;
      number_.resize(size);
      return;
    }
  }

  // "2024/" of the form with a year.
  bool read_year() {
    const string_view rest = text_.substr(at_);
    const bool year = rest.size() > 4 && (rest.starts_with("19") || rest.starts_with("20")) &&
                      is_digit(rest[2]) && is_digit(rest[3]);
    if (!year || text_.substr(skip_space(at_ + 4)).substr(0, 1) != "/") return false;
    take(at_ + 4);
    return read_separator().has_value();
  }

  std::optional<Separator> read_separator() {
    std::size_t at = skip_space(at_);
    if (at >= text_.size()) return std::nullopt;
    Separator separator;
    const string_view rest = text_.substr(at);
    if (rest.front() == '/') {
      separator.sign = '/';
      at += 1;
    }
    for (const string_view dash : kDashes) {
      if (!rest.starts_with(dash)) continue;
      separator.sign = '-';
      at += dash.size();
    }
    if (separator.sign == 0) return std::nullopt;
    separator.is_spaced = skip_space(at_) != at_ || skip_space(at) != at;
    separator.end = skip_space(at);
    spaced_ = spaced_ || separator.is_spaced;
    number_.push_back(separator.sign);
    at_ = separator.end;
    return separator;
  }

  std::size_t skip_space(std::size_t at) const {
    if (text_.substr(at).starts_with(" ")) return at + 1;
    return text_.substr(at).starts_with("\u00A0") ? at + 2 : at;
  }

  // Capitals, perhaps a few small letters after the first ("TTg", "TTr") and
  // digits at the end ("QH14"), or small letters alone.
  std::optional<Part> read_part() {
    const Letters letters = leading_letters();
    const bool small = letters.capitals == 0;
    if (letters.count == 0 || letters.count > kMostLetters) return std::nullopt;
    if (!small && (!letters.first_is_capital || letters.capitals * 2 < letters.count)) {
      return std::nullopt;
    }
    std::size_t end = letters.end;
    while (end < text_.size() && is_digit(text_[end])) ++end;
    const Part part{at_, end, small};
    take(end);
    return part;
  }

  struct Letters {
    std::size_t end = 0;
    std::size_t count = 0;
    std::size_t capitals = 0;
    bool first_is_capital = false;
  };

  // The letters from here on, with '&' and dots between them.
  Letters leading_letters() const {
    Letters letters{at_, 0, 0, false};
    while (letters.end < text_.size() && letters.count <= kMostLetters) {
      std::size_t next = letters.end;
      const Letter letter = letter_of(next_letter(text_, next));
      if (letter.is_letter) {
        if (letters.count == 0) letters.first_is_capital = letter.is_upper;
        ++letters.count;
        letters.capitals += letter.is_upper ? 1 : 0;
      } else if (!is_joint(letters, next)) {
        break;
      }
      letters.end = next;
    }
    return letters;
  }

  bool is_joint(const Letters& before, std::size_t next) const {
    const char c = text_[before.end];
    return before.count > 0 && (c == '&' || c == '.') &&
           joins_letter(next, before.count == 1 && before.capitals == 0);
  }

  // Whether a capital letter follows a dot or '&', or, as in "t.ư", any letter.
  bool joins_letter(std::size_t at, bool also_small) const {
    if (at >= text_.size()) return false;
    const Letter letter = letter_of(next_code_point(text_, at));
    return letter.is_upper || (also_small && letter.is_letter);
  }

  bool continues_as_word() const {
    std::size_t next = at_;
    if (at_ >= text_.size()) return false;
    const char32_t c = next_code_point(text_, next);
    if (c == '/') return next < text_.size() && is_digit(text_[next]);
    return c != kMalformed && u_isalnum(static_cast<UChar32>(c));
  }

  void take(std::size_t end) {
    number_ += lower_case(text_.substr(at_, end - at_));
    at_ = end;
  }

  string_view text_;
  std::size_t begin_;
  std::size_t at_;
  bool spaced_ = false;
  std::string number_;
};

// Whether a number may begin at `begin`: nothing glued before it, but for "số".
bool may_begin_at(string_view text, std::size_t begin) {
  if (text.substr(0, begin).ends_with("/ ")) return false;
  if (begin == 0) return true;
  std::size_t before = begin - 1;
  while (before > 0 && (static_cast<std::uint8_t>(text[before]) & 0xC0) == 0x80) --before;
  if (string_view("/-.,").find(text[before]) != string_view::npos) return false;
  std::size_t next = before;
  const char32_t c = next_code_point(text, next);
  if (c == kMalformed || !u_isalnum(static_cast<UChar32>(c))) return true;
  const string_view head = text.substr(0, begin);
  return head.ends_with("số") || head.ends_with("Số") || head.ends_with("SỐ");
}

// Moves `at` back over one space.
std::size_t without_space_before(string_view text, std::size_t at) {
  const string_view head = text.substr(0, at);
  if (head.ends_with(" ")) return at - 1;
  return head.ends_with("\u00A0") ? at - 2 : at;
}

// First digit of the number whose first '/' is at `slash`: of "123/" or "28-NQ/".
std::optional<std::size_t> number_begin(string_view text, std::size_t slash, std::size_t floor) {
  std::size_t at = without_space_before(text, slash);
  const std::size_t stop = std::max(floor, at > kFarthest ? at - kFarthest : 0);
  // Back over the letters of the kind and over one dash.
  while (at > stop && !is_digit(text[at - 1])) {
    if (text[at - 1] == '/' || text[at - 1] == '\n') return std::nullopt;
    --at;
  }
  std::size_t begin = at;
  while (begin > stop && is_digit(text[begin - 1])) --begin;
  if (begin == at || !may_begin_at(text, begin)) return std::nullopt;
  return begin;
}

}  // namespace

std::vector<DocumentNumber> find_document_numbers(string_view text) {
  std::vector<DocumentNumber> found;
  std::size_t floor = 0;  // nothing before it belongs to a number any more
  for (std::size_t slash = text.find('/'); slash != string_view::npos;
       slash = text.find('/', slash + 1)) {
    if (slash < floor) continue;
    const auto begin = number_begin(text, slash, floor);
    if (!begin) continue;
    auto number = Reader(text, *begin).read();
    if (!number) continue;
    floor = number->end;
    found.push_back(std::move(*number));
  }
  return found;
}

}  // namespace tinlang::text
