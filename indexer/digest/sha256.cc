#include "indexer/digest/sha256.h"

#include <array>
#include <cassert>

#include <openssl/evp.h>

namespace tinlang::digest {

std::string sha256_hex(std::string_view bytes) {
  std::array<unsigned char, 32> digest{};
  [[maybe_unused]] const int done =
      EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr);
  assert(done == 1);  // fails only when OpenSSL cannot allocate
  constexpr std::string_view kHexDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const unsigned char byte : digest) {
    hex += kHexDigits[byte >> 4U];
    hex += kHexDigits[byte & 15U];
  }
  return hex;
}

}  // namespace tinlang::digest
