#include "indexer/article/byline_finder.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/article/credit.h"
#include "indexer/article/head_line.h"
#include "indexer/article/line_kinds.h"
#include "indexer/article/phrases.h"
#include "indexer/article/signature.h"
#include "indexer/article/word_shape.h"
#include "indexer/calendar/date_finder.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kMostTailLines = 5;
constexpr std::size_t kLinesAfterBody = 8;
constexpr std::size_t kHead = 2;  // paragraphs behind which no byline of the head stands
constexpr std::size_t kLongestIconLine = 120;  // bytes
constexpr std::size_t kLinesAboveTitle = 4;
constexpr std::size_t kSmallBox = 8;  // blocks before a title that the box around it may have

class Finder {
 public:
  Finder(const BylineSources& sources, BodyText& body) : sources_(sources), body_(body) {}

  Byline find() {
    if (!read_labelled_tail()) read_tail();
    if (author_.empty()) read_behind();
    if (author_.empty()) read_under_title();
    if (author_.empty()) read_above_title();
    if (author_.empty()) read_metadata();
    if (photos_.empty()) photos_ = body_.photo_credit;
    if (photos_.empty()) read_captions();
    return {author_.empty() ? source_ : author_, photos_};
  }

 private:
  // A name with nothing that marks it, in the line right behind the text and in its part of the
  // page.
  bool signs_bare(std::size_t i) const {
    const auto& page = sources_.page;
    const Block& block = page.blocks[i];
    if (block.heading > 0 || block.list_item || is_link_line(block) || !is_usable(i)) return false;
    const std::size_t box = page.common_box(block.box, page.blocks[i - 1].box);
    constexpr std::size_t kLargestPart = 60;  // blocks
    const bool apart = page.boxes[box].end - page.boxes[box].begin > kLargestPart;
    return !apart && begins_with_surname(block.text) && is_signature(block.text) &&
           !is_nobody(block.text);
  }

  // "Người thực hiện", then names to the end of the text, each in a box of its own.
  bool read_labelled_tail() {
    auto& paragraphs = body_.paragraphs;
    for (std::size_t names = 1; names < kMostTailLines && names + 1 < paragraphs.size(); ++names) {
      const std::size_t label = paragraphs.size() - names - 1;
      if (!is_signature(paragraphs[label + 1].text)) return false;
      if (!is_bare_label(plain_words(paragraphs[label].text))) continue;
      for (std::size_t i = label + 1; i < paragraphs.size(); ++i) add_author(paragraphs[i].text);
      paragraphs.resize(label);
      return true;
    }
    return false;
  }

  void add_author(const std::string& name) {
    if (is_nobody(name)) return;
    author_ += (author_.empty() ? "" : " - ") + name;
  }

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
    // Read backwards: an earlier label outranks a later bare line, and a name the office under it.
    const bool office = !is_signature(author_) && is_name(signature.name);
    if (author_.empty() || signature.labelled || office) author_ = signature.name;
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
      const bool prose = is_prose(blocks[i]) && !calendar::parse_publish_line(blocks[i].text);
      if (begins_other_matter(blocks[i].text) || prose) return;
      const bool usable = is_usable(i);
      if (!usable && !is_at_end_of_article(blocks[i])) continue;
      const auto signature = read_signature(blocks[i], false);
      const bool photos = signature && signature->kind == CreditKind::kPhoto;
      if (!author_.empty() && !photos) return;
      if (signature && (usable || signature->labelled)) keep(*signature);
      if (author_.empty()) read_parts(blocks[i]);
      if (author_.empty()) read_label(i);
      if (author_.empty()) read_role(blocks[i]);
      if (author_.empty() && i == body_.end && signs_bare(i)) author_ = blocks[i].text;
    }
  }

  // Small lines may stand behind a summary too.
  std::size_t end_of_head() const {
    return body_.paragraphs.size() > kHead ? body_.paragraphs[kHead].block : body_.begin;
  }

  bool is_paragraph(std::size_t i) const {
    const std::size_t head = std::min(kHead, body_.paragraphs.size());
    return std::any_of(body_.paragraphs.begin(),
                       body_.paragraphs.begin() + static_cast<std::ptrdiff_t>(head),
                       [i](const Paragraph& paragraph) { return paragraph.block == i; });
  }

  // Of its box, and of the next when it stands alone in its own: <div class="author"><h4>.
  Hints box_hints(const Block& block) const {
    const Box& own = sources_.page.boxes[block.box];
    const bool alone = own.end - own.begin == 1 && own.parent != kNoIndex;
    return alone ? own.hints | sources_.page.boxes[own.parent].hints : own.hints;
  }

  // "Tác giả: ..." or a box named for the author, between title and text.
  void read_under_title() {
    const auto& blocks = sources_.page.blocks;
    const std::size_t title = sources_.title.block;
    if (title == kNoIndex || body_.begin == kNoIndex) return;
    for (std::size_t i = title + 1; i < end_of_head() && author_.empty(); ++i) {
      if (!is_usable(i) || is_paragraph(i)) continue;
      const Block& block = blocks[i];
      const Hints hints = block.inline_hints | box_hints(block);
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
      if (author_.empty()) consider_portrait(i);
    }
  }

  // Some print the author over the headline; menus and the site's own lines stand there too.
  void read_above_title() {
    const auto& page = sources_.page;
    const std::size_t title = sources_.title.block;
    if (title == kNoIndex) return;
    for (std::size_t back = 1; back <= std::min(kLinesAboveTitle, title); ++back) {
      const Block& block = page.blocks[title - back];
      if (is_link_line(block) || is_prose(block)) return;
      const std::size_t box = page.common_box(block.box, page.blocks[title].box);
      if (page.boxes[box].begin + kSmallBox < title || !is_usable(title - back)) continue;
      consider_icon(block.behind_person);
      if (author_.empty()) consider_portrait(title - back);
      if (!author_.empty()) return;
    }
  }

  void consider_portrait(std::size_t i) {
    std::string name = name_at_portrait(sources_.page, i);
    if (!is_nobody(name)) author_ = std::move(name);
  }

  // "Ngày đăng: 09/10/2020 <span>Tác giả: Phan Bá Lĩnh</span>": a label within a longer line.
  void read_parts(const Block& block) {
    for (const std::string& part : block.parts) {
      const auto credit = parse_credit(part);
      if (!credit || credit->kind != CreditKind::kAuthor || is_nobody(credit->name)) continue;
      author_ = credit->name;
      return;
    }
  }

  // "Người viết" in a box of its own, the name in the next, further ones in boxes beside that.
  void read_label(std::size_t i) {
    const auto& page = sources_.page;
    if (i + 1 == page.blocks.size() || !is_bare_label(page.blocks[i].words)) return;
    const std::size_t parent = page.boxes[page.blocks[i + 1].box].parent;
    for (std::size_t k = i + 1; k < page.blocks.size() && k < i + kMostTailLines; ++k) {
      const bool beside = page.boxes[page.blocks[k].box].parent == parent;
      if (!beside || !is_signature(page.blocks[k].text)) return;
      add_author(page.blocks[k].text);
    }
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
    std::string line = without_role(without_preposition(undated));
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

Byline take_byline(const BylineSources& sources, BodyText& body) {
  return Finder(sources, body).find();
}

}  // namespace tinlang::article
