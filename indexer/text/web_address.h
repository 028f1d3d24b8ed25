// E-mail addresses and host names, which are one token each.

#ifndef TINLANG_INDEXER_TEXT_WEB_ADDRESS_H_
#define TINLANG_INDEXER_TEXT_WEB_ADDRESS_H_

#include <cstddef>
#include <string_view>

namespace tinlang::text {

// Length in bytes of the e-mail address or host name that begins at `begin`,
// 0 when there is none: "vanthu@x.gov.vn", "bac-kan.gov.vn", but not
// "ra.Com". Reads at most 254 bytes.
std::size_t web_address_length(std::string_view text, std::size_t begin);

}  // namespace tinlang::text

#endif  // TINLANG_INDEXER_TEXT_WEB_ADDRESS_H_
