#include "indexer/text/analyzer.h"

#include <cstddef>
#include <optional>
#include <utility>

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

#include "indexer/text/byte_kinds.h"
#include "indexer/text/document_number.h"
#include "indexer/text/letter.h"
#include "indexer/text/token_writer.h"
#include "indexer/text/web_address.h"
#include "indexer/text/word_splitter.h"

namespace tinlang::text {
namespace {

// Of running Vietnamese text, with the space: what reserve() asks for.
constexpr std::size_t kBytesPerToken = 6;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_ascii_alphanumeric(char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9'); }

struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool is_address = false;
};

// The words between ICU's breaks, without what lies between words, and put
// together where ICU divides what is one word here.
class WordReader {
 public:
  WordReader(std::string_view text, icu::BreakIterator& breaks)
      : text_(text), breaks_(breaks), boundary_(breaks.first()) {}

  std::optional<Word> next() {
    while (true) {
      const std::int32_t begin = boundary_;
      boundary_ = breaks_.next();
      if (boundary_ == icu::BreakIterator::DONE) return std::nullopt;
      if (breaks_.getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
      if (static_cast<std::size_t>(begin) < taken_) continue;
      Word word{static_cast<std::size_t>(begin), static_cast<std::size_t>(boundary_), false};
      if (const std::size_t length = address_length(word)) {
        word.end = word.begin + length;
        word.is_address = true;
      } else {
        word.end = end_with_apostrophe(word);
        word.end = end_with_small_digits(word);
      }
      taken_ = word.end;
      return word;
    }
  }

 private:
  std::string_view word_text(const Word& word) const {
    return text_.substr(word.begin, word.end - word.begin);
  }

  std::size_t address_length(const Word& word) const {
    if (!is_ascii_alphanumeric(text_[word.begin])) return 0;
    const bool before_dash = word.end < text_.size() && text_[word.end] == '-';
    if (!before_dash && (byte_kinds(word_text(word)) & kDivider) == 0) return 0;
    return web_address_length(text_, word.begin);
  }

  // "H`leo": ICU knows only other apostrophes. One or two letters before it,
  // as in the names of the highlands.
  std::size_t end_with_apostrophe(const Word& word) {
    if (word.end - word.begin > 2) return word.end;
    const std::string_view rest = text_.substr(word.end, 2);
    const std::size_t sign = rest.starts_with('`') ? 1 : rest == "\u00B4" ? 2 : 0;
    if (sign == 0) return word.end;
    const std::size_t after = word.end + sign;
    if (after >= text_.size()) return word.end;
    std::size_t next = after;
    if (!letter_of(next_code_point(text_, next)).is_letter) return word.end;
    boundary_ = breaks_.following(static_cast<std::int32_t>(after));
    return static_cast<std::size_t>(boundary_);
  }

  // The digit of "m²" and "CO₂", which ICU sets apart; that of "10²" stays so.
  std::size_t end_with_small_digits(const Word& word) const {
    std::size_t end = word.end;
    if (!is_ascii_letter(text_[end - 1])) return end;
    while (end < text_.size() && static_cast<std::uint8_t>(text_[end]) >= 0x80) {
      std::size_t next = end;
      const char32_t c = next_code_point(text_, next);
      const bool small = c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2089);
      if (!small) break;
      end = next;
    }
    return end;
  }

  std::string_view text_;
  icu::BreakIterator& breaks_;
  std::int32_t boundary_;
  std::size_t taken_ = 0;  // up to here the text is part of words given out
};

}  // namespace

struct Analyzer::State {
  std::unique_ptr<icu::BreakIterator> words;
  std::vector<Piece> pieces;
  UText source = UTEXT_INITIALIZER;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { utext_close(&source); }
};

std::string bigram_key(const Token& first, const Token& second) {
  std::string key;
  key.reserve(first.folded.size() + 1 + second.folded.size());
  return key.append(first.folded).append(1, ' ').append(second.folded);
}

Analyzer::Analyzer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

Result<Analyzer> Analyzer::create() {
  UErrorCode status = U_ZERO_ERROR;
  auto state = std::make_unique<State>();
  state->words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) {
    return fail(ErrorCode::kUnavailable, "no word breaks from ICU: {}", u_errorName(status));
  }
  return Analyzer(std::move(state));
}

AnalyzedText Analyzer::analyze(std::string_view text) {
  AnalyzedText result;
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&state_->source, text.data(), static_cast<std::int64_t>(text.size()), &status);
  state_->words->setText(&state_->source, status);
  if (U_FAILURE(status)) return result;

  result.document_numbers = find_document_numbers(text);
  result.tokens.reserve(text.size() / kBytesPerToken);
  TokenWriter writer(text, result.document_numbers, result.tokens);
  WordReader words(text, *state_->words);
  std::vector<Piece>& pieces = state_->pieces;
  while (const auto word = words.next()) {
    pieces.clear();
    if (word->is_address) {
      pieces.push_back(Piece{word->begin, word->end, Piece::Reading::kWord});
    } else {
      split_word(text, word->begin, word->end, pieces);
    }
    for (const Piece& piece : pieces) writer.add(piece);
  }
  writer.finish();
  return result;
}

std::string Analyzer::fingerprint() { return std::string("tinlang-1/icu-") + U_ICU_VERSION; }

}  // namespace tinlang::text
