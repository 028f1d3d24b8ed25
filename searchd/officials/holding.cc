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

bool has_one_holder(std::string_view post) {
  constexpr std::array<std::string_view, 9> kSeats = {
      "bi-thu-tinh-uy",           "bi-thu-thanh-uy", "bi-thu-huyen-uy",
      "bi-thu-quan-uy",           "bi-thu-thi-uy",   "bi-thu-dang-uy",
      "chu-tich-uy-ban-nhan-dan", "chu-tich-ubnd",   "chu-tich-hoi-dong-nhan-dan"};
  return std::any_of(kSeats.begin(), kSeats.end(),
                     [&](std::string_view seat) { return post.starts_with(seat); });
}

}  // namespace tinlang::officials
