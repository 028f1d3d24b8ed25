#include "indexer/entities/person_name.h"

#include <algorithm>

#include "indexer/text/syllable.h"

namespace tinlang::entities {
namespace {

constexpr std::size_t kMinSyllables = 2;
constexpr std::size_t kMaxSyllables = 5;

class NameReader {
 public:
  NameReader(const PostGrammar& grammar, std::span<const Word> words, std::size_t at)
      : grammar_(grammar), words_(words), at_(at) {}

  std::optional<PersonName> read(NameTrust trust) const {
    if (at_ >= words_.size() || !is_capitalised(words_[at_])) return std::nullopt;
    if (trust == NameTrust::kSurname && !is_surname(at_)) return std::nullopt;
    if (starts_with_office() || is_post(at_)) return std::nullopt;
    std::size_t end = at_;
    const std::size_t limit = std::min(words_.size(), at_ + 2 * kMaxSyllables);
    while (end < limit && is_part(end) && !(end > at_ && is_post(end))) ++end;
    const std::size_t syllables = count_syllables(end);
    const bool one_part = trust == NameTrust::kAnyShape && syllables == 1 && has_two_parts();
    if ((syllables < kMinSyllables && !one_part) || mixes_abbreviation(end)) return std::nullopt;
    if (trust == NameTrust::kLongOrSurname && syllables >= 4) {
      if (const std::size_t begin = surname_behind_place(end); begin > at_) {
        return PersonName{begin, end};
      }
    }
    if (syllables > kMaxSyllables) return std::nullopt;
    if (trust == NameTrust::kLongOrSurname) {
      const bool long_enough = syllables >= 3 || is_surname(at_);
      if (!long_enough || is_place(end)) return std::nullopt;
    }
    if (trust == NameTrust::kSurname) {
      if (is_place(end)) return std::nullopt;
    }
    return PersonName{at_, end};
  }

 private:
  // "K' Brêu" has its apostrophe with the K.
  bool is_surname(std::size_t at) const {
    std::string_view key = words_[at].key;
    if (!key.ends_with('\'')) return grammar_.table().is_surname(words_[at]);
    key.remove_suffix(1);
    return grammar_.table().is_surname(key);
  }

  // "K'Brọt": one word whose apostrophe parts a name.
  bool has_two_parts() const {
    const auto mark = words_[at_].key.find('\'');
    return mark != std::string_view::npos && mark > 0 && mark + 3 <= words_[at_].key.size();
  }

  // "xã Sa Dung | Lầu A Páo": a place that is not listed, of two syllables or
  // more, and behind it a family name. A run that begins with one is a name.
  std::size_t surname_behind_place(std::size_t end) const {
    if (is_surname(at_)) return at_;
    for (std::size_t i = at_ + 2; i + 1 < end; ++i) {
      if (is_surname(i) && count_syllables(end) - (i - at_) <= 4) return i;
    }
    return at_;
  }

  // "Y-Bhăm" and "A Lăng - Mai" keep their hyphen only when it is glued.
  bool is_part(std::size_t at) const {
    if (is_capitalised(words_[at])) return true;
    return words_[at].key == "-" && at > at_ && words_[at].glued && at + 1 < words_.size() &&
           words_[at + 1].glued && is_capitalised(words_[at + 1]) &&
           words_[at - 1].text.size() <= 2;
  }

  std::size_t count_syllables(std::size_t end) const {
    std::size_t count = 0;
    for (std::size_t i = at_; i < end; ++i) count += words_[i].shape == Shape::kMark ? 0 : 1;
    return count;
  }

  // Names are written in capitals as a whole or not at all: "UBND Thanh Chương".
  bool mixes_abbreviation(std::size_t end) const {
    std::size_t upper = 0;
    std::size_t capital = 0;
    for (std::size_t i = at_; i < end; ++i) {
      if (words_[i].shape == Shape::kUpper) ++upper;
      if (words_[i].shape == Shape::kCapital && words_[i].text.size() > 2) ++capital;
    }
    return upper > 0 && capital > 0;
  }

  // A post that is more than one word, or one word with what it needs.
  bool is_post(std::size_t at) const {
    const auto head = grammar_.table().longest(EntryKind::kHead, words_, at);
    if (!head) return false;
    if (head->end > at + 1) return true;
    const auto post = grammar_.read(words_, at);
    return post && !post->body.empty();
  }

  bool starts_with_office() const {
    const auto& table = grammar_.table();
    for (const auto kind : {EntryKind::kBody, EntryKind::kOffice, EntryKind::kField}) {
      const auto match = table.longest(kind, words_, at_);
      if (match && (match->end > at_ + 1 || words_[at_].shape == Shape::kUpper)) return true;
    }
    const auto level = table.longest(EntryKind::kLevel, words_, at_);
    if (level && !table.is_surname(words_[at_])) return true;
    const auto office = table.longest(EntryKind::kOffice, words_, at_);
    return office && !table.is_surname(words_[at_]);
  }

  bool is_place(std::size_t end) const {
    const auto place = grammar_.places().read(words_, at_, Tier::kOpen, "");
    return place && place->end >= end;
  }

  const PostGrammar& grammar_;
  std::span<const Word> words_;
  std::size_t at_;
};

std::string with_plain_apostrophes(std::string name) {
  for (const std::string_view mark : {"\u2019", "\u2018", "\u02BC"}) {
    for (auto at = name.find(mark); at != std::string::npos; at = name.find(mark, at)) {
      name.replace(at, mark.size(), "'");
    }
  }
  return name;
}

}  // namespace

std::optional<PersonName> read_person_name(const PostGrammar& grammar, std::span<const Word> words,
                                           std::size_t at, NameTrust trust) {
  return NameReader(grammar, words, at).read(trust);
}

std::string display_name(std::span<const Word> words, const PersonName& name) {
  std::string display;
  for (std::size_t i = name.begin; i < name.end; ++i) {
    const bool joined = i == name.begin || words[i].key == "-" || words[i - 1].key == "-";
    if (!joined) display.push_back(' ');
    display.append(words[i].shape == Shape::kUpper ? capitalised(words[i].text)
                                                   : std::string(words[i].text));
  }
  return text::display_spelling(with_plain_apostrophes(display));
}

}  // namespace tinlang::entities
