// What every call that can fail returns.

#ifndef TINLANG_INDEXER_RESULT_RESULT_H_
#define TINLANG_INDEXER_RESULT_RESULT_H_

#include <string>
#include <utility>

#include <fmt/core.h>
#include <tl/expected.hpp>

namespace tinlang {

// What the caller can do about a failure. Add a code only when some caller
// would act on it differently; put the details in Error::message.
enum class ErrorCode {
  kInvalidInput,  // the bytes or the request are wrong: report, do not retry
  kNotFound,      // the thing named does not exist
  kIncompatible,  // index and program disagree on the format: rebuild
  kUnavailable,   // locked, disk full, gone for now: may work later
};

struct Error {
  ErrorCode code;
  std::string message;  // one line, lower case, no full stop, names the file or the field
};

// tl::expected (Debian libexpected-dev) has std::expected's names; g++ 12 lacks that one before
// C++23.
template <typename T>
using Result = tl::expected<T, Error>;

// return fail(ErrorCode::kNotFound, "{}: no such file", path);
template <typename... Args>
tl::unexpected<Error> fail(ErrorCode code, fmt::format_string<Args...> format, Args&&... args) {
  return tl::unexpected(Error{code, fmt::format(format, std::forward<Args>(args)...)});
}

}  // namespace tinlang

#endif  // TINLANG_INDEXER_RESULT_RESULT_H_
