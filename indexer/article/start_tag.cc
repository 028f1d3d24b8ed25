#include "indexer/article/start_tag.h"

#include <array>

namespace tinlang::article {
namespace {

constexpr std::size_t kMostAttributes = 200;

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r' && c != '\v'); }

// Whether an attribute's name ends before `c`.
bool ends_name(char c) {
  static constexpr std::array<bool, 256> kEnds = [] {
    std::array<bool, 256> ends{};
    for (const char end : {' ', '\t', '\n', '\f', '\r', '/', '>', '='}) {
      ends[static_cast<unsigned char>(end)] = true;
    }
    return ends;
  }();
  return kEnds[static_cast<unsigned char>(c)];
}

// Walks over the attributes of one tag.
class Reader {
 public:
  Reader(std::string_view markup, std::size_t at, StartTag& tag)
      : markup_(markup), at_(at), tag_(tag) {}

  bool read() {
    while (at_ < markup_.size()) {
      const char c = markup_[at_];
      if (c == '>') {
        tag_.end = at_ + 1;
        return true;
      }
      if (c == '/') {
        tag_.closes_itself = at_ + 1 < markup_.size() && markup_[at_ + 1] == '>';
        ++at_;
      } else if (is_space(c)) {
        ++at_;
      } else if (!read_attribute()) {
        return false;
      }
    }
    return false;
  }

 private:
  bool read_attribute() {
    const std::size_t begin = at_++;  // a sign of equality at the start is part of the name
    while (at_ < markup_.size() && !ends_name(markup_[at_])) ++at_;
    const NameHash name = hash_name(markup_.substr(begin, at_ - begin));
    std::size_t sign = at_;
    while (sign < markup_.size() && is_space(markup_[sign])) ++sign;
    std::string_view value;
    if (sign < markup_.size() && markup_[sign] == '=') {
      at_ = sign + 1;
      while (at_ < markup_.size() && is_space(markup_[at_])) ++at_;
      if (!read_value(value)) return false;
    }
    if (tag_.attributes.size() < kMostAttributes) {
      tag_.attributes.push_back({name, value, markup_.substr(begin, at_ - begin)});
    }
    return at_ < markup_.size();
  }

  bool read_value(std::string_view& value) {
    if (at_ >= markup_.size()) return false;
    const char quote = markup_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t end = markup_.find(quote, at_ + 1);
      if (end == std::string_view::npos) return false;
      value = markup_.substr(at_ + 1, end - at_ - 1);
      at_ = end + 1;
      return true;
    }
    const std::size_t begin = at_;
    while (at_ < markup_.size() && !is_space(markup_[at_]) && markup_[at_] != '>') ++at_;
    value = markup_.substr(begin, at_ - begin);
    return true;
  }

  std::string_view markup_;
  std::size_t at_;
  StartTag& tag_;
};

}  // namespace

std::string_view read_tag_name(std::string_view markup, std::size_t from) {
  std::size_t end = from;
  while (end < markup.size() && markup[end] != '>' && markup[end] != '/' &&
         !is_space(markup[end])) {
    ++end;
  }
  return markup.substr(from, end - from);
}

bool read_start_tag(std::string_view markup, std::size_t at, StartTag& tag) {
  tag.source = read_tag_name(markup, at + 1);
  tag.name = hash_name(tag.source);
  tag.attributes.clear();
  tag.closes_itself = false;
  return Reader(markup, at + 1 + tag.source.size(), tag).read();
}

}  // namespace tinlang::article
