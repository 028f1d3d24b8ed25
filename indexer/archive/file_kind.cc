#include "indexer/archive/file_kind.h"

#include <array>
#include <string>

#include "indexer/archive/header_field.h"

namespace tinlang::archive {
namespace {

struct Ending {
  std::string_view text;
  FileKind kind;
};

constexpr std::array kEndings = {
    Ending{".html", FileKind::kHtml},      Ending{".htm", FileKind::kHtml},
    Ending{".xhtml", FileKind::kHtml},     Ending{".shtml", FileKind::kHtml},
    Ending{".txt", FileKind::kText},       Ending{".warc", FileKind::kWarc},
    Ending{".warc.gz", FileKind::kWarc},   Ending{".tar", FileKind::kContainer},
    Ending{".zip", FileKind::kContainer},  Ending{".tar.gz", FileKind::kContainer},
    Ending{".tgz", FileKind::kContainer},  Ending{".tar.bz2", FileKind::kContainer},
    Ending{".tbz2", FileKind::kContainer}, Ending{".tar.xz", FileKind::kContainer},
    Ending{".txz", FileKind::kContainer},  Ending{".tar.zst", FileKind::kContainer},
    Ending{".tzst", FileKind::kContainer},
};

}  // namespace

FileKind kind_of_name(std::string_view path) {
  const std::string name = lower_ascii(path.substr(path.find_last_of('/') + 1));
  if (name == kCaptureTable) return FileKind::kTable;
  if (name.starts_with("._")) return FileKind::kCompanion;
  for (const Ending& ending : kEndings) {
    if (name.ends_with(ending.text)) return ending.kind;
  }
  return FileKind::kUnknown;
}

bool begins_like_html(std::string_view bytes) {
  const std::string head = lower_ascii(bytes.substr(0, kSniffedBytes));
  return head.find("<!doctype html") != std::string::npos ||
         head.find("<html") != std::string::npos;
}

}  // namespace tinlang::archive
