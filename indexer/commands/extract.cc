#include "indexer/commands/extract.h"

#include <algorithm>
#include <optional>
#include <thread>
#include <utility>

#include "indexer/commands/site_learner.h"
#include "indexer/commands/worker_pool.h"

#include <nlohmann/json.hpp>

namespace tinlang::indexer {
namespace {

using Json = nlohmann::ordered_json;  // fields in the documented order

constexpr std::size_t kPagesAhead = 32;

Json null_if_empty(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

Json to_json(const std::optional<calendar::Date>& date, bool with_time) {
  if (!date) return nullptr;
  Json json{{"date", to_iso_date(*date)}};
  if (with_time) json["time"] = null_if_empty(to_iso_time(*date));
  json["precision"] = to_string(date->precision);
  return json;
}

// Key by key: a list of pairs would make an array of each first, and a page has many spans.
Json to_json(const entities::TextSpan& span) {
  Json json = Json::object();
  json["in"] = entities::to_string(span.field);
  json["item"] = span.item;
  json["begin"] = span.begin;
  json["end"] = span.end;
  return json;
}

Json to_json(const std::vector<entities::TextSpan>& spans) {
  Json json = Json::array();
  for (const auto& span : spans) json.push_back(to_json(span));
  return json;
}

Json to_json(const entities::UndecidedPlace& place) {
  return {{"name", place.name}, {"codes", place.codes}, {"evidence", to_json(place.evidence)}};
}

Json to_json(const entities::Locality& locality) {
  return {{"code", locality.code},
          {"codes", locality.codes},
          {"path", locality.path},
          {"role", locality.role == entities::LocalityRole::kMain ? "main" : "mention"},
          {"confidence", locality.confidence},
          {"evidence", to_json(locality.evidence)}};
}

Json to_json(const entities::Official& official) {
  Json posts = Json::array();
  for (const auto& post : official.posts) {
    posts.push_back({{"title", post.title},
                     {"body", null_if_empty(post.body)},
                     {"locality", null_if_empty(post.locality)},
                     {"former", post.former},
                     {"acting", post.acting},
                     {"level", null_if_empty(post.level)},
                     {"words", post.words},
                     {"evidence", to_json(post.evidence)}});
  }
  return {{"id", official.id},
          {"name", official.name},
          {"posts", std::move(posts)},
          {"evidence", to_json(official.evidence)}};
}

Json to_json(const std::vector<article::Attachment>& attachments) {
  Json json = Json::array();
  for (const auto& [url, text] : attachments) json.push_back({{"url", url}, {"text", text}});
  return json;
}

struct Line {
  std::optional<std::string> text;
  archive::Refusal refusal;
  bool no_article = false;
};

}  // namespace

std::string extract_line(const ReadPage& page) {
  const article::Article& article = page.article;
  Json localities = Json::array();
  for (const auto& locality : page.entities.localities) localities.push_back(to_json(locality));
  Json undecided = Json::array();
  for (const auto& place : page.entities.undecided) undecided.push_back(to_json(place));
  Json officials = Json::array();
  for (const auto& official : page.entities.officials) officials.push_back(to_json(official));
  const Json line{{"source", article.source},
                  {"url", null_if_empty(article.url)},
                  {"site_name", null_if_empty(article.site_name)},
                  {"title", article.title},
                  {"lead", null_if_empty(article.lead)},
                  {"body", article::body_text(article)},
                  {"captions", article.captions},
                  {"byline", null_if_empty(article.byline)},
                  {"photo_credit", null_if_empty(article.photo_credit)},
                  {"category", null_if_empty(article.category)},
                  {"tags", article.tags},
                  {"attachments", to_json(article.attachments)},
                  {"original", null_if_empty(article.original)},
                  {"published", to_json(article.published, true)},
                  {"modified", to_json(article.modified, true)},
                  {"event", to_json(page.entities.event, false)},
                  {"localities", std::move(localities)},
                  {"undecided_places", std::move(undecided)},
                  {"officials", std::move(officials)},
                  {"language", null_if_empty(article.language)},
                  {"encoding", article.encoding},
                  {"sha256", article.sha256}};
  return line.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<ExtractReport> extract_pages(const ExtractRequest& request) {
  const auto reader = PageReader::load(request.data);
  if (!reader) return tl::unexpected(reader.error());

  using Pool = WorkerPool<archive::Page, Line>;
  const unsigned workers =
      request.workers > 0 ? request.workers : std::max(1U, std::thread::hardware_concurrency());
  article::SiteMemory memory;
  const auto sites = learn_sites({request.inputs, workers, {}}, memory);
  if (!sites) return tl::unexpected(sites.error());
  const Pool::Work work = [&reader, &sites](const archive::Page& page) -> Line {
    const auto read = reader->read(page, *sites);
    if (!read) {
      const bool no_article = read.error().code == ErrorCode::kNotFound;
      return {std::nullopt, {page.source, read.error().message}, no_article};
    }
    return {extract_line(*read), {}, false};
  };
  Pool pool(std::vector<Pool::Work>(workers, work));

  ExtractReport report;
  bool wanted = true;
  const auto print_next = [&] {
    Line line = pool.take();
    if (line.no_article) {
      ++report.no_article;
    } else if (!line.text) {
      report.refused.push_back(std::move(line.refusal));
    } else if (wanted) {
      wanted = request.print(*line.text);
    }
  };
  const auto read = archive::read_pages(request.inputs, [&](archive::Page page) {
    pool.submit(std::move(page));
    if (pool.outstanding() >= kPagesAhead * workers) {
      pool.take_down_to(kPagesAhead * workers / 2, print_next);
    }
    return wanted;
  });
  pool.take_down_to(0, print_next);
  if (!read) return tl::unexpected(read.error());
  report.pages = read->pages;
  report.other_files = read->other_files;
  report.refused.insert(report.refused.begin(), read->refused.begin(), read->refused.end());
  return report;
}

}  // namespace tinlang::indexer
