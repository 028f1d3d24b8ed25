#include "searchd/search/query_syntax.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "indexer/text/syllable.h"

namespace tinlang::search {
namespace {

// Straight, curly and angular: phones and word processors type any of them.
constexpr std::array<std::string_view, 6> kQuotes = {"\"", "“", "”", "„", "«", "»"};

constexpr std::size_t kMinPrefixLetters = 2;

// Longer words are no names of fields.
constexpr std::size_t kMaxFieldBytes = 16;

struct FieldName {
  std::string_view key;  // text::canonical_key() of what is typed before the colon
  SyntaxKind kind;
};
constexpr std::array<FieldName, 9> kFieldNames = {{{"title", SyntaxKind::kTitle},
                                                   {"tiêu-đê2", SyntaxKind::kTitle},
                                                   {"tieu-de", SyntaxKind::kTitle},
                                                   {"site", SyntaxKind::kSite},
                                                   {"number", SyntaxKind::kNumber},
                                                   {"sô1", SyntaxKind::kNumber},
                                                   {"so", SyntaxKind::kNumber},
                                                   {"date", SyntaxKind::kDate},
                                                   {"ngay2", SyntaxKind::kDate}}};

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter_or_digit(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Bytes of the quotation mark that `text` begins with, 0 when there is none.
std::size_t quote_at(std::string_view text) {
  for (const std::string_view quote : kQuotes) {
    if (text.starts_with(quote)) return quote.size();
  }
  return 0;
}

bool is_or(std::string_view word) { return word == "OR" || word == "HOẶC"; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::optional<SyntaxKind> field_of(std::string_view name) {
  if (name.empty() || name.size() > kMaxFieldBytes) return std::nullopt;
  const std::string key = text::canonical_key(name);
  if (key == "ngay") return SyntaxKind::kDate;
  for (const FieldName& field : kFieldNames) {
    if (field.key == key) return field.kind;
  }
  return std::nullopt;
}

std::optional<std::string> host_of(std::string_view text) {
  std::string host;
  for (const char c : text) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (!capital && !(c >= 'a' && c <= 'z') && !is_digit(c) && c != '-' && c != '.') {
      return std::nullopt;
    }
    host += capital ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (host.empty()) return std::nullopt;
  return host;
}

bool is_empty(const Syntax& syntax) {
  return syntax.kind == SyntaxKind::kWords && syntax.text.empty();
}

bool ends_with_digit(const Syntax& item) {
  return item.kind == SyntaxKind::kWords && !item.text.empty() && is_digit(item.text.back());
}

// A sequence in its one form: no sequence within, words side by side as one.
void append(std::vector<Syntax>& items, Syntax item) {
  if (is_empty(item)) return;
  if (item.kind == SyntaxKind::kAll) {
    for (Syntax& child : item.children) append(items, std::move(child));
  } else if (item.kind == SyntaxKind::kWords && !items.empty() &&
             items.back().kind == SyntaxKind::kWords) {
    items.back().text += ' ';
    items.back().text += item.text;
  } else {
    items.push_back(std::move(item));
  }
}

Syntax group(SyntaxKind kind, std::vector<Syntax> items) {
  if (items.empty()) return {};
  if (items.size() == 1) return std::move(items.front());
  return {kind, {}, std::move(items)};
}

Syntax negated(Syntax item) {
  if (is_empty(item)) return {};
  if (item.kind == SyntaxKind::kNot) {
    Syntax inner = std::move(item.children.front());
    return inner;
  }
  return {SyntaxKind::kNot, {}, {std::move(item)}};
}

// A word with what its trailing stars mean.
Syntax word(std::string_view token) {
  const std::size_t letters = token.find_last_not_of('*') + 1;  // 0 for stars alone
  const std::string_view bare = token.substr(0, letters);
  const auto points = std::count_if(bare.begin(), bare.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  });
  const bool is_prefix = bare.size() < token.size() &&
                         points >= static_cast<std::ptrdiff_t>(kMinPrefixLetters) &&
                         std::all_of(bare.begin(), bare.end(), is_letter_or_digit);
  if (is_prefix) return {SyntaxKind::kPrefix, std::string(bare), {}};
  if (bare == "OR") return {SyntaxKind::kWords, "or", {}};
  if (is_or(bare)) return {SyntaxKind::kWords, "hoặc", {}};
  return {SyntaxKind::kWords, std::string(bare), {}};
}

class Parser {
 public:
  explicit Parser(std::string_view question) : rest_(question) {}

  Syntax parse() { return alternatives(0); }

 private:
  // Up to the parenthesis that closes this depth, which is taken too.
  Syntax alternatives(std::size_t depth) {
    std::vector<Syntax> sides;
    bool more = true;
    while (more) {
      std::vector<Syntax> items;
      more = read_sequence(depth, items);
      Syntax side = group(SyntaxKind::kAll, std::move(items));
      if (side.kind == SyntaxKind::kAny) {
        std::move(side.children.begin(), side.children.end(), std::back_inserter(sides));
      } else if (!is_empty(side)) {
        sides.push_back(std::move(side));
      }
    }
    return group(SyntaxKind::kAny, std::move(sides));
  }

  // Returns whether an OR ended it.
  bool read_sequence(std::size_t depth, std::vector<Syntax>& items) {
    while (skip_spaces()) {
      const char c = rest_.front();
      if (c == ')') {
        rest_.remove_prefix(1);
        if (depth > 0) return false;
      } else if (is_or(rest_.substr(0, word_bytes()))) {
        rest_.remove_prefix(word_bytes());
        return true;
      } else {
        append(items, item(depth, items));
      }
    }
    return false;
  }

  // An item with its sign. Before a digit '-' excludes unless a digit came last ("2020 -2025").
  Syntax item(std::size_t depth, const std::vector<Syntax>& before) {
    const std::size_t dashes = std::min(rest_.find_first_not_of('-'), rest_.size());
    rest_.remove_prefix(dashes);
    const bool stands_alone = rest_.empty() || is_space(rest_.front()) || rest_.front() == ')';
    if (stands_alone) return {};
    const bool is_span =
        is_digit(rest_.front()) && !before.empty() && ends_with_digit(before.back());
    Syntax read = positive(depth);
    return dashes == 1 && !is_span ? negated(std::move(read)) : read;
  }

  Syntax positive(std::size_t depth) {
    if (rest_.front() == '(') return parenthesised(depth);
    if (quote_at(rest_) != 0) return quoted();
    const std::string_view token = rest_.substr(0, word_bytes());
    const std::size_t colon = token.find(':');
    if (colon != std::string_view::npos) {
      if (const auto kind = field_of(token.substr(0, colon))) {
        auto read = field(*kind, token.substr(colon + 1), depth);
        if (read) return *std::move(read);
        if (rest_.data() != token.data()) return word(token);  // its value was empty
      }
    }
    rest_.remove_prefix(token.size());
    return word(token);
  }

  // The value of a field is the rest of its token, or what opens right behind it.
  std::optional<Syntax> field(SyntaxKind kind, std::string_view value, std::size_t depth) {
    const std::size_t token_bytes = word_bytes();
    const std::string_view after = rest_.substr(token_bytes);
    if (!value.empty()) {
      auto read = plain_field(kind, value);
      if (read) rest_.remove_prefix(token_bytes);
      return read;
    }
    const bool opens = !after.empty() && (quote_at(after) != 0 || after.front() == '(');
    if (!opens || (kind != SyntaxKind::kTitle && kind != SyntaxKind::kNumber)) return std::nullopt;
    if (kind == SyntaxKind::kNumber && after.front() == '(') return std::nullopt;
    rest_ = after;
    Syntax inner = after.front() == '(' ? parenthesised(depth) : quoted();
    if (is_empty(inner)) return std::nullopt;
    if (kind == SyntaxKind::kNumber) return Syntax{kind, std::move(inner.text), {}};
    return Syntax{kind, {}, {std::move(inner)}};
  }

  static std::optional<Syntax> plain_field(SyntaxKind kind, std::string_view value) {
    if (kind == SyntaxKind::kTitle) {
      value.remove_prefix(std::min(value.find_first_not_of('-'), value.size()));
      Syntax inner = word(value);
      if (is_empty(inner)) return std::nullopt;
      return Syntax{kind, {}, {std::move(inner)}};
    }
    value = value.substr(0, value.find_last_not_of('*') + 1);
    if (value.empty()) return std::nullopt;
    if (kind == SyntaxKind::kNumber) return Syntax{kind, std::string(value), {}};
    if (kind == SyntaxKind::kDate) {
      if (!read_period(value)) return std::nullopt;
      return Syntax{kind, std::string(value), {}};
    }
    auto host = host_of(value);
    if (!host) return std::nullopt;
    return Syntax{kind, *std::move(host), {}};
  }

  Syntax parenthesised(std::size_t depth) {
    rest_.remove_prefix(1);
    if (depth == kMaxSyntaxDepth) return {};
    return alternatives(depth + 1);
  }

  Syntax quoted() {
    rest_.remove_prefix(quote_at(rest_));
    std::size_t end = 0;
    while (end < rest_.size() && quote_at(rest_.substr(end)) == 0) ++end;
    const std::string_view text = trimmed(rest_.substr(0, end));
    rest_.remove_prefix(end);
    rest_.remove_prefix(quote_at(rest_));
    if (text.empty()) return {};
    return {SyntaxKind::kPhrase, std::string(text), {}};
  }

  bool skip_spaces() {
    while (!rest_.empty() && is_space(rest_.front())) rest_.remove_prefix(1);
    return !rest_.empty();
  }

  // Bytes up to the next space, quote or parenthesis.
  std::size_t word_bytes() const {
    std::size_t end = 0;
    while (end < rest_.size()) {
      const char c = rest_[end];
      if (is_space(c) || c == '(' || c == ')' || quote_at(rest_.substr(end)) != 0) break;
      ++end;
    }
    return end;
  }

  std::string_view rest_;
};

void print(const Syntax& syntax, std::string& text);

void print_grouped(const Syntax& syntax, std::string& text) {
  text += '(';
  print(syntax, text);
  text += ')';
}

bool has_space(const Syntax& syntax) {
  return std::any_of(syntax.text.begin(), syntax.text.end(), is_space);
}

// `syntax` as the operand of a sign or a field.
void print_operand(const Syntax& syntax, std::string& text) {
  const bool needs_group = syntax.kind == SyntaxKind::kAll || syntax.kind == SyntaxKind::kAny ||
                           syntax.kind == SyntaxKind::kNot ||
                           (syntax.kind == SyntaxKind::kWords && has_space(syntax));
  if (needs_group) return print_grouped(syntax, text);
  print(syntax, text);
}

void print_sequence(const std::vector<Syntax>& items, std::string& text) {
  const Syntax* before = nullptr;
  for (const Syntax& item : items) {
    if (before != nullptr) text += ' ';
    const bool looks_like_span = item.kind == SyntaxKind::kNot && before != nullptr &&
                                 ends_with_digit(*before) &&
                                 item.children.front().kind == SyntaxKind::kWords &&
                                 is_digit(item.children.front().text.front());
    if (looks_like_span) {
      text += '-';
      print_grouped(item.children.front(), text);
    } else if (item.kind == SyntaxKind::kAny) {
      print_grouped(item, text);
    } else {
      print(item, text);
    }
    before = &item;
  }
}

void print_field(const Syntax& syntax, std::string& text) {
  switch (syntax.kind) {
    case SyntaxKind::kTitle: {
      const Syntax& inner = syntax.children.front();
      text += "title:";
      // A field within a field only stands in parentheses.
      const bool plain = inner.kind == SyntaxKind::kWords || inner.kind == SyntaxKind::kPrefix ||
                         inner.kind == SyntaxKind::kPhrase;
      return plain ? print_operand(inner, text) : print_grouped(inner, text);
    }
    case SyntaxKind::kSite:
      text += "site:" + syntax.text;
      return;
    case SyntaxKind::kDate:
      text += "date:" + syntax.text;
      return;
    default:
      text += "number:\"" + syntax.text + "\"";
  }
}

void print(const Syntax& syntax, std::string& text) {
  switch (syntax.kind) {
    case SyntaxKind::kWords:
      text += syntax.text;
      return;
    case SyntaxKind::kPrefix:
      text += syntax.text + "*";
      return;
    case SyntaxKind::kPhrase:
      text += "\"" + syntax.text + "\"";
      return;
    case SyntaxKind::kNot:
      text += '-';
      return print_operand(syntax.children.front(), text);
    case SyntaxKind::kAll:
      return print_sequence(syntax.children, text);
    case SyntaxKind::kAny:
      for (const Syntax& child : syntax.children) {
        if (&child != &syntax.children.front()) text += " OR ";
        print(child, text);
      }
      return;
    default:
      print_field(syntax, text);
  }
}

}  // namespace

Syntax parse_syntax(std::string_view question) { return Parser(question).parse(); }

std::string to_text(const Syntax& syntax) {
  std::string text;
  print(syntax, text);
  return text;
}

std::optional<Period> read_period(std::string_view text) {
  constexpr std::string_view kTo = "..";
  const std::size_t dots = text.find(kTo);
  const std::string_view first = text.substr(0, dots);
  const std::string_view last =
      dots == std::string_view::npos ? first : text.substr(dots + kTo.size());
  if (first.empty() && last.empty()) return std::nullopt;
  Period period;
  if (!first.empty()) {
    const auto from = calendar::parse_iso_date(first);
    if (!from) return std::nullopt;
    period.from = *from;
  }
  if (!last.empty()) {
    const auto to = calendar::parse_iso_date(last);
    if (!to) return std::nullopt;
    period.to = *to;
  }
  return period;
}

}  // namespace tinlang::search
