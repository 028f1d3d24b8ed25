#include "tests/golden/page_score.h"

#include <algorithm>
#include <map>
#include <sstream>

namespace tinlang::article {
namespace {

using Json = nlohmann::json;

std::map<std::string, int> words_of(const std::string& text) {
  std::map<std::string, int> words;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) ++words[word];
  return words;
}

std::string joined(const Json& paragraphs) {
  std::string text;
  for (const std::string paragraph : paragraphs) text += paragraph + '\n';
  return text;
}

void score_kept(const Json& truth, const Json& kept, LayoutScore& score) {
  if (kept.is_null() || !truth.contains("tags")) return;
  const auto right = [&](const char* key) { return kept[key] == truth[key] ? 1U : 0U; };
  score.kept = 1;
  score.tags = right("tags");
  score.category = right("category");
  score.attachments = right("attachments");
  score.photos = right("photo_credit");
}

}  // namespace

nlohmann::json date_json(const std::optional<calendar::Date>& date) {
  if (!date) return nullptr;
  Json json = {{"date", to_iso_date(*date)}, {"precision", to_string(date->precision)}};
  const std::string time = to_iso_time(*date);
  if (!time.empty()) json["time"] = time;
  return json;
}

double precision_of(const std::string& body, const std::string& visible) {
  const auto found = words_of(body);
  const auto there = words_of(visible);
  int shared = 0;
  int all = 0;
  for (const auto& [word, count] : found) {
    all += count;
    const auto it = there.find(word);
    if (it != there.end()) shared += std::min(count, it->second);
  }
  return all == 0 ? 0 : static_cast<double>(shared) / all;
}

double LayoutScore::f1() const {
  const double sum = precision + recall;
  return sum == 0 ? 0 : 2 * precision * recall / sum / static_cast<double>(bodies);
}

void add(LayoutScore& sum, const LayoutScore& more) {
  sum.pages += more.pages;
  sum.title += more.title;
  sum.date += more.date;
  sum.byline += more.byline;
  sum.bodies += more.bodies;
  sum.precision += more.precision;
  sum.recall += more.recall;
  sum.kept += more.kept;
  sum.tags += more.tags;
  sum.category += more.category;
  sum.attachments += more.attachments;
  sum.photos += more.photos;
}

nlohmann::json kept_json(const Article& article) {
  Json attachments = Json::array();
  for (const auto& [url, text] : article.attachments) {
    attachments.push_back({{"url", url}, {"text", text}});
  }
  return {{"tags", article.tags},
          {"category", article.category},
          {"attachments", attachments},
          {"photo_credit", article.photo_credit}};
}

Reading reading_of(const Article& article) {
  return {article.title, article.byline, body_text(article), date_json(article.published),
          kept_json(article)};
}

LayoutScore score_page(const Json& truth, const Reading& reading) {
  LayoutScore score;
  score.pages = 1;
  score.bodies = truth.contains("body") ? 1 : 0;
  score.title = reading.title == truth["title"] ? 1 : 0;
  score.date = reading.published == truth["published"] ? 1 : 0;
  score.byline = reading.byline == truth.value("byline", "") ? 1 : 0;
  score_kept(truth, reading.kept, score);
  if (score.bodies == 0) return score;
  const std::string whole = joined(truth["body"]);
  score.precision = precision_of(reading.body, whole);
  score.recall = precision_of(whole, reading.body);
  return score;
}

}  // namespace tinlang::article
