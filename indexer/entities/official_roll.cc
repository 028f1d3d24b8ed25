#include "indexer/entities/official_roll.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "indexer/entities/person_name.h"
#include "indexer/text/syllable.h"

namespace tinlang::entities {
namespace {

using gazetteer::Gazetteer;
using gazetteer::Level;
using gazetteer::Unit;
using gazetteer::UnitId;

struct Person {
  std::string name;
  std::string key;
  std::vector<PostReading> posts;
  std::vector<TextSpan> spans;
};

std::vector<Person> group_by_name(const std::vector<OfficialMention>& mentions) {
  std::vector<Person> people;
  std::map<std::string, std::size_t> by_key;
  for (const auto& mention : mentions) {
    const auto [found, is_new] = by_key.emplace(mention.key, people.size());
    if (is_new) people.push_back(Person{mention.name, mention.key, {}, {}});
    auto& posts = people[found->second].posts;
    posts.insert(posts.end(), mention.posts.begin(), mention.posts.end());
    people[found->second].spans.push_back(mention.span);
  }
  return people;
}

bool is_local(Tier tier) {
  return tier == Tier::kProvince || tier == Tier::kDistrict || tier == Tier::kCommune;
}

Tier tier_of(const Unit& unit) {
  if (unit.level == Level::kProvince) return Tier::kProvince;
  return unit.level == Level::kDistrict ? Tier::kDistrict : Tier::kCommune;
}

// The posts of one person, each once.
class Posts {
 public:
  // Keeps the longest of readings of which one begins with the other. `key`: of the title.
  void add(Post post, std::string key) {
    for (std::size_t i = 0; i < posts_.size(); ++i) {
      Post& known = posts_[i];
      const bool compatible =
          known.locality.empty() || post.locality.empty() || known.locality == post.locality;
      if (keys_[i] == key && compatible) {
        if (known.locality.empty()) known.locality = post.locality;
        return;
      }
      if (goes_on_from(keys_[i], key)) return;
      if (goes_on_from(key, keys_[i]) && compatible) {
        known = std::move(post);
        keys_[i] = std::move(key);
        return;
      }
    }
    posts_.push_back(std::move(post));
    keys_.push_back(std::move(key));
  }

  std::vector<Post> take() && { return std::move(posts_); }

 private:
  static bool goes_on_from(std::string_view longer, std::string_view key) {
    return longer.size() > key.size() && longer.starts_with(key) && longer[key.size()] == ' ';
  }

  std::vector<Post> posts_;
  std::vector<std::string> keys_;
};

class Roll {
 public:
  explicit Roll(const RollContext& context) : context_(context) {
    if (context.main_place) main_path_ = context.gazetteer.path(*context.main_place);
  }

  std::vector<Official> call(const std::vector<OfficialMention>& mentions) {
    auto people = group_by_name(mentions);
    for (auto& person : people) {
      complete_from_each_other(&person.posts);
      assume_commune(&person.posts);
      complete_from_each_other(&person.posts);
    }
    inherit_bodies(&people);
    article_tier_ = most_named_tier(people);
    std::vector<Official> officials;
    for (auto& person : people) {
      for (auto& post : person.posts) complete_from_article(&post);
      if (auto official = make_official(person)) officials.push_back(std::move(*official));
    }
    return officials;
  }

 private:
  // A post without its level takes that of the next post of the same person
  // that has one, else of the one before: "Phó Bí thư, Chủ tịch UBND xã".
  static void complete_from_each_other(std::vector<PostReading>* posts) {
    for (std::size_t i = 0; i < posts->size(); ++i) {
      PostReading& post = (*posts)[i];
      if (post.tier != Tier::kOpen) continue;
      const PostReading* source = nullptr;
      for (std::size_t j = i + 1; j < posts->size() && source == nullptr; ++j) {
        if (is_local((*posts)[j].tier)) source = &(*posts)[j];
      }
      for (std::size_t j = i; j-- > 0 && source == nullptr;) {
        if (is_local((*posts)[j].tier)) source = &(*posts)[j];
      }
      if (source != nullptr) copy_level(*source, &post);
    }
  }

  // A party committee called "Đảng ủy" and nothing else is a commune's.
  static void assume_commune(std::vector<PostReading>* posts) {
    for (auto& post : *posts) {
      if (post.tier == Tier::kOpen && post.body == "Đảng ủy") post.tier = Tier::kCommune;
    }
  }

  // "Phó Chủ nhiệm" beside somebody's "Chủ nhiệm UBKT Huyện ủy" is of the same
  // body, when the article knows only one body that has such heads.
  static void inherit_bodies(std::vector<Person>* people) {
    std::map<std::string, const PostReading*> whole;  // by head without "Phó"; null when several
    for (const auto& person : *people) {
      for (const auto& post : person.posts) {
        if (post.elided || post.body.empty()) continue;
        const auto [known, is_new] = whole.emplace(head_root(post), &post);
        const bool same = is_new || (known->second != nullptr && known->second->body == post.body &&
                                     known->second->level == post.level);
        if (!same) known->second = nullptr;
      }
    }
    std::vector<std::pair<PostReading*, PostReading>> found;
    for (auto& person : *people) {
      for (auto& post : person.posts) {
        if (!post.elided || !post.stands || post.of_party) continue;
        const auto source = whole.find(head_root(post));
        if (source == whole.end() || source->second == nullptr) continue;
        found.emplace_back(&post, with_body_of(post, *source->second));
      }
    }
    for (auto& [post, completed] : found) *post = std::move(completed);
  }

  static std::string head_root(const PostReading& post) {
    const std::string& head = post.head->display;
    static constexpr std::string_view kDeputy = "Phó ";
    std::string root = head.starts_with(kDeputy) ? head.substr(kDeputy.size()) : head;
    if (const auto at = root.find(" Thường trực"); at != std::string::npos) root.resize(at);
    return root;
  }

  static PostReading with_body_of(PostReading post, const PostReading& source) {
    post.title.append(" ").append(source.body);
    post.body = source.body;
    post.level = source.level;
    post.tier = source.tier;
    post.place = source.place;
    post.of_party = source.of_party;
    post.names_party = source.names_party;
    post.ends_with_body = source.ends_with_body;
    post.elided = false;
    return post;
  }

  static void copy_level(const PostReading& source, PostReading* post) {
    post->tier = source.tier;
    if (post->level.empty() && source.tier == Tier::kCommune) post->level = source.level;
    if (!post->place) post->place = source.place;
  }

  static Tier most_named_tier(const std::vector<Person>& people) {
    std::map<Tier, int> counts;
    for (const auto& person : people) {
      for (const auto& post : person.posts) {
        if (post.names_party && is_local(post.tier)) ++counts[post.tier];
      }
    }
    Tier best = Tier::kOpen;
    for (const auto& [tier, count] : counts) {
      if (best == Tier::kOpen || count > counts[best]) best = tier;
    }
    return best;
  }

  void complete_from_article(PostReading* post) const {
    if (post->tier == Tier::kOpen && post->level == "thành phố") {
      post->tier = main_path_.size() > 1 ? Tier::kDistrict : Tier::kProvince;
    }
    if (post->tier != Tier::kOpen) return;
    const bool committee = post->names_party && !post->body.empty();
    if (committee && post->body.starts_with("Thành ủy")) {
      const bool city = main_path_.size() == 1 || main_path_.empty() ||
                        context_.gazetteer.unit(main_path_[0]).type == "thành phố";
      post->tier = city ? Tier::kProvince : Tier::kDistrict;
    } else if (post->of_party && post->elided) {
      post->tier = article_tier_;
    }
  }

  std::optional<UnitId> place_of(const PostReading& post) const {
    if (post.place) return context_.resolve(post.place->units);
    for (const UnitId id : main_path_) {
      if (tier_of(context_.gazetteer.unit(id)) == post.tier) return id;
    }
    return std::nullopt;
  }

  // The word for the level: the page's own, else that of the place meant.
  std::string level_word(const PostReading& post, std::optional<UnitId> place) const {
    if (!post.level.empty()) return post.level;
    if (place && tier_of(context_.gazetteer.unit(*place)) == post.tier) {
      return context_.gazetteer.unit(*place).type;
    }
    switch (post.tier) {
      case Tier::kProvince:
        return "tỉnh";
      case Tier::kDistrict:
        return "huyện";
      case Tier::kCommune:
        return "xã";
      default:
        return "";
    }
  }

  static std::string committee(Tier tier, const std::string& level) {
    if (tier == Tier::kCommune) return "Đảng ủy";
    if (level == "thành phố") return "Thành ủy";
    if (level == "quận") return "Quận ủy";
    if (level == "thị xã") return "Thị ủy";
    return tier == Tier::kProvince ? "Tỉnh ủy" : "Huyện ủy";
  }

  // Whether the title says its level by itself: "Huyện ủy viên", "Sở Nội vụ".
  static bool names_its_level(const PostReading& post, const std::string& body) {
    if (post.head->need == Need::kNothing && post.body.empty()) {
      return post.level.empty() || post.head->tier != Tier::kOpen;
    }
    if (post.tier == Tier::kCentral || post.tier == Tier::kVillage) return true;
    static constexpr std::array<std::string_view, 11> kOwnLevel = {
        "Tỉnh ủy",    "Huyện ủy",  "Quận ủy",  "Thị ủy",     "Thành ủy", "Tỉnh đoàn",
        "Huyện đoàn", "Quận đoàn", "Thị đoàn", "Thành đoàn", "Sở"};
    return std::any_of(kOwnLevel.begin(), kOwnLevel.end(),
                       [&](std::string_view own) { return body.find(own) != std::string::npos; });
  }

  struct Title {
    std::string title;
    std::string body;
  };

  std::optional<Title> write_title(const PostReading& post, const std::string& level) const {
    Title title{post.title, post.body};
    if (post.elided) {
      const bool inherits = post.of_party && is_local(post.tier) && !post.names_party;
      if (!inherits) {
        // A department or an office without its body is still a post of its own kind.
        const bool stands = !post.body.empty() || post.of_party || post.stands;
        return stands ? std::optional(title) : std::nullopt;
      }
      const std::string party = committee(post.tier, level);
      title.title.append(" ").append(party);
      title.body.append(title.body.empty() ? "" : " ").append(party);
    }
    const bool add_level = !level.empty() && is_local(post.tier) &&
                           (!post.level.empty() || post.elided || has_open_body(post)) &&
                           !title.title.ends_with(" " + level) &&
                           !names_its_level(post, title.body);
    if (add_level) {
      title.title.append(" ").append(level);
      if (!title.body.empty()) title.body.append(" ").append(level);
    } else if (post.tier == Tier::kVillage && !post.level.empty()) {
      title.title.append(" ").append(post.level);
    }
    return title;
  }

  // Bodies that exist at every level: without the level the title says too little.
  static bool has_open_body(const PostReading& post) { return post.ends_with_body; }

  std::optional<Official> make_official(const Person& person) const {
    Official official;
    official.name = person.name;
    official.evidence = person.spans;
    Posts posts;
    for (const auto& reading : person.posts) {
      const auto place = place_of(reading);
      const auto title = write_title(reading, level_word(reading, place));
      if (!title) continue;
      const std::string key = text::canonical_key(title->title);
      Post post;
      post.title = (reading.former ? "nguyên " : "") + title->title;
      post.body = title->body;
      post.former = reading.former;
      post.acting = reading.acting;
      post.level = to_string(reading.tier);
      post.words = reading.words;
      post.evidence = reading.span;
      post.id = listed_id(*title, key, reading);
      if (place && is_local(reading.tier)) post.locality = context_.gazetteer.unit(*place).code;
      posts.add(std::move(post), reading.former ? "nguyên " + key : key);
    }
    official.posts = std::move(posts).take();
    if (official.posts.empty()) return std::nullopt;
    official.id = official_id(official.name, identity_place(official.posts));
    return official;
  }

  // The list names one committee and one level word for each tier.
  std::string listed_id(const Title& title, const std::string& key, const PostReading& post) const {
    std::string general = title.title;
    const auto replace = [&](std::string_view from, std::string_view to) {
      if (const auto at = general.find(from); at != std::string::npos) {
        general.replace(at, from.size(), to);
      }
    };
    const bool province = post.tier == Tier::kProvince;
    for (const auto* party : {"Thành ủy", "Quận ủy", "Thị ủy"}) {
      replace(party, province ? "Tỉnh ủy" : "Huyện ủy");
    }
    for (const auto* level : {" thành phố", " quận", " thị xã"}) {
      if (general.ends_with(level)) replace(level, province ? " tỉnh" : " huyện");
    }
    for (const auto* level : {" phường", " thị trấn", " đặc khu"}) {
      if (general.ends_with(level)) replace(level, " xã");
    }
    if (general == title.title) return std::string(context_.table.post_id(key));
    return std::string(context_.table.post_id(text::canonical_key(general)));
  }

  // District for district and commune posts, province for provincial ones.
  std::string identity_place(const std::vector<Post>& posts) const {
    std::string province;
    for (const auto& post : posts) {
      const auto unit = context_.gazetteer.find_code(post.locality);
      if (!unit) continue;
      const auto path = context_.gazetteer.path(*unit);
      if (path.size() > 1) return context_.gazetteer.unit(path[1]).code;
      province = context_.gazetteer.unit(path[0]).code;
    }
    return province;
  }

  const RollContext& context_;
  std::vector<UnitId> main_path_;
  Tier article_tier_ = Tier::kOpen;
};

std::uint64_t fnv1a(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char byte : bytes) {
    hash ^= static_cast<unsigned char>(byte);
    hash *= 0x100000001b3U;
  }
  return hash;
}

}  // namespace

std::vector<Official> call_roll(const std::vector<OfficialMention>& mentions,
                                const RollContext& context) {
  return Roll(context).call(mentions);
}

std::string official_id(std::string_view name, std::string_view place) {
  std::string id;
  for (const char byte : text::fold_key(name)) {
    const bool plain = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    if (plain) {
      id.push_back(byte);
    } else if (!id.empty() && id.back() != '-') {
      id.push_back('-');
    }
  }
  const std::uint64_t hash = fnv1a(text::canonical_key(name) + "|" + std::string(place));
  return fmt::format("{}-{:08x}", id, static_cast<std::uint32_t>(hash >> 32U));
}

}  // namespace tinlang::entities
