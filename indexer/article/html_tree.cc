#include "indexer/article/html_tree.h"

#include <algorithm>
#include <csetjmp>
#include <cstddef>
#include <utility>
#include <vector>

#include "indexer/article/markup_filter.h"

namespace tinlang::article {
namespace {

constexpr std::size_t kMiB = 1024 * 1024;
constexpr std::size_t kLeastBudget = 64 * kMiB;
constexpr std::size_t kBudgetPerPageByte = 48;

// Hands out memory and takes nothing back. When the budget is spent it leaves
// the parser by longjmp: Gumbo is C, checks no allocation, and holds nothing
// but this arena's memory, so no clean-up is skipped.
class Arena {
 public:
  explicit Arena(std::size_t budget) : budget_(budget) {}

  std::jmp_buf& exit() { return exit_; }

  void* allocate(std::size_t size) {
    constexpr std::size_t kAlignment = alignof(std::max_align_t);
    const std::size_t rounded = (size + kAlignment - 1) / kAlignment * kAlignment;
    if (rounded > left_) grow(rounded);
    void* memory = next_;
    next_ += rounded;
    left_ -= rounded;
    return memory;
  }

 private:
  void grow(std::size_t size) {
    constexpr std::size_t kFirstChunk = 256 * 1024;
    constexpr std::size_t kLargestChunk = 8 * kMiB;
    const std::size_t doubled =
        std::min(kFirstChunk << std::min<std::size_t>(chunks_.size(), 5), kLargestChunk);
    const std::size_t chunk = std::max(size, doubled);
    if (chunk > budget_ - used_) std::longjmp(exit_, 1);
    used_ += chunk;
    // Uninitialised on purpose: zeroing would cost more than the parse of a small page.
    chunks_.emplace_back(new std::byte[chunk]);
    next_ = chunks_.back().get();
    left_ = chunk;
  }

  std::size_t budget_;
  std::size_t used_ = 0;
  std::size_t left_ = 0;
  std::byte* next_ = nullptr;
  std::vector<std::unique_ptr<std::byte[]>> chunks_;
  std::jmp_buf exit_{};
};

void* allocate_in_arena(void* arena, std::size_t size) {
  return static_cast<Arena*>(arena)->allocate(size);
}

void leave_to_arena(void* /*arena*/, void* /*memory*/) {}

// Null when the arena's budget was spent. Nothing with a destructor lives in this frame.
GumboOutput* parse_in_arena(Arena& arena, const std::string& markup) {
  if (setjmp(arena.exit()) != 0) return nullptr;  // NOLINT(cert-err52-cpp): see Arena
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate_in_arena;
  options.deallocator = leave_to_arena;
  options.userdata = &arena;
  options.max_errors = 0;
  return gumbo_parse_with_options(&options, markup.data(), markup.size());
}

}  // namespace

struct HtmlTree::State {
  State(std::string page, std::size_t budget)
      : source(std::move(page)), filtered(filter_markup(source)), arena(budget) {}
  std::string source;
  FilteredMarkup filtered;
  Arena arena;
  GumboOutput* output = nullptr;
};

HtmlTree::HtmlTree(std::unique_ptr<State> state) : state_(std::move(state)) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

Result<HtmlTree> HtmlTree::parse(std::string markup) {
  const std::size_t budget = std::max(kLeastBudget, markup.size() * kBudgetPerPageByte);
  auto state = std::make_unique<State>(std::move(markup), budget);
  if (state->filtered.is_cut) {
    return fail(ErrorCode::kInvalidInput, "more than {} tags, or {} that cross each other",
                kMostTags, kMostCrossings);
  }
  state->output = parse_in_arena(state->arena, state->filtered.markup);
  if (state->output == nullptr) {
    return fail(ErrorCode::kInvalidInput, "markup needs more than {} MB to be understood",
                budget / kMiB);
  }
  return HtmlTree(std::move(state));
}

const GumboNode* HtmlTree::root() const { return state_->output->root; }

const StandIns& HtmlTree::stand_ins() const { return state_->filtered.stand_ins; }

}  // namespace tinlang::article
