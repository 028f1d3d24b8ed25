#include "searchd/search/suggest_index.h"

#include <algorithm>
#include <queue>
#include <utility>

namespace tinlang::search {

SuggestIndex SuggestIndex::build(std::vector<Key> keys, std::size_t words_to_match) {
  SuggestIndex index;
  index.keys_ = std::move(keys);
  for (std::size_t entry = 0; entry < index.keys_.size(); ++entry) {
    const std::string& key = index.keys_[entry].folded;
    std::size_t byte = 0;
    for (std::size_t word = 0; word < words_to_match && byte < key.size(); ++word) {
      index.starts_.push_back({static_cast<std::uint32_t>(entry), static_cast<std::uint16_t>(byte),
                               static_cast<std::uint16_t>(word)});
      byte = std::min(key.find(' ', byte), key.size() - 1) + 1;
    }
  }
  std::sort(index.starts_.begin(), index.starts_.end(), [&](const Start& a, const Start& b) {
    const int order = index.text_of(a).compare(index.text_of(b));
    return order != 0 ? order < 0 : a.entry < b.entry;
  });
  const std::size_t count = index.starts_.size();
  index.tree_.resize(2 * count);
  for (std::size_t i = 0; i < count; ++i) index.tree_[count + i] = static_cast<std::uint32_t>(i);
  for (std::size_t i = count; i-- > 1;) {
    const std::uint32_t left = index.tree_[2 * i];
    const std::uint32_t right = index.tree_[2 * i + 1];
    index.tree_[i] = index.is_heavier(right, left) ? right : left;
  }
  return index;
}

std::string_view SuggestIndex::text_of(const Start& start) const {
  return std::string_view(keys_[start.entry].folded).substr(start.byte);
}

bool SuggestIndex::is_heavier(std::uint32_t a, std::uint32_t b) const {
  const std::uint64_t left = keys_[starts_[a].entry].weight;
  const std::uint64_t right = keys_[starts_[b].entry].weight;
  return left != right ? left > right : a < b;
}

std::uint32_t SuggestIndex::heaviest(std::size_t begin, std::size_t end) const {
  auto best = static_cast<std::uint32_t>(begin);
  const auto consider = [&](std::uint32_t start) {
    if (is_heavier(start, best)) best = start;
  };
  const std::size_t count = starts_.size();
  for (begin += count, end += count; begin < end; begin /= 2, end /= 2) {
    if (begin % 2 == 1) consider(tree_[begin++]);
    if (end % 2 == 1) consider(tree_[--end]);
  }
  return best;
}

void SuggestIndex::for_each(
    std::string_view prefix, std::size_t most,
    const std::function<bool(std::size_t entry, std::size_t word)>& use) const {
  const auto first = std::partition_point(starts_.begin(), starts_.end(), [&](const Start& start) {
    return text_of(start).substr(0, prefix.size()) < prefix;
  });
  const auto last = std::partition_point(first, starts_.end(), [&](const Start& start) {
    return text_of(start).substr(0, prefix.size()) == prefix;
  });
  // A range is known by its heaviest start; taking that one leaves two ranges.
  struct Range {
    std::size_t begin;
    std::size_t end;
    std::uint32_t best;
  };
  const auto is_lighter = [this](const Range& a, const Range& b) {
    return is_heavier(b.best, a.best);
  };
  std::priority_queue<Range, std::vector<Range>, decltype(is_lighter)> ranges(is_lighter);
  const auto put = [&](std::size_t begin, std::size_t end) {
    if (begin < end) ranges.push({begin, end, heaviest(begin, end)});
  };
  put(static_cast<std::size_t>(first - starts_.begin()),
      static_cast<std::size_t>(last - starts_.begin()));
  for (std::size_t offered = 0; offered < most && !ranges.empty(); ++offered) {
    const Range range = ranges.top();
    ranges.pop();
    const Start& start = starts_[range.best];
    if (!use(start.entry, start.word)) return;
    put(range.begin, range.best);
    put(range.best + 1, range.end);
  }
}

}  // namespace tinlang::search
