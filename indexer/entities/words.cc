#include "indexer/entities/words.h"

#include "indexer/entities/code_point.h"
#include "indexer/text/key_builder.h"
#include "indexer/text/letter.h"

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

// What the letters of one word say of it.
class LetterRun {
 public:
  // False when `value` is no letter.
  bool take(char32_t value) {
    const text::Letter letter = text::letter_of(value);
    if (!letter.is_letter && !is_letter(value)) return false;
    if (letter.is_letter) {
      builder_.add(letter);
    } else {
      builder_.give_up();
    }
    const bool capital = letter.is_letter ? letter.is_upper : is_capital(value);
    if (letters_ == 0) starts_capital_ = capital;
    ++letters_;
    if (capital) ++capitals_;
    return true;
  }

  void take_apostrophe() { builder_.give_up(); }

  std::size_t letters() const { return letters_; }

  Shape shape() const {
    if (letters_ > 1 && capitals_ == letters_) return Shape::kUpper;
    return starts_capital_ ? Shape::kCapital : Shape::kLower;
  }

  std::string_view key() { return builder_.key(); }

 private:
  std::size_t letters_ = 0;
  std::size_t capitals_ = 0;
  bool starts_capital_ = false;
  text::KeyBuilder builder_;
};

constexpr std::size_t kBytesOfWord = 5;  // a little fewer than on average, with the space

class WordReader {
 public:
  WordReader(std::string_view text, WordKeys* keys) : text_(text), keys_(keys) {}

  std::vector<Word> read() {
    words_.reserve(text_.size() / kBytesOfWord + 1);
    bool glued = false;
    while (at_ < text_.size()) {
      std::size_t next = at_;
      const char32_t value = text::next_letter(text_, next);
      if (is_space(value)) {
        at_ = next;
        glued = false;
        continue;
      }
      Word word = is_letter(value)  ? read_letters()
                  : is_digit(value) ? read_digits()
                                    : read_mark(value, next);
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
    LetterRun run;
    std::size_t end = at_;
    bool marked = false;
    while (end < text_.size()) {
      std::size_t next = end;
      const char32_t value = text::next_letter(text_, next);
      if (!run.take(value)) {
        if (!is_apostrophe(value) || !keeps_apostrophe(next, run.letters())) break;
        run.take_apostrophe();
      }
      marked = marked || next > end + 1;
      end = next;
    }
    Word word = take(end - at_, run.shape());
    word.marked = marked;
    if (const std::string_view key = run.key(); !key.empty()) {
      const auto kept = keys_->keep(key);
      word.key = kept.key;
      word.id = kept.id;
    } else {
      set_key(keys_->entry(word.text), &word);
    }
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

  Word read_mark(char32_t mark, std::size_t end) {
    Word word = take(end - at_, Shape::kMark);
    word.marked = word.text.size() > 1;
    word.key = mark_key(mark, word.text);
    word.id = keys_->id_of(word.key);
    return word;
  }

  std::string_view text_;
  WordKeys* keys_;
  std::size_t at_ = 0;
  std::vector<Word> words_;
};

}  // namespace

void set_key(const WordKeys::Entry& entry, Word* word) {
  word->key = entry.key;
  word->id = entry.id;
  word->regular = word->key.find_first_of("'-., ") == std::string_view::npos;
}

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
