#include "indexer/article/markup_filter.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "indexer/article/ascii.h"
#include "indexer/article/kept_attributes.h"
#include "indexer/article/open_elements.h"
#include "indexer/article/start_tag.h"

namespace tinlang::article {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class Filter {
 public:
  explicit Filter(std::string_view markup) : markup_(markup) { out_.reserve(markup.size()); }

  FilteredMarkup run() {
    while (at_ < markup_.size() && !is_cut()) {
      const std::size_t tag = std::min(markup_.find('<', at_), markup_.size());
      copy_text(tag);
      if (at_ < markup_.size()) copy_tag();
    }
    return {std::move(out_), std::move(stand_ins_), is_cut()};
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
      while (run > at_ && is_ascii_space(markup_[run - 1])) --run;
      copy_run(run);
      copy_space(end);
      if (at_ < end && markup_[at_] == '&') copy_entity(end);
    }
  }

  void copy_space(std::size_t end) {
    std::size_t text = at_;
    while (text < end && is_ascii_space(markup_[text])) ++text;
    if (in_pre_) return copy_to(text);
    if (text > at_ && out_.size() != line_begin_) out_ += ' ';
    at_ = text;
  }

  // Text without an entity and without white space at its ends.
  void copy_run(std::size_t end) {
    if (!stand_ins_.write(markup_.substr(at_, end - at_), out_)) return copy_to(end);
    at_ = end;
  }

  // What no tag can be in.
  void copy_raw_text(std::size_t end) {
    const bool has_entity = std::min(markup_.find('&', at_), end) < end;
    has_entity ? copy_to(end) : copy_run(end);
  }

  void copy_entity(std::size_t end) {
    constexpr std::size_t kLongestEntity = 40;
    std::size_t at = at_ + 1;
    const std::size_t stop = std::min(end, at_ + kLongestEntity);
    while (at < stop && !is_ascii_space(markup_[at]) && markup_[at] != ';' && markup_[at] != '&')
      ++at;
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
      const bool doctype = lower_ascii(markup_.substr(at_ + 2, 7)) == "doctype";
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
    if (take_back_wrapper()) return;
    wrappers_.clear();
    ends_joint_ = true;
    out_ += "</";
    out_ += tag_.source;
    out_ += '>';
    at_ = tag_.end;
  }

  // A <span> that says nothing and holds nothing but text, between two other tags, cuts its line
  // where they do. Pages from word processors are full of them. True when its end tag, which was
  // just read, needs not be written.
  bool take_back_wrapper() {
    if (wrappers_.empty() || wrappers_.back().name != tag_.name) return false;
    std::size_t next = tag_.end;
    while (next < markup_.size() && is_ascii_space(markup_[next])) ++next;
    if (markup_.compare(next, 2, "</") != 0) return false;
    const Wrapper wrapper = wrappers_.back();
    wrappers_.pop_back();
    out_.erase(wrapper.at, wrapper.bytes);
    at_ = tag_.end;
    return true;
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
    if (kind == TagKind::kRawText) copy_raw_text(raw_text_end());
  }

  // What would nest too deep still begins a line.
  void break_line() {
    constexpr std::string_view kBreak = "<br><br>";
    if (!out_.ends_with(kBreak)) out_ += kBreak;
  }

  void write_tag() {
    // White space at the beginning and the end of a line is not shown.
    const bool begins = begins_line(tag_.name);
    if (begins && !in_pre_ && out_.ends_with(' ')) out_.pop_back();
    const std::size_t mark = out_.size();
    out_ += '<';
    out_ += tag_.source;
    const bool says_something = write_attributes(tag_, names_, stand_ins_, out_);
    out_ += tag_.closes_itself ? " />" : ">";
    if (!says_something) out_.resize(mark);
    note_wrapper(mark);
    if (begins) line_begin_ = out_.size();
  }

  // `mark`: where the start tag that was just written begins.
  void note_wrapper(std::size_t mark) {
    constexpr std::size_t kSigns = 2;  // around the name of a tag without attributes
    const bool wraps = tag_.name == hash_name("span") || tag_.name == hash_name("font");
    const bool is_bare = wraps && out_.size() == mark + tag_.source.size() + kSigns;
    const bool behind_tag =
        mark > 0 &&
        (out_[mark - 1] == '>' || (mark > 1 && out_[mark - 1] == ' ' && out_[mark - 2] == '>'));
    if (is_bare && behind_tag && ends_joint_) {
      wrappers_.push_back({tag_.name, mark, out_.size() - mark});
    } else {
      wrappers_.clear();
      ends_joint_ = kind_of(tag_.name) != TagKind::kVoid;
    }
  }

  void copy_script() {
    const bool json = std::any_of(tag_.attributes.begin(), tag_.attributes.end(),
                                  [](const TagAttribute& attribute) {
                                    return attribute.name == hash_name("type") &&
                                           lower_ascii(attribute.value).find("ld+json") != npos;
                                  });
    const std::size_t begin = tag_.end;
    at_ = begin;
    const std::size_t end = tag_.name == hash_name("script") ? script_end() : raw_text_end();
    if (json && end < markup_.size()) {
      out_ += "<script type=\"application/ld+json\">";
      copy_run(end);
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
    if (lower_ascii(script.substr(comment)).find("<script") == npos) return end;
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

  struct Wrapper {
    NameHash name = 0;
    std::size_t at = 0;  // of its start tag in out_
    std::size_t bytes = 0;
  };

  std::string_view markup_;
  std::string out_;
  StandIns stand_ins_;
  NameHints names_;
  std::size_t at_ = 0;
  std::size_t tags_ = 0;
  std::size_t crossings_ = 0;
  StartTag tag_;
  OpenElements elements_;
  std::vector<Wrapper> wrappers_;  // open, one just inside the other, and no other tag since
  bool ends_joint_ = false;  // the last tag, unless it was a wrapper's, is no picture or break
  std::size_t next_drawing_end_ = 0;
  std::size_t next_drawing_ = 0;
  std::size_t line_begin_ = npos;  // the size of out_ just behind a tag that begins a line
  bool in_pre_ = false;
  bool no_comment_ends_ = false;
};

}  // namespace

FilteredMarkup filter_markup(std::string_view source) { return Filter(source).run(); }

}  // namespace tinlang::article
