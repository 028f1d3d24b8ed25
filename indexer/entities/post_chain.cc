#include "indexer/entities/post_chain.h"

#include <algorithm>
#include <array>
#include <utility>

#include "indexer/entities/person_name.h"
#include "indexer/entities/respect.h"

namespace tinlang::entities {
namespace {

constexpr std::size_t kMaxPostsInChain = 12;
constexpr std::size_t kMaxUnknownWords = 10;  // of one part of a chain

class ChainReader {
 public:
  ChainReader(const PostGrammar& grammar, std::span<const Word> words)
      : grammar_(grammar), table_(grammar.table()), words_(words) {}

  PostChain read_after_name(std::size_t at, ChainTrust trust) const {
    PostChain chain{{}, at};
    std::size_t next = skip_personal(at);
    for (std::size_t i = 0; i < kMaxPostsInChain; ++i) {
      const std::size_t post_at = skip_separator(next, chain.posts.empty());
      auto post = grammar_.read(words_, post_at);
      if (!post || (post_at == next && post->body.empty() && post->elided)) {
        const std::size_t place_end = grammar_.skip_place(words_, post_at);
        if (!chain.posts.empty() && place_end > post_at && post_at > next) {
          chain.end = next = place_end;
          continue;
        }
        const std::size_t known =
            trust == ChainTrust::kSkipsUnknown && post_at > next ? skip_unknown(post_at) : post_at;
        if (known == post_at) break;
        next = known;
        continue;
      }
      if (belongs_to_next(*post, next)) break;
      next = chain.end = post->end;
      chain.posts.push_back(std::move(*post));
      if (is_any(words_, next, {")"})) chain.end = ++next;
      if (trust == ChainTrust::kSkipsUnknown) next = skip_tail(next);
    }
    return chain;
  }

  PostChain read_all(std::size_t at) const {
    PostChain chain{{}, at};
    while (chain.posts.size() < kMaxPostsInChain) {
      const std::size_t post_at =
          chain.posts.empty() ? chain.end : skip_separator(chain.end, false);
      auto post = grammar_.read(words_, post_at);
      if (!post) break;
      chain.end = post->end;
      chain.posts.push_back(std::move(*post));
    }
    return chain;
  }

 private:
  // "A, Bí thư ... và Chủ tịch UBND huyện Trần Văn B": the post is B's.
  bool belongs_to_next(const PostReading& post, std::size_t separator) const {
    const bool listed = separator < words_.size() && !is_any(words_, separator, {"-", "(", ":"});
    if (!listed) return false;
    const auto respect = read_respect(table_, words_, post.end, false);
    const auto trust = respect.end > post.end ? NameTrust::kAnyShape : NameTrust::kSurname;
    return read_person_name(grammar_, words_, respect.end, trust).has_value();
  }

  // "(giữa)", ", sinh năm 1970", ", 45 tuổi" between a name and its posts.
  std::size_t skip_personal(std::size_t at) const {
    if (is_any(words_, at, {"("}) && !grammar_.read(words_, at + 1)) {
      for (std::size_t i = at + 1; i < words_.size() && i < at + 12; ++i) {
        if (words_[i].key == ")") return i + 1;
      }
    }
    if (!is_any(words_, at, {","})) return at;
    std::size_t next = at + 1;
    while (next < words_.size() && next < at + 4 &&
           (is_any(words_, next, {"sinh", "năm", "sn", "tuôi3"}) ||
            words_[next].shape == Shape::kNumber)) {
      ++next;
    }
    return next > at + 2 && is_any(words_, next, {",", "-", "("}) ? next : at;
  }

  // Index of the post after what joins it to the name or the post before it.
  std::size_t skip_separator(std::size_t at, bool first) const {
    std::size_t next = at;
    while (is_any(words_, next, {",", "-", ":", "(", ")", ";"})) {
      // ";" parts people; ":" opens speech after the first post.
      if (words_[next].key == ";" || (words_[next].key == ":" && !first)) return at;
      ++next;
    }
    next = skip_appointment(next);
    for (int i = 0; i < 3 && is_any(words_, next, {"kiêm", "la2", "va2", "hiên5", "đông2"}); ++i) {
      ++next;
      if (is_any(words_, next, {"thoi2"})) ++next;
    }
    return next;
  }

  // "được chuẩn y giữ chức vụ", "đến nhận công tác và giữ các chức vụ", "được
  // giao quyền": index of the post that the words lead to, or `at`.
  std::size_t skip_appointment(std::size_t at) const {
    constexpr std::size_t kReach = 14;
    if (at >= words_.size() || is_capitalised(words_[at]) || grammar_.read(words_, at)) return at;
    const std::size_t limit = std::min(words_.size(), at + kReach);
    for (std::size_t next = at; next + 1 < limit; ++next) {
      if (words_[next].shape == Shape::kMark || starts_respect(table_, words_, next)) return at;
      const bool named =
          is_any(words_, next, {"giao", "cư3"}) && !is_any(words_, next + 1, {"chưc1"});
      if (named && grammar_.read(words_, next + 1)) return next + 1;
      if (!is_any(words_, next, {"giư4", "lam2", "cư3"})) continue;
      std::size_t post = next + 1;
      while (post < limit && is_any(words_, post, {"chưc1", "vu5", "cac1", "danh"})) ++post;
      return grammar_.read(words_, post) ? post : at;
    }
    return at;
  }

  // The separator after a part that is no post known and no other person, when
  // a post follows it: ", UVK Đảng ủy Khối | - Bí thư Đảng ủy". Such a part is
  // written as a title is: it begins with a capital and no clause runs on in it.
  std::size_t skip_unknown(std::size_t at) const {
    if (at >= words_.size() || !is_capitalised(words_[at])) return at;
    if (read_person_name(grammar_, words_, at, NameTrust::kSurname)) return at;
    if (looks_like_name(at)) return at;
    const std::size_t limit = std::min(words_.size(), at + kMaxUnknownWords);
    for (std::size_t next = at; next < limit; ++next) {
      if (is_any(words_, next, {",", "-"})) {
        if (words_[next].key == "-" && words_[next].glued) continue;
        const auto post = grammar_.read(words_, next + 1);
        return post && !belongs_to_next(*post, next) ? next : at;
      }
      const bool stops =
          words_[next].shape == Shape::kMark && !is_any(words_, next, {".", "/", "&"});
      if (stops || ends_title(next)) return at;
    }
    return at;
  }

  // In a chain of dashes the rest of a post that is not known: "- Tổ trưởng Tổ
  // công tác | số 2 - Phó Chủ tịch".
  std::size_t skip_tail(std::size_t at) const {
    const std::size_t limit = std::min(words_.size(), at + kMaxUnknownWords);
    for (std::size_t next = at; next < limit; ++next) {
      if (words_[next].shape != Shape::kMark && !ends_title(next)) continue;
      const bool dash = words_[next].key == "-" && !words_[next].glued && next > at;
      if (!dash) return at;
      const auto post = grammar_.read(words_, next + 1);
      return post && !post->elided && !belongs_to_next(*post, next) ? next : at;
    }
    return at;
  }

  bool ends_title(std::size_t at) const {
    return is_any(words_, at,
                  {"đa4", "la2", "cho", "cua3", "tai5", "dư5", "phat1", "chu3", "va2"}) ||
           starts_respect(table_, words_, at);
  }

  // Two to five capitalised words and nothing else, none an abbreviation.
  bool looks_like_name(std::size_t at) const {
    std::size_t end = at;
    while (end < words_.size() && words_[end].shape == Shape::kCapital) ++end;
    return end >= at + 2 && end <= at + 5 &&
           (end == words_.size() || words_[end].shape == Shape::kMark);
  }

  const PostGrammar& grammar_;
  const PostTable& table_;
  std::span<const Word> words_;
};

}  // namespace

PostChain read_chain(const PostGrammar& grammar, std::span<const Word> words, std::size_t at,
                     ChainTrust trust) {
  return ChainReader(grammar, words).read_after_name(at, trust);
}

PostChain read_posts(const PostGrammar& grammar, std::span<const Word> words, std::size_t at) {
  return ChainReader(grammar, words).read_all(at);
}

}  // namespace tinlang::entities
