#include "indexer/article/page_blocks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "indexer/article/ascii.h"
#include "indexer/article/block_writer.h"
#include "indexer/article/element_attributes.h"
#include "indexer/article/markup_filter.h"
#include "indexer/article/tag_kinds.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kLongestProperty = 400;  // bytes of itemprop text worth keeping
constexpr std::size_t kLongestLinkText = 400;  // bytes: a tag, a section, the name of a file
constexpr std::size_t kMostLinks = 5000;

// The text directly under an element: all there is in <title> and <script>.
std::string direct_text(const GumboElement& element, const StandIns& stand_ins) {
  std::string text;
  for (unsigned int i = 0; i < element.children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
    const bool is_text = child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_WHITESPACE ||
                         child->type == GUMBO_NODE_CDATA;
    if (!is_text) continue;
    stand_ins.for_each_piece(child->v.text.text, [&](std::string_view piece) { text += piece; });
  }
  return text;
}

class TreeWalk {
 public:
  TreeWalk(const HtmlTree& tree, PageBlocks& page)
      : stand_ins_(tree.stand_ins()), page_(page), writer_(page.blocks) {}

  void walk(const GumboNode* root) {
    enter(root, TextStyle());
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      const GumboVector& children = frame.node->v.element.children;
      if (frame.next == children.length) {
        leave();
        continue;
      }
      const auto* child = static_cast<const GumboNode*>(children.data[frame.next++]);
      visit(child, frame.style);
    }
  }

 private:
  struct Frame {
    const GumboNode* node;
    unsigned int next;
    TextStyle style;
    bool is_block;
    bool titles;  // an inline element named for the title, at the start of a block
  };

  std::string_view written(const GumboElement& element, const char* name) const {
    return stand_ins_.written(attribute_of(element, name));
  }

  void visit(const GumboNode* node, const TextStyle& style) {
    switch (node->type) {
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_WHITESPACE:
      case GUMBO_NODE_CDATA:
        stand_ins_.for_each_piece(node->v.text.text, [&](std::string_view piece) {
          writer_.text(piece, style);
          if (link_ != kNoIndex) note_link_text(piece);
        });
        break;
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE:
        enter(node, TextStyle(style));
        break;
      default:
        break;
    }
  }

  void enter(const GumboNode* node, TextStyle style) {
    const GumboElement& element = node->v.element;
    if (read_machine_facts(element)) return;
    if (element.tag == GUMBO_TAG_BR) return writer_.line_break();
    if (element.tag != GUMBO_TAG_HEAD && is_skipped(element.tag)) return;
    Attributes attributes = read_attributes(element, names_);
    attributes.content = stand_ins_.written(attributes.content);
    note_property(element, attributes);
    // "layout-one-sidebar page-with-comments": what the page has, not what its parts are.
    if (element.tag == GUMBO_TAG_BODY || element.tag == GUMBO_TAG_HTML) attributes.hints = 0;
    // The end of an article may hold its tags and its files; that of a page does not.
    if (element.tag == GUMBO_TAG_FOOTER && style.in_article) {
      attributes.hints = (attributes.hints & ~kAsideHint) | kShareHint;
    }
    if (is_picture(element.tag)) {
      if (!attributes.hidden && !style.hidden && !is_tiny_picture(attributes))
        writer_.picture(style.box);
      return;
    }
    if (element.tag == GUMBO_TAG_HTML) page_.language = lower_ascii(attribute_of(element, "lang"));
    const bool is_block = is_block_tag(element.tag);
    // Inside a line a reader sees nothing of it; a hidden box may be shown by a script.
    if (attributes.hidden && !style.hidden && is_inline_tag(element.tag)) return;
    if (draws_person(element, attributes)) return writer_.person();
    if ((attributes.hints & kIconHint) != 0) return;
    if ((attributes.hints & kPersonHint) != 0) attributes.hints |= kAuthorHint;
    // "<main id="skip-link-target">": what is called the page's own matter is no menu of it.
    if (element.tag == GUMBO_TAG_MAIN) attributes.hints &= ~kOutsideHints;
    restyle(element.tag, attributes, style);
    if (is_block) {
      open_box(element.tag, attributes, style);
    } else {
      writer_.joint();
      style.inline_hints |= attributes.hints;
    }
    if (element.tag == GUMBO_TAG_A) begin_link(element, style);
    const bool titles = !is_block && (attributes.hints & kTitleHint) != 0 && writer_.is_empty();
    frames_.push_back({node, 0, style, is_block, titles});
  }

  // An element that shows nothing but the icon of a person.
  bool draws_person(const GumboElement& element, const Attributes& attributes) const {
    static constexpr std::array<std::string_view, 5> kLigatures = {
        "person", "person_outline", "account_circle", "account_box", "face"};
    if ((attributes.hints & (kIconHint | kPersonHint)) == 0) return false;
    constexpr unsigned int kMostChildren = 2;
    if (element.children.length > kMostChildren) return false;
    const std::string text = clean_text(direct_text(element, stand_ins_));
    if ((attributes.hints & kIconHint) != 0) {
      return std::find(kLigatures.begin(), kLigatures.end(), text) != kLigatures.end();
    }
    const auto* const* children = reinterpret_cast<const GumboNode* const*>(element.children.data);
    return text.empty() &&
           std::none_of(children, children + element.children.length,
                        [](const GumboNode* child) { return child->type == GUMBO_NODE_ELEMENT; });
  }

  void leave() {
    if (frames_.back().node->v.element.tag == GUMBO_TAG_A) link_ = kNoIndex;
    if (frames_.back().is_block) {
      writer_.finish();
      page_.boxes[frames_.back().style.box].end = page_.blocks.size();
    } else if (frames_.back().titles && writer_.is_line()) {
      // A span that style shows as a line of its own: the headline before its date.
      writer_.finish();
    } else {
      writer_.joint();
    }
    frames_.pop_back();
  }

  static bool is_tag_address(std::string_view href) {
    const std::string address = lower_ascii(href);
    return address.find("/tag/") != std::string::npos ||
           address.find("/tags/") != std::string::npos;
  }

  void begin_link(const GumboElement& element, const TextStyle& style) {
    if (page_.links.size() == kMostLinks) return;
    Link link;
    link.href = written(element, "href");
    const std::string rel = lower_ascii(attribute_of(element, "rel"));
    link.is_tag = rel == "tag";
    link.is_category = rel.find("category") != std::string::npos;
    link.leads_to_tag = is_tag_address(link.href);
    link.is_download = gumbo_get_attribute(&element.attributes, "download") != nullptr;
    link.block = page_.blocks.size();
    link.box = style.box;
    link.inline_hints = style.inline_hints;
    link.around = style.around;
    link.hidden = style.hidden;
    link_ = page_.links.size();
    page_.links.push_back(std::move(link));
  }

  void note_link_text(std::string_view piece) {
    std::string& text = page_.links[link_].raw_text;
    if (text.size() + piece.size() <= kLongestLinkText) text += piece;
  }

  void open_box(GumboTag tag, const Attributes& attributes, TextStyle& style) {
    writer_.finish();
    Box box;
    box.parent = page_.boxes.empty() ? kNoIndex : style.box;
    box.begin = page_.blocks.size();
    box.hints = attributes.hints;
    box.tag = tag;
    style.box = page_.boxes.size();
    style.around |= attributes.hints;
    page_.boxes.push_back(box);
    if (tag == GUMBO_TAG_TABLE) style.table = style.box;
    if (tag == GUMBO_TAG_TR) style.row = style.box;
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) style.cell = style.box;
    if (tag == GUMBO_TAG_ARTICLE) style.in_article = true;
    if (tag == GUMBO_TAG_LI) style.list_item = true;
    if (tag == GUMBO_TAG_PRE) style.keeps_lines = true;
    if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) {
      style.heading = static_cast<std::uint8_t>(tag - GUMBO_TAG_H1 + 1);
    }
  }

  static void restyle(GumboTag tag, const Attributes& attributes, TextStyle& style) {
    style.hidden = style.hidden || attributes.hidden;
    style.link = style.link || tag == GUMBO_TAG_A;
    style.bold = style.bold || tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG;
    style.italic = style.italic || tag == GUMBO_TAG_I || tag == GUMBO_TAG_EM;
    if (tag == GUMBO_TAG_CENTER) style.align = Align::kCenter;
    // A table's own place on the page is not that of the text in it, nor is that around it.
    if (tag == GUMBO_TAG_TABLE) {
      style.align = Align::kNone;
    } else if (!attributes.align.empty()) {
      style.align = align_of(attributes.align);
    }
    if (attributes.style.align) style.align = *attributes.style.align;
    style.bold = style.bold || attributes.style.bold;
    style.italic = style.italic || attributes.style.italic;
  }

  // Head elements; true when the element needs no walk.
  bool read_machine_facts(const GumboElement& element) {
    switch (element.tag) {
      case GUMBO_TAG_META:
        read_meta(element);
        return true;
      case GUMBO_TAG_TITLE:
        if (page_.title.empty()) page_.title = clean_text(direct_text(element, stand_ins_));
        return true;
      case GUMBO_TAG_LINK:
        if (lower_ascii(attribute_of(element, "rel")) == "canonical" && page_.canonical.empty()) {
          page_.canonical = clean_text(written(element, "href"));
        }
        return true;
      case GUMBO_TAG_BASE:
        if (page_.base.empty()) page_.base = clean_text(written(element, "href"));
        return true;
      case GUMBO_TAG_SCRIPT:
        if (lower_ascii(attribute_of(element, "type")).find("ld+json") != std::string::npos) {
          page_.json_ld.push_back(direct_text(element, stand_ins_));
        }
        return true;
      default:
        return false;
    }
  }

  void read_meta(const GumboElement& element) {
    const std::string_view content = written(element, "content");
    if (content.empty()) return;
    for (const char* key : {"property", "name"}) {
      const std::string name = lower_ascii(attribute_of(element, key));
      if (!name.empty()) page_.metas.push_back({name, clean_text(content)});
    }
    const std::string_view property = attribute_of(element, "itemprop");
    if (!property.empty()) page_.properties.push_back({lower_ascii(property), clean_text(content)});
  }

  void note_property(const GumboElement& element, Attributes& attributes) {
    if (element.tag == GUMBO_TAG_TIME && !attributes.datetime.empty()) {
      const std::string name = lower_ascii(attribute_of(element, "class"));
      const bool update =
          name.find("updated") != std::string::npos || name.find("modified") != std::string::npos;
      page_.times.push_back({clean_text(attributes.datetime), page_.blocks.size(), update});
    }
    if (element.tag == GUMBO_TAG_ABBR) note_abbreviated_date(element);
    if (!attributes.content.empty() && note_rdfa(element, attributes)) {
      attributes.hints |= kDateHint;
    }
    if (attributes.property.empty()) return;
    std::string value = clean_text(!attributes.content.empty()    ? attributes.content
                                   : !attributes.datetime.empty() ? attributes.datetime
                                                                  : std::string_view());
    if (value.empty()) value = clean_text(direct_text(element, stand_ins_));
    if (value.empty() || value.size() > kLongestProperty) return;
    page_.properties.push_back({lower_ascii(attributes.property), value});
  }

  // Blogs: <abbr class="published" title="2013-05-27T16:20:00+07:00">16:20</abbr>.
  void note_abbreviated_date(const GumboElement& element) {
    const std::string name = lower_ascii(attribute_of(element, "class"));
    const bool published = name.find("published") != std::string::npos;
    if (!published && name.find("updated") == std::string::npos) return;
    page_.properties.push_back(
        {published ? "datepublished" : "datemodified", clean_text(attribute_of(element, "title"))});
  }

  // Drupal and others: <span property="dc:date dc:created" content="...">.
  bool note_rdfa(const GumboElement& element, const Attributes& attributes) {
    const std::string names = lower_ascii(attribute_of(element, "property"));
    for (const char* name : {"dc:created", "dc:issued", "dcterms:issued", "dcterms:created",
                             "schema:datepublished", "article:published_time", "dc:date"}) {
      if (names.find(name) == std::string::npos) continue;
      page_.properties.push_back({"datepublished", clean_text(attributes.content)});
      return true;
    }
    return false;
  }

  const StandIns& stand_ins_;
  PageBlocks& page_;
  BlockWriter writer_;
  NameHints names_;  // of elements that HTML does not know
  std::vector<Frame> frames_;
  std::size_t link_ = kNoIndex;  // the one that is being read
};

}  // namespace

bool PageBlocks::is_within(std::size_t box, std::size_t ancestor) const {
  // A box stands behind every box around it, so the climb stops early.
  while (box != kNoIndex && box > ancestor) box = boxes[box].parent;
  return box == ancestor;
}

std::size_t PageBlocks::common_box(std::size_t a, std::size_t b) const {
  while (a != b) {
    if (a > b) std::swap(a, b);
    b = boxes[b].parent;
    if (b == kNoIndex) return 0;
  }
  return a;
}

std::string_view PageBlocks::meta(std::string_view name) const {
  for (const NamedValue& entry : metas) {
    if (entry.name == name) return entry.value;
  }
  return {};
}

std::span<const Link> links_in(const PageBlocks& page, std::size_t block) {
  Link probe;
  probe.block = block;
  // Links stand in the order of their blocks.
  const auto [first, last] =
      std::equal_range(page.links.begin(), page.links.end(), probe,
                       [](const Link& a, const Link& b) { return a.block < b.block; });
  return {first, last};
}

PageBlocks read_blocks(const HtmlTree& tree) {
  PageBlocks page;
  TreeWalk(tree, page).walk(tree.root());
  return page;
}

}  // namespace tinlang::article
