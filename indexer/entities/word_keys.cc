#include "indexer/entities/word_keys.h"

#include "indexer/text/key_builder.h"
#include "indexer/text/letter.h"
#include "indexer/text/syllable.h"

namespace tinlang::entities {

WordKeys::Entry WordKeys::entry(std::string_view word) {
  text::KeyBuilder builder;
  for (std::size_t at = 0; at < word.size();) {
    const text::Letter letter = text::letter_of(text::next_letter(word, at));
    if (!letter.is_letter) return entry_by_analysis(word);
    builder.add(letter);
  }
  const std::string_view key = builder.key();
  return key.empty() ? entry_by_analysis(word) : keep(key);
}

WordKeys::Entry WordKeys::keep(std::string_view key) {
  const std::uint32_t id = id_of(key);
  if (id != Vocabulary::kUnknown) return {vocabulary_->key(id), id};
  return {unknown_.emplace_back(key), id};
}

WordKeys::Entry WordKeys::entry_by_analysis(std::string_view word) {
  const std::uint32_t place = analysed_.add(word);
  if (place == entries_.size()) entries_.push_back(keep(text::canonical_key(word)));
  return entries_[place];
}

}  // namespace tinlang::entities
