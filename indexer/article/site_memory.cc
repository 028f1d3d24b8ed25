#include "indexer/article/site_memory.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <iterator>
#include <optional>
#include <unordered_map>
#include <utility>

#include "indexer/article/json_ld.h"
#include "indexer/article/line_kinds.h"
#include "indexer/article/page_url.h"
#include "indexer/article/phrases.h"
#include "indexer/article/title_finder.h"
#include "indexer/calendar/date_finder.h"

#include <fmt/format.h>

namespace tinlang::article {
namespace {

constexpr std::string_view kFormat = "tinlang site memory 2\n";
constexpr std::size_t kMostBlocks = 256;    // of one page
constexpr std::size_t kLeastPages = 3;      // with different articles
constexpr std::size_t kShortLine = 40;      // code points
constexpr std::size_t kNumberedUpTo = 120;  // code points; in shorter lines numbers are counters
constexpr std::size_t kBoxesAround = 3;     // that say where in its template a block stands

constexpr std::uint64_t kHashStart = 14695981039346656037ULL;

std::uint64_t mixed_in(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
}

std::uint64_t hash_of(std::string_view bytes, std::uint64_t hash = kHashStart) {
  for (const char c : bytes) hash = mixed_in(hash, c);
  return hash;
}

// As if `words` had no digits.
std::uint64_t hash_of_letters(std::string_view words) {
  std::uint64_t hash = kHashStart;
  for (const char c : words) {
    if (c < '0' || c > '9') hash = mixed_in(hash, c);
  }
  return hash;
}

std::uint64_t mixed(std::uint64_t hash, std::uint64_t more) {
  return (hash ^ more) * 1099511628211ULL;
}

std::uint64_t print_of(const PageBlocks& page, const Block& block) {
  // A day makes a line another one, a counter does not.
  const bool dated = block.text.find('/') != std::string::npos;
  std::uint64_t hash =
      block.chars <= kNumberedUpTo && !dated ? hash_of_letters(block.words) : hash_of(block.words);
  hash = mixed(hash, is_link_line(block) ? 2 : 1);
  hash = mixed(hash, block.heading);
  std::size_t box = block.box;
  for (std::size_t i = 0; i < kBoxesAround && box != kNoIndex; ++i) {
    hash = mixed(hash, static_cast<std::uint64_t>(page.boxes[box].tag));
    hash = mixed(hash, page.boxes[box].hints);
    box = page.boxes[box].parent;
  }
  return hash;
}

// Its own publish line may be like those of other articles.
bool is_dated(const Block& block) {
  const auto is_line = [](const std::string& text) {
    return calendar::parse_publish_line(text).has_value();
  };
  return is_line(block.text) || std::any_of(block.parts.begin(), block.parts.end(), is_line);
}

// Whether two pages print the same article: another address of it, a page for the printer.
bool same_article(const PageShape& a, const PageShape& b) {
  if (a.title != b.title) return false;
  std::uint64_t shared = 0;
  std::uint64_t chars_a = 0;
  std::uint64_t chars_b = 0;
  auto other = b.blocks.begin();
  for (const BlockPrint& block : a.blocks) {
    chars_a += block.prose_chars;
    while (other != b.blocks.end() && other->hash < block.hash) ++other;
    if (other != b.blocks.end() && other->hash == block.hash) shared += block.prose_chars;
  }
  for (const BlockPrint& block : b.blocks) chars_b += block.prose_chars;
  return shared * 2 >= std::min(chars_a, chars_b);
}

// Words of a line of the text form, from its front.
std::optional<std::uint64_t> take_number(std::string_view& line, int base) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number, base);
  if (error != std::errc()) return std::nullopt;
  line.remove_prefix(static_cast<std::size_t>(end - line.data()));
  if (!line.empty()) line.remove_prefix(1);
  return number;
}

std::optional<PageShape> parse_page(std::string_view line) {
  PageShape shape;
  const auto id = take_number(line, 16);
  const auto title = take_number(line, 16);
  if (!id || !title) return std::nullopt;
  shape.id = *id;
  shape.title = *title;
  while (!line.empty()) {
    const auto hash = take_number(line, 16);
    const auto chars = take_number(line, 10);
    if (!hash || !chars || shape.blocks.size() == kMostBlocks) return std::nullopt;
    shape.blocks.push_back({*hash, static_cast<std::uint32_t>(*chars)});
  }
  return shape;
}

tl::unexpected<Error> refuse(std::string_view reason) {
  return fail(ErrorCode::kInvalidInput, "site memory: {}", reason);
}

}  // namespace

SiteKey site_key(const archive::Page& page) {
  const std::string host = host_of(page.url);
  if (!host.empty()) return hash_of(host);
  const auto end = page.source.find_last_of("/#");
  return mixed(hash_of(page.source.substr(0, end == std::string::npos ? 0 : end)), 1);
}

std::uint64_t page_id(const archive::Page& page) {
  const std::string_view bytes = page.bytes;
  std::uint64_t hash = kHashStart;
  std::size_t at = 0;
  for (; at + sizeof(std::uint64_t) <= bytes.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof(word));
    hash = mixed(hash, word);
    hash ^= hash >> 29;  // multiplication alone carries no bit downwards
  }
  return hash_of(bytes.substr(at), hash);
}

PageShape shape_of(std::uint64_t id, const PageBlocks& blocks) {
  PageShape shape;
  shape.id = id;
  const FoundTitle title =
      find_title(blocks, read_line_kinds(blocks, false), read_json_ld(blocks.json_ld));
  shape.title = hash_of(plain_words(title.text));
  for (const Block& block : blocks.blocks) {
    if (shape.blocks.size() == kMostBlocks) break;
    if (block.hidden) continue;
    const auto chars = is_prose(block) ? static_cast<std::uint32_t>(block.chars) : 0;
    shape.blocks.push_back({print_of(blocks, block), chars});
  }
  const auto by_hash = [](const BlockPrint& a, const BlockPrint& b) { return a.hash < b.hash; };
  const auto same = [](const BlockPrint& a, const BlockPrint& b) { return a.hash == b.hash; };
  std::stable_sort(shape.blocks.begin(), shape.blocks.end(), by_hash);
  shape.blocks.erase(std::unique(shape.blocks.begin(), shape.blocks.end(), same),
                     shape.blocks.end());
  return shape;
}

RepeatedBlocks::RepeatedBlocks(std::vector<std::uint64_t> hashes) : hashes_(std::move(hashes)) {
  std::sort(hashes_.begin(), hashes_.end());
}

void RepeatedBlocks::mark(PageBlocks& page) const {
  if (hashes_.empty()) return;
  std::vector<Block>& blocks = page.blocks;
  std::vector<bool> known;
  known.reserve(blocks.size());
  for (const Block& block : blocks) {
    known.push_back(std::binary_search(hashes_.begin(), hashes_.end(), print_of(page, block)));
  }
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const bool short_line = blocks[i].chars < kShortLine && !is_link_line(blocks[i]);
    const bool between = (i == 0 || known[i - 1]) && (i + 1 == blocks.size() || known[i + 1]);
    blocks[i].repeated = known[i] && (!short_line || between) && !is_dated(blocks[i]);
  }
}

bool SiteMemory::wants(SiteKey site, std::uint64_t page) const {
  const auto found = sites_.find(site);
  if (found == sites_.end()) return sites_.size() < kMostSites;
  const Pages& pages = found->second;
  if (pages.contains(page)) return false;
  return pages.size() < kPagesKept || page < pages.rbegin()->first;
}

void SiteMemory::learn(SiteKey site, PageShape shape) {
  if (shape.blocks.empty() || !wants(site, shape.id)) return;
  Pages& pages = sites_[site];
  const std::uint64_t id = shape.id;
  pages.emplace(id, std::move(shape));
  if (pages.size() > kPagesKept) pages.erase(std::prev(pages.end()));
}

RepeatedBlocks SiteMemory::repeated(SiteKey site) const {
  const auto found = sites_.find(site);
  if (found == sites_.end()) return {};
  // One page for each article.
  std::vector<const PageShape*> articles;
  for (const auto& page : found->second) {
    const PageShape& shape = page.second;
    const bool again = std::any_of(articles.begin(), articles.end(), [&](const PageShape* other) {
      return same_article(*other, shape);
    });
    if (!again) articles.push_back(&shape);
  }
  struct Seen {
    std::size_t pages = 0;
    bool is_prose = false;
  };
  std::unordered_map<std::uint64_t, Seen> seen;
  for (const PageShape* shape : articles) {
    for (const BlockPrint& block : shape->blocks) {
      Seen& entry = seen[block.hash];
      ++entry.pages;
      entry.is_prose = entry.is_prose || block.prose_chars > 0;
    }
  }
  std::vector<std::uint64_t> hashes;
  for (const auto& [hash, entry] : seen) {
    const std::size_t tenths = entry.is_prose ? 5 : 3;
    const bool often = entry.pages * 10 >= articles.size() * tenths;
    if (entry.pages >= kLeastPages && often) hashes.push_back(hash);
  }
  return RepeatedBlocks(std::move(hashes));
}

std::string SiteMemory::serialize() const {
  std::string text(kFormat);
  for (const auto& [site, pages] : sites_) {
    text += fmt::format("site {:x}\n", site);
    for (const auto& [id, shape] : pages) {
      text += fmt::format("page {:x} {:x}", id, shape.title);
      for (const BlockPrint& block : shape.blocks) {
        text += fmt::format(" {:x} {}", block.hash, block.prose_chars);
      }
      text += '\n';
    }
  }
  return text + fmt::format("end {:x}\n", hash_of(text));
}

Result<SiteMemory> SiteMemory::parse(std::string_view text) {
  if (!text.starts_with(kFormat)) return refuse("another format");
  const auto end = text.rfind("end ");
  if (end == std::string_view::npos ||
      text.substr(end) != fmt::format("end {:x}\n", hash_of(text.substr(0, end)))) {
    return refuse("damaged or cut short");
  }
  SiteMemory memory;
  Pages* pages = nullptr;
  text = text.substr(kFormat.size(), end - kFormat.size());
  while (!text.empty()) {
    const auto stop = text.find('\n');
    if (stop == std::string_view::npos) return refuse("a line without an end");
    std::string_view line = text.substr(0, stop);
    text.remove_prefix(stop + 1);
    const bool is_site = line.starts_with("site ");
    if (!is_site && (pages == nullptr || !line.starts_with("page "))) return refuse("odd line");
    line.remove_prefix(5);
    if (is_site) {
      const auto key = take_number(line, 16);
      if (!key) return refuse("odd site");
      pages = &memory.sites_[*key];
      if (memory.sites_.size() > kMostSites) return refuse("too many sites");
      continue;
    }
    auto shape = parse_page(line);
    if (!shape) return refuse("odd page");
    const std::uint64_t id = shape->id;
    pages->emplace(id, *std::move(shape));
    if (pages->size() > kPagesKept) return refuse("too many pages of a site");
  }
  return memory;
}

}  // namespace tinlang::article
