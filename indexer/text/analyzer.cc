#include "indexer/text/analyzer.h"

#include <cstddef>
#include <span>
#include <utility>

#include <unicode/brkiter.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

#include "indexer/text/chunk.h"
#include "indexer/text/chunk_memo.h"
#include "indexer/text/document_number.h"
#include "indexer/text/token_writer.h"
#include "indexer/text/word_reader.h"
#include "indexer/text/word_splitter.h"

namespace tinlang::text {

struct Analyzer::State {
  std::unique_ptr<icu::BreakIterator> words;
  std::unique_ptr<ChunkMemo> memo;  // null when nothing is to be kept
  std::vector<Piece> pieces;
  UText source = UTEXT_INITIALIZER;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() { utext_close(&source); }
};

namespace {

// Of running Vietnamese text, with the space: what reserve() asks for.
constexpr std::size_t kBytesPerToken = 6;

// Unknown chunks that ICU is given at once: pointing it to a text costs as much
// as a few chunks, and each chunk of a longer run is one that is looked for in
// the memo before it can be there.
constexpr std::size_t kMostChunksAtOnce = 32;

// Says of chunks in their order whether part of a document number lies in them.
class NumberCursor {
 public:
  explicit NumberCursor(std::span<const DocumentNumber> numbers) : numbers_(numbers) {}

  bool overlaps(const Chunk& chunk) {
    while (!numbers_.empty() && numbers_.front().end <= chunk.begin) numbers_ = numbers_.subspan(1);
    return !numbers_.empty() && numbers_.front().begin < chunk.end;
  }

 private:
  std::span<const DocumentNumber> numbers_;
};

}  // namespace

// Analyses one text.
class Analyzer::Reader {
 public:
  Reader(State& state, std::string_view text, AnalyzedText& result)
      : state_(state),
        text_(text),
        tokens_(result.tokens),
        numbers_(result.document_numbers),
        writer_(text, result.document_numbers, result.tokens) {}

  void read() {
    if (state_.memo == nullptr) return read_span({0, text_.size()});
    Ahead ahead = look_ahead(0);
    while (ahead.chunk.begin < ahead.chunk.end) {
      const Ahead current = ahead;
      ahead = look_ahead(current.chunk.end);
      const std::size_t first_token = tokens_.size();
      // Joined abbreviations depend on the document number around them.
      if (!numbers_.overlaps(current.chunk) &&
          state_.memo->recall(current.key, current.chunk.begin, tokens_)) {
        writer_.adopt(first_token);
      } else {
        ahead = read_unknown(current.chunk, ahead);
      }
    }
  }

 private:
  // A chunk that is about to be read.
  struct Ahead {
    Chunk chunk;
    ChunkMemo::Key key;
  };

  Ahead look_ahead(std::size_t at) const {
    const Chunk chunk = next_chunk(text_, at);
    return {chunk, state_.memo->key(bytes_of(chunk))};
  }

  std::string_view bytes_of(const Chunk& chunk) const {
    return text_.substr(chunk.begin, chunk.end - chunk.begin);
  }

  // Reads `first` and the unknown chunks from `next` on, which comes right after
  // it, and keeps their tokens. Returns the chunk after them.
  Ahead read_unknown(const Chunk& first, Ahead next) {
    const NumberCursor numbers = numbers_;
    Chunk span = first;
    for (std::size_t count = 1; count < kMostChunksAtOnce; ++count) {
      if (next.chunk.begin == next.chunk.end) break;
      if (!numbers_.overlaps(next.chunk) && state_.memo->knows(next.key)) break;
      span.end = next.chunk.end;
      next = look_ahead(span.end);
    }
    const std::size_t first_token = tokens_.size();
    read_span(span);
    store(span, first_token, numbers);
    return next;
  }

  void store(const Chunk& span, std::size_t first_token, NumberCursor numbers) {
    std::size_t begin = first_token;
    for (Chunk chunk{span.begin, span.begin}; chunk.end < span.end;) {
      chunk = next_chunk(text_, chunk.end);
      std::size_t end = begin;
      while (end < tokens_.size() && tokens_[end].begin < chunk.end) ++end;
      if (!numbers.overlaps(chunk)) {
        state_.memo->store(state_.memo->key(bytes_of(chunk)), chunk.begin,
                           std::span(tokens_).subspan(begin, end - begin));
      }
      begin = end;
    }
  }

  // Asks ICU for the words between two ends of chunks.
  void read_span(const Chunk& span) {
    const std::string_view bytes = bytes_of(span);
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&state_.source, bytes.data(), static_cast<std::int64_t>(bytes.size()), &status);
    state_.words->setText(&state_.source, status);
    if (U_FAILURE(status)) return;
    WordReader words(bytes, *state_.words);
    std::vector<Piece>& pieces = state_.pieces;
    while (const auto word = words.next()) {
      pieces.clear();
      if (word->is_address) {
        pieces.push_back(Piece{word->begin, word->end, Piece::Reading::kWord});
      } else {
        split_word(bytes, word->begin, word->end, pieces);
      }
      for (const Piece& piece : pieces) {
        writer_.add({span.begin + piece.begin, span.begin + piece.end, piece.reading});
      }
    }
    writer_.finish();
  }

  State& state_;
  std::string_view text_;
  std::vector<Token>& tokens_;
  NumberCursor numbers_;
  TokenWriter writer_;
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

Result<Analyzer> Analyzer::create(Recall recall) {
  UErrorCode status = U_ZERO_ERROR;
  auto state = std::make_unique<State>();
  state->words.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) {
    return fail(ErrorCode::kUnavailable, "no word breaks from ICU: {}", u_errorName(status));
  }
  if (recall == Recall::kChunks) state->memo = std::make_unique<ChunkMemo>();
  return Analyzer(std::move(state));
}

AnalyzedText Analyzer::analyze(std::string_view text) {
  AnalyzedText result;
  result.document_numbers = find_document_numbers(text);
  result.tokens.reserve(text.size() / kBytesPerToken);
  Reader(*state_, text, result).read();
  return result;
}

std::string Analyzer::fingerprint() { return std::string("tinlang-3/icu-") + U_ICU_VERSION; }

}  // namespace tinlang::text
