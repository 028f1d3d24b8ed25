// Answers questions from the current build of an index.

#ifndef TINLANG_SEARCHD_SEARCH_SEARCHER_H_
#define TINLANG_SEARCHD_SEARCH_SEARCHER_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/result/result.h"
#include "indexer/text/abbreviations.h"
#include "searchd/officials/corrections.h"
#include "searchd/search/locality_page.h"
#include "searchd/search/official_page.h"
#include "searchd/search/search_page.h"
#include "searchd/search/suggest_page.h"

namespace tinlang::search {

struct IndexStatus {
  std::string build_id;
  std::string created_at;
  std::uint64_t articles = 0;
};

// Thread-safe: each call takes a reader of its own from a pool. A new build
// that appears under `index` is taken up by the next call of refresh().
class Searcher {
 public:
  // Opens the current build and reads its facet columns. `gazetteer` and
  // `abbreviations` must outlive the searcher; `corrections` are of officials.
  // Errors: those of schema::current_build() and schema::check_compatible();
  // kUnavailable when the files cannot be read; kInvalidInput for a correction about an official
  // whom the index does not have.
  static Result<Searcher> open(const std::filesystem::path& index,
                               const gazetteer::Gazetteer& gazetteer,
                               const text::Abbreviations& abbreviations,
                               officials::Corrections corrections = {});
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  // Errors: kInvalidInput for a question over kMaxQuestionBytes or not UTF-8,
  // an offset or limit out of range, a locality code that does not exist, or
  // from after to; the message begins with the parameter's name and a colon.
  Result<SearchPage> search(const SearchRequest& request) const;

  // An article as a page to read, with the words of the question marked as
  // in a hit's title. Errors: kInvalidInput unless the id is 64 hex digits in
  // lower case, or for the question as in search(); kNotFound when no article has the id.
  Result<ArticlePage> article(const ArticleRequest& request) const;

  // What the archive knows of a place. Errors: kNotFound, naming the code, when no unit has it.
  Result<LocalityPage> locality(const LocalityRequest& request) const;

  // What the archive says of an official. Errors: kNotFound, naming the id, when nobody has it.
  Result<OfficialPage> official(const OfficialRequest& request) const;

  // Who held a post, anywhere or in a place; nobody when no article says so. Errors: kInvalidInput
  // for a locality code that does not exist, beginning with the parameter's name and a colon.
  Result<PostPage> post(const PostRequest& request) const;

  // At most `limit` completions of `question`, which is being typed.
  // Errors: kInvalidInput for a question as in search() or a limit over kMaxSuggestLimit.
  Result<SuggestPage> suggest(std::string_view question, std::size_t limit) const;

  IndexStatus status() const;

  // Opens the current build if it is another than the one in use. Calls under
  // way finish on the old one. Errors: as open(); the old build stays in use.
  Result<void> refresh();

 private:
  struct State;
  explicit Searcher(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_SEARCHER_H_
