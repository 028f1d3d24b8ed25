#include "indexer/article/charset.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <optional>

#include <unicode/utf8.h>

#include "indexer/article/ascii.h"
#include "indexer/article/legacy_text.h"
#include "indexer/text/normalize.h"

#include <iconv.h>

namespace tinlang::article {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kSampleBytes = 48 * 1024;
constexpr std::size_t kDeclarationBytes = 4096;

// How well bytes read as UTF-8.
struct Utf8Health {
  std::size_t good = 0;  // characters outside ASCII
  std::size_t bad = 0;   // malformed sequences
};

// How many of the bytes from here on are ASCII: at least one, seen eight at a time.
std::int64_t ascii_run(const std::uint8_t* data, std::int64_t size) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080ULL;
  std::int64_t run = 0;
  for (std::uint64_t word = 0; run + 8 <= size; run += 8) {
    std::memcpy(&word, data + run, sizeof(word));
    if ((word & kHighBits) != 0) break;
  }
  while (run < size && data[run] < 0x80) ++run;
  return run;
}

Utf8Health utf8_health(std::string_view bytes) {
  Utf8Health health;
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t i = 0; i < size;) {
    if (data[i] < 0x80) {
      i += ascii_run(data + i, size - i);
      continue;
    }
    std::int32_t c = 0;
    U8_NEXT(data, i, size, c);
    ++(c >= 0 ? health.good : health.bad);
  }
  return health;
}

std::string replace_malformed(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto size = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t i = 0; i < size;) {
    const std::int64_t start = i;
    std::int32_t c = 0;
    U8_NEXT(data, i, size, c);
    text +=
        c < 0 ? kReplacement
              : bytes.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(i - start));
  }
  return text;
}

// Any charset that the C library knows; nullopt when it does not.
std::optional<std::string> decode_with_iconv(std::string_view bytes, const std::string& charset) {
  const iconv_t converter = iconv_open("UTF-8", charset.c_str());
  if (converter == iconv_t(-1)) return std::nullopt;  // NOLINT: the library's own way to say no
  std::string text;
  std::string input(bytes);
  char* from = input.data();
  std::size_t left = input.size();
  std::array<char, 16384> buffer{};
  while (left > 0) {
    char* to = buffer.data();
    std::size_t room = buffer.size();
    const bool done = iconv(converter, &from, &left, &to, &room) != std::size_t(-1);
    text.append(buffer.data(), buffer.size() - room);
    const bool stuck = !done && room == buffer.size();
    if (stuck && left > 0) {
      text += kReplacement;
      ++from;
      --left;
    }
  }
  iconv_close(converter);
  return text;
}

enum class ByteOrder { kLittle, kBig };

std::string decode_utf16(std::string_view bytes, ByteOrder order) {
  std::string text;
  text.reserve(bytes.size());
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<std::uint8_t>(bytes[i]);
    const auto second = static_cast<std::uint8_t>(bytes[i + 1]);
    return order == ByteOrder::kLittle ? static_cast<std::uint32_t>(first | (second << 8))
                                       : static_cast<std::uint32_t>((first << 8) | second);
  };
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    std::uint32_t c = unit(i);
    const bool high = c >= 0xD800 && c < 0xDC00;
    if (high && i + 3 < bytes.size()) {
      const std::uint32_t low = unit(i + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
        i += 2;
      }
    }
    if (c >= 0xD800 && c < 0xE000) c = 0xFFFD;
    if (c == 0) continue;
    std::array<char, 4> encoded{};
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(encoded.data(), length, static_cast<std::int32_t>(c));
    text.append(encoded.data(), static_cast<std::size_t>(length));
  }
  return text;
}

// UTF-16 without a mark: in markup most letters are ASCII, so every other byte is NUL.
std::optional<ByteOrder> guess_utf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kDeclarationBytes);
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < head.size(); ++i) nuls[i % 2] += head[i] == '\0' ? 1 : 0;
  const std::size_t pairs = head.size() / 2;
  if (pairs < 8) return std::nullopt;
  if (nuls[1] > pairs / 3 && nuls[0] < pairs / 20) return ByteOrder::kLittle;
  if (nuls[0] > pairs / 3 && nuls[1] < pairs / 20) return ByteOrder::kBig;
  return std::nullopt;
}

std::optional<DecodedPage> decode_by_mark(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    return DecodedPage{replace_malformed(bytes.substr(3)), "utf-8"};
  }
  if (bytes.starts_with("\xFF\xFE")) {
    return DecodedPage{decode_utf16(bytes.substr(2), ByteOrder::kLittle), "utf-16"};
  }
  if (bytes.starts_with("\xFE\xFF")) {
    return DecodedPage{decode_utf16(bytes.substr(2), ByteOrder::kBig), "utf-16"};
  }
  if (const auto order = guess_utf16(bytes)) {
    return DecodedPage{decode_utf16(bytes, *order), "utf-16"};
  }
  return std::nullopt;
}

// Charsets that say nothing: what editors declared whatever the page was typed in.
bool is_western(const std::string& charset) {
  static constexpr std::array<std::string_view, 9> kNames = {
      "",      "iso-8859-1", "latin1", "windows-1252",  "us-ascii",
      "ascii", "utf-8",      "utf8",   "x-user-defined"};
  return std::find(kNames.begin(), kNames.end(), charset) != kNames.end();
}

struct Guess {
  LegacyCode code = LegacyCode::kWindows1252;
  double score = 0;
};

// The charset in which most words of `sample` are syllables.
Guess guess_legacy(std::string_view sample) {
  Guess best;
  for (const LegacyCode code : kLegacyCodes) {
    const double score = count_syllables(decode_legacy(sample, code)).score();
    if (score > best.score) best = {code, score};
  }
  return best;
}

// Runs of text between tags and line ends, with the sign that ends each.
template <typename Take>
void for_each_run(std::string_view bytes, const Take& take) {
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find_first_of("<>\n"), bytes.size() - 1) + 1;
    take(bytes.substr(0, end));
    bytes.remove_prefix(end);
  }
}

// Whether letters that only Vietnamese has are written as UTF-8 again and again. In no legacy
// charset do the three bytes of one spell anything.
bool spells_vietnamese(std::string_view bytes) {
  constexpr std::size_t kEnough = 8;
  std::size_t letters = 0;
  for (std::size_t at = bytes.find('\xE1'); at != std::string_view::npos && letters < kEnough;
       at = bytes.find('\xE1', at + 1)) {
    const std::string_view next = bytes.substr(at + 1, 2);
    const bool block = next.starts_with('\xBA') || next.starts_with('\xBB');
    letters += block && next.size() == 2 && (static_cast<std::uint8_t>(next[1]) >> 6U) == 2 ? 1 : 0;
  }
  return letters == kEnough;
}

// A template in UTF-8 around a text that is not: each run of the page is read by itself.
DecodedPage decode_by_runs(std::string_view bytes) {
  std::string foreign;
  for_each_run(bytes, [&](std::string_view run) {
    if (foreign.size() < kSampleBytes && utf8_health(run).bad > 0) foreign += run;
  });
  const Guess guess = guess_legacy(foreign);
  DecodedPage page{{}, guess.score > 0 ? std::string(name_of(guess.code)) : "utf-8"};
  for_each_run(bytes, [&](std::string_view run) {
    const Utf8Health health = utf8_health(run);
    const bool legacy = guess.score > 0 && health.good < health.bad;
    page.text += legacy ? decode_legacy(run, guess.code) : replace_malformed(run);
  });
  return page;
}

DecodedPage decode_by_words(std::string_view bytes, const std::string& served) {
  const std::string sample = visible_bytes(bytes, kSampleBytes);
  const auto [best, best_score] = guess_legacy(sample);
  for (const std::string& named : {served, declared_charset(bytes)}) {
    if (is_western(named)) continue;
    const auto text = decode_with_iconv(sample, named);
    const double score = text ? count_syllables(*text).score() : -1;
    if (text && (best_score <= 0 || score >= best_score)) {
      return {replace_malformed(*decode_with_iconv(bytes, named)), named};
    }
  }
  return {decode_legacy(bytes, best), std::string(name_of(best))};
}

// UTF-8 that was read as windows-1252 and written as UTF-8 again. Mixed pages
// are common (a template in order, a body that is not), so it is run by run.
// True when `text` was changed.
bool undo_double_utf8(std::string& text) {
  // The usual prefixes of Vietnamese letters, seen through windows-1252, behind their first byte.
  constexpr char kFirst = '\xC3';
  constexpr std::array<std::string_view, 5> kTraces = {
      "\xA1\xC2\xBB", "\xA1\xC2\xBA", "\x84\xE2\x80\x98", "\x83\xC2", "\x86\xC2\xB0"};
  std::size_t traces = 0;
  const std::string_view whole = text;
  for (std::size_t at = whole.find(kFirst); at != std::string_view::npos && traces < 8;
       at = whole.find(kFirst, at + 1)) {
    const std::string_view rest = whole.substr(at + 1);
    traces += std::any_of(kTraces.begin(), kTraces.end(),
                          [&](std::string_view trace) { return rest.starts_with(trace); })
                  ? 1
                  : 0;
  }
  if (traces < 8) return false;
  std::string repaired = repair_double_utf8(text);
  const std::string before = visible_bytes(text, kSampleBytes);
  const std::string after = visible_bytes(repaired, kSampleBytes);
  if (count_syllables(after).score() <= count_syllables(before).score()) return false;
  text = std::move(repaired);
  return true;
}

// The end of the raw text element that begins at `at` with `name`, or npos.
std::size_t skip_element(std::string_view markup, std::size_t at, std::string_view name) {
  for (std::size_t i = markup.find("</", at); i != std::string_view::npos;
       i = markup.find("</", i + 2)) {
    if (lower_ascii(markup.substr(i + 2, name.size())) == name) return i;
  }
  return std::string_view::npos;
}

std::size_t skip_tag(std::string_view markup, std::size_t at) {
  if (markup.compare(at, 4, "<!--") == 0) {
    const auto end = markup.find("-->", at);
    return end == std::string_view::npos ? end : end + 3;
  }
  for (const std::string_view name : {"script", "style"}) {
    if (lower_ascii(markup.substr(at + 1, name.size())) != name) continue;
    at = skip_element(markup, at, name);
    if (at == std::string_view::npos) return at;
    break;
  }
  const auto end = markup.find('>', at);
  return end == std::string_view::npos ? end : end + 1;
}

}  // namespace

std::string visible_bytes(std::string_view markup, std::size_t max_bytes) {
  std::string text;
  for (std::size_t at = 0; at < markup.size() && text.size() < max_bytes;) {
    const auto tag = std::min(markup.find('<', at), markup.size());
    text.append(markup.substr(at, tag - at));
    text += ' ';
    if (tag == markup.size()) break;
    at = std::min(skip_tag(markup, tag), markup.size());
  }
  return text;
}

std::string declared_charset(std::string_view bytes) {
  const std::string head = lower_ascii(bytes.substr(0, kDeclarationBytes));
  constexpr std::string_view kKey = "charset=";
  const auto at = head.find(kKey);
  if (at == std::string::npos) return {};
  std::size_t begin = at + kKey.size();
  while (begin < head.size() && (head[begin] == '"' || head[begin] == '\'' || head[begin] == ' ')) {
    ++begin;
  }
  constexpr std::string_view kNameLetters = "abcdefghijklmnopqrstuvwxyz0123456789-_.:";
  const auto end = std::min(head.find_first_not_of(kNameLetters, begin), head.size());
  return head.substr(begin, end - begin);
}

DecodedPage decode_page(std::string_view bytes, const std::string& served) {
  if (auto page = decode_by_mark(bytes)) return std::move(*page);
  const Utf8Health health = utf8_health(bytes);
  constexpr std::size_t kGoodPerBad = 4;  // legacy text hardly ever forms a UTF-8 sequence
  if (health.bad > 0 && health.good < kGoodPerBad * health.bad) {
    return spells_vietnamese(bytes) ? decode_by_runs(bytes) : decode_by_words(bytes, served);
  }
  DecodedPage page{health.bad > 0 ? replace_malformed(bytes) : std::string(bytes), "utf-8"};
  if (health.good > 0 && undo_double_utf8(page.text)) page.charset = "utf-8-twice";
  return page;
}

}  // namespace tinlang::article
