#include "indexer/schema/fields.h"

#include <algorithm>

#include "indexer/digest/sha256.h"
#include "indexer/text/syllable.h"

namespace tinlang::schema {
namespace {

bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii_word(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (is_ascii_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

}  // namespace

std::string make_term(FieldId id, std::string_view key) {
  std::string term(field(id).prefix);
  term += key;
  if (term.size() <= kMaxTermBytes) return term;

  const std::string hash = digest::sha256_hex(key).substr(0, 16);
  std::size_t kept = kMaxTermBytes - hash.size();
  // Not inside a code point: a term is shown in messages and must stay UTF-8.
  while (kept > 0 && (static_cast<unsigned char>(term[kept]) & 0xC0U) == 0x80U) --kept;
  return term.substr(0, kept) + hash;
}

std::string canonical_url(std::string_view url) {
  const std::size_t fragment = url.find('#');
  std::string_view rest = url.substr(0, fragment);
  const std::size_t scheme_end = rest.find("://");
  if (scheme_end == std::string_view::npos) return std::string(rest);
  rest.remove_prefix(scheme_end + 3);

  const std::size_t host_end = std::min(rest.find_first_of("/?"), rest.size());
  const std::string host = ascii_lower(rest.substr(0, host_end));
  std::string_view name = host;
  take_prefix(name, "www.");
  std::string_view tail = rest.substr(host_end);
  while (tail.ends_with('/')) tail.remove_suffix(1);
  // One portal serves the same article under http and https.
  return "http://" + std::string(name) + std::string(tail);
}

std::string article_id(std::string_view url, std::string_view source) {
  return digest::sha256_hex(url.empty() ? std::string(source) : canonical_url(url));
}

std::string slug(std::string_view text) {
  std::string slug;
  for (const char c : text::fold_key(text)) {
    if (is_ascii_word(c)) {
      slug += c;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

std::string post_slug(std::string_view title) {
  take_prefix(title, "nguyên ");
  return slug(title);
}

}  // namespace tinlang::schema
