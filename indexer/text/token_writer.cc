#include "indexer/text/token_writer.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "indexer/text/letter.h"
#include "indexer/text/spelling.h"
#include "indexer/text/word_keys.h"

namespace tinlang::text {
namespace {

using std::string_view;

// Abbreviations that stand before a name: their full stop ends no sentence.
constexpr std::array<string_view, 17> kBeforeNames = {"tp", "tx", "tt",  "q",  "p",   "h",
                                                      "x",  "ts", "ths", "gs", "pgs", "bs",
                                                      "ks", "tm", "kt",  "tl", "st"};

// Of abbreviations that are joined.
constexpr std::size_t kMostParts = 5;
constexpr std::size_t kMostBytes = 12;  // of one part

constexpr std::array<string_view, 4> kOtherEnds = {"\u2026", "\u2028", "\u2029", "\u0085"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool ends_text_run(string_view gap) {
  if (gap.find_first_of(".!?;:\n\r") != string_view::npos) return true;
  return std::any_of(kOtherEnds.begin(), kOtherEnds.end(),
                     [gap](string_view other) { return gap.find(other) != string_view::npos; });
}

// Appends the token of a piece, without what it follows. False when it has no keys.
bool append_token(string_view text, const Piece& piece, std::vector<Token>& tokens) {
  Token& token = tokens.emplace_back();
  token.begin = static_cast<std::uint32_t>(piece.begin);
  token.end = static_cast<std::uint32_t>(piece.end);
  if (!make_keys(text.substr(piece.begin, piece.end - piece.begin), token.canonical,
                 token.folded)) {
    tokens.pop_back();
    return false;
  }
  token.marked = token.canonical != token.folded;
  return true;
}

void erase_joints(std::string& key) {
  std::erase_if(key, [](char c) { return c == '\'' || c == '.' || c == '-' || c == '&'; });
}

// Whether a joint, or something that begins with the same byte, is at the front.
bool begins_with_joint(string_view text) {
  return !text.empty() && (text[0] == '-' || text[0] == '&' || text[0] == '\xE2');
}

bool is_one_joint(string_view gap) {
  return gap == "-" || gap == "&" || gap == "\u2013" || gap == "\u2010" || gap == "\u2011";
}

}  // namespace

TokenWriter::TokenWriter(string_view text, std::span<const DocumentNumber> numbers,
                         std::vector<Token>& tokens)
    : text_(text), numbers_(numbers), tokens_(tokens) {}

void TokenWriter::add(const Piece& piece) {
  if (piece.reading == Piece::Reading::kWord) return add_word(piece);
  add_alternative(piece);
}

void TokenWriter::finish() { close_run(); }

void TokenWriter::adopt(std::size_t first) {
  bool is_first_word = true;
  for (std::size_t i = first; i < tokens_.size(); ++i) {
    if (tokens_[i].alternative) continue;
    if (is_first_word) tokens_[i].follows = follows(tokens_[i].begin);
    is_first_word = false;
    last_word_ = i;
    has_word_ = true;
  }
}

void TokenWriter::add_word(const Piece& piece) {
  if (run_.parts > 0 && !continues_run(piece.begin)) close_run();
  if (numbers_abbreviation(piece.begin)) {
    add_alternative({tokens_[last_word_].begin, piece.end, Piece::Reading::kJoined});
  }
  if (!append_token(text_, piece, tokens_)) return;
  tokens_.back().follows = follows(piece.begin);
  last_word_ = tokens_.size() - 1;
  has_word_ = true;
  extend_run(piece);
}

void TokenWriter::add_alternative(const Piece& piece) {
  if (!append_token(text_, piece, tokens_)) return;
  Token& token = tokens_.back();
  token.alternative = true;
  if (piece.reading != Piece::Reading::kJoined) return;
  erase_joints(token.canonical);
  erase_joints(token.folded);
  if (token.canonical.empty() || token.folded.empty()) tokens_.pop_back();
}

void TokenWriter::extend_run(const Piece& piece) {
  const string_view part = text_.substr(piece.begin, piece.end - piece.begin);
  if (run_.parts == 0 && !begins_with_joint(text_.substr(piece.end))) return;
  std::size_t first_end = 0;
  if (!letter_of(next_letter(part, first_end)).is_upper) return close_run();
  if (part.size() > kMostBytes || !is_all_capitals(part)) return close_run();
  const auto spelt = spelt_word(part);
  const bool syllable = spelt && spelt->size > 1 && is_syllable(*spelt);
  if (syllable && spelt->is_marked()) return close_run();
  if (run_.parts == 0) run_ = Run{last_word_, piece.begin, piece.end, 0, false};
  run_.end = piece.end;
  run_.has_abbreviation = run_.has_abbreviation || !syllable;
  ++run_.parts;
}

bool TokenWriter::continues_run(std::size_t begin) const {
  return run_.parts < kMostParts && is_one_joint(text_.substr(run_.end, begin - run_.end));
}

void TokenWriter::close_run() {
  if (run_.parts == 0) return;
  const Run run = std::exchange(run_, Run{});
  if (run.parts < 2 || !run.has_abbreviation || is_in_document_number(run.begin)) return;
  // Right after the first part, which is at most a few tokens from the end.
  std::vector<Token> later(
      std::make_move_iterator(tokens_.begin() + static_cast<std::ptrdiff_t>(run.first_token + 1)),
      std::make_move_iterator(tokens_.end()));
  tokens_.resize(run.first_token + 1);
  add_alternative(Piece{run.begin, run.end, Piece::Reading::kJoined});
  last_word_ += tokens_.size() - (run.first_token + 1);
  std::move(later.begin(), later.end(), std::back_inserter(tokens_));
}

bool TokenWriter::is_in_document_number(std::size_t begin) {
  while (!numbers_.empty() && numbers_.front().end <= begin) numbers_ = numbers_.subspan(1);
  return !numbers_.empty() && numbers_.front().begin <= begin;
}

// Whether the dot between the last word and a number is that of "Q.1" or "ĐT.123".
bool TokenWriter::numbers_abbreviation(std::size_t begin) const {
  if (!has_word_ || !is_digit(text_[begin])) return false;
  const Token& last = tokens_[last_word_];
  if (begin != last.end + std::size_t{1} || text_[last.end] != '.') return false;
  const string_view part = text_.substr(last.begin, last.end - last.begin);
  return part.size() <= kMostBytes && is_abbreviation_part(part);
}

// Whether a dot lies between two parts of one abbreviation, or of one and its number.
bool TokenWriter::is_one_abbreviation(std::size_t begin) const {
  if (numbers_abbreviation(begin)) return true;
  const Token& last = tokens_[last_word_];
  std::size_t end = begin;
  for (std::size_t next = begin; next < text_.size() && next - begin < kMostBytes; end = next) {
    if (!letter_of(next_letter(text_, next)).is_letter) break;
  }
  return joins_over_dot(text_.substr(last.begin, last.end - last.begin),
                        text_.substr(begin, end - begin));
}

bool TokenWriter::follows(std::size_t begin) const {
  if (!has_word_) return false;
  const Token& last = tokens_[last_word_];
  if (begin == last.end + std::size_t{1} && text_[last.end] == ' ') return true;
  const string_view gap = text_.substr(last.end, begin - last.end);
  if (!ends_text_run(gap)) return true;
  if (gap == ":") return is_digit(text_[last.end - 1]) && is_digit(text_[begin]);
  if (gap != "." && gap != ". ") return false;
  if (gap == "." && is_one_abbreviation(begin)) return true;
  // Of "GS.TS" the last part.
  const string_view word = string_view(last.canonical).substr(last.canonical.rfind('.') + 1);
  return letter_of(static_cast<std::uint8_t>(text_[last.begin])).is_upper &&
         std::find(kBeforeNames.begin(), kBeforeNames.end(), word) != kBeforeNames.end();
}

}  // namespace tinlang::text
