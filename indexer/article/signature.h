// Who signs an article: what a line must look like to name a person or an office.

#ifndef TINLANG_INDEXER_ARTICLE_SIGNATURE_H_
#define TINLANG_INDEXER_ARTICLE_SIGNATURE_H_

#include <optional>
#include <string>
#include <string_view>

#include "indexer/article/credit.h"
#include "indexer/article/page_blocks.h"

namespace tinlang::article {

// Two to five words with a capital each and no digit.
bool is_name(std::string_view part);

// Whether the line begins as local organisations do that sign articles.
bool names_organisation(std::string_view part);

// Whether the first word is one of the surnames that most people have: where no style and no
// place speaks for a name.
bool begins_with_surname(std::string_view line);

// "Chủ tịch Hội Nông dân xã", "Trung tâm Văn hóa huyện": what stands under or behind a name.
bool names_office(std::string_view part);

// "CTV Lèo Thị Ón" -> the name; other lines as they are.
std::string without_role(const std::string& line);

// The name beside a portrait in block `i`, when a date stands with it; else empty.
std::string name_at_portrait(const PageBlocks& page, std::size_t i);

// A line that its style sets apart from the text, or that a box names for the author.
bool stands_apart(const Block& block);

// Whether a line is shaped like a signature: names, each word with a capital,
// perhaps with an office or an organisation behind a dash or a comma.
bool is_signature(std::string_view line);

// What a line beside an article says of who made it.
struct Signature {
  std::string name;
  CreditKind kind = CreditKind::kAuthor;
  bool labelled = false;
  bool with_photos = false;
};

// What `block` says; `at_end`: it is the last of the text, where a bare name signs.
std::optional<Signature> read_signature(const Block& block, bool at_end);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_SIGNATURE_H_
