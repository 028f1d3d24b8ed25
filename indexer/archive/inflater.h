// Deflated bytes in their three wrappings, a piece at a time or whole.

#ifndef TINLANG_INDEXER_ARCHIVE_INFLATER_H_
#define TINLANG_INDEXER_ARCHIVE_INFLATER_H_

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace tinlang::archive {

enum class DeflateWrap { kGzip, kZlib, kNone };

// Whether `bytes` begin as a gzip member does.
bool begins_like_gzip(std::string_view bytes);

class Inflater {
 public:
  enum class State { kGoing, kEnded, kDamaged };
  struct Step {
    std::size_t consumed;  // of the input
    std::size_t produced;  // into the output
    State state;           // kEnded: the stream is whole; reset() begins the next
  };

  explicit Inflater(DeflateWrap wrap);
  ~Inflater();
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  // Decodes until the input is used up, the output full, or the stream ends.
  Step step(std::string_view in, std::span<char> out);
  void reset();

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

struct Inflated {
  std::string bytes;  // what could be decoded, at most the limit
  bool damaged = false;
  bool too_large = false;  // there is more than the limit
};

// All of `in`; one that ends early gives what is there and is not damaged.
// Bytes after the end are ignored, save further gzip members.
Inflated inflate_all(std::string_view in, DeflateWrap wrap, std::size_t max_bytes);

}  // namespace tinlang::archive

#endif  // TINLANG_INDEXER_ARCHIVE_INFLATER_H_
