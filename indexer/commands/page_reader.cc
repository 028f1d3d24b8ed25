#include "indexer/commands/page_reader.h"

#include <utility>

#include "indexer/article/html_extractor.h"
#include "indexer/tables/data_folder.h"

namespace tinlang::indexer {

Result<PageReader> PageReader::load(const std::filesystem::path& data_folder) {
  auto folder = data_folder;
  if (folder.empty()) {
    const auto found = tables::find_data_folder(std::filesystem::canonical("/proc/self/exe"));
    if (!found) return tl::unexpected(found.error());
    folder = *found;
  }
  auto gazetteer = gazetteer::Gazetteer::load(folder);
  if (!gazetteer) return tl::unexpected(gazetteer.error());
  auto owned = std::make_unique<const gazetteer::Gazetteer>(*std::move(gazetteer));
  auto recognizer = entities::Recognizer::load(folder, *owned);
  if (!recognizer) return tl::unexpected(recognizer.error());
  return PageReader(std::move(owned), *std::move(recognizer));
}

Result<ReadPage> PageReader::read(const archive::Page& page, const LearnedSites& learned) const {
  auto parsed = learned.pages->take(page);
  const article::RepeatedBlocks& repeated = learned.sites.of(page);
  auto article = parsed ? article::extract_article(page, *std::move(parsed), repeated)
                        : article::extract_article(page, repeated);
  if (!article) return tl::unexpected(article.error());
  auto entities = recognizer_.recognize(*article);
  return ReadPage{*std::move(article), std::move(entities)};
}

PageReader::PageReader(std::unique_ptr<const gazetteer::Gazetteer> gazetteer,
                       entities::Recognizer recognizer)
    : gazetteer_(std::move(gazetteer)), recognizer_(std::move(recognizer)) {}

}  // namespace tinlang::indexer
