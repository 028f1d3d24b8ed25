#include "indexer/entities/words.h"

#include "indexer/entities/code_point.h"

namespace tinlang::entities {
namespace {

bool is_digit(char32_t letter) { return letter >= '0' && letter <= '9'; }

bool is_letter(char32_t letter) {
  if (letter < 0x80) return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  if (letter < 0x2000) return letter >= 0xC0 && letter != 0xD7 && letter != 0xF7;
  return letter >= 0x2C00 && letter < 0xE000;
}

bool is_apostrophe(char32_t letter) {
  return letter == '\'' || letter == 0x2018 || letter == 0x2019 || letter == 0x02BC;
}

// Blocks in which capital and small letter alternate, capitals being even.
bool alternates_from_even(char32_t letter) {
  return (letter >= 0x100 && letter <= 0x137) || (letter >= 0x14A && letter <= 0x177) ||
         (letter >= 0x1A0 && letter <= 0x1A5) || (letter >= 0x1EA0 && letter <= 0x1EFF);
}

bool is_capital(char32_t letter) {
  if (letter >= 'A' && letter <= 'Z') return true;
  if (letter >= 0xC0 && letter <= 0xDE) return letter != 0xD7;
  if (letter == 0x1AF) return true;
  return alternates_from_even(letter) && letter % 2 == 0;
}

char32_t lower(char32_t letter) {
  if (!is_capital(letter)) return letter;
  return letter < 0x100 ? letter + 0x20 : letter + 1;
}

std::string_view mark_key(char32_t mark, std::string_view text) {
  if (mark == 0x2212 || (mark >= 0x2010 && mark <= 0x2015)) return "-";
  if (mark == '"' || (mark >= 0x201C && mark <= 0x201F)) return "\"";
  if (is_apostrophe(mark)) return "'";
  if (mark == 0x2026) return ".";
  if (mark == 0xFF1A) return ":";
  return text;
}

bool is_space(char32_t letter) {
  return letter == ' ' || letter == '\n' || letter == '\t' || letter == '\r' || letter == 0xA0;
}

constexpr std::size_t kBytesOfWord = 5;  // a little fewer than on average, with the space

class WordReader {
 public:
  WordReader(std::string_view text, WordKeys* keys) : text_(text), keys_(keys) {}

  std::vector<Word> read() {
    words_.reserve(text_.size() / kBytesOfWord + 1);
    bool glued = false;
    while (at_ < text_.size()) {
      const CodePoint next = code_point_at(text_, at_);
      if (is_space(next.value)) {
        at_ += next.bytes;
        glued = false;
        continue;
      }
      Word word = is_letter(next.value)  ? read_letters()
                  : is_digit(next.value) ? read_digits()
                                         : read_mark(next);
      word.glued = glued;
      glued = true;
      words_.push_back(word);
    }
    return std::move(words_);
  }

 private:
  Word take(std::size_t bytes, Shape shape) {
    Word word;
    word.text = text_.substr(at_, bytes);
    word.begin = at_;
    at_ += bytes;
    word.end = at_;
    word.shape = shape;
    return word;
  }

  Word read_letters() {
    std::size_t end = at_;
    std::size_t letters = 0;
    std::size_t capitals = 0;
    const bool starts_capital = is_capital(code_point_at(text_, at_).value);
    while (end < text_.size()) {
      const CodePoint next = code_point_at(text_, end);
      if (is_letter(next.value)) {
        ++letters;
        if (is_capital(next.value)) ++capitals;
      } else if (!is_apostrophe(next.value) || !keeps_apostrophe(end + next.bytes, letters)) {
        break;
      }
      end += next.bytes;
    }
    const Shape shape = letters > 1 && capitals == letters ? Shape::kUpper
                        : starts_capital                   ? Shape::kCapital
                                                           : Shape::kLower;
    Word word = take(end - at_, shape);
    const auto& entry = keys_->entry(word.text);
    word.key = entry.key;
    word.id = entry.id;
    return word;
  }

  bool keeps_apostrophe(std::size_t after, std::size_t letters) const {
    if (after < text_.size() && is_letter(code_point_at(text_, after).value)) return true;
    return letters == 1 && after < text_.size() && text_[after] == ' ';
  }

  Word read_digits() {
    std::size_t end = at_;
    while (end < text_.size() && is_digit(static_cast<unsigned char>(text_[end]))) ++end;
    Word word = take(end - at_, Shape::kNumber);
    word.key = word.text;
    word.id = keys_->id_of(word.key);
    return word;
  }

  Word read_mark(const CodePoint& mark) {
    Word word = take(mark.bytes, Shape::kMark);
    word.key = mark_key(mark.value, word.text);
    word.id = keys_->id_of(word.key);
    return word;
  }

  std::string_view text_;
  WordKeys* keys_;
  std::size_t at_ = 0;
  std::vector<Word> words_;
};

}  // namespace

std::vector<Word> read_words(std::string_view text, WordKeys* keys) {
  return WordReader(text, keys).read();
}

bool is_capitalised(const Word& word) {
  return word.shape == Shape::kCapital || word.shape == Shape::kUpper;
}

bool is_all_capitals(std::span<const Word> words) {
  std::size_t upper = 0;
  std::size_t others = 0;
  for (const Word& word : words) {
    if (word.shape == Shape::kUpper) ++upper;
    if (word.shape == Shape::kLower || (word.shape == Shape::kCapital && word.text.size() > 2)) {
      ++others;
    }
  }
  return upper >= 3 && upper > 3 * others;
}

std::string joined_keys(std::span<const Word> words, std::size_t begin, std::size_t end) {
  std::string keys;
  for (std::size_t i = begin; i < end; ++i) {
    if (i > begin) keys.push_back(' ');
    keys.append(words[i].key);
  }
  return keys;
}

std::string capitalised(std::string_view word) {
  std::string result;
  bool first = true;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint next = code_point_at(word, at);
    if (next.bytes == 4 || next.value == 0xFFFD) {
      result.append(word.substr(at, next.bytes));
    } else {
      append_utf8(first ? next.value : lower(next.value), &result);
    }
    // "H'YĂM" is two parts of one name.
    first = is_apostrophe(next.value);
    at += next.bytes;
  }
  return result;
}

}  // namespace tinlang::entities
