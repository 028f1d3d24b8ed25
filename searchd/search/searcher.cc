#include "searchd/search/searcher.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <utility>

#include <xapian.h>

#include "indexer/schema/index_folder.h"
#include "indexer/text/normalize.h"
#include "searchd/search/answerer.h"
#include "searchd/search/index_build.h"

namespace tinlang::search {
namespace {

constexpr std::size_t kIdDigits = 64;

// Shared, since the calls under way when a new build appears finish on the old one.
using SharedBuild = std::shared_ptr<IndexBuild>;

Result<SharedBuild> open_current(const std::filesystem::path& index,
                                 const gazetteer::Gazetteer& gazetteer,
                                 const officials::Corrections& corrections) {
  auto folder = schema::current_build(index);
  if (!folder) return tl::unexpected(std::move(folder).error());
  auto build = IndexBuild::open(*folder, gazetteer, corrections);
  if (!build) return tl::unexpected(std::move(build).error());
  return SharedBuild(*std::move(build));
}

Result<void> check_text(std::string_view question) {
  if (question.size() > kMaxQuestionBytes) {
    return fail(ErrorCode::kInvalidInput, "q: {} bytes are more than {}", question.size(),
                kMaxQuestionBytes);
  }
  const std::size_t malformed = text::first_malformed_byte(question);
  if (malformed != std::string_view::npos) {
    return fail(ErrorCode::kInvalidInput, "q: malformed UTF-8 at byte {}", malformed);
  }
  return {};
}

Result<void> check(const SearchRequest& request, const gazetteer::Gazetteer& gazetteer) {
  if (auto checked = check_text(request.question); !checked) return checked;
  if (request.limit > kMaxLimit) {
    return fail(ErrorCode::kInvalidInput, "limit: {} is more than {}", request.limit, kMaxLimit);
  }
  if (request.offset > kMaxOffset) {
    return fail(ErrorCode::kInvalidInput, "offset: {} is more than {}", request.offset, kMaxOffset);
  }
  const Filters& filters = request.filters;
  for (const std::string& code : filters.localities) {
    if (gazetteer.find_code(code)) continue;
    return fail(ErrorCode::kInvalidInput, "locality: no administrative unit has the code {}", code);
  }
  if (filters.from && filters.to && first_day(*filters.from) > last_day(*filters.to)) {
    return fail(ErrorCode::kInvalidInput, "from: {} is after to, {}", to_iso_date(*filters.from),
                to_iso_date(*filters.to));
  }
  return {};
}

}  // namespace

struct Searcher::State {
  std::filesystem::path index;
  const gazetteer::Gazetteer& gazetteer;
  const text::Abbreviations& abbreviations;
  officials::Corrections corrections;
  mutable std::mutex mutex;
  SharedBuild build;  // guarded by mutex

  SharedBuild current() const {
    const std::lock_guard lock(mutex);
    return build;
  }

  // Runs `ask` on a reader of the current build, once more on a reopened one
  // when the build changed below it. A reader that failed is not used again.
  template <typename Ask>
  auto with_reader(Ask ask) const -> decltype(ask(std::declval<Answerer&>())) {
    const SharedBuild used = current();
    try {
      auto reader = used->take();
      if (!reader) return tl::unexpected(std::move(reader).error());
      Answerer answerer(*used, **reader, gazetteer, abbreviations);
      auto answer = [&] {
        try {
          return ask(answerer);
        } catch (const Xapian::DatabaseModifiedError&) {
          (*reader)->database.reopen();
          return ask(answerer);
        }
      }();
      used->give_back(*std::move(reader));
      return answer;
    } catch (const Xapian::Error& error) {
      return fail(ErrorCode::kUnavailable, "{}: the index cannot be read: {}",
                  used->folder().string(), error.get_msg());
    }
  }
};

Searcher::Searcher(std::unique_ptr<State> state) : state_(std::move(state)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const std::filesystem::path& index,
                                const gazetteer::Gazetteer& gazetteer,
                                const text::Abbreviations& abbreviations,
                                officials::Corrections corrections) {
  auto build = open_current(index, gazetteer, corrections);
  if (!build) return tl::unexpected(std::move(build).error());
  return Searcher(std::unique_ptr<State>(
      new State{index, gazetteer, abbreviations, std::move(corrections), {}, *std::move(build)}));
}

Result<SearchPage> Searcher::search(const SearchRequest& request) const {
  if (auto checked = check(request, state_->gazetteer); !checked) {
    return tl::unexpected(std::move(checked).error());
  }
  return state_->with_reader([&](Answerer& answerer) { return answerer.search(request); });
}

Result<ArticlePage> Searcher::article(const ArticleRequest& request) const {
  const std::string_view id = request.id;
  const bool is_id =
      id.size() == kIdDigits && id.find_first_not_of("0123456789abcdef") == std::string_view::npos;
  if (!is_id) return fail(ErrorCode::kInvalidInput, "id: expected {} hex digits", kIdDigits);
  if (auto checked = check_text(request.question); !checked) {
    return tl::unexpected(std::move(checked).error());
  }
  return state_->with_reader([&](Answerer& answerer) { return answerer.article(request); });
}

Result<LocalityPage> Searcher::locality(const LocalityRequest& request) const {
  return state_->with_reader([&](Answerer& answerer) { return answerer.locality(request); });
}

Result<OfficialPage> Searcher::official(const OfficialRequest& request) const {
  return state_->with_reader([&](Answerer& answerer) { return answerer.official(request); });
}

Result<PostPage> Searcher::post(const PostRequest& request) const {
  return state_->with_reader([&](Answerer& answerer) { return answerer.post(request); });
}

Result<SuggestPage> Searcher::suggest(std::string_view question, std::size_t limit) const {
  if (auto checked = check_text(question); !checked) {
    return tl::unexpected(std::move(checked).error());
  }
  if (limit > kMaxSuggestLimit) {
    return fail(ErrorCode::kInvalidInput, "limit: {} is more than {}", limit, kMaxSuggestLimit);
  }
  return state_->with_reader([&](Answerer& answerer) { return answerer.suggest(question, limit); });
}

IndexStatus Searcher::status() const {
  const SharedBuild build = state_->current();
  const schema::IndexStamp& stamp = build->stamp();
  return {stamp.build_id, stamp.created_at, stamp.articles};
}

Result<void> Searcher::refresh() {
  auto folder = schema::current_build(state_->index);
  if (!folder) return tl::unexpected(std::move(folder).error());
  if (*folder == state_->current()->folder()) return {};
  auto build = open_current(state_->index, state_->gazetteer, state_->corrections);
  if (!build) return tl::unexpected(std::move(build).error());
  const std::lock_guard lock(state_->mutex);
  state_->build = *std::move(build);
  return {};
}

}  // namespace tinlang::search
