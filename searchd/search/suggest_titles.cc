#include "searchd/search/suggest_titles.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "indexer/schema/article_record.h"
#include "indexer/schema/fields.h"
#include "indexer/text/syllable.h"

namespace tinlang::search {
namespace {

using schema::FieldId;
using schema::make_term;

// Work, in the unit of TitleWords::kMostWork.
constexpr std::uint64_t kOpenCost = 8'000;  // of a list of postings in the index
constexpr std::uint64_t kPostingCost = 40;  // read there in a row
constexpr std::uint64_t kSkipCost = 2'000;  // one article looked for there
constexpr std::uint64_t kHotCost = 2'000;   // of a list in memory, and for each of its articles 1
constexpr std::uint64_t kHotSkipCost = 16;  // one article looked for in memory

// More are not put in order by one question: the latest that were indexed stand for them.
constexpr std::uint64_t kMostInOrder = 40'000;

constexpr std::size_t kMostForms = 64;  // words or pairs that one typed word may begin

// The latest that were indexed.
Roaring latest_of(const Roaring& articles, std::uint64_t most) {
  const std::uint64_t count = articles.cardinality();
  if (count <= most) return articles;
  std::uint32_t first = 0;
  articles.select(static_cast<std::uint32_t>(count - most), &first);
  Roaring before;
  before.addRange(0, first);
  return articles - before;
}

bool ends_like_a_tone(std::string_view canonical) {
  return canonical.size() > 1 && canonical.back() >= '1' && canonical.back() <= '5';
}

}  // namespace

// Answers one question.
class TitleWords::Finder {
 public:
  Finder(const TitleWords& words, const TypedText& typed, const TitleSources& sources)
      : words_(words), typed_(typed), sources_(sources) {}

  std::vector<Suggestion> find(std::size_t limit, const Roaring& without) {
    auto having = articles_with_all_words();
    if (!having) return {};
    *having -= without;
    if (having->cardinality() > titles_left_) {
      const SideBySide tiers = side_by_side(*having);
      verify(tiers.all, limit);
      verify(tiers.all_but_one - tiers.all, limit);
      *having -= tiers.all_but_one;
    }
    verify(*having, limit);
    return std::move(found_);
  }

 private:
  // What is asked of the index at once: the articles in one of these lists of postings.
  struct Lists {
    std::vector<std::string> terms;
    std::uint64_t postings = 0;         // of all of them
    std::uint64_t stored_postings = 0;  // of those not in memory
    std::uint64_t stored = 0;           // how many are not in memory
  };

  void add(Lists& lists, std::string term, std::uint64_t articles) const {
    lists.postings += articles;
    if (sources_.hot.find(term) == nullptr) {
      lists.stored_postings += articles;
      ++lists.stored;
    }
    lists.terms.push_back(std::move(term));
  }

  Lists lists_of(std::size_t word) const {
    Lists lists;
    const std::string& folded = typed_.words[word].folded;
    for (const Known& known : words_.words(folded, typed_.is_open(word))) {
      // The same word again, found by its letters already.
      if (known.has_digit && known.folded.size() > folded.size()) continue;
      if (!typed_.admits_word(word, known.canonical)) continue;
      add(lists, make_term(FieldId::kTitle, known.canonical), known.articles);
      if (lists.terms.size() > kMostForms) break;
    }
    return lists;
  }

  // The articles in one of `lists`, of those in `among` if it is given. Nothing when that is
  // more than may still be read.
  std::optional<Roaring> read(const Lists& lists, const Roaring* among) {
    if (lists.terms.size() > kMostForms) return std::nullopt;
    const std::uint64_t in_row = lists.stored_postings * kPostingCost;
    const std::uint64_t in_skips =
        among == nullptr ? in_row : among->cardinality() * lists.stored * kSkipCost;
    const bool skips = in_skips < in_row;
    const std::uint64_t work =
        std::min(in_row, in_skips) + lists.stored * kOpenCost + work_in_memory(lists, among);
    if (work > work_left_) return std::nullopt;
    work_left_ -= work;
    Roaring articles;
    for (const std::string& term : lists.terms) {
      if (const HotTerm* hot = sources_.hot.find(term)) {
        articles |= among == nullptr ? hot->articles : hot->articles & *among;
      } else if (skips) {
        add_common(term, *among, articles);
      } else {
        articles |= articles_of(sources_.database, term);
      }
    }
    if (among != nullptr) articles &= *among;
    return articles;
  }

  static std::uint64_t work_in_memory(const Lists& lists, const Roaring* among) {
    const std::uint64_t hot = lists.terms.size() - lists.stored;
    const std::uint64_t articles = lists.postings - lists.stored_postings;
    const std::uint64_t looked_for =
        among == nullptr ? articles : among->cardinality() * hot * kHotSkipCost;
    return hot * kHotCost + std::min(articles, looked_for);
  }

  void add_common(const std::string& term, const Roaring& among, Roaring& articles) const {
    auto posting = sources_.database.postlist_begin(term);
    const auto end = sources_.database.postlist_end(term);
    for (const std::uint32_t docid : among) {
      posting.skip_to(docid);
      if (posting == end) return;
      if (*posting == docid) articles.add(docid);
    }
  }

  // The articles whose titles have each typed word, the rarest first, until few are left; a
  // word that would take too long is left out. A word that no title has is one that
  // the analyzer reads otherwise ("8.046"). Nothing when no word is of use.
  std::optional<Roaring> articles_with_all_words() {
    std::vector<Lists> all;
    for (std::size_t word = 0; word < typed_.words.size(); ++word) {
      Lists lists = lists_of(word);
      if (!lists.terms.empty()) all.push_back(std::move(lists));
    }
    std::sort(all.begin(), all.end(),
              [](const Lists& a, const Lists& b) { return a.postings < b.postings; });
    std::optional<Roaring> having;
    for (const Lists& lists : all) {
      if (having && having->cardinality() <= titles_left_) break;
      auto fewer = read(lists, having ? &*having : nullptr);
      if (fewer) having = std::move(fewer);
    }
    return having;
  }

  // Keys G of the typed words `word` and the one after it.
  Lists pairs_at(std::size_t word) const {
    Lists lists;
    const std::string pair = typed_.words[word].folded + ' ' + typed_.words[word + 1].folded;
    const std::string term = make_term(FieldId::kBigram, pair);
    if (!typed_.is_open(word + 1)) {
      add(lists, term, sources_.database.get_termfreq(term));
      return lists;
    }
    const auto end = sources_.database.allterms_end(term);
    for (auto it = sources_.database.allterms_begin(term); it != end; ++it) {
      add(lists, *it, it.get_termfreq());
      if (lists.terms.size() > kMostForms) break;
    }
    return lists;
  }

  // Articles that have the typed words side by side somewhere in their text: no pair
  // spans the end of a sentence, so that a title with a colon lacks one.
  struct SideBySide {
    Roaring all;
    Roaring all_but_one;  // and those of `all`
  };

  SideBySide side_by_side(const Roaring& articles) {
    SideBySide tiers{articles, articles};
    for (std::size_t word = 0; word + 1 < typed_.words.size(); ++word) {
      const auto having = read(pairs_at(word), &articles);
      if (!having) continue;
      tiers.all_but_one &= *having;
      tiers.all_but_one |= tiers.all;
      tiers.all &= *having;
    }
    return tiers;
  }

  // Reads the titles of `articles`, the newest first, as far as that may go.
  void verify(const Roaring& articles, std::size_t limit) {
    if (found_.size() >= limit || titles_left_ == 0 || to_order_left_ == 0) return;
    const Roaring latest = latest_of(articles, to_order_left_);
    to_order_left_ -= latest.cardinality();
    for (const std::uint32_t docid : sources_.columns.sorted_by_date(latest, true, titles_left_)) {
      if (found_.size() >= limit || stored_left_ == 0) return;
      const std::string stored = sources_.database.get_document(docid).get_data();
      --titles_left_;
      stored_left_ -= std::min(stored.size(), stored_left_);
      auto record = schema::decode(stored);
      if (!record || find_typed(typed_, record->title) == std::string_view::npos) continue;
      found_.push_back(
          {SuggestKind::kTitle, std::move(record->title), std::move(record->id), {}, 1});
    }
  }

  const TitleWords& words_;
  const TypedText& typed_;
  const TitleSources& sources_;
  std::uint64_t work_left_ = kMostWork;
  std::uint64_t to_order_left_ = kMostInOrder;
  std::size_t titles_left_ = kMostTitles;
  std::size_t stored_left_ = kMostStoredBytes;
  std::vector<Suggestion> found_;
};

TitleWords TitleWords::read(const Xapian::Database& database) {
  const std::string prefix(schema::field(FieldId::kTitle).prefix);
  TitleWords words;
  const auto end = database.allterms_end(prefix);
  for (auto term = database.allterms_begin(prefix); term != end; ++term) {
    const std::string canonical = (*term).substr(prefix.size());
    const std::uint32_t articles = term.get_termfreq();
    words.known_.push_back({text::fold_key(canonical), canonical, articles, false});
    if (!ends_like_a_tone(canonical)) continue;
    // Of "Á" and of "A1" the key is "a1".
    words.known_.back().has_digit = true;
    const std::string letters = canonical.substr(0, canonical.size() - 1);
    words.known_.push_back({text::fold_key(letters), canonical, articles, false});
  }
  std::sort(words.known_.begin(), words.known_.end(),
            [](const Known& a, const Known& b) { return a.folded < b.folded; });
  return words;
}

std::span<const TitleWords::Known> TitleWords::words(std::string_view folded,
                                                     bool is_prefix) const {
  const auto begin = [&](const Known& known) {
    return is_prefix ? std::string_view(known.folded).substr(0, folded.size())
                     : std::string_view(known.folded);
  };
  const auto first = std::partition_point(
      known_.begin(), known_.end(), [&](const Known& known) { return begin(known) < folded; });
  const auto last = std::partition_point(
      first, known_.end(), [&](const Known& known) { return begin(known) == folded; });
  return {first, last};
}

std::vector<Suggestion> TitleWords::complete(const TypedText& typed, std::size_t limit,
                                             const Roaring& without,
                                             const TitleSources& sources) const {
  return Finder(*this, typed, sources).find(limit, without);
}

std::size_t find_typed(const TypedText& typed, std::string_view title) {
  const std::string folded = folded_words(title);
  const std::string canonical = canonical_words(title);
  const auto words = split_words(canonical);
  const std::string prefix = typed.prefix(0);
  std::size_t byte = 0;
  for (std::size_t word = 0; word < std::min(words.size(), kWordsToMatch); ++word) {
    const bool fits = folded.compare(byte, prefix.size(), prefix) == 0 &&
                      typed.admits(0, std::span(words).subspan(word));
    if (fits) return word;
    byte = folded.find(' ', byte);
    if (byte == std::string::npos) break;
    ++byte;
  }
  return std::string_view::npos;
}

}  // namespace tinlang::search
