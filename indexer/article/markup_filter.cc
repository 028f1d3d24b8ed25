#include "indexer/article/markup_filter.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "indexer/article/open_elements.h"
#include "indexer/article/start_tag.h"

namespace tinlang::article {
namespace {

constexpr std::size_t npos = std::string_view::npos;

// The declarations that say something about a text.
constexpr std::array<std::string_view, 5> kStyles = {"align", "none", "hidden", "weight",
                                                     "font-style"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lower(c); });
  return result;
}

// Whether an address may be asked for: a file to load down, or a page of another site.
bool is_telling_address(std::string_view value) {
  constexpr std::size_t kLongestAddress = 2000;
  if (value.size() > kLongestAddress) return false;
  const std::string address = lower(value);
  if (address.starts_with("http") || address.starts_with("//")) return true;
  static constexpr std::array<std::string_view, 12> kFiles = {
      ".pdf", ".doc", ".xls", ".ppt",     ".zip",   ".rar",
      ".7z",  ".odt", ".rtf", "download", "attach", "dinhkem"};
  return std::any_of(kFiles.begin(), kFiles.end(),
                     [&](std::string_view part) { return address.find(part) != npos; });
}

bool is_telling_style(std::string_view value) {
  const std::string style = lower(value);
  return std::any_of(kStyles.begin(), kStyles.end(),
                     [&](std::string_view word) { return style.find(word) != npos; });
}

bool is_picture(NameHash tag) {
  return tag == hash_name("img") || tag == hash_name("iframe") || tag == hash_name("embed") ||
         tag == hash_name("canvas");
}

// Whether page_blocks reads it.
bool is_kept(NameHash tag, const TagAttribute& attribute, NameHints& names) {
  if (attribute.value.size() > kMaxValueBytes) return false;
  switch (attribute.name) {
    case hash_name("class"):
    case hash_name("id"):
      // <time class="updated">, <abbr class="published">: there it is more than a hint.
      return tag == hash_name("time") || tag == hash_name("abbr") ||
             attribute.value.find('&') != npos || names.of(attribute.value) != 0;
    case hash_name("align"):
    case hash_name("itemprop"):
    case hash_name("content"):
    case hash_name("datetime"):
    case hash_name("property"):
    case hash_name("hidden"):
    case hash_name("lang"):
      return true;
    case hash_name("name"):
      return tag == hash_name("meta");
    case hash_name("rel"):
      return tag == hash_name("link") ||
             (tag == hash_name("a") && (lower(attribute.value).find("tag") != npos ||
                                        lower(attribute.value).find("category") != npos));
    case hash_name("download"):
      return tag == hash_name("a");
    case hash_name("href"):
      return tag == hash_name("base") || tag == hash_name("link") ||
             (tag == hash_name("a") && is_telling_address(attribute.value));
    case hash_name("title"):  // <abbr class="published" title="2013-05-27T16:20:00+07:00">
      return tag == hash_name("abbr");
    case hash_name("style"):
      return is_telling_style(attribute.value);
    case hash_name("width"):
    case hash_name("height"):
      return is_picture(tag);
    default:
      return false;
  }
}

class Filter {
 public:
  explicit Filter(std::string_view markup) : markup_(markup) { out_.reserve(markup.size()); }

  FilteredMarkup run() {
    while (at_ < markup_.size() && !is_cut()) {
      const std::size_t tag = std::min(markup_.find('<', at_), markup_.size());
      copy_text(tag);
      if (at_ < markup_.size()) copy_tag();
    }
    return {std::move(out_), std::move(texts_), std::move(names_), is_cut()};
  }

 private:
  bool is_cut() const { return tags_ > kMostTags || crossings_ > kMostCrossings; }

  void copy_to(std::size_t end) {
    end = std::min(end, markup_.size());
    out_ += markup_.substr(at_, end - at_);
    at_ = end;
  }

  void copy_text(std::size_t end) {
    while (at_ < end) {
      copy_space(end);
      const std::size_t entity = std::min(markup_.substr(0, end).find('&', at_), end);
      std::size_t run = entity;
      while (run > at_ && is_space(markup_[run - 1])) --run;
      copy_run(run);
      copy_space(end);
      if (at_ < end && markup_[at_] == '&') copy_entity(end);
    }
  }

  void copy_space(std::size_t end) {
    std::size_t text = at_;
    while (text < end && is_space(markup_[text])) ++text;
    if (in_pre_) return copy_to(text);
    if (text > at_) out_ += ' ';
    at_ = text;
  }

  // Text without an entity and without white space at its ends.
  void copy_run(std::size_t end) {
    constexpr std::size_t kWorthStandIn = 8;  // bytes
    const std::string_view run = markup_.substr(at_, end - at_);
    // What looks like a stand-in gets one, however short.
    const bool worth = run.size() >= kWorthStandIn || run.find(kStandInLead) != npos;
    const bool quick = worth && texts_.size() < kMostStandIns && run.find('\0') == npos;
    if (!quick) return copy_to(end);
    const std::size_t index = texts_.size();  // U+F0000 and its number, in UTF-8
    out_ += kStandInLead;
    out_ += static_cast<char>(0xB0 | (index >> 12));
    out_ += static_cast<char>(0x80 | ((index >> 6) & 0x3F));
    out_ += static_cast<char>(0x80 | (index & 0x3F));
    texts_.push_back(run);
    at_ = end;
  }

  void copy_entity(std::size_t end) {
    constexpr std::size_t kLongestEntity = 40;
    std::size_t at = at_ + 1;
    const std::size_t stop = std::min(end, at_ + kLongestEntity);
    while (at < stop && !is_space(markup_[at]) && markup_[at] != ';' && markup_[at] != '&') ++at;
    copy_to(at < stop && markup_[at] == ';' ? at + 1 : at);
  }

  void copy_tag() {
    ++tags_;
    const char next = at_ + 1 < markup_.size() ? markup_[at_ + 1] : ' ';
    if (markup_.compare(at_ + 1, 3, "!--") == 0) {
      skip_comment();
    } else if (is_letter(next)) {
      start_tag();
    } else if (next == '/' && at_ + 2 < markup_.size() && is_letter(markup_[at_ + 2])) {
      end_tag();
    } else if (next == '!' || next == '?' || next == '/') {
      const std::size_t close = markup_.find('>', at_);
      const std::size_t end = close == npos ? markup_.size() : close + 1;
      const bool doctype = lower(markup_.substr(at_ + 2, 7)) == "doctype";
      if (doctype) copy_to(end);
      at_ = end;  // anything else is a comment to a browser
    } else {
      copy_to(at_ + 1);
    }
  }

  void end_tag() {
    if (!read_start_tag(markup_, at_ + 1, tag_)) {
      at_ = markup_.size();
      return;
    }
    if (is_formatting(tag_.name) && elements_.crosses(tag_.name)) ++crossings_;
    elements_.close(tag_.name);
    if (tag_.name == hash_name("pre")) in_pre_ = false;
    out_ += "</";
    out_ += tag_.source;
    out_ += '>';
    at_ = tag_.end;
  }

  // "<!-->" and "<!--->" are whole comments; "--!>" ends one too.
  void skip_comment() {
    const std::size_t end = markup_.find("-->", at_ + 2);
    const std::size_t odd_end = markup_.substr(0, end).find("--!>", at_ + 4);
    if (odd_end != npos) {
      at_ = odd_end + 4;
    } else {
      at_ = end == npos ? markup_.size() : end + 3;
    }
  }

  void start_tag() {
    if (!read_start_tag(markup_, at_, tag_)) {
      at_ = markup_.size();  // the page ends within a tag, which is no tag then
      return;
    }
    const TagKind kind = kind_of(tag_.name);
    if (tag_.name == hash_name("script") || tag_.name == hash_name("style")) return copy_script();
    if (tag_.name == hash_name("svg") && skip_drawing()) return;
    // A link ends the one that it begins in.
    if (tag_.name == hash_name("a") && elements_.crosses(tag_.name)) ++crossings_;
    const bool opens = kind != TagKind::kVoid && kind != TagKind::kRawText;
    const bool said = tag_.name != hash_name("input") && tag_.name != hash_name("source");
    if (said && (!opens || elements_.open(tag_.name, kind))) {
      write_tag();
    } else if (said && kind != TagKind::kOrdinary) {
      break_line();
    }
    if (tag_.name == hash_name("pre")) in_pre_ = true;
    at_ = tag_.end;
    if (kind == TagKind::kRawText) copy_to(raw_text_end());
  }

  // What would nest too deep still begins a line.
  void break_line() {
    constexpr std::string_view kBreak = "<br><br>";
    if (!out_.ends_with(kBreak)) out_ += kBreak;
  }

  void write_tag() {
    const std::size_t mark = out_.size();
    out_ += '<';
    out_ += tag_.source;
    bool says_something = tag_.name != hash_name("meta") && tag_.name != hash_name("link");
    for (auto it = tag_.attributes.begin(); it != tag_.attributes.end(); ++it) {
      if (!is_kept(tag_.name, *it, names_)) continue;
      const bool again = std::any_of(tag_.attributes.begin(), it, [&](const TagAttribute& other) {
        return other.name == it->name;
      });
      if (again) continue;  // the first one counts
      says_something = says_something || it->name == hash_name("content") ||
                       lower(it->value).find("canonical") != npos;
      out_ += ' ';
      out_ += it->source;
    }
    out_ += tag_.closes_itself ? " />" : ">";
    if (!says_something) out_.resize(mark);
  }

  void copy_script() {
    const bool json = std::any_of(tag_.attributes.begin(), tag_.attributes.end(),
                                  [](const TagAttribute& attribute) {
                                    return attribute.name == hash_name("type") &&
                                           lower(attribute.value).find("ld+json") != npos;
                                  });
    const std::size_t begin = tag_.end;
    at_ = begin;
    const std::size_t end = tag_.name == hash_name("script") ? script_end() : raw_text_end();
    if (json && end < markup_.size()) {
      out_ += "<script type=\"application/ld+json\">";
      copy_to(end);
      out_ += "</script>";
    }
    const std::size_t close = markup_.find('>', end);
    at_ = close == npos ? markup_.size() : close + 1;
  }

  bool ends_raw_text(std::size_t at) const {
    return hash_name(read_tag_name(markup_, at + 2)) == tag_.name;
  }

  // Where the end tag of the raw text element that was just read begins.
  std::size_t raw_text_end() const {
    for (std::size_t i = markup_.find("</", tag_.end); i != npos; i = markup_.find("</", i + 2)) {
      if (ends_raw_text(i)) return i;
    }
    return markup_.size();
  }

  // A script that writes scripts hides them in a comment: "<!-- <script> </script> -->".
  std::size_t script_end() {
    const std::size_t end = raw_text_end();
    const std::string_view script = markup_.substr(tag_.end, end - tag_.end);
    const std::size_t comment = script.rfind("<!--");
    if (comment == npos || script.find("-->", comment) != npos) return end;
    if (lower(script.substr(comment)).find("<script") == npos) return end;
    const std::size_t close = no_comment_ends_ ? npos : markup_.find("-->", end);
    no_comment_ends_ = close == npos;  // asked once: a page may hold many such scripts
    if (close == npos) return end;
    for (std::size_t i = markup_.find("</", close); i != npos; i = markup_.find("</", i + 2)) {
      if (ends_raw_text(i)) return i;
    }
    return markup_.size();
  }

  // Leaves out an icon when it is closed and holds no other one.
  bool skip_drawing() {
    constexpr std::string_view kEnd = "</svg>";
    const auto next = [&](std::size_t& cached, std::string_view what, std::size_t from) {
      if (cached != npos && cached < from) cached = markup_.find(what, from);
      return cached;
    };
    const std::size_t end = next(next_drawing_end_, kEnd, tag_.end);
    const std::size_t inner = next(next_drawing_, "<svg", tag_.end);
    if (end == npos || inner < end) return false;
    if (draws_person(end)) out_ += "<i class=\"icon-user\"></i>";
    at_ = end + kEnd.size();
    return true;
  }

  // By its class, or by the name of the symbol that it uses: <use href="#icon-user">.
  bool draws_person(std::size_t end) const {
    constexpr std::size_t kLongest = 400;  // bytes: a path of its own is longer
    const bool named = std::any_of(tag_.attributes.begin(), tag_.attributes.end(),
                                   [](const TagAttribute& attribute) {
                                     return attribute.name == hash_name("class") &&
                                            (hints_of_names(attribute.value) & kPersonHint) != 0;
                                   });
    if (named) return true;
    const std::string_view inside = markup_.substr(tag_.end, end - tag_.end);
    return inside.size() <= kLongest && inside.find("<use") != npos &&
           (hints_of_names(inside) & kPersonHint) != 0;
  }

  std::string_view markup_;
  std::string out_;
  std::vector<std::string_view> texts_;
  NameHints names_;
  std::size_t at_ = 0;
  std::size_t tags_ = 0;
  std::size_t crossings_ = 0;
  StartTag tag_;
  OpenElements elements_;
  std::size_t next_drawing_end_ = 0;
  std::size_t next_drawing_ = 0;
  bool in_pre_ = false;
  bool no_comment_ends_ = false;
};

}  // namespace

std::size_t stand_in_index(std::string_view text, std::size_t at) {
  if (at + kStandInBytes > text.size() || text[at] != kStandInLead) return kMostStandIns;
  const auto bits = [&](std::size_t i) { return static_cast<std::size_t>(text[at + i]) & 0x3FU; };
  if (bits(1) < 0x30) return kMostStandIns;
  return ((bits(1) - 0x30) << 12) | (bits(2) << 6) | bits(3);
}

FilteredMarkup filter_markup(std::string_view source) { return Filter(source).run(); }

}  // namespace tinlang::article
