#include "indexer/commands/add.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <thread>
#include <utility>

#include "indexer/commands/page_reader.h"
#include "indexer/commands/site_learner.h"
#include "indexer/commands/worker_pool.h"
#include "indexer/text/analyzer.h"
#include "indexer/writer/document_builder.h"
#include "indexer/writer/index_writer.h"
#include "indexer/writer/record_builder.h"

namespace tinlang::indexer {
namespace {

// Pages read ahead for each worker: enough to keep it busy while a batch is committed.
constexpr std::size_t kPagesAhead = 32;

struct Prepared {
  std::string source;
  schema::ArticleRecord record;
  Xapian::Document document;
};

// The outcome for one page; a refused page keeps its name.
struct Outcome {
  std::optional<Prepared> prepared;
  archive::Refusal refusal;
  bool no_article = false;  // nothing is wrong with the page
};

// What every worker shares.
struct Knowledge {
  const PageReader& reader;
  const LearnedSites& sites;
};

Outcome prepare(const archive::Page& page, const Knowledge& knowledge, text::Analyzer& analyzer) {
  const auto read = knowledge.reader.read(page, knowledge.sites);
  if (!read) {
    const bool no_article = read.error().code == ErrorCode::kNotFound;
    return {std::nullopt, {page.source, read.error().message}, no_article};
  }
  auto record = writer::make_record(read->article, read->entities);
  auto document = writer::build_document(record, analyzer);
  return {Prepared{page.source, std::move(record), std::move(document)}, {}, false};
}

using Pool = WorkerPool<archive::Page, Outcome>;

Result<std::vector<Pool::Work>> make_workers(unsigned count, const Knowledge& knowledge) {
  std::vector<Pool::Work> works;
  for (unsigned i = 0; i < count; ++i) {
    auto analyzer = text::Analyzer::create();
    if (!analyzer) return tl::unexpected(analyzer.error());
    // std::function copies its target: the analyzer, which cannot be copied, is held by pointer.
    auto owned = std::make_shared<text::Analyzer>(*std::move(analyzer));
    works.emplace_back(
        [owned, knowledge](const archive::Page& page) { return prepare(page, knowledge, *owned); });
  }
  return works;
}

void count(writer::PutOutcome outcome, AddReport& report) {
  switch (outcome) {
    case writer::PutOutcome::kAdded:
      ++report.added;
      break;
    case writer::PutOutcome::kReplaced:
      ++report.replaced;
      break;
    case writer::PutOutcome::kUnchanged:
      ++report.unchanged;
      break;
    case writer::PutOutcome::kOlder:
      ++report.older;
      break;
  }
}

Result<void> write_next(Pool& pool, writer::IndexWriter& index, AddReport& report) {
  Outcome outcome = pool.take();
  if (outcome.no_article) {
    ++report.no_article;
    return {};
  }
  if (!outcome.prepared) {
    report.refused.push_back(std::move(outcome.refusal));
    return {};
  }
  const auto put = index.put(outcome.prepared->record, outcome.prepared->document);
  if (!put) return tl::unexpected(put.error());
  count(*put, report);
  return {};
}

}  // namespace

Result<AddReport> add_pages(const AddRequest& request) {
  const auto reader = PageReader::load(request.data);
  if (!reader) return tl::unexpected(reader.error());
  const unsigned workers =
      request.workers > 0 ? request.workers : std::max(1U, std::thread::hardware_concurrency());
  auto index = writer::IndexWriter::open(request.index);
  if (!index) return tl::unexpected(index.error());
  auto memory = load_site_memory(request.index);
  const auto sites = learn_sites({request.inputs, workers, request.is_stopped}, memory);
  if (!sites) return tl::unexpected(sites.error());
  save_site_memory(request.index, memory);
  auto works = make_workers(workers, {*reader, *sites});
  if (!works) return tl::unexpected(works.error());

  AddReport report;
  Result<void> written;
  Pool pool(*std::move(works));
  const auto read = archive::read_pages(request.inputs, [&](archive::Page page) {
    report.interrupted = request.is_stopped && request.is_stopped();
    if (report.interrupted) return false;
    pool.submit(std::move(page));
    ++report.pages;
    if (request.on_page) request.on_page(report.pages);
    if (pool.outstanding() >= kPagesAhead * workers) written = write_next(pool, *index, report);
    return written.has_value();
  });
  while (pool.outstanding() > 0 && written) written = write_next(pool, *index, report);
  if (!read) return tl::unexpected(read.error());
  if (!written) return tl::unexpected(written.error());

  report.other_files = read->other_files;
  report.revisits = read->revisits;
  report.refused.insert(report.refused.begin(), read->refused.begin(), read->refused.end());
  if (report.interrupted) return report;
  const auto build = index->finish();
  if (!build) return tl::unexpected(build.error());
  report.build_id = build->build_id;
  report.articles = build->articles;
  report.switched = build->switched;
  return report;
}

}  // namespace tinlang::indexer
