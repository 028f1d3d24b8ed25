// Numbers of government documents: "123/QĐ-UBND", "28-NQ/TW", "05/2024/NQ-HĐND".

#ifndef TINLANG_INDEXER_TEXT_DOCUMENT_NUMBER_H_
#define TINLANG_INDEXER_TEXT_DOCUMENT_NUMBER_H_

#include <string_view>
#include <vector>

#include "indexer/text/analyzer.h"

namespace tinlang::text {

// The document numbers of `text` (UTF-8, best in NFC) in order of begin; they
// do not overlap. One space beside '/' or '-' is allowed when the letters name
// a kind of document, and so are small letters; dates, fractions and terms of
// office ("21/4/2023", "9/19", "2020-2025") are none. Thread-safe.
std::vector<DocumentNumber> find_document_numbers(std::string_view text);

}  // namespace tinlang::text

#endif  // TINLANG_INDEXER_TEXT_DOCUMENT_NUMBER_H_
