#include "indexer/article/block_writer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/article/ascii.h"
#include "indexer/article/phrases.h"
#include "indexer/article/word_shape.h"
#include "indexer/calendar/date_finder.h"
#include "indexer/text/letter.h"
#include "indexer/text/normalize.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kPartsUpToBytes = 400;
constexpr std::size_t kParagraphChars = 40;  // a single <br> ends what is at least so long
constexpr std::size_t kHeadlineChars = 15;   // code points
constexpr double kNearlyAll = 0.9;

bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

// Bytes of white space at `at`: ASCII or U+00A0; 0 when there is none.
std::size_t space_length(std::string_view text, std::size_t at) {
  if (is_ascii_space(text[at])) return 1;
  return text[at] == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0' ? 2 : 0;
}

// False for nearly every byte that space_length() is 0 for.
bool may_begin_space(char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\xC2'; }

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += starts_code_point(c) ? 1 : 0;
  return count;
}

// Whether fold_spaces() would change it.
bool has_odd_spaces(std::string_view text) {
  bool space = true;  // at the front, too
  for (const char c : text) {
    if (is_ascii_space(c) && (space || c != ' ')) return true;
    space = c == ' ';
  }
  return space && !text.empty();
}

std::string fold_spaces(std::string text) {
  if (!has_odd_spaces(text)) return text;
  std::string folded;
  folded.reserve(text.size());
  bool space = false;
  for (const char c : text) {
    if (is_ascii_space(c)) {
      space = true;
      continue;
    }
    if (space && !folded.empty()) folded += ' ';
    space = false;
    folded += c;
  }
  return folded;
}

// Within a sentence a date goes on in small letters: "<b>ngày 12/5</b>".
bool may_begin_date(const std::string& line) {
  if (line.empty() || line.ends_with('.')) return false;
  const char c = line.front();
  return !(c >= 'a' && c <= 'z');
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
  if (text::is_plainly_normal(utf8)) return fold_spaces(std::string(utf8));
  auto normal = text::normalize_text(utf8);
  if (!normal) normal = text::normalize_text(repaired(utf8));
  return normal ? fold_spaces(*std::move(normal)) : std::string();
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
    std::size_t end = at + 1;
    while (end < utf8.size() && (!may_begin_space(utf8[end]) || space_length(utf8, end) == 0))
      ++end;
    append(utf8.substr(at, end - at), style);
    at = end;
  }
}

void BlockWriter::joint() {
  if (raw_.empty() || raw_.size() > kPartsUpToBytes) return;
  // Elements without text, however many, cut at one place.
  if (cuts_.empty() || cuts_.back().at != raw_.size()) cuts_.push_back(here());
}

void BlockWriter::person() {
  joint();
  person_at_ = raw_.size();
}

BlockWriter::Cut BlockWriter::here() const {
  return {raw_.size(), block_.chars, block_.link_chars, spaces_, bold_chars_, italic_chars_};
}

bool BlockWriter::is_line() const { return block_.chars >= kHeadlineChars; }

// A bold line before ordinary text is a heading, though one <br> is all between them.
bool BlockWriter::changes_weight(const TextStyle& style) const {
  const std::size_t letters = block_.chars - std::min(block_.chars, spaces_);
  return !style.bold && is_line() && bold_chars_ >= letters;
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
void BlockWriter::begin_line(const TextStyle& style) {
  const bool breaks = breaks_ > 0;
  // Right-aligned lines are signatures and dates, one to a line.
  const bool own_lines = block_.align == Align::kRight;
  const bool splits = breaks_ > 1 || (breaks && (picture_inside_ || own_lines || ends_sentence() ||
                                                 is_publish_line(raw_) || changes_weight(style)));
  if (!raw_.empty() && splits) {
    finish();
  } else if (breaks) {
    joint();
    split_at_date();
    space_ = true;
  }
  breaks_ = 0;
}

// "Mỹ Nương</span><span>Thứ sáu": only their style keeps them apart.
bool BlockWriter::parts_words(std::string_view word) const {
  if (cuts_.empty() || cuts_.back().at != raw_.size()) return false;
  std::size_t last = raw_.size() - 1;
  while (last > 0 && !starts_code_point(raw_[last])) --last;
  std::size_t first = 0;
  const text::Letter before = text::letter_of(text::next_letter(raw_, last));
  const text::Letter behind = text::letter_of(text::next_letter(word, first));
  return before.is_letter && !before.is_upper && behind.is_letter && behind.is_upper;
}

void BlockWriter::append(std::string_view word, const TextStyle& style) {
  const bool breaks = breaks_ > 0;
  if (breaks) begin_line(style);
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
    block_.beside_image = picture_box_ == style.box && !breaks;
    picture_box_ = kNoIndex;
    picture_inside_ = false;
    leads_with_link_ = style.link;
  } else if (space_ || parts_words(word)) {
    raw_ += ' ';
    ++spaces_;
    ++block_.chars;
    if (style.link) ++block_.link_chars;
  }
  space_ = false;
  raw_ += word;
  const std::size_t chars = count_code_points(word);
  block_.chars += chars;
  block_.inline_hints |= style.inline_hints;
  if (style.link) block_.link_chars += chars;
  leads_with_link_ = leads_with_link_ && style.link;
  if (leads_with_link_) block_.lead_link_chars = block_.chars;
  if (style.bold) bold_chars_ += chars;
  if (style.italic) italic_chars_ += chars;
}

// "A headline <span>08/05/2023</span>": the publish line gets a block of its own.
void BlockWriter::split_at_date() {
  if (raw_.size() > kPartsUpToBytes || !has_digit(raw_)) return;
  for (const Cut& cut : cuts_) {
    if (cut.chars < kHeadlineChars || cut.at >= raw_.size()) continue;
    if (cut.link_chars * 2 > cut.chars) return;  // an entry of a list
    if (date_checks_left_ == 0) return;
    --date_checks_left_;
    const std::string line = clean_text(std::string_view(raw_).substr(cut.at));
    if (!may_begin_date(line) || !is_publish_line(line)) continue;
    const std::string head = raw_.substr(0, cut.at);
    if (head.find(' ') == std::string::npos || is_publish_line(head)) return;
    if (clean_text(head).ends_with(':')) continue;
    cut_off(cut);
    return;
  }
}

// "<i>14:20 09/12/2020</i>The text": a stamp with its time, then the text.
void BlockWriter::split_behind_date() {
  constexpr std::size_t kLongestStamp = 60;  // bytes
  if (cuts_.empty() || cuts_.front().at > kLongestStamp || cuts_.front().at >= raw_.size()) return;
  constexpr std::size_t kText = 80;  // code points that are more than another label
  if (block_.chars < cuts_.front().chars + kText) return;
  const std::string stamp = raw_.substr(0, cuts_.front().at);
  const bool clock = stamp.find(':') != std::string::npos && has_digit(stamp);
  const char next = raw_[stamp.size()];
  if (clock && next != ',' && next != '.' && is_publish_line(stamp)) cut_off(cuts_.front());
}

// The text before `cut` becomes a block; what is behind it waits on.
void BlockWriter::cut_off(Cut cut) {
  const Cut whole = here();
  const Block rest = block_;
  const std::string tail = raw_.substr(cut.at);
  raw_.resize(cut.at);
  block_.chars = cut.chars;
  block_.link_chars = cut.link_chars;
  spaces_ = cut.spaces;
  bold_chars_ = cut.bold_chars;
  italic_chars_ = cut.italic_chars;
  std::erase_if(cuts_, [&](const Cut& later) { return later.at >= cut.at; });
  const std::size_t person = person_at_;
  emit();
  if (person != kNoIndex && person >= cut.at) person_at_ = person - cut.at;
  raw_ = tail;
  block_ = rest;
  block_.image_box = kNoIndex;
  block_.lead_link_chars = 0;
  block_.chars = whole.chars - cut.chars;
  block_.link_chars = whole.link_chars - cut.link_chars;
  spaces_ = whole.spaces - cut.spaces;
  bold_chars_ = whole.bold_chars - cut.bold_chars;
  italic_chars_ = whole.italic_chars - cut.italic_chars;
}

void BlockWriter::finish() {
  breaks_ = 0;
  space_ = false;
  if (raw_.empty()) {
    person_at_ = kNoIndex;
    return;
  }
  split_behind_date();
  split_at_date();
  emit();
  block_ = Block();
}

// Up to the next element: "<i class="fa fa-user"></i> A name <i class="fa fa-eye"></i> 95".
std::string BlockWriter::behind_person() const {
  if (person_at_ >= raw_.size() || raw_.size() > kPartsUpToBytes) return {};
  std::size_t end = raw_.size();
  for (const Cut& cut : cuts_) {
    if (cut.at > person_at_) end = std::min(end, cut.at);
  }
  return clean_text(std::string_view(raw_).substr(person_at_, end - person_at_));
}

// Hands over what has been gathered.
void BlockWriter::emit() {
  block_.text = clean_text(raw_);
  if (!block_.text.empty()) {
    block_.words = plain_words(block_.text);
    const auto enough = static_cast<std::size_t>(
        static_cast<double>(block_.chars - std::min(spaces_, block_.chars)) * kNearlyAll);
    block_.bold = bold_chars_ > 0 && bold_chars_ >= enough;
    block_.italic = italic_chars_ > 0 && italic_chars_ >= enough;
    block_.parts.clear();
    if (!cuts_.empty() && raw_.size() <= kPartsUpToBytes) {
      std::size_t from = 0;
      cuts_.push_back(here());
      cuts_.back().at = raw_.size();
      for (const Cut& cut : cuts_) {
        const bool whole = from == 0 && cut.at == raw_.size();
        auto part =
            whole ? block_.text : clean_text(std::string_view(raw_).substr(from, cut.at - from));
        if (!part.empty()) block_.parts.push_back(std::move(part));
        from = cut.at;
      }
    }
    block_.behind_person = behind_person();
    blocks_.push_back(std::move(block_));
  }
  person_at_ = kNoIndex;
  raw_.clear();
  cuts_.clear();
  spaces_ = 0;
  bold_chars_ = 0;
  italic_chars_ = 0;
}

}  // namespace tinlang::article
