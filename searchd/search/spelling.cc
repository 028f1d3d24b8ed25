#include "searchd/search/spelling.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "indexer/schema/fields.h"
#include "indexer/text/letter.h"
#include "indexer/text/normalize.h"
#include "indexer/text/syllable.h"
#include "searchd/search/keystrokes.h"
#include "searchd/search/spelling_words.h"

namespace tinlang::search {
namespace {

using schema::FieldId;

constexpr std::size_t kMostWords = 24;
constexpr std::size_t kMostDoubtedWords = 8;  // when every word is known
constexpr std::size_t kMostChoices = 10;      // for each word

// What a change costs, in nats: how much likelier its words must be. A keyboard left
// unswitched is no doubt at all; a slip is rarer than a wrong mark; a word
// the index has was rarely meant as another one.
constexpr double kKeysCost = 1;
constexpr double kMarksCost = 3;
constexpr double kSlipCost = 6;
constexpr double kKnownWordCost = 3;     // besides the change itself
constexpr double kUnknownWordCost = 30;  // of leaving a word that nothing can match

// A known word is offered as another one only if that makes the question this much less likely at
// most: what the words beside it say must pay for the change.
constexpr double kMostLoss = 2;

// Of the probability of a word, the part that does not look at the word before it.
constexpr double kAloneShare = 0.1;

struct Choice {
  std::string text;  // empty: as typed
  std::optional<ReadingId> reading;
  double cost = 0;
  bool is_change = false;  // more than marks on a word without any
};

struct Path {
  std::vector<std::size_t> choices;  // by word
  double score = 0;
};

using Lattice = std::vector<std::vector<Choice>>;

class Corrector {
 public:
  Corrector(std::string_view question, const Vocabulary& vocabulary)
      : question_(question), vocabulary_(vocabulary), words_(read_words(question)) {}

  std::vector<std::string> corrections(bool nothing_found) {
    if (words_.empty() || words_.size() > kMostWords) return {};
    const std::size_t unknown = static_cast<std::size_t>(
        std::count_if(words_.begin(), words_.end(),
                      [&](const QuestionWord& word) { return !word.fixed && !is_known(word); }));
    if (unknown == 0 && !nothing_found) return {};
    const bool doubts_known = unknown == 0 && words_.size() <= kMostDoubtedWords;
    Lattice lattice;
    for (const QuestionWord& word : words_) lattice.push_back(choices(word, doubts_known));
    if (unknown > 0) {
      offer(best_path(lattice), lattice);
    } else {
      offer_one_changed(lattice);
    }
    return std::move(offered_);
  }

 private:
  bool has_term(FieldId field, const std::string& key) const {
    return vocabulary_.database.term_exists(schema::make_term(field, key));
  }

  bool is_known(const QuestionWord& word) const {
    return word.is_marked() ? has_term(FieldId::kBody, word.canonical)
                            : has_term(FieldId::kFolded, word.folded);
  }

  std::string_view typed(const QuestionWord& word) const {
    return question_.substr(word.begin, word.end - word.begin);
  }

  // `reading` with the capital of what was typed.
  std::string in_case_of(const QuestionWord& word, const std::string& reading) const {
    std::size_t offset = 0;
    const bool is_upper = text::letter_of(text::next_code_point(typed(word), offset)).is_upper;
    return is_upper ? with_capital(reading) : reading;
  }

  std::vector<Choice> choices(const QuestionWord& word, bool doubts_known) const {
    const bool known = word.fixed || is_known(word);
    std::vector<Choice> all;
    if (known) {
      add_typed(word, all);
    } else {
      all.push_back({{}, std::nullopt, kUnknownWordCost, false});
    }
    if (word.fixed || (known && !doubts_known)) return all;
    const double extra = known ? kKnownWordCost : 0;
    if (const auto telex = decode_telex(typed(word))) add_decoded(*telex, extra, all);
    if (const auto vni = decode_vni(typed(word))) add_decoded(*vni, extra, all);
    if (word.is_marked()) add_readings(word, word.folded, kMarksCost + extra, all);
    for (const std::string& folded : one_slip_away(word.folded)) {
      add_readings(word, folded, kSlipCost + extra, all);
    }
    const auto middle =
        all.begin() + static_cast<std::ptrdiff_t>(std::min(kMostChoices, all.size()));
    std::partial_sort(all.begin(), middle, all.end(), [&](const Choice& a, const Choice& b) {
      return alone(a) - a.cost > alone(b) - b.cost;
    });
    all.erase(middle, all.end());
    return all;
  }

  // A known word: as typed, and with the marks that it may stand for.
  void add_typed(const QuestionWord& word, std::vector<Choice>& all) const {
    if (word.is_marked() || word.fixed) {
      all.push_back({{}, vocabulary_.readings.of_canonical(word.canonical), 0, false});
      return;
    }
    for (const ReadingId id : vocabulary_.readings.of_folded(word.folded)) {
      if (all.size() == kMostChoices) break;
      const Reading& reading = vocabulary_.readings.reading(id);
      const bool is_as_typed = reading.canonical == word.canonical;
      all.push_back({is_as_typed ? "" : in_case_of(word, reading.text), id, 0, false});
    }
    if (all.empty()) all.push_back({});
  }

  void add_decoded(const std::string& decoded, double extra, std::vector<Choice>& all) const {
    const std::string canonical = text::canonical_key(decoded);
    if (!has_term(FieldId::kBody, canonical)) return;
    all.push_back({decoded, vocabulary_.readings.of_canonical(canonical), kKeysCost + extra, true});
  }

  // The ways in which the archive writes `folded`; `folded` itself when the sample has none.
  void add_readings(const QuestionWord& word, const std::string& folded, double cost,
                    std::vector<Choice>& all) const {
    const auto ids = vocabulary_.readings.of_folded(folded);
    for (const ReadingId id : ids) {
      const Reading& reading = vocabulary_.readings.reading(id);
      if (reading.canonical == word.canonical) continue;
      all.push_back({in_case_of(word, reading.text), id, cost, true});
    }
    if (ids.empty() && has_term(FieldId::kFolded, folded)) {
      all.push_back({in_case_of(word, folded), std::nullopt, cost, true});
    }
  }

  // Log of the share of all words that the sample has of this one.
  double alone(const Choice& choice) const {
    const double count = choice.reading ? vocabulary_.readings.reading(*choice.reading).count : 0.0;
    return std::log((count + 0.5) / (static_cast<double>(vocabulary_.readings.words()) + 1));
  }

  double after(const Choice& before, const Choice& choice) const {
    const double apart = kAloneShare * std::exp(alone(choice));
    if (!before.reading || !choice.reading) return std::log(apart);
    const double pairs = vocabulary_.readings.pair_count(*before.reading, *choice.reading);
    const double uses = vocabulary_.readings.reading(*before.reading).count;
    return std::log((1 - kAloneShare) * pairs / (uses + 1) + apart);
  }

  // The likeliest choices in a row (Viterbi). Precondition: each word has a choice.
  Path best_path(const Lattice& lattice) const {
    std::vector<Path> paths;  // by choice of the last word
    for (std::size_t i = 0; i < lattice.size(); ++i) {
      std::vector<Path> longer;
      for (std::size_t c = 0; c < lattice[i].size(); ++c) {
        longer.push_back(extended(paths, lattice, i, c));
      }
      paths = std::move(longer);
    }
    return *std::max_element(paths.begin(), paths.end(),
                             [](const Path& a, const Path& b) { return a.score < b.score; });
  }

  Path extended(const std::vector<Path>& paths, const Lattice& lattice, std::size_t word,
                std::size_t choice) const {
    const Choice& chosen = lattice[word][choice];
    if (word == 0) return {{choice}, alone(chosen) - chosen.cost};
    std::size_t best = 0;
    double best_score = 0;
    for (std::size_t p = 0; p < paths.size(); ++p) {
      const double step =
          words_[word].follows ? after(lattice[word - 1][p], chosen) : alone(chosen);
      const double score = paths[p].score + step - chosen.cost;
      if (p > 0 && score <= best_score) continue;
      best = p;
      best_score = score;
    }
    Path path{paths[best].choices, best_score};
    path.choices.push_back(choice);
    return path;
  }

  // As chosen; then with the changed words only; then with those unmarked.
  void offer(const Path& path, const Lattice& lattice) {
    std::vector<std::string> all(words_.size());
    std::vector<std::string> changed(words_.size());
    std::vector<std::string> unmarked(words_.size());
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Choice& choice = lattice[i][path.choices[i]];
      all[i] = choice.text;
      if (!choice.is_change) continue;
      changed[i] = choice.text;
      unmarked[i] = text::fold_key(choice.text);
    }
    for (const auto& texts : {all, changed, unmarked}) {
      std::string text = rewritten(question_, words_, texts);
      const bool is_new =
          text != question_ && std::find(offered_.begin(), offered_.end(), text) == offered_.end();
      if (is_new && offered_.size() < kMostCorrections) offered_.push_back(std::move(text));
    }
  }

  // Every word is known, yet nothing has them all: one of them may be a slip.
  void offer_one_changed(const Lattice& lattice) {
    std::vector<std::pair<Path, Lattice>> tried;
    for (std::size_t i = 0; i < lattice.size(); ++i) {
      Lattice changed = lattice;
      std::erase_if(changed[i], [](const Choice& choice) { return !choice.is_change; });
      if (changed[i].empty()) continue;
      Path path = best_path(changed);
      tried.emplace_back(std::move(path), std::move(changed));
    }
    std::sort(tried.begin(), tried.end(),
              [](const auto& a, const auto& b) { return a.first.score > b.first.score; });
    const double typed = best_path(as_typed(lattice)).score;
    for (const auto& [path, changed] : tried) {
      if (path.score >= typed - kMostLoss) offer(path, changed);
    }
  }

  static Lattice as_typed(Lattice lattice) {
    for (auto& choices : lattice) {
      std::erase_if(choices, [](const Choice& choice) { return choice.is_change; });
      if (choices.empty()) choices.push_back({});
    }
    return lattice;
  }

  std::string_view question_;
  const Vocabulary& vocabulary_;
  std::vector<QuestionWord> words_;
  std::vector<std::string> offered_;
};

}  // namespace

std::vector<std::string> corrections(std::string_view question, const Vocabulary& vocabulary,
                                     bool nothing_found) {
  const auto normal = text::normalize_text(question);
  if (!normal) return {};
  return Corrector(*normal, vocabulary).corrections(nothing_found);
}

}  // namespace tinlang::search
