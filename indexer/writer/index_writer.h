// Writes a new build of an index beside the current one and switches to it.

#ifndef TINLANG_INDEXER_WRITER_INDEX_WRITER_H_
#define TINLANG_INDEXER_WRITER_INDEX_WRITER_H_

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include <xapian.h>

#include "indexer/result/result.h"
#include "indexer/schema/article_record.h"

namespace tinlang::writer {

// What became of one article.
enum class PutOutcome {
  kAdded,      // its address was not in the index
  kReplaced,   // the page has other bytes than before
  kUnchanged,  // nothing written
  kOlder,      // another capture of the same address is kept: it is newer
};

struct BuildReport {
  std::string build_id;  // of the build now current
  std::uint64_t articles = 0;
  bool switched = false;  // false: nothing had changed and the old build stays
};

// Holds the index's lock while it lives. One thread at a time.
//
// put() and finish() work on DIR/next, a copy of the current build; nothing
// else in DIR is touched before finish() switches. Destroyed without
// finish(), or killed, DIR/next keeps the last batch committed and the next
// open() goes on from there.
class IndexWriter {
 public:
  // Creates the folder `index` when it is missing.
  // Errors: kUnavailable when another indexer holds the lock or the folder
  // cannot be written; kIncompatible when the current build has another format
  // or analysis: the message says to build into a new folder.
  static Result<IndexWriter> open(const std::filesystem::path& index);
  IndexWriter(IndexWriter&&) noexcept;
  IndexWriter& operator=(IndexWriter&&) noexcept;
  ~IndexWriter();

  // Writes `document`, made from `record`, unless the index has the same page already.
  // Errors: kUnavailable for a full disk or a damaged build; the writer is then of no more use.
  Result<PutOutcome> put(const schema::ArticleRecord& record, const Xapian::Document& document);

  // Commits, stamps and checks the new build, makes it the current one and
  // keeps the one before it. Call once, last. Errors: as put(); the current
  // build is then still the old one.
  Result<BuildReport> finish();

 private:
  struct State;
  explicit IndexWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tinlang::writer

#endif  // TINLANG_INDEXER_WRITER_INDEX_WRITER_H_
