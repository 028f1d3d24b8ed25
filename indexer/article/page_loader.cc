#include "indexer/article/page_loader.h"

#include <optional>
#include <string_view>
#include <utility>

#include "indexer/article/charset.h"
#include "indexer/article/html_tree.h"
#include "indexer/article/legacy_text.h"
#include "indexer/article/phrases.h"
#include "indexer/article/plain_text.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kMiB = 1024 * 1024;

tl::unexpected<Error> refuse(const archive::Page& page, std::string_view reason) {
  return fail(ErrorCode::kInvalidInput, "{}: {}", page.source, reason);
}

// Why the bytes cannot be a page of text; empty when they can.
std::string reason_to_refuse(const archive::Page& page, const std::string& charset) {
  if (page.bytes.empty()) return "empty page";
  if (page.bytes.size() > archive::kMaxPageBytes) {
    return fmt::format("page of {} bytes is larger than {} MB", page.bytes.size(),
                       archive::kMaxPageBytes / kMiB);
  }
  if (charset == "utf-16") return {};
  const std::string_view kind = name_binary_kind(page.bytes);
  return kind.empty() ? std::string() : fmt::format("neither HTML nor text but {}", kind);
}

template <typename Repair>
void rewrite_text(PageBlocks& page, const Repair& repair) {
  for (Block& block : page.blocks) {
    repair(block.text);
    block.words = plain_words(block.text);
    for (std::string& part : block.parts) repair(part);
    repair(block.behind_person);
  }
  for (NamedValue& meta : page.metas) repair(meta.value);
  for (NamedValue& property : page.properties) repair(property.value);
  repair(page.title);
}

// Text of the years before Unicode inside a Unicode page: pasted, or written as
// entities. Decided on all garbled lines together, applied to each that gains.
std::optional<LegacyCode> repair_pasted_text(PageBlocks& page) {
  std::string garbled;
  for (const Block& block : page.blocks) {
    if (looks_garbled(block.text)) garbled += block.text + '\n';
  }
  if (garbled.empty()) return std::nullopt;
  const auto code = find_legacy_code(garbled);
  if (!code) return std::nullopt;
  rewrite_text(page, [&](std::string& text) {
    std::string repaired = repair_legacy(text, *code);
    if (count_syllables(repaired).score() > count_syllables(text).score()) {
      text = clean_text(repaired);
    }
  });
  return code;
}

}  // namespace

Result<LoadedPage> load_page(const archive::Page& page) {
  if (page.bytes.empty() || page.bytes.size() > archive::kMaxPageBytes) {
    return refuse(page, reason_to_refuse(page, {}));
  }
  DecodedPage decoded = decode_page(page.bytes, page.charset);
  const std::string reason = reason_to_refuse(page, decoded.charset);
  if (!reason.empty()) return refuse(page, reason);
  if (!has_markup(decoded.text)) decoded.text = mark_up(decoded.text);

  auto tree = HtmlTree::parse(std::move(decoded.text));
  if (!tree) return refuse(page, tree.error().message);
  LoadedPage loaded{read_blocks(*tree), std::move(decoded.charset)};
  const auto pasted = repair_pasted_text(loaded.blocks);
  if (pasted) loaded.encoding = std::string(name_of(*pasted));
  return loaded;
}

}  // namespace tinlang::article
