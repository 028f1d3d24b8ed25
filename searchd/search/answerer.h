// One request on one reader of a build.

#ifndef TINLANG_SEARCHD_SEARCH_ANSWERER_H_
#define TINLANG_SEARCHD_SEARCH_ANSWERER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/result/result.h"
#include "indexer/text/abbreviations.h"
#include "searchd/search/filter_terms.h"
#include "searchd/search/index_build.h"
#include "searchd/search/locality_page.h"
#include "searchd/search/match_set.h"
#include "searchd/search/official_page.h"
#include "searchd/search/question.h"
#include "searchd/search/ranked_list.h"
#include "searchd/search/search_page.h"
#include "searchd/search/suggest_page.h"

#include <roaring/roaring.hh>

namespace tinlang::search {

// Not thread-safe; refers to all that it is made of. Requests are within the bounds of
// search_page.h. Errors: kNotFound for what the build does not have; kIncompatible for a stored
// article that cannot be read.
class Answerer {
 public:
  Answerer(IndexBuild& build, Reader& reader, const gazetteer::Gazetteer& gazetteer,
           const text::Abbreviations& abbreviations)
      : build_(build), reader_(reader), gazetteer_(gazetteer), abbreviations_(abbreviations) {}

  // Throws Xapian::Error.
  Result<SearchPage> search(const SearchRequest& request);

  // Throws Xapian::Error.
  Result<SuggestPage> suggest(std::string_view question, std::size_t limit);

  // Throws Xapian::Error.
  Result<LocalityPage> locality(const LocalityRequest& request);

  // Throws Xapian::Error.
  Result<OfficialPage> official(const OfficialRequest& request);

  // Throws Xapian::Error.
  Result<PostPage> post(const PostRequest& request);

  // Throws Xapian::Error.
  Result<ArticlePage> article(const ArticleRequest& request);

 private:
  // The filters of a request, as far as they do not depend on its question.
  struct AskedFilters {
    FilterTerms terms;
    std::optional<Roaring> localities;  // articles from the places; nullopt: none asked
    std::optional<Roaring> officials;   // articles that name them; nullopt: nobody asked
  };

  AskedFilters asked(const Filters& filters) const;

  static Places places_of(const Filters& filters);

  static MatchSets sets_of(MatchReader& matches, const AskedFilters& filters);

  // What those of `within` are to the units with these codes.
  std::vector<AskedPlace> asked_places(std::span<const std::string> codes, Places places,
                                       const Roaring& within) const;

  Question parse(std::string_view text, const ReadingRules& reading);

  // The first correction that finds more than the question does. Throws Xapian::Error.
  std::optional<Correction> correction(std::string_view question, const ReadingRules& reading,
                                       const AskedFilters& filters, std::uint64_t total);

  // Gives the officials of a record the ids of the people they are.
  void name_people(std::uint32_t docid, schema::ArticleRecord& record) const;

  // nullopt for a code that this program's gazetteer lacks.
  std::optional<PlaceHistory> place_of(const schema::LocalityRecord& locality) const;

  std::optional<PlaceHistory> main_place(const schema::ArticleRecord& record) const;

  Result<void> put_hits(const std::vector<RankedArticle>& ranked, const Question& question,
                        std::vector<Hit>& hits, bool partial);

  IndexBuild& build_;
  Reader& reader_;
  const gazetteer::Gazetteer& gazetteer_;
  const text::Abbreviations& abbreviations_;
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_ANSWERER_H_
