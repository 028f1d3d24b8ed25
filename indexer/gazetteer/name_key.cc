#include "indexer/gazetteer/name_key.h"

namespace tinlang::gazetteer {
namespace {

void append_word(std::string_view word, const StringMap<std::string>& spellings, std::string* key) {
  if (word.empty()) return;
  if (!key->empty()) key->push_back(' ');
  const auto found = spellings.find(word);
  key->append(found == spellings.end() ? word : std::string_view(found->second));
}

bool is_separator(char byte) { return byte == ' ' || byte == '-' || byte == '.' || byte == ','; }

}  // namespace

std::string name_key(std::string_view key, const StringMap<std::string>& spellings) {
  std::string result;
  std::string word;
  bool after_apostrophe = false;
  for (const char byte : key) {
    if (byte == '\'') {
      after_apostrophe = true;
    } else if (!is_separator(byte)) {
      word.push_back(byte);
      after_apostrophe = false;
    } else if (!after_apostrophe) {
      append_word(word, spellings, &result);
      word.clear();
    }
  }
  append_word(word, spellings, &result);
  return result;
}

std::string glued_key(std::string_view folded) {
  std::string glued;
  for (const char byte : folded) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9');
    if (letter) glued.push_back(byte);
  }
  return glued;
}

}  // namespace tinlang::gazetteer
