#include "indexer/text/word_splitter.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "indexer/text/byte_kinds.h"
#include "indexer/text/letter.h"
#include "indexer/text/spelling.h"

namespace tinlang::text {
namespace {

using std::string_view;

constexpr std::size_t kLongestGlued = 40;
constexpr std::size_t kMostJoinedLetters = 5;  // of a part: "CKII", "TTg"

constexpr std::array<string_view, 4> kApostrophes = {"\u2019", "\u2018", "\u02BC", "\u00B4"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_marked_syllable(string_view word) {
  const auto spelt = spelt_word(word);
  return spelt && spelt->is_marked() && is_syllable(*spelt);
}

// Bytes of the number at the front: digits with '.' and ',' between them.
std::size_t number_length(string_view word) {
  std::size_t length = 0;
  while (length < word.size()) {
    const bool joins = (word[length] == '.' || word[length] == ',') && length > 0 &&
                       length + 1 < word.size() && is_digit(word[length + 1]);
    if (!is_digit(word[length]) && !joins) break;
    ++length;
  }
  return length;
}

std::size_t digits_length(string_view word) {
  const auto* const end = std::find_if_not(word.begin(), word.end(), is_digit);
  return static_cast<std::size_t>(end - word.begin());
}

// Code points at the front that are letters, counted up to `limit`.
std::size_t leading_letters(string_view word, std::size_t limit) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < word.size() && count < limit; ++count) {
    if (!letter_of(next_letter(word, i)).is_letter) break;
  }
  return count;
}

// Whether `part` is one letter or more, at most `most`, and nothing else.
bool is_letters(string_view part, std::size_t most) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < part.size(); ++count) {
    if (!letter_of(next_letter(part, i)).is_letter) return false;
  }
  return count > 0 && count <= most;
}

constexpr std::array<string_view, 6> kUnits = {"m", "m2", "m3", "m²", "m³", "đ"};

// One letter that stands for a unit and is not part of a name such as "5G" or "12A".
bool is_short_unit(string_view rest) {
  return std::find(kUnits.begin(), kUnits.end(), rest) != kUnits.end();
}

// Letters that a digit belongs to: "km2", "CO2".
constexpr std::array<string_view, 5> kBeforePowers = {"km", "cm", "dm", "mm", "CO"};

// Where the number of "QL1A" and "Covid19" begins, which others write apart, or
// 0: two letters or more, digits, perhaps one capital letter.
std::size_t number_after_letters(string_view part) {
  const auto* const first_digit = std::find_if(part.begin(), part.end(), is_digit);
  const auto letters = static_cast<std::size_t>(first_digit - part.begin());
  const string_view word = part.substr(0, letters);
  if (letters == part.size() || is_letters(word, 1) || !is_letters(word, letters)) return 0;
  if (std::find(kBeforePowers.begin(), kBeforePowers.end(), word) != kBeforePowers.end()) return 0;
  const string_view rest = part.substr(letters + digits_length(part.substr(letters)));
  const bool ends = rest.empty() || (rest.size() == 1 && rest[0] >= 'A' && rest[0] <= 'Z');
  return ends ? letters : 0;
}

// "14h30", "7g30": hours, then minutes in two digits.
struct Time {
  std::size_t hour_end;
  std::size_t minute_end;
};

std::optional<Time> time_at_front(string_view word) {
  const std::size_t hour = digits_length(word);
  if (hour == 0 || hour > 2 || hour == word.size()) return std::nullopt;
  if (string_view("hgHG").find(word[hour]) == string_view::npos) return std::nullopt;
  const string_view rest = word.substr(hour + 1);
  if (digits_length(rest) != 2) return std::nullopt;
  if (rest.size() > 2 && leading_letters(rest.substr(2), 2) < 2) return std::nullopt;
  return Time{hour, hour + 3};
}

std::size_t vowel_groups(string_view word) {
  std::size_t groups = 0;
  bool in_vowels = false;
  for (std::size_t i = 0; i < word.size();) {
    const bool vowel = letter_of(next_letter(word, i)).is_vowel;
    if (vowel && !in_vowels) ++groups;
    in_vowels = vowel;
  }
  return groups;
}

// Where two syllables that were typed without a space meet, or 0. They must be
// marked (at least one), and no other division may give two syllables, unless
// a capital after a small letter shows the place.
std::size_t glued_at(string_view word) {
  if (word.size() > kLongestGlued || vowel_groups(word) != 2) return 0;
  std::size_t found = 0;
  std::size_t ways = 0;
  bool before_is_upper = true;
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t at = i;
    const bool is_upper = letter_of(next_letter(word, i)).is_upper;
    if (at > 0) {
      const auto left = spelt_word(word.substr(0, at));
      const auto right = spelt_word(word.substr(at));
      if (left && right && is_syllable(*left) && is_syllable(*right)) {
        if (is_upper && !before_is_upper) return at;
        found = at;
        ++ways;
      }
    }
    before_is_upper = is_upper;
  }
  return ways == 1 ? found : 0;
}

// Where the small letters of "UBNDxã" and "BCHĐảng" begin a word of their own,
// or 0: capitals that are no syllable, then a marked syllable, to which the last
// of the capitals belongs if it can.
std::size_t end_of_capitals(string_view word) {
  if (word.size() > kLongestGlued) return 0;
  std::size_t last = 0;  // where the last of the capitals begins
  std::size_t end = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < word.size(); ++count) {
    const std::size_t at = i;
    if (!letter_of(next_letter(word, i)).is_upper) break;
    last = at;
    end = i;
  }
  if (count < 2 || end == word.size()) return 0;
  for (const std::size_t at : {last, end}) {
    const string_view capitals = word.substr(0, at);
    if (is_letters(capitals, 1) || !is_abbreviation_part(capitals)) continue;
    if (is_marked_syllable(word.substr(at))) return at;
  }
  return 0;
}

class Splitter {
 public:
  Splitter(string_view text, std::vector<Piece>& pieces) : text_(text), pieces_(pieces) {}

  // A word without '_', without '@' and without dots that end a part of it.
  void add_part(std::size_t begin, std::size_t end) {
    const string_view part = text_.substr(begin, end - begin);
    if (is_digit(part.front())) {
      add_number(begin, end);
    } else if (const std::size_t number = number_after_letters(part)) {
      add_letters_before_number(begin, begin + number, end);
    } else {
      add_letters(begin, end);
    }
  }

  // A word of letters.
  void add_letters(std::size_t begin, std::size_t end) {
    const string_view part = text_.substr(begin, end - begin);
    const unsigned kinds = byte_kinds(part);
    if ((kinds & kVietnameseByte) != 0) {
      std::size_t at = end_of_capitals(part);
      if (at == 0) at = glued_at(part);
      if (at > 0) {
        add(begin, begin + at);
        add(begin, end, Piece::Reading::kWhole);
        return add(begin + at, end);
      }
    }
    add(begin, end);
    const bool only_letters = (kinds & ~unsigned{kAsciiLetter | kVietnameseByte}) == 0;
    if (!only_letters && has_joined_reading(part)) add(begin, end, Piece::Reading::kJoined);
  }

 private:
  void add(std::size_t begin, std::size_t end, Piece::Reading reading = Piece::Reading::kWord) {
    pieces_.push_back(Piece{begin, end, reading});
  }

  void add_number(std::size_t begin, std::size_t end) {
    const string_view part = text_.substr(begin, end - begin);
    if (const auto time = time_at_front(part)) {
      add(begin, begin + time->hour_end);
      add(begin, begin + time->minute_end, Piece::Reading::kWhole);
      add(begin + time->hour_end + 1, begin + time->minute_end);
      if (time->minute_end < part.size()) add_letters(begin + time->minute_end, end);
      return;
    }
    const std::size_t number = number_length(part);
    const string_view rest = part.substr(number);
    if (leading_letters(rest, 2) < 2 && !is_short_unit(rest)) return add(begin, end);
    add(begin, begin + number);
    add(begin, end, Piece::Reading::kWhole);
    add_letters(begin + number, end);
  }

  // "ngày21" lacks a space; "QL1A" is one name as well.
  void add_letters_before_number(std::size_t begin, std::size_t number, std::size_t end) {
    add(begin, number);
    if (!is_marked_syllable(text_.substr(begin, number - begin))) {
      add(begin, end, Piece::Reading::kWhole);
    }
    add(number, end);
  }

  static bool has_joined_reading(string_view part) {
    if (part.find_first_of("'.`/") != string_view::npos) return true;
    return std::any_of(kApostrophes.begin(), kApostrophes.end(), [part](string_view apostrophe) {
      return part.find(apostrophe) != string_view::npos;
    });
  }

  string_view text_;
  std::vector<Piece>& pieces_;
};

// Whether the dot between two parts belongs to both: "T.Ư", "v.v", "8.046".
bool dot_belongs_to(string_view before, string_view after) {
  if (before.empty() || after.empty()) return false;
  if (is_digit(before.back()) && is_digit(after.front())) return true;
  return is_letters(before, 1) && is_letters(after, 1);
}

string_view part_at(string_view text, std::size_t begin, std::size_t end) {
  const string_view rest = text.substr(begin, end - begin);
  return rest.substr(0, rest.find_first_of("._@"));
}

// A word with dividers.
class Divider {
 public:
  Divider(string_view text, std::size_t end, std::vector<Piece>& pieces)
      : text_(text), end_(end), pieces_(pieces), splitter_(text, pieces) {}

  void add_parts(std::size_t begin) {
    while (begin < end_) {
      const std::size_t stop = end_of_part(begin);
      if (stop > begin) {
        const std::size_t joined = end_of_abbreviation(begin, stop);
        splitter_.add_part(begin, stop);
        if (joined > stop) pieces_.push_back(Piece{begin, joined, Piece::Reading::kJoined});
        joined_until_ = std::max(joined_until_, joined);
      }
      begin = stop + 1;
    }
  }

 private:
  // End of the part that begins there, with the dots that belong to it.
  std::size_t end_of_part(std::size_t begin) const {
    string_view part = part_at(text_, begin, end_);
    std::size_t stop = begin + part.size();
    while (stop < end_ && text_[stop] == '.') {
      const string_view next = part_at(text_, stop + 1, end_);
      if (!dot_belongs_to(part, next)) break;
      part = next;
      stop += 1 + next.size();
    }
    return stop;
  }

  // End of the last part that is joined with the one at [begin, stop), as in
  // "PGS.TS"; `stop` when there is none or when it was counted before.
  std::size_t end_of_abbreviation(std::size_t begin, std::size_t stop) const {
    if (begin < joined_until_) return stop;
    string_view part = text_.substr(begin, stop - begin);
    while (stop < end_ && text_[stop] == '.') {
      const string_view next = part_at(text_, stop + 1, end_);
      if (!joins_over_dot(part, next)) break;
      part = next;
      stop += 1 + next.size();
    }
    return stop;
  }

  string_view text_;
  std::size_t end_;
  std::vector<Piece>& pieces_;
  Splitter splitter_;
  std::size_t joined_until_ = 0;
};

}  // namespace

bool is_all_capitals(string_view part) {
  for (std::size_t i = 0; i < part.size();) {
    if (!letter_of(next_letter(part, i)).is_upper) return false;
  }
  return !part.empty();
}

bool is_abbreviation_part(string_view part) {
  if (!is_all_capitals(part)) return false;
  const auto spelt = spelt_word(part);
  return !spelt || spelt->size == 1 || !is_syllable(*spelt);
}

bool joins_over_dot(string_view before, string_view after) {
  if (!is_letters(before, kMostJoinedLetters) || !is_letters(after, kMostJoinedLetters)) {
    return false;
  }
  std::size_t first = 0;
  return letter_of(next_letter(before, first)).is_upper && is_abbreviation_part(after);
}

void split_word(string_view text, std::size_t begin, std::size_t end, std::vector<Piece>& pieces) {
  const unsigned kinds = byte_kinds(text.substr(begin, end - begin));
  if ((kinds & kDivider) != 0) return Divider(text, end, pieces).add_parts(begin);
  Splitter splitter(text, pieces);
  if ((kinds & kDigit) == 0) return splitter.add_letters(begin, end);
  splitter.add_part(begin, end);
}

}  // namespace tinlang::text
