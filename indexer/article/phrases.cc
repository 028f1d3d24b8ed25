#include "indexer/article/phrases.h"

#include <algorithm>
#include <array>
#include <unordered_set>

#include <unicode/uchar.h>

#include "indexer/article/credit.h"
#include "indexer/article/phrase_lists.h"
#include "indexer/text/letter.h"
#include "indexer/text/syllable.h"
#include "indexer/text/word_keys.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kLongestFurniture = 90;  // bytes
constexpr std::size_t kLongestHeading = 110;
constexpr std::size_t kLongestImprint = 700;

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_plain(char c) { return (c >= 'a' && c <= 'z') || is_digit(c); }

// Writes plain words into memory that holds at least as many bytes as there are characters.
class WordWriter {
 public:
  explicit WordWriter(char* begin) : begin_(begin), end_(begin) {}

  void append(char c) {
    if (is_plain(c)) {
      *end_++ = c;
    } else if (end_ != begin_ && end_[-1] != ' ') {
      *end_++ = ' ';
    }
  }
  void keep(std::string_view letter) { end_ = std::copy(letter.begin(), letter.end(), end_); }
  std::size_t size() const { return static_cast<std::size_t>(end_ - begin_); }

 private:
  char* begin_;
  char* end_;
};

// Dashes, quotes, bullets, arrows, pictures and the like, which no spelling makes letters or
// digits of.
bool is_punctuation(char32_t c) {
  if (c >= 0x2010) {
    return c < 0x205F || (c >= 0x2190 && c < 0x2460) || (c >= 0x2500 && c < 0x2776) ||
           (c >= 0x1F300 && c < 0x1FB00);
  }
  return c == 0xA0 || c == 0xA9 || c == 0xAB || c == 0xAE || c == 0xB0 || c == 0xB7 || c == 0xBB ||
         c == 0xD7;
}

// By the table of letters alone, many times as fast as fold_key(). False when `text` holds
// anything that the table does not know.
bool append_known_words(std::string_view text, WordWriter& words) {
  // Letters and digits in lower case, and a space for every other byte of ASCII.
  static constexpr std::array<char, 0x80> kAscii = [] {
    std::array<char, 0x80> plain{};
    for (char32_t c = 0; c < plain.size(); ++c) {
      const char folded = text::letter_of(c).folded;
      plain[c] = is_plain(folded) ? folded : ' ';
    }
    return plain;
  }();
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < kAscii.size()) {
      words.append(kAscii[byte]);
      ++i;
      continue;
    }
    const char32_t c = text::next_letter(text, i);
    const text::Letter letter = text::letter_of(c);
    if (letter.plain != 0) {
      words.append(letter.folded);
    } else if (is_punctuation(c)) {
      words.append(' ');
    } else {
      return false;
    }
  }
  return true;
}

// Any script: a headline in Cyrillic or Chinese is compared by its letters too.
std::string words_of_any_script(std::string_view text) {
  std::string words = text::fold_key(text);
  WordWriter writer(words.data());  // in place: it never writes ahead of what is read
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t begin = i;
    const char32_t c = text::next_letter(words, i);
    const auto letter = static_cast<UChar32>(c);
    if (c >= 0x80 && (u_isUAlphabetic(letter) != 0 || u_isdigit(letter) != 0)) {
      writer.keep(std::string_view(words).substr(begin, i - begin));
    } else {
      writer.append(words[begin]);
    }
  }
  words.resize(writer.size());
  return words;
}

// A counter: its label, with a number before or behind it.
constexpr std::array<std::string_view, 14> kCounters = {
    "luot xem",  "so lan xem", "so luot xem",   "da xem", "luot doc", "so lan doc",
    "views",     "view",       "luot truy cap", "hits",   "xem",      "so luot truy cap",
    "luot nghe", "luot thich"};

constexpr std::array<std::string_view, 10> kRatings = {"tong so diem cua bai viet la",
                                                       "click de danh gia bai viet",
                                                       "danh gia bai viet",
                                                       "xep hang",
                                                       "diem cua bai viet",
                                                       "bai viet nay co huu ich",
                                                       "noi dung nay co huu ich",
                                                       "thong tin nay co huu ich",
                                                       "cau tra loi nay co huu ich",
                                                       "ban co thay bai viet nay"};

// Whether the last two words are written like a name: "UBND huyện Kế Sách".
bool is_name_tail(std::string_view text) {
  std::size_t capitals = 0;
  std::size_t words = 0;
  for (std::size_t at = text.size(); at > 0 && words < 2;) {
    const auto space = text.rfind(' ', at - 1);
    const std::size_t begin = space == std::string_view::npos ? 0 : space + 1;
    const std::string_view word = text.substr(begin, at - begin);
    const auto lower = text::lower_case(word);
    capitals += !word.empty() && lower != word ? 1 : 0;
    ++words;
    at = space == std::string_view::npos ? 0 : space;
  }
  return words == capitals;
}

// Whether plain words are a counter's label and a number, in either order.
bool is_counter(std::string_view words) {
  std::string label;
  bool number = false;
  for (const char c : words) {
    if (is_digit(c)) {
      number = true;
    } else if (c != ' ' || (!label.empty() && label.back() != ' ')) {
      label += c;
    }
  }
  while (!label.empty() && label.back() == ' ') label.pop_back();
  const bool known = std::find(kCounters.begin(), kCounters.end(), label) != kCounters.end();
  return known && (number || label != "xem");
}

// "URL: http://..." on pages for the printer.
bool is_address_line(std::string_view line) {
  constexpr std::size_t kLongestLine = 300;
  constexpr std::ptrdiff_t kMostSpaces = 2;
  const auto address = line.find("http");
  return line.size() <= kLongestLine && address != std::string_view::npos &&
         line.substr(address).find("://") < 6 &&
         std::count(line.begin(), line.end(), ' ') <= kMostSpaces;
}

}  // namespace

std::string plain_words(std::string_view text) {
  std::string words(text.size(), ' ');
  WordWriter writer(words.data());
  if (append_known_words(text, writer)) {
    words.resize(writer.size());
  } else {
    words = words_of_any_script(text);
  }
  if (words.ends_with(' ')) words.pop_back();
  return words;
}

bool is_furniture(std::string_view line) { return is_furniture(line, plain_words(line)); }

bool is_furniture(std::string_view line, const std::string& words) {
  if (is_address_line(line)) return true;
  if (line.size() > kLongestFurniture) return false;
  if (words.empty() || furniture_lines().contains(words) || is_counter(words)) return true;
  for (const std::string_view rating : kRatings) {
    if (words.starts_with(rating)) return true;
  }
  // A label whose value is elsewhere or missing.
  return is_empty_label(line);
}

bool begins_other_matter(std::string_view line) {
  return line.size() <= kLongestHeading && begins_other_matter(line, plain_words(line));
}

bool begins_other_matter(std::string_view line, const std::string& words) {
  if (line.size() > kLongestHeading) return false;
  std::string_view label_words = words;
  if (other_matter_headings().contains(label_words)) return true;
  while (!label_words.empty() && (is_digit(label_words.back()) || label_words.back() == ' ')) {
    label_words.remove_suffix(1);
  }
  if (label_words.size() < words.size() && other_matter_headings().contains(label_words)) {
    return true;
  }
  // "Tags: nông thôn mới, chuyển đổi số"
  const auto colon = line.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string label = plain_words(line.substr(0, colon));
  return label == "tags" || label == "tag" || label == "tu khoa" || label == "keywords" ||
         label == "file dinh kem" || label == "tep dinh kem" || label == "tap tin dinh kem" ||
         label == "tai lieu dinh kem" || label == "van ban dinh kem" || label == "tin lien quan" ||
         label == "xem them" || label == "doc them";
}

ImprintSign imprint_sign(std::string_view line) {
  return line.size() > kLongestImprint ? ImprintSign::kNone : imprint_sign(line, plain_words(line));
}

ImprintSign imprint_sign(std::string_view line, const std::string& words) {
  static constexpr std::array<std::string_view, 21> kStrong = {"chiu trach nhiem noi dung",
                                                               "chiu trach nhiem chinh",
                                                               "chiu trach nhiem xuat ban",
                                                               "giay phep so",
                                                               "giay phep thiet lap",
                                                               "giay phep hoat dong",
                                                               "giay phep trang thong tin",
                                                               "ban quyen",
                                                               "co quan chu quan",
                                                               "don vi chu quan",
                                                               "thong ke truy cap",
                                                               "dang online",
                                                               "dang truy cap",
                                                               "tong luot truy cap",
                                                               "tong so luot truy cap",
                                                               "url cua ban tin",
                                                               "url cua bai viet",
                                                               "url bai viet",
                                                               "ghi ro nguon",
                                                               "copyright",
                                                               "license no"};
  static constexpr std::array<std::string_view, 6> kWeak = {
      "dia chi", "tru so", "dien thoai", "email", "truong ban bien tap", "phat trien boi"};
  constexpr std::size_t kSignWithin = 60;  // bytes of plain words in which a sign must begin
  if (line.size() > kLongestImprint) return ImprintSign::kNone;
  if (line.starts_with("\xC2\xA9")) return ImprintSign::kStrong;
  const auto begins = [&](std::string_view sign) { return words.starts_with(sign); };
  if (std::any_of(kStrong.begin(), kStrong.end(), begins)) return ImprintSign::kStrong;
  const bool site_words = words.size() < kSignWithin && names_site_in_words(words);
  const auto license = words.find("license no");
  if (license < kSignWithin) return ImprintSign::kStrong;
  return site_words || std::any_of(kWeak.begin(), kWeak.end(), begins) ? ImprintSign::kWeak
                                                                       : ImprintSign::kNone;
}

bool names_section(std::string_view text) { return names_section(text, plain_words(text)); }

bool names_section(std::string_view text, const std::string& words) {
  static constexpr std::array<std::string_view, 12> kOffices = {
      "ubnd ", "uy ban nhan dan ", "huyen ",    "thi xa ",   "thanh pho ", "tinh ",
      "xa ",   "phuong ",          "thi tran ", "huyen uy ", "tinh uy ",   "so "};
  if (words.empty() || section_names().contains(words)) return true;
  const auto spaces = std::count(words.begin(), words.end(), ' ');
  constexpr std::ptrdiff_t kMostSpaces = 6;
  const bool office = std::any_of(kOffices.begin(), kOffices.end(),
                                  [&](std::string_view begin) { return words.starts_with(begin); });
  return office && spaces <= kMostSpaces && is_name_tail(text);
}

bool names_site(std::string_view text) { return names_site_in_words(plain_words(text)); }

bool names_site_in_words(std::string_view words) {
  static constexpr std::array<std::string_view, 12> kBeginnings = {
      "cong thong tin", "trang thong tin", "cong ttdt",      "trang ttdt",
      "website",        "trang web",       "cong giao tiep", "trang chu",
      "cong dich vu",   "portal of",       "bao dien tu",    "trang tin "};
  static constexpr std::array<std::string_view, 6> kEndings = {
      "gov vn", "org vn", "com vn", "edu vn", "portal", "thong tin dien tu"};
  const auto begins = [&](std::string_view sign) { return words.starts_with(sign); };
  const auto ends = [&](std::string_view sign) { return words.ends_with(sign); };
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), begins) ||
         std::any_of(kEndings.begin(), kEndings.end(), ends);
}

}  // namespace tinlang::article
