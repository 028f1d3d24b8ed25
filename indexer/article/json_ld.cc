#include "indexer/article/json_ld.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "indexer/article/page_blocks.h"

#include <nlohmann/json.hpp>

namespace tinlang::article {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kLargestScript = 1024 * 1024;
constexpr std::size_t kMostNodes = 2000;

std::string string_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return {};
  return clean_text(found->get_ref<const std::string&>());
}

// The name of an author that is a string, an object or a list of these.
std::string author_of(const Json& object) {
  const auto found = object.find("author");
  if (found == object.end()) return {};
  const Json* author = &*found;
  if (author->is_array() && !author->empty()) author = &author->front();
  if (author->is_string()) return clean_text(author->get_ref<const std::string&>());
  return author->is_object() ? string_of(*author, "name") : std::string();
}

// A string, or the first of a list of them.
std::string first_string_of(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_array()) return string_of(object, key);
  if (found->empty() || !found->front().is_string()) return {};
  return clean_text(found->front().get_ref<const std::string&>());
}

// A list of strings, or one string with commas.
std::vector<std::string> strings_of(const Json& object, const char* key) {
  std::vector<std::string> strings;
  const auto found = object.find(key);
  if (found == object.end()) return strings;
  if (found->is_string()) return split_list(string_of(object, key));
  if (!found->is_array()) return strings;
  for (const Json& entry : *found) {
    if (entry.is_string()) strings.push_back(clean_text(entry.get_ref<const std::string&>()));
  }
  return strings;
}

// The names in a BreadcrumbList, where they stand in the entry or in its item.
std::vector<std::string> crumbs_of(const Json& object) {
  std::vector<std::string> names;
  const auto type = object.find("@type");
  const auto list = object.find("itemListElement");
  if (type == object.end() || *type != "BreadcrumbList") return names;
  if (list == object.end() || !list->is_array()) return names;
  for (const Json& entry : *list) {
    if (!entry.is_object()) continue;
    std::string name = string_of(entry, "name");
    const auto item = entry.find("item");
    if (name.empty() && item != entry.end() && item->is_object()) name = string_of(*item, "name");
    if (!name.empty()) names.push_back(std::move(name));
  }
  return names;
}

bool is_article(const Json& object) {
  const auto type = object.find("@type");
  const auto names_article = [](const Json& name) {
    if (!name.is_string()) return false;
    const auto& text = name.get_ref<const std::string&>();
    return text.find("Article") != std::string::npos || text.find("Posting") != std::string::npos ||
           text == "Report" || text == "WebPage";
  };
  if (type == object.end()) return object.contains("headline");
  if (type->is_array()) return std::any_of(type->begin(), type->end(), names_article);
  return names_article(*type);
}

// Fills what `article` does not know yet.
void take(const Json& object, JsonLdArticle& article) {
  const auto fill = [](std::string& field, std::string value) {
    if (field.empty()) field = std::move(value);
  };
  fill(article.headline, string_of(object, "headline"));
  fill(article.published, string_of(object, "datePublished"));
  fill(article.modified, string_of(object, "dateModified"));
  fill(article.author, author_of(object));
  fill(article.section, first_string_of(object, "articleSection"));
  if (article.keywords.empty()) article.keywords = strings_of(object, "keywords");
}

// Breadth first over lists, @graph and other nested objects; bounded.
void search(const Json& root, JsonLdArticle& article) {
  std::vector<const Json*> queue{&root};
  for (std::size_t i = 0; i < queue.size() && queue.size() < kMostNodes; ++i) {
    const Json& node = *queue[i];
    if (node.is_object() && is_article(node)) take(node, article);
    if (node.is_object() && article.uploaded.empty()) {
      article.uploaded = string_of(node, "uploadDate");
    }
    if (node.is_object() && article.crumbs.empty()) article.crumbs = crumbs_of(node);
    if (!node.is_structured()) continue;
    for (const Json& child : node) {
      if (child.is_structured()) queue.push_back(&child);
    }
  }
}

std::string without_controls(std::string_view script) {
  std::string text(script);
  for (char& c : text) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return text;
}

// The string value after "key": in text that is no JSON.
std::string find_value(std::string_view text, std::string_view key) {
  const auto at = text.find(key);
  if (at == std::string_view::npos) return {};
  const auto colon = text.find_first_not_of(" \t\r\n\"", at + key.size());
  if (colon == std::string_view::npos || text[colon] != ':') return {};
  const auto open = text.find_first_not_of(" \t\r\n", colon + 1);
  if (open == std::string_view::npos || text[open] != '"') return {};
  const auto close = text.find('"', open + 1);
  if (close == std::string_view::npos) return {};
  return clean_text(text.substr(open + 1, close - open - 1));
}

}  // namespace

std::vector<std::string> split_list(std::string_view list) {
  std::vector<std::string> entries;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find_first_of(",;"), list.size());
    std::string entry = clean_text(list.substr(0, end));
    if (!entry.empty()) entries.push_back(std::move(entry));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return entries;
}

JsonLdArticle read_json_ld(const std::vector<std::string>& scripts) {
  JsonLdArticle article;
  for (const std::string& script : scripts) {
    if (script.size() > kLargestScript) continue;
    const std::string text = without_controls(script);
    const Json json = Json::parse(text, nullptr, false, true);
    if (!json.is_discarded()) {
      search(json, article);
      continue;
    }
    if (article.published.empty()) article.published = find_value(text, "\"datePublished");
    if (article.modified.empty()) article.modified = find_value(text, "\"dateModified");
    if (article.headline.empty()) article.headline = find_value(text, "\"headline");
  }
  return article;
}

}  // namespace tinlang::article
