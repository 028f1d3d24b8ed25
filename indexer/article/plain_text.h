// Pages that are no markup: a text with its title in the first line.

#ifndef TINLANG_INDEXER_ARTICLE_PLAIN_TEXT_H_
#define TINLANG_INDEXER_ARTICLE_PLAIN_TEXT_H_

#include <string>
#include <string_view>

namespace tinlang::article {

// What the first bytes of a file are, when they are no text: "a PDF document",
// "a JPEG picture"; empty for what may be text or markup.
std::string_view name_binary_kind(std::string_view bytes);

// Whether `text` holds any markup.
bool has_markup(std::string_view text);

// Plain text as markup that reads the same: the first line a heading, then a
// paragraph for each line or, where blank lines part the text, for each such part.
std::string mark_up(std::string_view text);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_PLAIN_TEXT_H_
