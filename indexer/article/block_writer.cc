#include "indexer/article/block_writer.h"

#include <array>
#include <utility>

#include "indexer/calendar/date_finder.h"
#include "indexer/text/normalize.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kPartsUpToBytes = 400;
constexpr std::size_t kParagraphChars = 40;  // a single <br> ends what is at least so long
constexpr double kNearlyAll = 0.9;

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

// Bytes of white space at `at`: ASCII or U+00A0; 0 when there is none.
std::size_t space_length(std::string_view text, std::size_t at) {
  if (is_space(text[at])) return 1;
  return text.compare(at, 2, "\xC2\xA0") == 0 ? 2 : 0;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += starts_code_point(c) ? 1 : 0;
  return count;
}

std::string fold_spaces(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool space = false;
  for (const char c : text) {
    if (is_space(c)) {
      space = true;
      continue;
    }
    if (space && !folded.empty()) folded += ' ';
    space = false;
    folded += c;
  }
  return folded;
}

// A line of its own whatever follows it after one <br>.
bool is_publish_line(const std::string& raw) {
  constexpr std::size_t kLongest = 100;
  return raw.size() <= kLongest && calendar::parse_publish_line(clean_text(raw)).has_value();
}

// Well-formed UTF-8 with U+FFFD for what was not.
std::string repaired(std::string_view text) {
  std::string good;
  while (!text.empty()) {
    const std::size_t bad = text::first_malformed_byte(text);
    if (bad == std::string_view::npos) {
      good += text;
      break;
    }
    good += text.substr(0, bad);
    good += "\xEF\xBF\xBD";
    text.remove_prefix(bad + 1);
    while (!text.empty() && !starts_code_point(text.front())) text.remove_prefix(1);
  }
  return good;
}

}  // namespace

std::string clean_text(std::string_view utf8) {
  auto normal = text::normalize_text(utf8);
  if (!normal) normal = text::normalize_text(repaired(utf8));
  return normal ? fold_spaces(*normal) : std::string();
}

void BlockWriter::text(std::string_view utf8, const TextStyle& style) {
  std::size_t at = 0;
  while (at < utf8.size()) {
    if (const std::size_t space = space_length(utf8, at)) {
      if (style.keeps_lines && utf8[at] == '\n') ++breaks_;
      space_ = true;
      at += space;
      continue;
    }
    std::size_t end = at;
    while (end < utf8.size() && space_length(utf8, end) == 0) ++end;
    append(utf8.substr(at, end - at), style);
    at = end;
  }
}

void BlockWriter::joint() {
  if (!raw_.empty() && raw_.size() <= kPartsUpToBytes) cuts_.push_back(raw_.size());
}

void BlockWriter::picture(std::size_t box) {
  picture_box_ = box;
  picture_inside_ = !raw_.empty();
  if (picture_inside_ && (breaks_ > 0 || ends_sentence())) finish();
}

bool BlockWriter::ends_sentence() const {
  static constexpr std::array<std::string_view, 10> kEnds = {
      ".", "!", "?", ";", ":", "\"", ")", "/", "\xE2\x80\xA6", "\xE2\x80\x9D"};
  if (block_.chars < kParagraphChars) return false;
  for (const std::string_view end : kEnds) {
    if (raw_.ends_with(end)) return true;
  }
  return false;
}

// Decides whether text after <br> or a picture goes on with the block or begins one.
void BlockWriter::begin_line() {
  const bool breaks = breaks_ > 0;
  // Right-aligned lines are signatures and dates, one to a line.
  const bool own_lines = block_.align == Align::kRight;
  const bool splits =
      breaks_ > 1 ||
      (breaks && (picture_inside_ || own_lines || ends_sentence() || is_publish_line(raw_)));
  if (!raw_.empty() && splits) {
    finish();
  } else if (breaks) {
    joint();
    space_ = true;
  }
  breaks_ = 0;
}

void BlockWriter::append(std::string_view word, const TextStyle& style) {
  if (breaks_ > 0) begin_line();
  if (raw_.empty()) {
    block_ = Block();
    block_.box = style.box;
    block_.cell = style.cell;
    block_.row = style.row;
    block_.table = style.table;
    block_.around = style.around;
    block_.heading = style.heading;
    block_.align = style.align;
    block_.list_item = style.list_item;
    block_.hidden = style.hidden;
    block_.image_box = picture_box_;
    picture_box_ = kNoIndex;
    picture_inside_ = false;
  } else if (space_) {
    raw_ += ' ';
    ++block_.chars;
    if (style.link) ++block_.link_chars;
  }
  space_ = false;
  raw_ += word;
  const std::size_t chars = count_code_points(word);
  block_.chars += chars;
  block_.inline_hints |= style.inline_hints;
  if (style.link) block_.link_chars += chars;
  if (style.bold) bold_chars_ += chars;
  if (style.italic) italic_chars_ += chars;
}

void BlockWriter::finish() {
  breaks_ = 0;
  space_ = false;
  if (raw_.empty()) return;
  block_.text = clean_text(raw_);
  if (!block_.text.empty()) {
    std::size_t words = 0;
    for (const char c : raw_) words += c == ' ' ? 1 : 0;
    const auto enough = static_cast<std::size_t>(
        static_cast<double>(block_.chars - std::min(words, block_.chars)) * kNearlyAll);
    block_.bold = bold_chars_ > 0 && bold_chars_ >= enough;
    block_.italic = italic_chars_ > 0 && italic_chars_ >= enough;
    if (!cuts_.empty() && raw_.size() <= kPartsUpToBytes) {
      std::size_t from = 0;
      cuts_.push_back(raw_.size());
      for (const std::size_t cut : cuts_) {
        auto part = clean_text(std::string_view(raw_).substr(from, cut - from));
        if (!part.empty()) block_.parts.push_back(std::move(part));
        from = cut;
      }
    }
    blocks_.push_back(std::move(block_));
  }
  block_ = Block();
  raw_.clear();
  cuts_.clear();
  bold_chars_ = 0;
  italic_chars_ = 0;
}

}  // namespace tinlang::article
