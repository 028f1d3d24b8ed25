// A tree builder looks at each letter of a text several times, so what nobody needs to cut goes
// to it as one private-use character, its stand-in.

#ifndef TINLANG_INDEXER_ARTICLE_STAND_INS_H_
#define TINLANG_INDEXER_ARTICLE_STAND_INS_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tinlang::article {

inline constexpr std::size_t kMostStandIns = 0xFFFE;  // U+F0000 to U+FFFFD
inline constexpr char kStandInLead = '\xF3';
inline constexpr std::size_t kStandInBytes = 4;

// The number of the stand-in at `at`; kMostStandIns when there is none.
std::size_t stand_in_index(std::string_view text, std::size_t at);

// What stand-ins stand for. The texts must outlive it.
class StandIns {
 public:
  // Appends the next stand-in to `markup`. False, and nothing is done, where `text` is shorter
  // than its stand-in would be worth, where it holds a NUL, and after kMostStandIns of them. What
  // looks like a stand-in gets one, however short.
  bool write(std::string_view text, std::string& markup);

  // A value of the tree as it was written: what it stands for, or itself.
  std::string_view written(std::string_view value) const {
    const std::size_t index = stand_in_index(value, 0);
    return index < texts_.size() && value.size() == kStandInBytes ? texts_[index] : value;
  }

  // Splits text of the tree at its stand-ins and gives `take` the pieces as they were written.
  template <typename Take>
  void for_each_piece(std::string_view text, const Take& take) const {
    std::size_t from = 0;
    for (std::size_t at = text.find(kStandInLead); at != std::string_view::npos;
         at = text.find(kStandInLead, at)) {
      const std::size_t index = stand_in_index(text, at);
      if (index >= texts_.size()) {  // a private-use character of the page itself
        ++at;
        continue;
      }
      if (at > from) take(text.substr(from, at - from));
      take(texts_[index]);
      at += kStandInBytes;
      from = at;
    }
    if (from < text.size()) take(text.substr(from));
  }

 private:
  std::vector<std::string_view> texts_;
};

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_STAND_INS_H_
