// What a page's JSON-LD says about its article.

#ifndef TINLANG_INDEXER_ARTICLE_JSON_LD_H_
#define TINLANG_INDEXER_ARTICLE_JSON_LD_H_

#include <string>
#include <string_view>
#include <vector>

namespace tinlang::article {

// Values as written; empty when absent.
struct JsonLdArticle {
  std::string headline;
  std::string published;
  std::string modified;
  std::string uploaded;  // the film that the page shows
  std::string author;
  std::string section;
  std::vector<std::string> keywords;
  std::vector<std::string> crumbs;  // names in a BreadcrumbList, from the front page on
};

// The first article among `scripts`, the texts of the page's JSON-LD scripts.
// Scripts that are no JSON are searched for their dates and headline all the same:
// many portals print them with raw line breaks and quotes.
JsonLdArticle read_json_ld(const std::vector<std::string>& scripts);

// The entries of a list with commas or semicolons between them, none of them empty.
std::vector<std::string> split_list(std::string_view list);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_JSON_LD_H_
