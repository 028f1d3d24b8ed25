#include "searchd/search/word_forms.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/schema/fields.h"
#include "searchd/search/ranking.h"

namespace tinlang::search {
namespace {

using schema::FieldId;
using schema::make_term;
using Keys = std::vector<std::string>;

constexpr std::string_view kTones = "12345";

// No syllable is longer; of longer words only the strokes of đ are tried.
constexpr std::size_t kMaxSyllableBytes = 8;
constexpr std::size_t kMaxMarkedVowels = 2;  // "ươ"
constexpr std::size_t kMaxStrokes = 3;

struct Marked {
  char letter;
  std::string_view with_mark;
};
constexpr std::array<Marked, 7> kMarked = {
    {{'a', "ă"}, {'a', "â"}, {'e', "ê"}, {'o', "ô"}, {'o', "ơ"}, {'u', "ư"}, {'d', "đ"}}};

// The tone of "m2" is none: only letters around a vowel have one.
bool could_have_tone(std::string_view folded) {
  constexpr std::string_view kVowels = "aeiouy";
  return folded.find_first_of(kVowels) != std::string_view::npos &&
         std::all_of(folded.begin(), folded.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_tone(char c) { return kTones.find(c) != std::string_view::npos; }

// Whether a key C ends in a tone, not in a digit of its own.
bool has_tone(std::string_view key) {
  return key.size() > 1 && is_tone(key.back()) &&
         !(key[key.size() - 2] >= '0' && key[key.size() - 2] <= '9');
}

// Every key C that could fold to a key F.
class Unfolder {
 public:
  explicit Unfolder(std::string_view folded)
      : folded_(folded),
        is_short_(folded.size() <= kMaxSyllableBytes),
        has_tone_(is_short_ && could_have_tone(folded)) {
    spell(0, {}, 0, 0);
  }
  Keys take() { return std::move(keys_); }

 private:
  void spell(std::size_t at, const std::string& key, std::size_t vowels, std::size_t strokes) {
    if (at == folded_.size()) return finish(key);
    spell(at + 1, key + folded_[at], vowels, strokes);
    for (const auto& [letter, with_mark] : kMarked) {
      if (letter != folded_[at]) continue;
      const std::string marked = key + std::string(with_mark);
      if (letter == 'd') {
        if (strokes < kMaxStrokes) spell(at + 1, marked, vowels, strokes + 1);
      } else if (is_short_ && vowels < kMaxMarkedVowels) {
        spell(at + 1, marked, vowels + 1, strokes);
      }
    }
  }

  void finish(const std::string& key) {
    keys_.push_back(key);
    if (!has_tone_) return;
    for (const char tone : kTones) keys_.push_back(key + tone);
  }

  std::string_view folded_;
  bool is_short_ = false;
  bool has_tone_ = false;
  Keys keys_;
};

class Resolver {
 public:
  explicit Resolver(const Xapian::Database& database) : database_(database) {}

  void resolve(std::vector<Node>& nodes) {
    for (Node& node : nodes) {
      for (Word& word : node.words) resolve(node, word);
      if (node.kind == NodeKind::kFiled) node.filed_weight = filed_weight(node.terms);
      resolve(node.children);
      resolve(node.excluded);
    }
  }

 private:
  void resolve(const Node& node, Word& word) {
    const FieldId field = node.title ? FieldId::kTitle : FieldId::kBody;
    if (word.prefix) {
      word.forms = prefixed(word, field);
      if (word.forms.size() > forms_left_) word.forms.resize(forms_left_);
      forms_left_ -= word.forms.size();
    } else if (!word.marked && (node.title || node.kind == NodeKind::kPhrase)) {
      word.forms = known(word.folded, field);
    }
  }

  // As BM25 weighs a rare word: "xã Tân Hà" tells more than "tỉnh Hà Tĩnh", a day more than a year.
  double filed_weight(const Keys& terms) const {
    const double all = database_.get_doccount();
    double filed = 0;
    for (const std::string& term : terms) filed += database_.get_termfreq(term);
    filed = std::min(filed, all);
    return kFiledWeight * std::log(1 + (all - filed + 0.5) / (filed + 0.5));
  }

  const Keys& known(const std::string& folded, FieldId field) {
    const auto [it, is_new] = known_.try_emplace({folded, field});
    if (is_new) {
      for (std::string& key : Unfolder(folded).take()) {
        if (database_.term_exists(make_term(field, key))) it->second.push_back(std::move(key));
      }
    }
    return it->second;
  }

  // The key C has its tone at the end: a tone that was typed must stand there.
  Keys prefixed(const Word& word, FieldId field) const {
    if (forms_left_ == 0) return {};
    if (!word.marked && field == FieldId::kBody) {
      return frequent(FieldId::kFolded, word.folded, [](std::string_view) { return true; });
    }
    if (!word.marked) return prefixed_titles(word.folded);
    // Equal keys: typed without marks, to be found without marks.
    const bool unmarked = word.canonical == word.folded;
    const bool toned = !unmarked && has_tone(word.canonical);
    const std::string letters = word.canonical.substr(0, word.canonical.size() - (toned ? 1 : 0));
    return frequent(field, letters, [&](std::string_view key) {
      if (unmarked) return !has_tone(key);
      return !toned || key.back() == word.canonical.back();
    });
  }

  // Titles have only keys C: those whose key F begins so.
  Keys prefixed_titles(const std::string& folded) const {
    Keys keys;
    for (const std::string& begin : Unfolder(folded).take()) {
      if (has_tone(begin)) continue;
      const Keys more = frequent(FieldId::kTitle, begin, [](std::string_view) { return true; });
      keys.insert(keys.end(), more.begin(), more.end());
      if (keys.size() >= kMaxPrefixForms) break;
    }
    if (keys.size() > kMaxPrefixForms) keys.resize(kMaxPrefixForms);
    return keys;
  }

  template <typename Accepts>
  Keys frequent(FieldId field, const std::string& begin, Accepts accepts) const {
    const std::string first = make_term(field, begin);
    const std::size_t prefix_bytes = schema::field(field).prefix.size();
    std::vector<std::pair<Xapian::doccount, std::string>> found;
    std::size_t seen = 0;
    const auto end = database_.allterms_end(first);
    for (auto it = database_.allterms_begin(first); it != end && seen < kMaxPrefixScan; ++it) {
      ++seen;
      std::string key = (*it).substr(prefix_bytes);
      if (accepts(key)) found.emplace_back(it.get_termfreq(), std::move(key));
    }
    const std::size_t count = std::min(kMaxPrefixForms, found.size());
    const auto more_frequent = [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    };
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count),
                      found.end(), more_frequent);
    Keys keys;
    for (std::size_t i = 0; i < count; ++i) keys.push_back(std::move(found[i].second));
    return keys;
  }

  const Xapian::Database& database_;
  std::map<std::pair<std::string, FieldId>, Keys> known_;
  std::size_t forms_left_ = kMaxQuestionForms;
};

}  // namespace

void resolve(Question& question, const Xapian::Database& database) {
  Resolver resolver(database);
  resolver.resolve(question.required);
  resolver.resolve(question.excluded);
  resolver.resolve(question.restricting);
}

}  // namespace tinlang::search
