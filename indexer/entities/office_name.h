// Where the open name of an office or a committee ends: "Phòng | Kiểm soát bệnh tật".

#ifndef TINLANG_INDEXER_ENTITIES_OFFICE_NAME_H_
#define TINLANG_INDEXER_ENTITIES_OFFICE_NAME_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "indexer/entities/post_table.h"
#include "indexer/entities/words.h"

namespace tinlang::entities {

// What stands before the name.
struct OfficeContext {
  bool may_have_task = false;     // a committee, whose task stands in small letters
  bool may_be_of_person = false;  // a school or a firm, which may bear a person's name
};

// Index after the open name at words[at], or `at` when there is none. A
// person's name that follows does not belong to it.
std::size_t office_name_end(const PostTable& table, std::span<const Word> words, std::size_t at,
                            OfficeContext context);

// Index of the level word that ends a committee's task at words[at], or `at`.
std::size_t task_end(const PostTable& table, std::span<const Word> words, std::size_t at);

// The level word at words[at]; "xã hội" is no commune.
std::optional<Match> level_at(const PostTable& table, std::span<const Word> words, std::size_t at);

// Whether words[at, end) can be a whole name: a family name and one to three parts.
bool may_be_whole_name(const PostTable& table, std::span<const Word> words, std::size_t at,
                       std::size_t end);

// Whether words[at, end) have a middle name that only people have.
bool starts_marked_name(std::span<const Word> words, std::size_t at, std::size_t end);

// Words of a clause (canonical keys): no title runs on over them.
bool is_clause_word(std::string_view key);

}  // namespace tinlang::entities

#endif  // TINLANG_INDEXER_ENTITIES_OFFICE_NAME_H_
