#include "searchd/officials/holding.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace tinlang::officials {

bool is_membership(const Holding& holding) {
  constexpr std::array<std::string_view, 3> kSeats = {"uy-vien", "dai-bieu", "thanh-vien"};
  return std::any_of(kSeats.begin(), kSeats.end(), [&](std::string_view seat) {
    return holding.post.find(seat) != std::string::npos;
  });
}

}  // namespace tinlang::officials
