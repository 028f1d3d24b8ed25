// The letter behind each byte in the codes that Vietnamese was typed in before
// Unicode. From the published code charts; Latin-1 where a chart is silent.

#ifndef TINLANG_INDEXER_ARTICLE_LEGACY_TABLES_H_
#define TINLANG_INDEXER_ARTICLE_LEGACY_TABLES_H_

#include <array>
#include <cstdint>

namespace tinlang::article {

// TCVN3 (ABC), VISCII 1.1, VPS, VNI for Windows; windows-1258 composes.
enum class LegacyCode : std::uint8_t { kWindows1252, kWindows1258, kTcvn3, kViscii, kVni, kVps };

using ByteTable = std::array<std::int32_t, 256>;

// Own tables, since the C library's converters are loaded at run time and may be
// missing. Lives for ever. For VNI the table of windows-1252: its letters are pairs.
const ByteTable& byte_table(LegacyCode code);

}  // namespace tinlang::article

#endif  // TINLANG_INDEXER_ARTICLE_LEGACY_TABLES_H_
