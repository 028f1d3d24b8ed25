#include "indexer/gazetteer/name_key.h"

namespace tinlang::gazetteer {

std::string glued_key(std::string_view folded) {
  std::string glued;
  for (const char byte : folded) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    if (letter) glued.push_back(byte);
  }
  return glued;
}

}  // namespace tinlang::gazetteer
