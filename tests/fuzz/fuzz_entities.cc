// Any text as an article: recognize() answers, its localities are complete and
// every official has a name, an id and a post.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "indexer/entities/recognizer.h"
#include "indexer/text/normalize.h"

namespace {

struct Rooms {
  std::unique_ptr<tinlang::gazetteer::Gazetteer> gazetteer;
  std::unique_ptr<tinlang::entities::Recognizer> recognizer;
};

Rooms load_rooms() {
  const std::filesystem::path data = std::filesystem::path(TINLANG_SOURCE_DIR) / "data";
  auto gazetteer = tinlang::gazetteer::Gazetteer::load(data);
  if (!gazetteer) std::abort();
  Rooms rooms;
  rooms.gazetteer = std::make_unique<tinlang::gazetteer::Gazetteer>(std::move(*gazetteer));
  auto recognizer = tinlang::entities::Recognizer::load(data, *rooms.gazetteer);
  if (!recognizer) std::abort();
  rooms.recognizer = std::make_unique<tinlang::entities::Recognizer>(std::move(*recognizer));
  return rooms;
}

void check(const tinlang::entities::Entities& entities) {
  for (const auto& official : entities.officials) {
    if (official.name.empty() || official.id.empty() || official.posts.empty()) std::abort();
    for (const auto& post : official.posts) {
      if (post.title.empty()) std::abort();
    }
  }
  for (const auto& locality : entities.localities) {
    if (locality.codes.empty() || locality.code != locality.codes.back()) std::abort();
    if (locality.codes.size() != locality.path.size()) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Rooms rooms = load_rooms();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  auto text = tinlang::text::normalize_text(bytes);
  if (!text) return 0;
  tinlang::article::Article article;
  const auto line_end = text->find('\n');
  article.title = text->substr(0, line_end);
  for (auto begin = line_end; begin != std::string::npos;) {
    const auto end = text->find('\n', begin + 1);
    article.paragraphs.push_back(text->substr(begin + 1, end - begin - 1));
    begin = end;
  }
  if (!article.paragraphs.empty()) article.lead = article.paragraphs.front();
  check(rooms.recognizer->recognize(article));
  return 0;
}
