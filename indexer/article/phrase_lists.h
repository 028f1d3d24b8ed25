// The words of news sites' small print, in plain_words() form. They live for ever.

#ifndef TINLANG_INDEXER_ARTICLE_PHRASE_LISTS_H_
#define TINLANG_INDEXER_ARTICLE_PHRASE_LISTS_H_

#include <string_view>
#include <unordered_set>

namespace tinlang::article {

using PhraseSet = std::unordered_set<std::string_view>;

// Lines that say the same on every page: buttons, placeholders, labels.
const PhraseSet& furniture_lines();

// Headings after which other articles, comments or attachments follow.
const PhraseSet& other_matter_headings();

// Names of sections and functions of a site.
const PhraseSet& section_names();

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_PHRASE_LISTS_H_
