#include "indexer/article/plain_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "indexer/article/ascii.h"

namespace tinlang::article {
namespace {

struct Magic {
  std::string_view bytes;
  std::string_view kind;
};

constexpr std::array kMagics = {Magic{"%PDF-", "a PDF document"},
                                Magic{"\xFF\xD8\xFF", "a JPEG picture"},
                                Magic{"\x89PNG", "a PNG picture"},
                                Magic{"GIF8", "a GIF picture"},
                                Magic{"PK\x03\x04", "a zip archive or Office document"},
                                Magic{"\xD0\xCF\x11\xE0", "an old Office document"},
                                Magic{"\x1F\x8B", "gzip data"},
                                Magic{"Rar!", "a rar archive"},
                                Magic{"7z\xBC\xAF", "a 7z archive"},
                                Magic{"RIFF", "a media file"},
                                Magic{"ID3", "an audio file"},
                                Magic{"\x7F"
                                      "ELF",
                                      "a program"},
                                Magic{"{\\rtf", "an RTF document"}};

// Paragraph breaks are blank lines when there are some, else every line break.
std::vector<std::string_view> paragraphs_of(std::string_view text) {
  const bool blank_lines =
      text.find("\n\n") != std::string_view::npos || text.find("\n\r\n") != std::string_view::npos;
  std::vector<std::string_view> paragraphs;
  std::size_t begin = 0;
  bool first = true;
  const auto is_blank = [](std::string_view line) {
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
  };
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const bool ends = is_blank(text.substr(at, end - at)) || !blank_lines || first;
    if (ends || end == text.size()) {
      const auto paragraph = text.substr(begin, end - begin);
      if (!is_blank(paragraph)) {
        paragraphs.push_back(paragraph);
        first = false;
      }
      begin = std::min(end + 1, text.size());
    }
    at = end + 1;
  }
  return paragraphs;
}

void append_escaped(std::string_view text, std::string& markup) {
  for (const char c : text) {
    if (c == '<') {
      markup += "&lt;";
    } else if (c == '&') {
      markup += "&amp;";
    } else if (c != '\0') {
      markup += c;
    }
  }
}

}  // namespace

std::string_view name_binary_kind(std::string_view bytes) {
  for (const Magic& magic : kMagics) {
    if (bytes.starts_with(magic.bytes)) return magic.kind;
  }
  // Controls that no text has: NUL in more than a few places, or one byte in ten.
  const std::string_view head = bytes.substr(0, 8192);
  std::size_t controls = 0;
  std::size_t nuls = 0;
  for (const char c : head) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20) continue;
    const bool layout = byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
    controls += layout ? 0 : 1;
    nuls += byte == 0 ? 1 : 0;
  }
  // Markup may hold pasted text in another encoding.
  const auto first = head.find_first_not_of(" \t\r\n");
  const bool markup = first != std::string_view::npos && head[first] == '<';
  constexpr std::size_t kFewNuls = 8;
  if ((nuls > kFewNuls && !markup) || controls * 10 > head.size()) return "binary data";
  return {};
}

bool has_markup(std::string_view text) {
  static constexpr std::array<std::string_view, 16> kTags = {
      "<html", "<body", "<head", "<div",  "<p",  "<br",      "<title",   "<table",
      "<!doc", "<span", "<meta", "<font", "<h1", "<article", "<section", "<td"};
  for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    // Letters and '!' alone may follow: a page of signs is read through as fast as any other.
    if (at + 1 < text.size() && text[at + 1] < 'A' && text[at + 1] != '!') continue;
    for (const std::string_view tag : kTags) {
      if (begins_with_ascii(text.substr(at), tag)) return true;
    }
  }
  return false;
}

std::string mark_up(std::string_view text) {
  const auto paragraphs = paragraphs_of(text);
  std::string markup = "<html><body><article>";
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    markup += i == 0 ? "<h1>" : "<p>";
    append_escaped(paragraphs[i], markup);
    markup += i == 0 ? "</h1>" : "</p>";
  }
  return markup + "</article></body></html>";
}

}  // namespace tinlang::article
