#include "indexer/article/stand_ins.h"

namespace tinlang::article {

std::size_t stand_in_index(std::string_view text, std::size_t at) {
  if (at + kStandInBytes > text.size() || text[at] != kStandInLead) return kMostStandIns;
  const auto bits = [&](std::size_t i) { return static_cast<std::size_t>(text[at + i]) & 0x3FU; };
  if (bits(1) < 0x30) return kMostStandIns;
  return ((bits(1) - 0x30) << 12) | (bits(2) << 6) | bits(3);
}

bool StandIns::write(std::string_view text, std::string& markup) {
  constexpr std::size_t kWorthStandIn = 8;  // bytes
  const std::size_t index = texts_.size();
  if (text.size() < kWorthStandIn && text.find(kStandInLead) == std::string_view::npos)
    return false;
  if (index == kMostStandIns || text.find('\0') != std::string_view::npos) return false;
  markup += kStandInLead;  // U+F0000 and its number, in UTF-8
  markup += static_cast<char>(0xB0 | (index >> 12));
  markup += static_cast<char>(0x80 | ((index >> 6) & 0x3F));
  markup += static_cast<char>(0x80 | (index & 0x3F));
  texts_.push_back(text);
  return true;
}

}  // namespace tinlang::article
