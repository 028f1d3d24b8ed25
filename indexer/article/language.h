// The language of a text, as far as a news archive of Viet Nam asks.

#ifndef TINLANG_INDEXER_ARTICLE_LANGUAGE_H_
#define TINLANG_INDEXER_ARTICLE_LANGUAGE_H_

#include <string>
#include <string_view>

namespace tinlang::article {

// "vi", "en", or empty when unsure. `text` is UTF-8; `declared` is what the
// page calls its language, and is believed only when the words do not say.
std::string find_language(std::string_view text, std::string_view declared);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_LANGUAGE_H_
