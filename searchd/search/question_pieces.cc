#include "searchd/search/question_pieces.h"

#include <array>
#include <cstddef>

namespace tinlang::search {
namespace {

// Straight, curly and angular: phones and word processors type any of them.
constexpr std::array<std::string_view, 6> kQuotes = {"\"", "“", "”", "„", "«", "»"};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

class Splitter {
 public:
  explicit Splitter(std::string_view question) : question_(question) {}

  std::vector<Piece> split() {
    while (at_ < question_.size()) {
      if (const std::size_t quote = quote_at(at_); quote != 0) {
        end_plain();
        take_quoted(quote, false);
      } else if (opens_exclusion()) {
        end_plain();
        take_excluded();
      } else {
        ++at_;
      }
    }
    end_plain();
    return std::move(pieces_);
  }

 private:
  // Bytes of the quotation mark at `offset`, 0 when there is none.
  std::size_t quote_at(std::size_t offset) const {
    for (const std::string_view quote : kQuotes) {
      if (question_.substr(offset).starts_with(quote)) return quote.size();
    }
    return 0;
  }

  bool opens_exclusion() const {
    if (question_[at_] != '-' || at_ + 1 == question_.size()) return false;
    if (at_ != plain_begin_ && !is_space(question_[at_ - 1])) return false;
    const char next = question_[at_ + 1];
    if (is_space(next) || next == '-') return false;
    return !(is_digit(next) && follows_digit());
  }

  bool follows_digit() const {
    std::size_t before = at_;
    while (before > 0 && is_space(question_[before - 1])) --before;
    return before > 0 && is_digit(question_[before - 1]);
  }

  void end_plain() { add({question_.substr(plain_begin_, at_ - plain_begin_), false, false}); }

  void take_quoted(std::size_t quote, bool excluded) {
    const std::size_t begin = at_ + quote;
    std::size_t end = begin;
    while (end < question_.size() && quote_at(end) == 0) ++end;
    add({question_.substr(begin, end - begin), true, excluded});
    at_ = end < question_.size() ? end + quote_at(end) : end;
    plain_begin_ = at_;
  }

  void take_excluded() {
    ++at_;
    if (const std::size_t quote = quote_at(at_); quote != 0) return take_quoted(quote, true);
    const std::size_t begin = at_;
    while (at_ < question_.size() && !is_space(question_[at_]) && quote_at(at_) == 0) ++at_;
    add({question_.substr(begin, at_ - begin), false, true});
    plain_begin_ = at_;
  }

  void add(Piece piece) {
    for (const char c : piece.text) {
      if (is_space(c)) continue;
      pieces_.push_back(piece);
      return;
    }
  }

  std::string_view question_;
  std::size_t at_ = 0;
  std::size_t plain_begin_ = 0;
  std::vector<Piece> pieces_;
};

}  // namespace

std::vector<Piece> split_pieces(std::string_view question) { return Splitter(question).split(); }

}  // namespace tinlang::search
