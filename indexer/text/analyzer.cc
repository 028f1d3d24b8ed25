#include "indexer/text/analyzer.h"

#include <utility>

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

#include "indexer/text/word_keys.h"

namespace tinlang::text {

struct Analyzer::State {
  std::unique_ptr<icu::BreakIterator> words;
  UText source = UTEXT_INITIALIZER;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { utext_close(&source); }
};

std::string bigram_key(const Token& first, const Token& second) {
  std::string key;
  key.reserve(first.folded.size() + 1 + second.folded.size());
  return key.append(first.folded).append(1, ' ').append(second.folded);
}

Analyzer::Analyzer(std::unique_ptr<State> state) : state_(std::move(state)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

Result<Analyzer> Analyzer::create() {
  UErrorCode status = U_ZERO_ERROR;
  auto state = std::make_unique<State>();
  state->words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) {
    return fail(ErrorCode::kUnavailable, "no word breaks from ICU: {}", u_errorName(status));
  }
  return Analyzer(std::move(state));
}

AnalyzedText Analyzer::analyze(std::string_view text) {
  AnalyzedText result;
  UErrorCode status = U_ZERO_ERROR;
  utext_openUTF8(&state_->source, text.data(), static_cast<std::int64_t>(text.size()), &status);
  state_->words->setText(&state_->source, status);
  if (U_FAILURE(status)) return result;
  std::int32_t begin = state_->words->first();
  std::size_t gap = 0;
  for (std::int32_t end = state_->words->next(); end != icu::BreakIterator::DONE;
       begin = end, end = state_->words->next()) {
    if (state_->words->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    const auto from = static_cast<std::size_t>(begin);
    WordKeys keys = word_keys(text.substr(from, static_cast<std::size_t>(end - begin)));
    if (keys.canonical.empty()) continue;
    Token token;
    token.begin = static_cast<std::uint32_t>(begin);
    token.end = static_cast<std::uint32_t>(end);
    token.marked = keys.canonical != keys.folded;
    token.canonical = std::move(keys.canonical);
    token.folded = std::move(keys.folded);
    token.follows = !result.tokens.empty() &&
                    text.substr(gap, from - gap).find_first_of(".!?;:\n") == std::string_view::npos;
    gap = static_cast<std::size_t>(end);
    result.tokens.push_back(std::move(token));
  }
  return result;
}

std::string Analyzer::fingerprint() { return std::string("tinlang-1/icu-") + U_ICU_VERSION; }

}  // namespace tinlang::text
