#include "indexer/entities/official_finder.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "indexer/entities/person_name.h"
#include "indexer/text/syllable.h"

namespace tinlang::entities {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kMaxPostsInChain = 12;
constexpr std::size_t kMaxPeopleInList = 60;

// Canonical keys of the words that begin a line about its makers: "Ảnh: ...".
constexpr std::array<std::string_view, 8> kMakers = {"anh3", "tin",    "bai2", "nguôn2",
                                                     "tac1", "nguoi2", "biên", "thưc5"};

class Finder {
 public:
  Finder(const PostGrammar& grammar, std::span<const Word> words)
      : grammar_(grammar), table_(grammar.table()), words_(words) {}

  std::vector<OfficialMention> find() {
    if (is_all_capitals(words_) || names_makers()) return {};
    for (std::size_t at = 0; at < words_.size();) at = step(at);
    return std::move(mentions_);
  }

 private:
  bool names_makers() const {
    if (words_.empty()) return true;
    const bool maker = std::find(kMakers.begin(), kMakers.end(), words_[0].key) != kMakers.end();
    const auto colon = std::find_if(words_.begin(), words_.end(),
                                    [](const Word& word) { return word.key == ":"; });
    return maker && colon != words_.end() && colon - words_.begin() <= 5;
  }

  // Reads whatever begins at `at`; returns where to go on, always further right.
  std::size_t step(std::size_t at) {
    if (ends_sentence(at)) in_list_ = is_plural_ = false;
    if (const std::size_t name = skip_respect(at, &is_plural_); name > at) {
      in_list_ = true;
      return std::max(read_people(name, {}), name);
    }
    if (const std::size_t next = read_post_first(at); next != kNone) return next;
    if (const std::size_t next = read_name_first(at); next != kNone) return next;
    return at + 1;
  }

  bool ends_sentence(std::size_t at) const {
    const auto key = words_[at].key;
    return key == "!" || key == "?" ||
           (key == "." && at + 1 < words_.size() && !words_[at + 1].glued);
  }

  // Index after words of respect, degrees and ranks at `at`.
  std::size_t skip_respect(std::size_t at, bool* plural) const {
    bool respected = false;
    for (std::size_t next = at; next < words_.size();) {
      const Match* found = nullptr;
      std::optional<Match> match;
      for (const auto kind : {EntryKind::kHonorific, EntryKind::kRank, EntryKind::kDegree}) {
        match = table_.longest(kind, words_, next);
        if (match) {
          found = &*match;
          break;
        }
      }
      if (found != nullptr) {
        if (found->entry->kind == EntryKind::kHonorific) *plural = found->entry->plural;
        next = found->end;
        respected = true;
        at = next;
      } else if (respected && is_mark(next, {".", ",", ":", "-"}) && next + 1 < words_.size() &&
                 (words_[next].key == ":" || starts_respect(next + 1))) {
        ++next;
        if (words_[next - 1].key == ":") at = next;
      } else {
        return at;
      }
    }
    return at;
  }

  bool starts_respect(std::size_t at) const {
    return table_.longest(EntryKind::kHonorific, words_, at) ||
           table_.longest(EntryKind::kRank, words_, at) ||
           table_.longest(EntryKind::kDegree, words_, at);
  }

  bool is_mark(std::size_t at, std::initializer_list<std::string_view> marks) const {
    return at < words_.size() &&
           std::find(marks.begin(), marks.end(), words_[at].key) != marks.end();
  }

  // People at `at`, after a word of respect: [posts] [:] name [chain] {, name [chain]}.
  std::size_t read_people(std::size_t at, std::vector<PostReading> shared) {
    auto [posts, next] = read_posts(at);
    std::move(posts.begin(), posts.end(), std::back_inserter(shared));
    bool ignored = false;
    if (is_mark(next, {":"})) ++next;
    next = skip_respect(next, &ignored);
    std::size_t end = next;
    std::vector<Pending> waiting;
    for (std::size_t people = 0; people < kMaxPeopleInList; ++people) {
      const auto name = read_person_name(grammar_, words_, next, NameTrust::kAnyShape);
      if (!name) break;
      auto chain = read_chain(name->end);
      end = chain.end;
      if (chain.posts.empty()) {
        waiting.push_back(Pending{*name, shared});
      } else {
        give_to_waiting(chain.posts, &waiting);
        auto all = shared;
        std::move(chain.posts.begin(), chain.posts.end(), std::back_inserter(all));
        add(*name, std::move(all));
      }
      next = next_of_list(end);
      if (next == kNone) break;
    }
    for (auto& person : waiting) add(person.name, std::move(person.posts));
    return end;
  }

  struct Pending {
    PersonName name;
    std::vector<PostReading> posts;
  };

  // "A và B, Phó Chủ tịch ...": a post of several holders that follows the last
  // name belongs to those before it too.
  void give_to_waiting(const std::vector<PostReading>& posts, std::vector<Pending>* waiting) {
    for (auto& person : *waiting) {
      if (person.posts.empty() && is_plural_ && posts.size() == 1 && has_many_holders(posts[0])) {
        person.posts = posts;
      }
      add(person.name, std::move(person.posts));
    }
    waiting->clear();
  }

  static bool has_many_holders(const PostReading& post) {
    const auto& head = post.head->display;
    return head.starts_with("Phó") || head.starts_with("Ủy viên") || head.starts_with("Đại biểu") ||
           head.find("ủy viên") != std::string::npos;
  }

  // Where the next person of a list may stand after `at`, or kNone.
  std::size_t next_of_list(std::size_t at) const {
    if (!is_plural_) return kNone;
    std::size_t next = at;
    while (is_mark(next, {",", ";"})) ++next;
    if (next < words_.size() && (words_[next].key == "va2" || words_[next].key == "cung2")) ++next;
    if (next == at) return kNone;
    bool ignored = false;
    return skip_respect(next, &ignored);
  }

  struct Chain {
    std::vector<PostReading> posts;
    std::size_t end = 0;
  };

  // The posts after a name that ends before words[at].
  Chain read_chain(std::size_t at) const {
    Chain chain{{}, at};
    std::size_t next = skip_personal(at);
    for (std::size_t i = 0; i < kMaxPostsInChain; ++i) {
      const std::size_t post_at = skip_separator(next, chain.posts.empty());
      auto post = grammar_.read(words_, post_at);
      if (!post || (post_at == next && post->body.empty() && post->elided)) {
        const std::size_t place_end = grammar_.skip_place(words_, post_at);
        if (chain.posts.empty() || place_end == post_at || post_at == next) break;
        chain.end = next = place_end;
        continue;
      }
      if (belongs_to_next(*post, next)) break;
      next = chain.end = post->end;
      chain.posts.push_back(std::move(*post));
      if (is_mark(next, {")"})) chain.end = ++next;
    }
    return chain;
  }

  // "A, Bí thư ... và Chủ tịch UBND huyện Trần Văn B": the post is B's.
  bool belongs_to_next(const PostReading& post, std::size_t separator) const {
    const bool listed =
        separator < words_.size() && words_[separator].key != "-" && words_[separator].key != "(";
    return listed && !post.elided &&
           read_person_name(grammar_, words_, post.end, NameTrust::kSurname).has_value();
  }

  // "(giữa)", ", sinh năm 1970", ", 45 tuổi" between a name and its posts.
  std::size_t skip_personal(std::size_t at) const {
    if (is_mark(at, {"("}) && !grammar_.read(words_, at + 1)) {
      for (std::size_t i = at + 1; i < words_.size() && i < at + 12; ++i) {
        if (words_[i].key == ")") return i + 1;
      }
    }
    if (!is_mark(at, {","})) return at;
    std::size_t next = at + 1;
    while (next < words_.size() && next < at + 4 &&
           (words_[next].key == "sinh" || words_[next].key == "năm" || words_[next].key == "sn" ||
            words_[next].key == "tuôi3" || words_[next].shape == Shape::kNumber)) {
      ++next;
    }
    return next > at + 2 && is_mark(next, {",", "-", "("}) ? next : at;
  }

  // Index of the post after what joins it to the name or the post before it.
  std::size_t skip_separator(std::size_t at, bool first) const {
    static constexpr std::array<std::string_view, 5> kJoining = {"kiêm", "la2", "va2", "hiên5",
                                                                 "đông2"};
    std::size_t next = at;
    while (is_mark(next, {",", "-", ":", "(", ")", ";"})) {
      // ";" parts people; ":" opens speech after the first post.
      if (words_[next].key == ";" || (words_[next].key == ":" && !first)) return at;
      ++next;
    }
    next = skip_appointment(next);
    for (int i = 0; i < 3 && next < words_.size(); ++i) {
      if (std::find(kJoining.begin(), kJoining.end(), words_[next].key) == kJoining.end()) break;
      ++next;
      if (next < words_.size() && words_[next].key == "thoi2") ++next;
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
      if (words_[next].shape == Shape::kMark || starts_respect(next)) return at;
      const bool named = words_[next].key == "giao" || words_[next].key == "cư3";
      if (named && grammar_.read(words_, next + 1)) return next + 1;
      if (words_[next].key != "giư4" && words_[next].key != "lam2") continue;
      std::size_t post = next + 1;
      while (post < limit && (words_[post].key == "chưc1" || words_[post].key == "vu5" ||
                              words_[post].key == "cac1")) {
        ++post;
      }
      return grammar_.read(words_, post) ? post : at;
    }
    return at;
  }

  std::pair<std::vector<PostReading>, std::size_t> read_posts(std::size_t at) const {
    std::vector<PostReading> posts;
    std::size_t next = at;
    while (posts.size() < kMaxPostsInChain) {
      const std::size_t post_at = posts.empty() ? next : skip_separator(next, false);
      auto post = grammar_.read(words_, post_at);
      if (!post) break;
      next = post->end;
      posts.push_back(std::move(*post));
    }
    return {std::move(posts), next};
  }

  // "Bí thư Huyện ủy Nguyễn Văn A" with no word of respect before it.
  std::size_t read_post_first(std::size_t at) {
    auto [posts, next] = read_posts(at);
    if (posts.empty()) return kNone;
    bool ignored = false;
    const std::size_t name_at = skip_respect(next, &ignored);
    // Behind the place of a post only a name can follow; behind a bare level word
    // it may also be a place that the gazetteer does not have.
    const bool any = name_at > next || posts.back().place.has_value();
    const auto trust = any                          ? NameTrust::kAnyShape
                       : posts.back().level.empty() ? NameTrust::kSurname
                                                    : NameTrust::kLongOrSurname;
    const auto name = read_person_name(grammar_, words_, name_at, trust);
    if (!name || (posts.back().elided && name_at == next)) return next;
    auto chain = read_chain(name->end);
    std::move(chain.posts.begin(), chain.posts.end(), std::back_inserter(posts));
    add(*name, std::move(posts));
    in_list_ = true;
    return std::max(chain.end, name->end);
  }

  // "Nguyễn Văn A, Phó Chủ tịch UBND huyện": in a list, or begun by a family name.
  std::size_t read_name_first(std::size_t at) {
    if (!is_capitalised(words_[at])) return kNone;
    const bool inside_run = at > 0 && is_capitalised(words_[at - 1]);
    const bool listed = in_list_ && at > 0 && is_mark(at - 1, {";", ",", ":"});
    const auto name = inside_run
                          ? std::nullopt
                          : read_person_name(grammar_, words_, at,
                                             listed ? NameTrust::kAnyShape : NameTrust::kSurname);
    if (inside_run) return at + 1;
    if (!name) return next_start(at, std::max(capital_run_end(words_, at), at + 1));
    auto chain = read_chain(name->end);
    const bool whole = !chain.posts.empty() && !chain.posts.front().elided;
    if (chain.posts.empty() || (!listed && !whole) || is_byline(at, chain.end)) return name->end;
    add(*name, std::move(chain.posts));
    in_list_ = true;
    return chain.end;
  }

  // A run of capitals that is no name may still hold a post or a word of respect.
  std::size_t next_start(std::size_t at, std::size_t run_end) const {
    for (std::size_t i = at + 1; i < run_end; ++i) {
      if (table_.longest(EntryKind::kHead, words_, i) || starts_respect(i)) return i;
    }
    return run_end;
  }

  // A line that holds a name with its post and nothing else signs the article.
  bool is_byline(std::size_t begin, std::size_t end) const {
    const bool alone = begin == 0 && end + 1 >= words_.size();
    return alone && !in_list_;
  }

  void add(const PersonName& name, std::vector<PostReading> posts) {
    if (posts.empty()) return;
    OfficialMention mention;
    mention.name = display_name(words_, name);
    mention.key = text::canonical_key(mention.name);
    mention.posts = std::move(posts);
    mentions_.push_back(std::move(mention));
  }

  const PostGrammar& grammar_;
  const PostTable& table_;
  std::span<const Word> words_;
  bool is_plural_ = false;  // the last word of respect announced several people
  bool in_list_ = false;    // a person was named earlier in this sentence
  std::vector<OfficialMention> mentions_;
};

}  // namespace

std::vector<OfficialMention> find_officials(const PostGrammar& grammar,
                                            std::span<const Word> words) {
  return Finder(grammar, words).find();
}

}  // namespace tinlang::entities
