// The shape of a person's name.

#ifndef TINLANG_INDEXER_ENTITIES_PERSON_NAME_H_
#define TINLANG_INDEXER_ENTITIES_PERSON_NAME_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "indexer/entities/post_grammar.h"
#include "indexer/entities/words.h"

namespace tinlang::entities {

struct PersonName {
  std::size_t begin = 0;  // words
  std::size_t end = 0;
};

enum class NameTrust : std::uint8_t {
  kAnyShape,       // a word of respect or a list of people says that a name follows
  kSurname,        // it must begin with a family name and be no place
  kLongOrSurname,  // three syllables do for the family name: a post stands before it
};

// The name of 2 to 5 capitalised syllables at words[at]; it ends before a post
// that follows without a comma.
std::optional<PersonName> read_person_name(const PostGrammar& grammar, std::span<const Word> words,
                                           std::size_t at, NameTrust trust);

// Display spelling: "Thuý Phượng" and "THÚY PHƯỢNG" -> "Thúy Phượng".
std::string display_name(std::span<const Word> words, const PersonName& name);

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_PERSON_NAME_H_
