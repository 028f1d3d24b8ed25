// Where an article names its officials and places, for readers to go on from.

#ifndef TINLANG_SEARCHD_SEARCH_NAME_MARKS_H_
#define TINLANG_SEARCHD_SEARCH_NAME_MARKS_H_

#include <string_view>
#include <vector>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/schema/article_record.h"
#include "searchd/search/search_page.h"

namespace tinlang::search {

// The stretches of a text between blank lines, as paragraphs are shown; views of `body`.
std::vector<std::string_view> paragraphs_of(std::string_view body);

// The evidence of `record` (its officials under the ids of people) as marks, by part, item and
// place; disjoint. A span is left out when it lies outside of its text or cuts a character, when
// its words are not the name of the person, or have no name of the unit, and when two people or two
// units have the same words. Of overlapping ones people come before places, then the longer, then
// the first.
std::vector<NameMark> name_marks(const schema::ArticleRecord& record,
                                 const gazetteer::Gazetteer& gazetteer);

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_NAME_MARKS_H_
