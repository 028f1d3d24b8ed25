#include "indexer/archive/http_message.h"

#include <string>
#include <utility>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/archive/archive_builder.h"

#include <zstd.h>

namespace tinlang::archive {
namespace {

using testing::deflated;
using ::testing::HasSubstr;
using testing::Wrap;

constexpr std::size_t kLimit = 1000;
const std::string kPage = "<!doctype html><html><body>Tin</body></html>";

HttpHead head_with(std::string content_encoding, std::string transfer_encoding = "") {
  HttpHead head;
  head.content_encoding = std::move(content_encoding);
  head.transfer_encoding = std::move(transfer_encoding);
  return head;
}

struct BodyCase {
  std::string name;
  std::string content_encoding;
  std::string transfer_encoding;
  std::string stored;
};
void PrintTo(const BodyCase& test, std::ostream* out) { *out << test.name; }

class DecodeHttpBodyTest : public ::testing::TestWithParam<BodyCase> {};

TEST_P(DecodeHttpBodyTest, GivesThePage) {
  const BodyCase& test = GetParam();
  const auto body = decode_http_body(head_with(test.content_encoding, test.transfer_encoding),
                                     test.stored, kLimit);
  ASSERT_TRUE(body) << body.error().message;
  EXPECT_EQ(*body, kPage);
}

std::string chunked(const std::string& bytes) {
  return fmt::format("5;name=value\r\n{}\r\n{:X}\r\n{}\r\n0\r\nTrailer: x\r\n\r\n",
                     bytes.substr(0, 5), bytes.size() - 5, bytes.substr(5));
}

const std::string kHalves =
    deflated(kPage.substr(0, 20)) + deflated(kPage.substr(20));  // two gzip members

std::string zstd_of(const std::string& bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  packed.resize(ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), 3));
  return packed;
}

const std::string kBrotli =
    std::string("\x1B\x2B", 2) + '\0' +
    "\xF8\x8D\x54\xB5\xBF\xE6\xA1\x4A\x73\x13\x3E\x2D\x08\x23\xC2\x88\xA3\x0F\xC0\x20\x07\x4C\x94"
    "\x02\x8D\xFD";
const std::string kBrotliOver = "\x1B\xE8\x03\xF8\x25\xC2\xA2\xB1\x40\x40\x34";  // 1,001 letters

INSTANTIATE_TEST_SUITE_P(
    Bodies, DecodeHttpBodyTest,
    ::testing::Values(BodyCase{"Bare", "", "", kPage}, BodyCase{"Identity", "identity", "", kPage},
                      BodyCase{"Chunked", "", "chunked", chunked(kPage)},
                      BodyCase{"Gzip", "gzip", "", deflated(kPage)},
                      BodyCase{"GzipOfTwoMembers", "x-gzip", "", kHalves},
                      BodyCase{"GzipWithBytesBehind", "gzip", "", deflated(kPage) + "\r\n"},
                      BodyCase{"ZlibDeflate", "deflate", "", deflated(kPage, Wrap::kZlib)},
                      BodyCase{"RawDeflate", "deflate", "", deflated(kPage, Wrap::kRawDeflate)},
                      BodyCase{"ChunkedGzip", "gzip", "chunked", chunked(deflated(kPage))},
                      BodyCase{"GzipTwice", "gzip, gzip", "", deflated(deflated(kPage))},
                      BodyCase{"HeaderOfStoredChunks", "", "chunked", kPage},
                      BodyCase{"HeaderOfStoredGzip", "gzip", "", kPage},
                      BodyCase{"HeaderOfStoredDeflate", "deflate", "", kPage},
                      BodyCase{"HeaderOfStoredBrotli", "br", "chunked", kPage},
                      BodyCase{"Brotli", "br", "", kBrotli},
                      BodyCase{"ChunkedBrotli", "br", "chunked", chunked(kBrotli)},
                      BodyCase{"Zstd", "zstd", "", zstd_of(kPage)},
                      BodyCase{"HeaderOfStoredZstd", "zstd", "", kPage},
                      BodyCase{"ChunkLongerThanTheBody", "", "chunked", "FFFF\r\n" + kPage},
                      BodyCase{"GzipThatEndsEarly", "gzip", "",
                               deflated(kPage).substr(0, deflated(kPage).size() - 8)}),
    [](const auto& test) { return test.param.name; });

TEST(DecodeHttpBodyErrors, NameAnEncodingThatIsNotRead) {
  const auto body = decode_http_body(head_with("compress"), "\x1F\x9D\x90", kLimit);
  ASSERT_FALSE(body);
  EXPECT_EQ(body.error().message, "content encoding compress is not read");
}

TEST(DecodeHttpBodyErrors, RefuseMoreThanTheLimit) {
  const std::string exact(kLimit, 'x');
  EXPECT_TRUE(decode_http_body(head_with("gzip"), deflated(exact), kLimit));
  for (const char* encoding : {"gzip", ""}) {
    const std::string large = exact + "x";
    const auto body =
        decode_http_body(head_with(encoding), *encoding == '\0' ? large : deflated(large), kLimit);
    ASSERT_FALSE(body);
    EXPECT_THAT(body.error().message, HasSubstr("1000"));
  }
}

TEST(DecodeHttpBodyErrors, RefuseMoreThanTheLimitOfNewerEncodings) {
  const std::string large(kLimit + 1, 'a');
  EXPECT_FALSE(decode_http_body(head_with("zstd"), zstd_of(large), kLimit));
  EXPECT_FALSE(decode_http_body(head_with("br"), kBrotliOver, kLimit));
  EXPECT_TRUE(decode_http_body(head_with("br"), kBrotliOver, kLimit + 1));
}

TEST(DecodeHttpBodyErrors, RefuseDamagedBytesOfNewerEncodings) {
  std::string damaged = zstd_of(kPage);
  damaged[4] = '\xFF';
  for (const auto& [coding, bytes] :
       {std::pair("zstd", damaged), std::pair("br", "\xFF" + kBrotli)}) {
    const auto body = decode_http_body(head_with(coding), bytes, kLimit);
    ASSERT_FALSE(body) << coding;
    EXPECT_THAT(body.error().message, HasSubstr(std::string("damaged ") + coding));
  }
}

TEST(DecodeHttpBodyErrors, RefuseDamagedBytes) {
  std::string damaged = deflated(kPage);
  damaged[10] = '\xFF';
  const auto body = decode_http_body(head_with("gzip"), damaged, kLimit);
  ASSERT_FALSE(body);
  EXPECT_THAT(body.error().message, HasSubstr("damaged gzip"));
}

TEST(DecodeHttpBodyErrors, RefuseManyEncodingsAroundOnePage) {
  EXPECT_FALSE(decode_http_body(head_with("gzip,gzip,gzip,gzip"), kPage, kLimit));
}

TEST(ParseHttpHead, ReadsStatusTypeAndCharset) {
  const std::string text =
      "HTTP/1.1 200 OK\r\nServer: x\r\nCONTENT-TYPE: Text/HTML;\r\n boundary=a; "
      "Charset=\"Windows-1258\"\r\nno field\r\nContent-Encoding: GZIP\r\n"
      "Transfer-Encoding: chunked\r\n\r\nbody";
  const auto head = parse_http_head(text);
  ASSERT_TRUE(head);
  EXPECT_EQ(head->status, 200);
  EXPECT_EQ(head->media.type, "text/html");
  EXPECT_EQ(head->media.charset, "windows-1258");
  EXPECT_EQ(head->content_encoding, "gzip");
  EXPECT_EQ(head->transfer_encoding, "chunked");
  EXPECT_EQ(text.substr(head->bytes), "body");
}

TEST(ParseHttpHead, TakesLinesThatEndInLineFeedAlone) {
  const auto head = parse_http_head("HTTP/2 404\nContent-Type: text/html\n\n");
  ASSERT_TRUE(head);
  EXPECT_EQ(head->status, 404);
  EXPECT_EQ(head->media.type, "text/html");
}

TEST(ParseHttpHeadErrors, AreNoHead) {
  EXPECT_FALSE(parse_http_head(""));
  EXPECT_FALSE(parse_http_head("<html>\r\n\r\n"));
  EXPECT_FALSE(parse_http_head("HTTP/1.1 OK\r\n\r\n"));
  EXPECT_FALSE(parse_http_head("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"));
  const std::string filler(kMaxHttpHeadBytes, 'x');
  EXPECT_FALSE(parse_http_head("HTTP/1.1 200 OK\r\nX: " + filler + "\r\n\r\n"));
}

}  // namespace
}  // namespace tinlang::archive
