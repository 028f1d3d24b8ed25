// The small print of news pages: what surrounds an article and is not part of it.
// Words help only at the edges and inside a body that structure has found.

#ifndef TINLANG_INDEXER_ARTICLE_PHRASES_H_
#define TINLANG_INDEXER_ARTICLE_PHRASES_H_

#include <string>
#include <string_view>

namespace tinlang::article {

// Letters and digits of `text` without marks, in lower case, words apart by one
// space: "  Tin liên quan: »" -> "tin lien quan"; of any script, "Ёлка" -> "елка".
// For comparing, never for showing.
std::string plain_words(std::string_view text);

// A line of site furniture: counters, buttons, labels without a value, placeholders.
bool is_furniture(std::string_view line);
bool is_furniture(std::string_view line, const std::string& words);  // words: its plain_words()

// A heading after which other articles, comments or attachments follow.
bool begins_other_matter(std::string_view line);
bool begins_other_matter(std::string_view line, const std::string& words);

// Lines of an imprint. Strong ones stand in nothing else; an address or a telephone
// number (weak) may also belong to an announcement.
enum class ImprintSign { kNone, kWeak, kStrong };
ImprintSign imprint_sign(std::string_view line);
ImprintSign imprint_sign(std::string_view line, const std::string& words);

// Whether a heading or a part of a <title> names a section, a function of the site or an
// office ("Tin tức", "Chi tiết", "UBND huyện X") rather than an article.
bool names_section(std::string_view text);
bool names_section(std::string_view text, const std::string& words);

// Whether a part of a <title> names a site rather than an article.
bool names_site(std::string_view text);
bool names_site_in_words(std::string_view words);  // by its plain_words() alone

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_PHRASES_H_
