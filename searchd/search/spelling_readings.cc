#include "searchd/search/spelling_readings.h"

#include <algorithm>
#include <cstddef>

#include "indexer/schema/article_record.h"
#include "indexer/text/letter.h"
#include "indexer/text/spelling.h"
#include "indexer/text/syllable.h"
#include "indexer/text/word_keys.h"

namespace tinlang::search {
namespace {

constexpr unsigned kHalf = 32;

std::uint64_t pair_key(ReadingId first, ReadingId second) {
  return (static_cast<std::uint64_t>(first) << kHalf) | second;
}

std::string_view text_of(std::string_view text, const text::Token& token) {
  return text.substr(token.begin, token.end - token.begin);
}

bool has_capital(std::string_view word) {
  std::size_t offset = 0;
  return !word.empty() && text::letter_of(text::next_letter(word, offset)).is_upper;
}

// Numbers and names in other alphabets teach nothing about spelling.
bool is_of_letters(std::string_view word) { return text::spelt_word(word).has_value(); }

}  // namespace

Readings Readings::read(const Xapian::Database& database, text::Analyzer& analyzer) {
  Readings readings;
  const Xapian::docid last = database.get_lastdocid();
  const Xapian::docid step = std::max(1U, last / kSampledArticles);
  std::size_t bytes = 0;
  auto article = database.postlist_begin("");
  const auto end = database.postlist_end("");
  for (Xapian::docid wanted = 1; article != end && bytes < kSampledBytes; wanted += step) {
    if (step > 1 && *article < wanted) article.skip_to(wanted);
    if (article == end) break;
    const auto record = schema::decode(database.get_document(*article).get_data());
    ++article;
    if (!record) continue;
    readings.learn(record->title, analyzer);
    readings.learn(std::string_view(record->body).substr(0, kSampledBytes - bytes), analyzer);
    bytes += record->body.size() + record->title.size();
    if (readings.pairs_.size() > kMostPairs) readings.drop_rare_pairs();
  }
  readings.finish();
  return readings;
}

ReadingId Readings::intern(std::string_view text, const text::Token& token) {
  const auto [it, is_new] =
      by_canonical_.try_emplace(token.canonical, static_cast<ReadingId>(readings_.size()));
  if (is_new) {
    readings_.push_back({token.canonical, token.folded,
                         text::display_spelling(text::lower_case(text_of(text, token))), 0});
    by_folded_[token.folded].push_back(it->second);
  }
  return it->second;
}

void Readings::learn(std::string_view text, text::Analyzer& analyzer) {
  std::optional<ReadingId> previous;
  bool previous_is_capital = false;
  for (const text::Token& token : analyzer.analyze(text).tokens) {
    if (token.alternative) continue;
    const std::string_view word = text_of(text, token);
    if (!is_of_letters(word)) {
      previous.reset();
      continue;
    }
    const ReadingId id = intern(text, token);
    ++readings_[id].count;
    ++words_;
    const bool is_capital = has_capital(word);
    if (previous && token.follows) {
      PairCount& pair = pairs_[pair_key(*previous, id)];
      ++pair.count;
      if (is_capital && previous_is_capital) ++pair.capitalised;
    }
    previous = id;
    previous_is_capital = is_capital;
  }
}

// Pairs come by Zipf's law: those seen once are most of them and matter least.
void Readings::drop_rare_pairs() {
  for (std::uint32_t rare = 1; pairs_.size() > kMostPairs / 2; ++rare) {
    std::erase_if(pairs_, [rare](const auto& pair) { return pair.second.count <= rare; });
  }
}

void Readings::finish() {
  for (auto& [folded, ids] : by_folded_) {
    std::sort(ids.begin(), ids.end(), [this](ReadingId a, ReadingId b) {
      return readings_[a].count != readings_[b].count ? readings_[a].count > readings_[b].count
                                                      : a < b;
    });
  }
  for (const auto& [key, pair] : pairs_) {
    const auto first = static_cast<ReadingId>(key >> kHalf);
    const auto second = static_cast<ReadingId>(key);
    const auto [it, is_new] =
        best_of_.try_emplace(readings_[first].folded + ' ' + readings_[second].folded, key);
    if (is_new) continue;
    const std::uint32_t best = pairs_.at(it->second).count;
    if (pair.count > best || (pair.count == best && key < it->second)) it->second = key;
  }
}

std::span<const ReadingId> Readings::of_folded(const std::string& folded) const {
  const auto it = by_folded_.find(folded);
  if (it == by_folded_.end()) return {};
  return it->second;
}

std::optional<ReadingId> Readings::of_canonical(const std::string& canonical) const {
  const auto it = by_canonical_.find(canonical);
  if (it == by_canonical_.end()) return std::nullopt;
  return it->second;
}

std::uint32_t Readings::pair_count(ReadingId first, ReadingId second) const {
  const auto it = pairs_.find(pair_key(first, second));
  return it == pairs_.end() ? 0 : it->second.count;
}

std::optional<PairReading> Readings::best_pair(const std::string& key) const {
  const auto it = best_of_.find(key);
  if (it == best_of_.end()) return std::nullopt;
  const PairCount& pair = pairs_.at(it->second);
  return PairReading{static_cast<ReadingId>(it->second >> kHalf),
                     static_cast<ReadingId>(it->second), pair.count, pair.capitalised};
}

std::string with_capital(std::string_view word) {
  if (word.empty()) return {};
  std::size_t offset = 0;
  const text::Letter letter = text::letter_of(text::next_code_point(word, offset));
  std::string result;
  if (letter.is_vowel) {
    text::append_utf8(text::composed_letter(letter.plain, letter.tone, true), result);
  } else if (letter.plain == u'đ') {
    result = "Đ";
  } else if (letter.folded >= 'a' && letter.folded <= 'z') {
    result.assign(1, static_cast<char>(letter.folded - 'a' + 'A'));
  } else {
    result = word.substr(0, offset);
  }
  return result += word.substr(offset);
}

}  // namespace tinlang::search
