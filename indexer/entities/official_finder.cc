#include "indexer/entities/official_finder.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "indexer/entities/person_name.h"
#include "indexer/entities/post_chain.h"
#include "indexer/entities/respect.h"
#include "indexer/text/syllable.h"

namespace tinlang::entities {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);
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
    if (!maker || colon == words_.end() || colon - words_.begin() > 5) return false;
    // "Ảnh: Đồng chí A, Bí thư Huyện ủy tặng quà" says what the picture shows.
    const auto after = static_cast<std::size_t>(colon - words_.begin()) + 1;
    return after != 2 || !table_.longest(EntryKind::kHonorific, words_, after);
  }

  // Reads whatever begins at `at`; returns where to go on, always further right.
  std::size_t step(std::size_t at) {
    if (ends_sentence(at)) in_list_ = is_plural_ = false;
    if (!is_capitalised(words_[at]) && !table_.begins_any(words_[at])) return at + 1;
    if (const auto respect = read_respect(table_, words_, at, is_plural_); respect.end > at) {
      is_plural_ = respect.plural;
      in_list_ = true;
      return std::max(read_people(respect.end), respect.end);
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

  // People at `at`, after a word of respect: [posts] [:] name [chain] {, name [chain]}.
  std::size_t read_people(std::size_t at) {
    const auto [shared, shared_end] = read_posts(grammar_, words_, at);
    std::size_t next = shared_end;
    if (is_any(words_, next, {":"})) ++next;
    next = read_respect(table_, words_, next, false).end;
    std::size_t end = next;
    std::vector<Pending> waiting;
    for (std::size_t people = 0; people < kMaxPeopleInList; ++people) {
      const auto name = read_person_name(grammar_, words_, next, NameTrust::kAnyShape);
      if (!name) break;
      auto chain = read_chain(grammar_, words_, name->end, ChainTrust::kSkipsUnknown);
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
    while (is_any(words_, next, {",", ";"})) ++next;
    if (is_any(words_, next, {"va2", "cung2"})) ++next;
    if (next == at) return kNone;
    return read_respect(table_, words_, next, false).end;
  }

  // "Bí thư Huyện ủy Nguyễn Văn A" with no word of respect before it.
  std::size_t read_post_first(std::size_t at) {
    auto [posts, next] = read_posts(grammar_, words_, at);
    if (posts.empty()) return kNone;
    if (const auto apposed = read_apposition(at, next)) {
      add(*apposed, std::move(posts));
      in_list_ = true;
      return apposed->end;
    }
    const std::size_t link = skip_link(at, next);
    const std::size_t name_at = read_respect(table_, words_, link, false).end;
    const bool ranked = link > next && words_[next].key == ",";
    if (link > next && name_at == link) return next;
    const auto name =
        read_person_name(grammar_, words_, name_at,
                         name_at > next ? NameTrust::kAnyShape : trust_after(posts.back()));
    if (!name || (name_at == next && !may_precede_name(posts.back(), *name))) return next;
    auto chain = read_chain(grammar_, words_, name->end, ChainTrust::kKnownWords);
    if (ranked && !chain.posts.empty()) return next;
    const auto shared = posts;
    std::move(chain.posts.begin(), chain.posts.end(), std::back_inserter(posts));
    const bool alone = posts.size() == shared.size();
    add(*name, std::move(posts));
    in_list_ = true;
    const std::size_t end = std::max(chain.end, name->end);
    return alone && names_several(at, shared) ? read_sharers(end, shared) : end;
  }

  // "Chủ tịch UBND xã, ông A, cho biết"; "Bí thư Huyện ủy - đồng chí B - dự"; "Bí thư Đảng ủy xã X
  // - Nguyễn Văn C nói": a name between two marks says who holds the post before it, when it has no
  // post of its own.
  std::optional<PersonName> read_apposition(std::size_t post, std::size_t at) const {
    const bool dash = is_any(words_, at, {"-"}) && !words_[at].glued;
    const bool opens = post == 0 || ends_sentence(post - 1) || is_any(words_, post - 1, {"theo"});
    if (!dash && !(opens && is_any(words_, at, {","}))) return std::nullopt;
    const auto respect = read_respect(table_, words_, at + 1, false);
    const bool respected = respect.end > at + 1;
    if (respect.plural || (!dash && !respected)) return std::nullopt;
    const auto name = read_person_name(grammar_, words_, respect.end,
                                       respected ? NameTrust::kAnyShape : NameTrust::kSurname);
    if (!name || (!respected && name->end < at + 4)) return std::nullopt;
    const bool closed = is_any(words_, name->end, {words_[at].key});
    if (!closed &&
        (!dash || name->end >= words_.size() || words_[name->end].shape != Shape::kLower)) {
      return std::nullopt;
    }
    const bool has_own =
        !read_chain(grammar_, words_, name->end, ChainTrust::kKnownWords).posts.empty();
    return has_own ? std::nullopt : name;
  }

  // Behind the place of a post only a name can follow; behind a bare level word
  // it may also be a place that the gazetteer does not have.
  static NameTrust trust_after(const PostReading& post) {
    if (post.place) return NameTrust::kAnyShape;
    return post.level.empty() || post.elided ? NameTrust::kSurname : NameTrust::kLongOrSurname;
  }

  // "Chủ tịch Nguyễn Văn A", "Thủ tướng Nguyễn Văn B": a post without its body, or of the
  // whole country, names a person of today, not one of history.
  bool may_precede_name(const PostReading& post, const PersonName& name) const {
    if (!post.elided && post.tier != Tier::kCentral) return true;
    const bool stands = !post.elided || post.stands;
    return stands && !table_.is_historical(joined_keys(words_, name.begin, name.end));
  }

  // "chức danh Ủy viên UBND xã | đối với ông A", "giữ chức vụ Bí thư | cho đồng
  // chí A", "Tư lệnh Quân khu | , Trung tướng A": index after what leads from
  // the post to its holder.
  std::size_t skip_link(std::size_t at, std::size_t next) const {
    const bool titled = table_.longest(EntryKind::kRank, words_, next + 1) ||
                        table_.longest(EntryKind::kDegree, words_, next + 1);
    if (is_any(words_, next, {","}) && titled) return next + 1;
    const bool office = at > 0 && is_any(words_, at - 1, {"danh", "chưc1", "vu5", "nhiêm5"});
    if (!office) return next;
    if (is_any(words_, next, {"đôi1"}) && is_any(words_, next + 1, {"vơi1"})) return next + 2;
    return is_any(words_, next, {"cho"}) ? next + 1 : next;
  }

  // "các Phó Chủ tịch HĐND tỉnh A, B"; "Đại biểu HĐND tỉnh A và B".
  bool names_several(std::size_t at, const std::vector<PostReading>& posts) const {
    if (posts.size() != 1) return false;
    const bool counted = at > 0 && is_any(words_, at - 1, {"cac1", "hai", "ba", "2", "3"});
    return (counted && has_many_holders(posts[0])) || posts[0].head->display == "Đại biểu";
  }

  std::size_t read_sharers(std::size_t at, const std::vector<PostReading>& shared) {
    std::size_t end = at;
    for (std::size_t people = 0; people < kMaxPeopleInList; ++people) {
      std::size_t next = end;
      if (is_any(words_, next, {","})) ++next;
      if (is_any(words_, next, {"va2", "cung2"})) ++next;
      if (next == end) break;
      const auto name = read_person_name(grammar_, words_, next, NameTrust::kSurname);
      if (!name || is_any(words_, name->end, {"-", "("})) break;
      if (!read_chain(grammar_, words_, name->end, ChainTrust::kKnownWords).posts.empty()) break;
      add(*name, shared);
      end = name->end;
    }
    return end;
  }

  // "Nguyễn Văn A, Phó Chủ tịch UBND huyện": in a list, or begun by a family name.
  std::size_t read_name_first(std::size_t at) {
    if (!is_capitalised(words_[at])) return kNone;
    const bool inside_run = at > 0 && is_capitalised(words_[at - 1]);
    const bool listed = in_list_ && at > 0 && is_any(words_, at - 1, {";", ",", ":"});
    const auto name = inside_run
                          ? std::nullopt
                          : read_person_name(grammar_, words_, at,
                                             listed ? NameTrust::kAnyShape : NameTrust::kSurname);
    if (inside_run) return at + 1;
    if (!name) return next_start(at, std::max(capital_run_end(words_, at), at + 1));
    auto chain = read_chain(grammar_, words_, name->end, ChainTrust::kKnownWords);
    const bool whole = !chain.posts.empty() && !chain.posts.front().elided;
    if (chain.posts.empty() || (!listed && !whole) || is_byline(at, chain.end)) return name->end;
    add(*name, std::move(chain.posts));
    in_list_ = true;
    return chain.end;
  }

  // A run of capitals that is no name may still hold a post or a word of respect.
  std::size_t next_start(std::size_t at, std::size_t run_end) const {
    for (std::size_t i = at + 1; i < run_end; ++i) {
      if (table_.longest(EntryKind::kHead, words_, i) || starts_respect(table_, words_, i))
        return i;
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
    mention.span.begin = words_[name.begin].begin;
    mention.span.end = words_[name.end - 1].end;
    for (PostReading& post : mention.posts) {
      post.span.begin = words_[post.begin].begin;
      post.span.end = words_[post.end - 1].end;
      const char* const first = words_[post.begin].text.data();
      post.words.assign(first, post.span.end - post.span.begin);
    }
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
