#include "indexer/article/kept_attributes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string_view>

#include "indexer/article/ascii.h"
#include "indexer/article/element_style.h"

namespace tinlang::article {
namespace {

constexpr std::size_t npos = std::string_view::npos;

enum class Use : std::uint8_t { kNone, kAsWritten, kNames, kStyle };

// The bytes that a sign in is_telling_address() begins with.
constexpr std::array<bool, 256> kBeginsSign = [] {
  std::array<bool, 256> table{};
  for (const char c : {'.', 'd', 'D', 'a', 'A', '/', '?'})
    table[static_cast<std::size_t>(c)] = true;
  return table;
}();

// Whether an address may be asked for: a file to load down, a tag, or a page of another site.
bool is_telling_address(std::string_view value) {
  constexpr std::size_t kLongestAddress = 2000;
  static constexpr std::array<std::string_view, 13> kFiles = {
      ".pdf", ".doc", ".xls",     ".ppt",   ".zip",    ".rar",        ".7z",
      ".odt", ".rtf", "download", "attach", "dinhkem", "?fileticket="};
  if (value.size() > kLongestAddress) return false;
  if (begins_with_ascii(value, "http") || begins_with_ascii(value, "//")) return true;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (!kBeginsSign[static_cast<unsigned char>(value[i])]) continue;
    const std::string_view rest = value.substr(i);
    const auto is_here = [&](std::string_view sign) { return begins_with_ascii(rest, sign); };
    if (rest.front() == '/') {
      // To a tag; nearly all slashes are followed by something else.
      if (rest.starts_with("/t") && (is_here("/tag/") || is_here("/tags/"))) return true;
    } else if (std::any_of(kFiles.begin(), kFiles.end(), is_here)) {
      return true;
    }
  }
  return false;
}

bool is_picture(NameHash tag) {
  return tag == hash_name("img") || tag == hash_name("iframe") || tag == hash_name("embed") ||
         tag == hash_name("canvas");
}

bool is_written_date(NameHash tag) { return tag == hash_name("time") || tag == hash_name("abbr"); }

bool is_filed_under(std::string_view rel) {
  const std::string value = lower_ascii(rel);
  return value.find("tag") != npos || value.find("category") != npos;
}

Use kept_if(bool kept) { return kept ? Use::kAsWritten : Use::kNone; }

Use use_of(NameHash tag, const TagAttribute& attribute) {
  if (attribute.value.size() > kMaxValueBytes) return Use::kNone;
  switch (attribute.name) {
    case hash_name("class"):
    case hash_name("id"):
      // <time class="updated">, <abbr class="published">: there it is more than a hint.
      if (is_written_date(tag) || attribute.value.find('&') != npos) return Use::kAsWritten;
      return Use::kNames;
    case hash_name("style"):
      return Use::kStyle;
    case hash_name("align"):
    case hash_name("itemprop"):
    case hash_name("content"):
    case hash_name("datetime"):
    case hash_name("property"):
    case hash_name("hidden"):
    case hash_name("lang"):
      return Use::kAsWritten;
    case hash_name("name"):
      return kept_if(tag == hash_name("meta"));
    case hash_name("rel"):
      return kept_if(tag == hash_name("link") ||
                     (tag == hash_name("a") && is_filed_under(attribute.value)));
    case hash_name("download"):
      return kept_if(tag == hash_name("a"));
    case hash_name("href"):
      return kept_if(tag == hash_name("base") || tag == hash_name("link") ||
                     (tag == hash_name("a") && is_telling_address(attribute.value)));
    case hash_name("title"):  // <abbr class="published" title="2013-05-27T16:20:00+07:00">
      return kept_if(tag == hash_name("abbr"));
    case hash_name("width"):
    case hash_name("height"):
      return kept_if(is_picture(tag));
    default:
      return Use::kNone;
  }
}

void write_hints(Hints hints, std::string& markup) {
  std::array<char, 2 * sizeof(Hints)> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), hints, 16).ptr;
  markup += ' ';
  markup += kHintsAttribute;
  markup += '=';
  markup.append(digits.data(), end);
}

void write_value(const TagAttribute& attribute, StandIns& stand_ins, std::string& markup) {
  const std::size_t mark = markup.size();
  const bool long_text =
      attribute.name == hash_name("content") || attribute.name == hash_name("href");
  if (long_text && attribute.value.find('&') == npos) {
    markup += attribute.name == hash_name("content") ? " content=" : " href=";
    if (stand_ins.write(attribute.value, markup)) return;
    markup.resize(mark);
  }
  markup += ' ';
  markup += attribute.source;
}

}  // namespace

bool write_attributes(const StartTag& tag, NameHints& names, StandIns& stand_ins,
                      std::string& markup) {
  Hints hints = 0;
  bool says_something = tag.name != hash_name("meta") && tag.name != hash_name("link");
  for (auto it = tag.attributes.begin(); it != tag.attributes.end(); ++it) {
    const Use use = use_of(tag.name, *it);
    if (use == Use::kNone) continue;
    const bool again = std::any_of(tag.attributes.begin(), it, [&](const TagAttribute& other) {
      return other.name == it->name;
    });
    if (again) continue;  // the first one counts
    if (use == Use::kNames) {
      hints |= names.of(it->value);
    } else if (use == Use::kStyle) {
      const std::string code = code_of(read_style(it->value));
      if (!code.empty()) markup.append(" style=").append(code);
    } else {
      says_something = says_something || it->name == hash_name("content") ||
                       lower_ascii(it->value).find("canonical") != npos;
      write_value(*it, stand_ins, markup);
    }
  }
  if (hints != 0) write_hints(hints, markup);
  return says_something;
}

}  // namespace tinlang::article
