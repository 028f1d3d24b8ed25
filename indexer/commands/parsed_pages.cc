#include "indexer/commands/parsed_pages.h"

#include <utility>

#include "indexer/article/site_memory.h"

namespace tinlang::indexer {

void ParsedPages::keep(const archive::Page& page, article::LoadedPage parsed) {
  const std::lock_guard lock(mutex_);
  if (bytes_ + page.bytes.size() > kMostBytes) return;
  bytes_ += page.bytes.size();
  pages_.insert_or_assign(page.source, Kept{article::page_id(page), std::move(parsed)});
}

std::optional<article::LoadedPage> ParsedPages::take(const archive::Page& page) {
  const std::lock_guard lock(mutex_);
  const auto found = pages_.find(page.source);
  if (found == pages_.end() || found->second.id != article::page_id(page)) return std::nullopt;
  std::optional<article::LoadedPage> parsed = std::move(found->second.parsed);
  pages_.erase(found);
  return parsed;
}

}  // namespace tinlang::indexer
