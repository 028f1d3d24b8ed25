#include "indexer/article/tag_guard.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace tinlang::article {
namespace {

constexpr std::size_t kLongestName = 24;

// Elements without content.
constexpr std::array<std::string_view, 17> kVoid = {
    "area", "base",  "basefont", "bgsound", "br",   "col",   "embed", "frame", "hr",
    "img",  "input", "keygen",   "link",    "meta", "param", "track", "wbr"};

// Elements that end where the next of the same name begins.
constexpr std::array<std::string_view, 11> kSelfClosing = {
    "p", "li", "td", "th", "tr", "dd", "dt", "option", "thead", "tbody", "tfoot"};

// Elements across which nothing closes by itself.
constexpr std::array<std::string_view, 8> kBoundaries = {"table", "ul",      "ol",     "dl",
                                                         "div",   "section", "select", "article"};

// Elements whose content is text up to their own end tag.
constexpr std::array<std::string_view, 4> kRawText = {"script", "style", "textarea", "title"};

template <typename List>
bool lists(const List& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

class Guard {
 public:
  explicit Guard(std::string& markup) : markup_(markup) {}

  void run() {
    while ((at_ = markup_.find('<', at_)) != std::string::npos) step();
  }

 private:
  void step() {
    const std::size_t next = at_ + 1;
    if (markup_.compare(next, 3, "!--") == 0) {
      const auto end = markup_.find("-->", next + 3);
      at_ = end == std::string::npos ? markup_.size() : end + 3;
    } else if (next < markup_.size() && is_letter(markup_[next])) {
      start_tag();
    } else if (next + 1 < markup_.size() && markup_[next] == '/' && is_letter(markup_[next + 1])) {
      const std::string name = read_name(next + 1);
      close(name);
      at_ = next + 1 + name.size();
    } else {
      at_ = next;
    }
  }

  std::string read_name(std::size_t from) const {
    std::string name;
    for (std::size_t i = from; i < markup_.size() && name.size() < kLongestName; ++i) {
      const char c = markup_[i];
      if (c == '>' || c == '/' || c == ' ' || (c >= '\t' && c <= '\r')) break;
      name += lower(c);
    }
    return name;
  }

  // Just behind the '>' of the tag whose attributes begin at `from`.
  std::size_t tag_end(std::size_t from) const {
    char quote = 0;
    for (std::size_t i = from; i < markup_.size(); ++i) {
      const char c = markup_[i];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if ((c == '"' || c == '\'') && markup_[i - 1] == '=') {
        quote = c;
      } else if (c == '>') {
        return i + 1;
      }
    }
    return markup_.size();
  }

  void start_tag() {
    const std::string name = read_name(at_ + 1);
    const std::size_t attributes = at_ + 1 + name.size();
    const std::size_t end = tag_end(attributes);
    if (end - at_ > kMaxTagBytes) blank(attributes, end - 1);
    const bool raw = lists(kRawText, name);
    if (!lists(kVoid, name) && !raw) {
      if (lists(kSelfClosing, name)) close_before_same(name);
      if (open_.size() >= kMaxDepth) {
        blank(at_, end);
      } else {
        open_.push_back(name);
      }
    }
    at_ = raw ? raw_text_end(name, end) : end;
  }

  std::size_t raw_text_end(const std::string& name, std::size_t from) const {
    for (std::size_t i = markup_.find("</", from); i != std::string::npos;
         i = markup_.find("</", i + 2)) {
      if (read_name(i + 2) == name) return i;
    }
    return markup_.size();
  }

  // An end tag closes everything inside its element; one without an element says nothing.
  void close(const std::string& name) {
    const auto found = std::find(open_.rbegin(), open_.rend(), name);
    if (found != open_.rend()) open_.erase(std::next(found).base(), open_.end());
  }

  void close_before_same(const std::string& name) {
    for (auto it = open_.rbegin(); it != open_.rend() && !lists(kBoundaries, *it); ++it) {
      if (*it != name) continue;
      open_.erase(std::next(it).base(), open_.end());
      return;
    }
  }

  void blank(std::size_t from, std::size_t to) {
    std::fill(markup_.begin() + static_cast<std::ptrdiff_t>(from),
              markup_.begin() + static_cast<std::ptrdiff_t>(std::max(from, to)), ' ');
  }

  std::string& markup_;
  std::size_t at_ = 0;
  std::vector<std::string> open_;  // at most kMaxDepth
};

}  // namespace

void guard_tags(std::string& markup) { Guard(markup).run(); }

}  // namespace tinlang::article
