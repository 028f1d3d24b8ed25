// The tables of data/, read once for all tests of a program.

#ifndef TINLANG_TESTS_SUPPORT_SHIPPED_DATA_H_
#define TINLANG_TESTS_SUPPORT_SHIPPED_DATA_H_

#include <filesystem>

#include "indexer/gazetteer/gazetteer.h"
#include "indexer/text/abbreviations.h"

namespace tinlang::testing {

inline std::filesystem::path data_folder() {
  return std::filesystem::path(TINLANG_SOURCE_DIR) / "data";
}

// Throws when the tables are broken.
inline const gazetteer::Gazetteer& shipped_gazetteer() {
  static const auto kGazetteer = gazetteer::Gazetteer::load(data_folder()).value();
  return kGazetteer;
}

inline const text::Abbreviations& shipped_abbreviations() {
  static const auto kAbbreviations = text::Abbreviations::load(data_folder()).value();
  return kAbbreviations;
}

}  // namespace tinlang::testing

#endif  // TINLANG_TESTS_SUPPORT_SHIPPED_DATA_H_
