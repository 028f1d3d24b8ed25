#include "indexer/article/byline_finder.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/article/credit.h"
#include "indexer/article/head_line.h"
#include "indexer/article/phrases.h"
#include "indexer/article/word_shape.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kLongestSignature = 110;  // code points
constexpr std::size_t kMostTailLines = 5;
constexpr std::size_t kLinesAfterBody = 8;
constexpr std::size_t kLongestIconLine = 120;  // bytes

// The parts of a signature between dashes, commas, slashes and "và".
std::vector<std::string> parts_of(std::string_view line) {
  static constexpr std::array<std::string_view, 12> kJoints = {" - ",
                                                               " \xE2\x80\x93 ",
                                                               " \xE2\x80\x94 ",
                                                               "- ",
                                                               "\xE2\x80\x93 ",
                                                               ", ",
                                                               "; ",
                                                               " & ",
                                                               " and ",
                                                               "/",
                                                               " v\xC3\xA0 ",
                                                               " ("};
  std::vector<std::string> parts(1);
  for (std::size_t at = 0; at < line.size();) {
    std::size_t joint = 0;
    for (const std::string_view candidate : kJoints) {
      if (line.compare(at, candidate.size(), candidate) == 0) {
        joint = candidate.size();
        break;
      }
    }
    if (joint == 0) {
      parts.back() += line[at++];
      continue;
    }
    parts.emplace_back();
    at += joint;
  }
  return parts;
}

bool is_name(std::string_view part) {
  constexpr std::size_t kMostWords = 5;
  const auto words = words_of(part);
  if (words.size() < 2 || words.size() > kMostWords || has_digit(part)) return false;
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return first_letter_case(word) == LetterCase::kUpper;
  });
}

// What local organisations that sign articles begin with, in plain_words() form.
bool names_organisation(std::string_view part) {
  static constexpr std::array<std::string_view, 24> kBeginnings = {
      "trung tam", "dai ",      "van phong",  "phong ",    "ban ", "ubnd",
      "hdnd",      "ubmttq",    "mttq",       "to ",       "hoi ", "doan ",
      "cong an",   "truong ",   "bo chqs",    "ban chqs",  "so ",  "huyen ",
      "dang uy",   "tinh doan", "huyen doan", "lien doan", "bbt",  "tt "};
  const std::string words = plain_words(part);
  constexpr std::size_t kMostWords = 12;
  if (words_of(part).size() > kMostWords) return false;
  return first_letter_case(part) == LetterCase::kUpper &&
         std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view beginning) { return words.starts_with(beginning); });
}

// What somebody did for an article: "Hải Triều (thực hiện)".
bool names_task(std::string_view part) {
  static constexpr std::array<std::string_view, 11> kTasks = {
      "thuc hien", "tong hop",  "ghi",          "luoc ghi",       "bien tap",     "bien soan",
      "suu tam",   "bien dich", "staff writer", "staff reporter", "correspondent"};
  const std::string words = plain_words(part);
  return std::find(kTasks.begin(), kTasks.end(), words) != kTasks.end();
}

// "Theo Nguyên Bình", "Theo baonghean.vn".
bool follows_source(std::string_view line) {
  const auto words = words_of(line);
  constexpr std::size_t kMostWords = 8;
  return words.size() >= 2 && words.size() <= kMostWords && plain_words(words[0]) == "theo" &&
         !ends_sentence(line) &&
         (is_name(line.substr(words[0].size() + 1)) || words.size() == 2 ||
          first_letter_case(words[1]) == LetterCase::kUpper);
}

bool stands_apart(const Block& block) {
  return block.align == Align::kRight || block.bold || block.italic ||
         (!block.behind_person.empty() && block.behind_person == block.text) ||
         ((block.inline_hints | block.around) & kAuthorHint) != 0;
}

std::string without_brackets(std::string_view line) {
  if (line.starts_with('(') && line.ends_with(')')) line = line.substr(1, line.size() - 2);
  return without_final_dot(line);
}

// "Cao Thị Nhàn thực hiện" -> the name; empty when the line is nothing of the kind.
std::string name_before_task(const std::string& line) {
  for (auto space = line.find(' '); space != std::string::npos; space = line.find(' ', space + 1)) {
    const std::string_view task = std::string_view(line).substr(space + 1);
    if (first_letter_case(task) != LetterCase::kLower || !names_task(task)) continue;
    const std::string name = line.substr(0, space);
    // "X, staff writer" stays as it is printed.
    const bool bare = task.front() != '(' && name.find_first_of(",(-") == std::string::npos;
    return bare && is_name(name) ? name : std::string();
  }
  return {};
}

// Set apart at the end and short: who signs there need not be a person or a known office.
bool is_right_aligned_signature(const Block& block, std::string_view line) {
  constexpr std::size_t kMostWords = 12;
  if (block.align != Align::kRight || block.heading > 0 || has_digit(line)) return false;
  if (line.find(':') != std::string_view::npos || ends_sentence(line)) return false;
  const auto words = words_of(line);
  // "CHỦ TỊCH": the office under a document.
  const bool shouts = std::all_of(words.begin(), words.end(), [](std::string_view word) {
    return first_letter_case(word.substr(word.size() - 1)) != LetterCase::kLower;
  });
  return words.size() >= 2 && words.size() <= kMostWords && !shouts &&
         first_letter_case(line) == LetterCase::kUpper;
}

// What a block at the end of an article may be.
struct Signature {
  std::string name;
  CreditKind kind = CreditKind::kAuthor;
  bool labelled = false;
  bool with_photos = false;
};

std::optional<Signature> read_signature(const Block& block, bool at_end) {
  if (block.chars > kLongestSignature) return std::nullopt;
  if (auto credit = parse_credit(block.text)) {
    return Signature{std::move(credit->name), credit->kind, true, credit->with_photos};
  }
  const bool named = ((block.inline_hints | block.around) & kAuthorHint) != 0;
  if (is_link_line(block) || (block.heading > 0 && !named)) return std::nullopt;
  std::string line = without_preposition(without_brackets(block.text));
  if (plain_words(line).starts_with("translated by ")) {
    return Signature{std::move(line), CreditKind::kPhoto};
  }
  const bool apart = stands_apart(block) || block.text.starts_with('(');
  if (apart || at_end) {
    if (std::string name = name_before_task(line); !name.empty()) return Signature{std::move(name)};
  }
  if (follows_source(line) && (apart || at_end)) return Signature{std::move(line)};
  if (is_signature(line) && (apart || at_end)) return Signature{std::move(line)};
  const bool organisation = names_organisation(line) && line.find(':') == std::string::npos;
  if (organisation && apart && !block.heading) return Signature{std::move(line)};
  if (at_end && is_right_aligned_signature(block, line)) return Signature{std::move(line)};
  return std::nullopt;
}

class Finder {
 public:
  Finder(const BylineSources& sources, BodyText& body) : sources_(sources), body_(body) {}

  Byline find() {
    read_tail();
    if (author_.empty()) read_behind();
    if (author_.empty()) read_under_title();
    if (author_.empty()) read_metadata();
    if (photos_.empty()) photos_ = body_.photo_credit;
    if (photos_.empty()) read_captions();
    return {author_.empty() ? source_ : author_, photos_};
  }

 private:
  // The last paragraphs, from the end, while they are credits.
  void read_tail() {
    for (std::size_t lines = 0; lines < kMostTailLines && body_.paragraphs.size() > 1; ++lines) {
      const Block& block = sources_.page.blocks[body_.paragraphs.back().block];
      // A row of cells is no signature though its first cell may look like one.
      if (block.text != body_.paragraphs.back().text) break;
      const auto signature = read_signature(block, true);
      if (!signature) break;
      const bool second = !author_.empty() && signature->kind == CreditKind::kAuthor;
      if (second && !signature->labelled && !stands_apart(block)) break;
      keep(*signature);
      body_.paragraphs.pop_back();
    }
  }

  // "Hành khách lên cầu cảng. Ảnh: Phan Vũ"
  void read_captions() {
    for (const std::string& caption : body_.captions) {
      for (const std::string_view label : {"\xE1\xBA\xA2nh:", "Photo:"}) {
        const auto at = caption.rfind(label);
        if (at == std::string::npos) continue;
        std::string name = without_final_dot(std::string_view(caption).substr(at + label.size()));
        if (name.ends_with(')')) name.pop_back();
        constexpr std::size_t kLongestName = 60;  // bytes
        const bool named = first_letter_case(name) == LetterCase::kUpper && !has_digit(name);
        if (!named || name.size() > kLongestName) continue;
        photos_ = without_final_dot(name);
        return;
      }
    }
  }

  void keep(const Signature& signature) {
    const bool photos = signature.kind == CreditKind::kPhoto || signature.with_photos;
    if (photos && photos_.empty() && signature.labelled) photos_ = signature.name;
    if (signature.kind == CreditKind::kPhoto || is_nobody(signature.name)) return;
    if (signature.kind == CreditKind::kSource) {
      source_ = signature.name;
      return;
    }
    // Read backwards: an earlier label outranks a later bare line.
    if (author_.empty() || signature.labelled) author_ = signature.name;
  }

  bool is_usable(std::size_t i) const {
    const Block& block = sources_.page.blocks[i];
    const bool author = ((block.around | block.inline_hints) & kAuthorHint) != 0;
    return !block.hidden && (author || !sources_.region.outside[i]);
  }

  // The foot of an <article>: no text of it, but what it labels is its own.
  static bool is_at_end_of_article(const Block& block) {
    constexpr Hints kElsewhere = kRelatedHint | kCommentHint | kNavigationHint | kAsideHint;
    return !block.hidden && (block.around & kElsewhere) == 0;
  }

  // Lines behind the body in boxes of their own; behind the author, who took the pictures.
  void read_behind() {
    const auto& blocks = sources_.page.blocks;
    if (body_.end == kNoIndex) return;
    const std::size_t stop = std::min(blocks.size(), body_.end + kLinesAfterBody);
    for (std::size_t i = body_.end; i < stop; ++i) {
      if (begins_other_matter(blocks[i].text) || is_prose(blocks[i])) return;
      const bool usable = is_usable(i);
      if (!usable && !is_at_end_of_article(blocks[i])) continue;
      const auto signature = read_signature(blocks[i], false);
      const bool photos = signature && signature->kind == CreditKind::kPhoto;
      if (!author_.empty() && !photos) return;
      if (signature && (usable || signature->labelled)) keep(*signature);
      if (author_.empty()) read_label(i);
      if (author_.empty()) read_role(blocks[i]);
    }
  }

  // Small lines may stand behind a summary too.
  std::size_t end_of_head() const {
    constexpr std::size_t kHead = 2;  // paragraphs
    return body_.paragraphs.size() > kHead ? body_.paragraphs[kHead].block : body_.begin;
  }

  bool is_paragraph(std::size_t i) const {
    return std::any_of(body_.paragraphs.begin(), body_.paragraphs.end(),
                       [i](const Paragraph& paragraph) { return paragraph.block == i; });
  }

  // "Tác giả: ..." or a box named for the author, between title and text.
  void read_under_title() {
    const auto& blocks = sources_.page.blocks;
    const std::size_t title = sources_.title.block;
    if (title == kNoIndex || body_.begin == kNoIndex) return;
    for (std::size_t i = title + 1; i < end_of_head() && author_.empty(); ++i) {
      if (!is_usable(i) || is_paragraph(i)) continue;
      const Block& block = blocks[i];
      const Hints hints = block.inline_hints | sources_.page.boxes[block.box].hints;
      // Several labels in one block: each is a part of its own.
      const bool labels = std::count(block.text.begin(), block.text.end(), ':') > 1;
      // The name of the paper may stand before the author's.
      if (block.text.find('|') != std::string::npos) consider_pieces(block.text);
      if (!labels && author_.empty()) consider_line(block.text, (hints & kAuthorHint) != 0);
      for (const std::string& part : block.parts) {
        if (author_.empty()) consider_line(part, (hints & kAuthorHint) != 0);
      }
      if (author_.empty()) consider_pieces(block.text);
      if (author_.empty()) consider_icon(block.behind_person);
      if (author_.empty()) read_label(i);
    }
  }

  // "Người viết" in a box of its own, the name in the next.
  void read_label(std::size_t i) {
    const auto& blocks = sources_.page.blocks;
    if (i + 1 == blocks.size() || !is_bare_label(blocks[i].words)) return;
    const std::string& name = blocks[i + 1].text;
    if (is_signature(name) && !is_nobody(name)) author_ = name;
  }

  // "Nội dung: Lâm Oanh" among credits, where the first role is who wrote it.
  void read_role(const Block& block) {
    const auto colon = block.text.find(':');
    if (colon == std::string::npos) return;
    const std::string label = plain_words(block.text.substr(0, colon));
    const std::string name = clean_text(block.text.substr(colon + 1));
    if (label == "noi dung" && is_signature(name) && !is_nobody(name)) author_ = name;
  }

  // What stands behind the icon of a person: "Phương Thảo", "Đài truyền thanh xã | 95 lượt xem".
  void consider_icon(std::string_view line) {
    for (const std::string_view end : {"", " |", " - "}) {
      std::string name = without_final_dot(end.empty() ? line : line.substr(0, line.find(end)));
      const bool signs = is_signature(name) || names_organisation(name);
      if (!signs || name.size() > kLongestIconLine || is_nobody(name)) continue;
      author_ = std::move(name);
      return;
    }
  }

  // "24/02/2022 | 17:05 - Tác giả: Triệu Oanh - Lượt xem: 210"
  void consider_pieces(const std::string& line) {
    constexpr std::size_t kLongestLine = 300;  // bytes
    if (line.size() > kLongestLine) return;
    std::size_t from = 0;
    for (std::size_t at = 0; at <= line.size() && author_.empty(); ++at) {
      const bool bar = at == line.size() || line[at] == '|' || line.compare(at, 3, " - ") == 0;
      if (!bar) continue;
      const auto first = line.find_first_not_of(" |-", from);
      if (first < at) {
        const auto last = line.find_last_not_of(" |-", at - 1);
        consider_line(line.substr(first, last - first + 1), false);
      }
      from = at;
    }
  }

  void consider_line(const std::string& text, bool named) {
    if (const auto credit = parse_credit(text)) {
      const std::string name(name_in_head_line(credit->name));
      if (credit->kind == CreditKind::kAuthor && !is_nobody(name)) author_ = name;
      return;
    }
    const std::string undated(behind_date(text));
    std::string line = without_preposition(undated);
    named = named || line.size() < undated.size();
    if (!named) return;
    line = name_in_head_line(line);
    // "Ann Reed (with Joe Moor)"
    if (!is_signature(line)) line = line.substr(0, line.find(" ("));
    if (is_signature(line) && !is_nobody(line)) author_ = without_final_dot(line);
  }

  void read_metadata() {
    std::vector<std::string> names = {sources_.json.author};
    for (const NamedValue& property : sources_.page.properties) {
      if (property.name == "author") names.push_back(property.value);
    }
    for (const char* name : {"author", "article:author", "dc.creator"}) {
      names.emplace_back(sources_.page.meta(name));
    }
    for (const std::string& name : names) {
      const std::string bare = without_preposition(name);
      if (!is_signature(bare) || is_nobody(bare) || bare == sources_.title.site_name) continue;
      author_ = bare;
      return;
    }
  }

  const BylineSources& sources_;
  BodyText& body_;
  std::string author_;
  std::string source_;
  std::string photos_;
};

}  // namespace

bool is_signature(std::string_view line) {
  if (line.empty() || line.find(':') != std::string_view::npos || ends_sentence(line)) return false;
  const auto parts = parts_of(line);
  constexpr std::size_t kMostParts = 5;
  if (parts.size() > kMostParts || !is_name(parts.front())) return false;
  return std::all_of(parts.begin() + 1, parts.end(), [](const std::string& part) {
    constexpr std::size_t kMostWords = 12;
    if (names_task(part)) return true;
    return first_letter_case(part) == LetterCase::kUpper && words_of(part).size() <= kMostWords;
  });
}

Byline take_byline(const BylineSources& sources, BodyText& body) {
  return Finder(sources, body).find();
}

}  // namespace tinlang::article
