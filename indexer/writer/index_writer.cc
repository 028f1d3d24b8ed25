#include "indexer/writer/index_writer.h"

#include <chrono>
#include <optional>
#include <system_error>
#include <tuple>
#include <utility>

#include "indexer/schema/fields.h"
#include "indexer/schema/index_folder.h"
#include "indexer/schema/index_stamp.h"
#include "indexer/text/analyzer.h"
#include "indexer/writer/build_folder.h"
#include "indexer/writer/folder_lock.h"

namespace tinlang::writer {
namespace {

namespace fs = std::filesystem;

// Small batches keep Xapian's buffer inside the processor's cache: at 500
// documents twice as fast as at the library's default of 10,000.
constexpr std::size_t kBatchArticles = 500;

tl::unexpected<Error> broken(const fs::path& build, const Xapian::Error& error) {
  return fail(ErrorCode::kUnavailable, "{}: cannot be written: {}", build.string(),
              error.get_msg());
}

Result<void> check_base(const fs::path& build) {
  try {
    const auto stamp = schema::read_stamp(Xapian::Database(build.string()));
    const auto usable = stamp ? schema::check_compatible(*stamp, text::Analyzer::fingerprint())
                              : tl::unexpected(stamp.error());
    if (usable) return {};
    return fail(usable.error().code, "{}: {}", build.string(), usable.error().message);
  } catch (const Xapian::Error& error) {
    return fail(ErrorCode::kIncompatible, "{}: cannot be opened: {}", build.string(),
                error.get_msg());
  }
}

}  // namespace

struct IndexWriter::State {
  fs::path index;
  FolderLock lock;
  std::optional<fs::path> current;                   // the build in use when this one began
  std::optional<Xapian::Database> reader;            // of `current`, until the first write
  std::optional<Xapian::WritableDatabase> database;  // of next, from the first write
  std::size_t uncommitted = 0;

  fs::path next() const { return index / schema::kNextName; }

  Result<void> begin_writing();
  Xapian::docid find(const std::string& id) const;
  std::optional<schema::ArticleRecord> stored(Xapian::docid docid) const;
  void note_officials(const schema::ArticleRecord& record);
  void commit(std::uint64_t articles, const std::string& build_id, const std::string& created_at);
  Result<void> verify(const std::string& build_id, std::uint64_t articles) const;
};

Result<void> IndexWriter::State::begin_writing() {
  if (database) return {};
  std::error_code error;
  if (!fs::exists(next(), error)) {
    if (const auto begun = begin_build(index, current); !begun) return begun;
  }
  reader.reset();
  database.emplace(next().string(), Xapian::DB_CREATE_OR_OPEN);
  commit(database->get_doccount(), "unfinished", {});
  return {};
}

Xapian::docid IndexWriter::State::find(const std::string& id) const {
  const Xapian::Database* source = database ? &*database : reader ? &*reader : nullptr;
  if (source == nullptr) return 0;
  const std::string term = schema::make_term(schema::FieldId::kId, id);
  const auto posting = source->postlist_begin(term);
  return posting == source->postlist_end(term) ? 0 : *posting;
}

std::optional<schema::ArticleRecord> IndexWriter::State::stored(Xapian::docid docid) const {
  const Xapian::Database& source = database ? *database : *reader;
  auto record = schema::decode(source.get_document(docid).get_data());
  if (!record) return std::nullopt;
  return *std::move(record);
}

// The spelling of the latest article; of one day the same one in whatever order they come.
void IndexWriter::State::note_officials(const schema::ArticleRecord& record) {
  const auto date = schema::filing_date(record);
  const std::string day = date ? to_iso_date(*date) : std::string();
  for (const auto& official : record.officials) {
    const std::string key = schema::kOfficialKeyPrefix + official.id;
    const auto known = schema::decode_official(database->get_metadata(key));
    const bool is_later =
        !known || std::tie(known->date, known->name) < std::tie(day, official.name);
    if (is_later) database->set_metadata(key, encode(schema::OfficialName{official.name, day}));
  }
}

void IndexWriter::State::commit(std::uint64_t articles, const std::string& build_id,
                                const std::string& created_at) {
  schema::write_stamp(*database, {schema::kFormatVersion, text::Analyzer::fingerprint(), build_id,
                                  created_at, articles});
  database->commit();
  uncommitted = 0;
}

Result<void> IndexWriter::State::verify(const std::string& build_id, std::uint64_t articles) const {
  const Xapian::Database written(next().string());
  const auto stamp = schema::read_stamp(written);
  if (!stamp || stamp->build_id != build_id || written.get_doccount() != articles) {
    return fail(ErrorCode::kUnavailable, "{}: the new build does not read as it was written",
                next().string());
  }
  if (articles == 0) return {};
  const auto last = schema::decode(written.get_document(written.get_lastdocid()).get_data());
  if (!last) return tl::unexpected(last.error());
  return {};
}

Result<IndexWriter> IndexWriter::open(const fs::path& index) {
  std::error_code error;
  fs::create_directories(index, error);
  if (error) {
    return fail(ErrorCode::kUnavailable, "{}: cannot be made: {}", index.string(), error.message());
  }
  auto lock = FolderLock::take(index / schema::kLockName);
  if (!lock) return tl::unexpected(lock.error());

  auto state = std::unique_ptr<State>(new State{index, *std::move(lock), {}, {}, {}, 0});
  if (const auto current = schema::current_build(index)) {
    if (const auto usable = check_base(*current); !usable) return tl::unexpected(usable.error());
    state->current = *current;
  }
  try {
    // What a killed indexer left is gone on with, unless another version left it.
    if (fs::exists(state->next(), error)) {
      if (check_base(state->next())) {
        state->database.emplace(state->next().string(), Xapian::DB_OPEN);
      } else {
        fs::remove_all(state->next(), error);
      }
    }
    if (!state->database && state->current) state->reader.emplace(state->current->string());
  } catch (const Xapian::Error& xapian) {
    return broken(index, xapian);
  }
  return IndexWriter(std::move(state));
}

Result<PutOutcome> IndexWriter::put(const schema::ArticleRecord& record,
                                    const Xapian::Document& document) {
  State& state = *state_;
  try {
    const Xapian::docid docid = state.find(record.id);
    if (docid != 0) {
      const auto known = state.stored(docid);
      if (known && known->sha256 == record.sha256) return PutOutcome::kUnchanged;
      // Of two captures the newer one counts; at equal times the order of
      // sources, so that the answer does not depend on the order of reading.
      if (known && known->source != record.source &&
          std::tie(known->captured_at, known->source) >
              std::tie(record.captured_at, record.source)) {
        return PutOutcome::kOlder;
      }
    }
    if (const auto begun = state.begin_writing(); !begun) return tl::unexpected(begun.error());
    if (docid != 0) {
      state.database->replace_document(docid, document);
    } else {
      state.database->add_document(document);
    }
    state.note_officials(record);
    if (++state.uncommitted >= kBatchArticles) {
      state.commit(state.database->get_doccount(), "unfinished", {});
    }
    return docid != 0 ? PutOutcome::kReplaced : PutOutcome::kAdded;
  } catch (const Xapian::Error& error) {
    return broken(state.next(), error);
  }
}

Result<BuildReport> IndexWriter::finish() {
  State& state = *state_;
  try {
    if (!state.database && state.current) {
      return BuildReport{state.current->filename().string(), state.reader->get_doccount(), false};
    }
    if (const auto begun = state.begin_writing(); !begun) return tl::unexpected(begun.error());
    const auto now = std::chrono::system_clock::now();
    const std::string build_id = make_build_id(now, state.database->get_uuid());
    const std::uint64_t articles = state.database->get_doccount();
    state.commit(articles, build_id, to_iso_utc(now));
    state.database->close();
    if (const auto good = state.verify(build_id, articles); !good) {
      return tl::unexpected(good.error());
    }
    if (const auto done = switch_build(state.index, build_id, state.current); !done) {
      return tl::unexpected(done.error());
    }
    return BuildReport{build_id, articles, true};
  } catch (const Xapian::Error& error) {
    return broken(state.next(), error);
  }
}

IndexWriter::IndexWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
IndexWriter::IndexWriter(IndexWriter&&) noexcept = default;
IndexWriter& IndexWriter::operator=(IndexWriter&&) noexcept = default;
IndexWriter::~IndexWriter() = default;

}  // namespace tinlang::writer
