// A page's markup as Gumbo's tree, with bounds that Gumbo itself does not have.

#ifndef TINLANG_INDEXER_ARTICLE_HTML_TREE_H_
#define TINLANG_INDEXER_ARTICLE_HTML_TREE_H_

#include <memory>
#include <string>

#include <gumbo.h>

#include "indexer/article/stand_ins.h"
#include "indexer/result/result.h"

namespace tinlang::article {

// Owns the markup and its tree, which points into it. Movable, not copyable.
// The nodes live in one arena that is dropped whole: Gumbo's own clean-up
// recurses as deep as the page nests.
class HtmlTree {
 public:
  // Parses `markup`, well-formed UTF-8. Nesting is cut at a depth that no
  // written page has (see filter_markup()), so a walk may keep a stack of nodes.
  // Errors: kInvalidInput for more than kMostTags tags or kMostCrossings of them, and when the tree
  // would need an unreasonable amount of memory for the size of the page; the message names neither
  // page nor file.
  static Result<HtmlTree> parse(std::string markup);

  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  const GumboNode* root() const;
  // What stands in its text, and in its `content` and `href`, for what was written.
  const StandIns& stand_ins() const;

 private:
  struct State;
  explicit HtmlTree(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_HTML_TREE_H_
