// Page -> article and entities: the one way in which every command reads a page.

#ifndef TINLANG_INDEXER_COMMANDS_PAGE_READER_H_
#define TINLANG_INDEXER_COMMANDS_PAGE_READER_H_

#include <filesystem>
#include <memory>

#include "indexer/archive/page.h"
#include "indexer/article/article.h"
#include "indexer/commands/site_learner.h"
#include "indexer/entities/entities.h"
#include "indexer/entities/recognizer.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/result/result.h"

namespace tinlang::indexer {

struct ReadPage {
  article::Article article;
  entities::Entities entities;
};

// The tables that reading needs, loaded once. Immutable; thread-safe.
class PageReader {
 public:
  // `data_folder` empty: the one that belongs to this program.
  // Errors: those of find_data_folder(), Gazetteer::load() and Recognizer::load().
  static Result<PageReader> load(const std::filesystem::path& data_folder);

  // `learned`: what is known of the page's site, and perhaps the page itself, understood.
  // Errors: those of article::extract_article().
  Result<ReadPage> read(const archive::Page& page, const LearnedSites& learned) const;

 private:
  PageReader(std::unique_ptr<const gazetteer::Gazetteer> gazetteer,
             entities::Recognizer recognizer);
  std::unique_ptr<const gazetteer::Gazetteer> gazetteer_;  // recognizer_ points to it
  entities::Recognizer recognizer_;
};

}  // namespace tinlang::indexer

#endif  // TINLANG_INDEXER_COMMANDS_PAGE_READER_H_
