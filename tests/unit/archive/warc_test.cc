#include <cstdint>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/archive/capture_time.h"
#include "indexer/archive/expansion_guard.h"
#include "indexer/archive/gzip_stream.h"
#include "indexer/archive/warc_pages.h"
#include "tests/unit/archive/archive_builder.h"

namespace tinlang::archive {
namespace {

using testing::deflated;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::record;
using testing::RecordParts;
using testing::response;
using ::testing::StartsWith;

struct Reading {
  ReadReport report;
  std::vector<Page> pages;
  std::vector<std::string> bodies;
  std::vector<std::string> reasons;
};

Reading read(const std::string& bytes, std::size_t enough = SIZE_MAX) {
  Reading reading;
  std::istringstream in(bytes);
  const PageSink sink = [&](Page page) {
    reading.bodies.push_back(page.bytes);
    reading.pages.push_back(std::move(page));
    return reading.pages.size() < enough;
  };
  PageTaker taker(sink);
  read_warc(in, "a.warc", taker);
  reading.report = taker.take_report();
  for (const Refusal& refusal : reading.report.refused) reading.reasons.push_back(refusal.reason);
  return reading;
}

RecordParts of_type(std::string type, std::string content_type) {
  RecordParts parts;
  parts.type = std::move(type);
  parts.content_type = std::move(content_type);
  return parts;
}

const std::string kInfo = record("software: x\r\n", of_type("warcinfo", "application/warc-fields"));

TEST(Warc, GivesResponsesWithAddressTimeAndCharset) {
  RecordParts parts;
  parts.uri = "<http://xa.example.vn/a?b=1#c>";
  parts.date = "2026-01-05T03:00:00.123456Z";
  const auto reading = read(kInfo + record(response("<p>một"), parts) + record(response("hai")));
  EXPECT_THAT(reading.bodies, ElementsAre("<p>một", "hai"));
  EXPECT_EQ(reading.pages[0].source, "a.warc#2");
  EXPECT_EQ(reading.pages[0].url, "http://xa.example.vn/a?b=1#c");
  EXPECT_EQ(reading.pages[0].captured_at, "2026-01-05T03:00:00Z");
  EXPECT_EQ(reading.pages[0].charset, "utf-8");
  EXPECT_EQ(reading.pages[1].source, "a.warc#3");
  EXPECT_EQ(reading.report.pages, 2U);
  EXPECT_EQ(reading.report.other_files, 0U);
  EXPECT_THAT(reading.reasons, IsEmpty());
}

TEST(Warc, IsTheSameWithOneGzipMemberARecordAndWithOneForAll) {
  const std::string one = record(response("một"));
  const std::string two = record(response("hai"));
  for (const std::string& bytes : {deflated(one) + deflated(two), deflated(one + two), one + two,
                                   deflated(one) + deflated(two) + std::string(700, '\0')}) {
    const auto reading = read(bytes);
    EXPECT_THAT(reading.bodies, ElementsAre("một", "hai"));
    EXPECT_EQ(reading.pages[1].source, "a.warc#2");
    EXPECT_THAT(reading.reasons, IsEmpty());
  }
}

TEST(Warc, DecodesChunkedAndCompressedBodies) {
  const std::string zipped = deflated("<p>nén");
  const auto reading =
      read(record(response(fmt::format("{:x}\r\n{}\r\n0\r\n\r\n", zipped.size(), zipped),
                           "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")));
  EXPECT_THAT(reading.bodies, ElementsAre("<p>nén"));
}

TEST(Warc, CountsWhatIsNoPage) {
  const auto reading = read(
      record("GET / HTTP/1.1\r\n\r\n", of_type("request", "application/http;msgtype=request")) +
      record("x", of_type("metadata", "text/html")) + record(response("moved", "", "301 Moved")) +
      record(response("lost", "", "404 No")) +
      record("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG") +
      record("127.0.0.1", of_type("response", "text/dns")) +
      record("{}", of_type("resource", "application/json")) +
      record("<html>trang", of_type("resource", "text/html; charset=utf-8")));
  EXPECT_THAT(reading.bodies, ElementsAre("<html>trang"));
  EXPECT_EQ(reading.pages[0].charset, "utf-8");
  EXPECT_EQ(reading.report.other_files, 5U);
  EXPECT_THAT(reading.reasons, IsEmpty());
}

TEST(Warc, TakesPlainTextThatIsNotForMachines) {
  const std::string text = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nBản tin";
  RecordParts robots;
  robots.uri = "http://a.vn/robots.txt?x";
  const auto reading = read(record(text) + record(text, robots));
  EXPECT_THAT(reading.bodies, ElementsAre("Bản tin"));
  EXPECT_EQ(reading.report.other_files, 1U);
}

TEST(Warc, LooksAtTheBytesOfAnUntypedAnswer) {
  const auto reading = read(record("HTTP/1.1 200 OK\r\n\r\n<!DOCTYPE HTML>trang") +
                            record("HTTP/1.1 200 OK\r\n\r\nGIF89a"));
  EXPECT_THAT(reading.bodies, ElementsAre("<!DOCTYPE HTML>trang"));
  EXPECT_EQ(reading.report.other_files, 1U);
}

TEST(Warc, CountsRevisitsAndIndexesNothingTwice) {
  RecordParts revisit;
  revisit.type = "revisit";
  revisit.more =
      "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/identical-payload-digest\r\n"
      "WARC-Refers-To-Target-URI: http://xa.example.vn/tin\r\n";
  const auto reading = read(record(response("<p>một")) + record(response(""), revisit) +
                            record("", revisit) + record(response("hai")));
  EXPECT_THAT(reading.bodies, ElementsAre("<p>một", "hai"));
  EXPECT_EQ(reading.report.revisits, 2U);
}

TEST(Warc, StopsWhenTheSinkHasEnough) {
  EXPECT_THAT(read(record(response("một")) + record(response("hai")), 1).bodies,
              ElementsAre("một"));
}

TEST(Warc, ReadsAHeaderLineOfAMegabyteAndGoesOn) {
  RecordParts parts;
  parts.more = "X-Long: " + std::string(1024 * 1024, 'x') + "\r\nX-Folded: a\r\n b\r\n";
  const auto reading = read(record(response("một"), parts) + record(response("hai")));
  EXPECT_THAT(reading.bodies, ElementsAre("một", "hai"));
  EXPECT_THAT(reading.reasons, IsEmpty());
}

TEST(Warc, TakesLinesThatEndInLineFeedAlone) {
  const std::string block = "HTTP/1.0 200 OK\nContent-Type: text/html\n\n<html>";
  const std::string bytes = fmt::format(
      "WARC/1.0\nWARC-Type: response\nContent-Type: application/http\nContent-Length: {}\n\n{}\n\n",
      block.size(), block);
  EXPECT_THAT(read(bytes + bytes).bodies, ElementsAre("<html>", "<html>"));
}

TEST(WarcErrors, RefuseATooLargePageByItsRecordAndReadTheRest) {
  const std::string large(kMaxPageBytes + 1, 'x');
  const auto reading = read(record(response(large)) +
                            record(response(deflated(large), "Content-Encoding: gzip\r\n")) +
                            record("HTTP/1.1 200 OK\r\nContent-Type: video/mp4\r\n\r\n" + large) +
                            record(response("một")));
  EXPECT_THAT(reading.bodies, ElementsAre("một"));
  EXPECT_EQ(reading.report.other_files, 1U);
  EXPECT_THAT(reading.reasons, ElementsAre(StartsWith("a.warc#1: page of 20971521 bytes"),
                                           StartsWith("a.warc#2: page of more than 20971520")));
}

TEST(WarcErrors, RefuseRecordsThatCannotBeReadAndGoOn) {
  RecordParts segment;
  segment.more = "WARC-Segment-Number: 2\r\n";
  const auto reading = read(record("no head at all") + record(response("hai"), segment) +
                            record(response("\x1F\x9D", "Content-Encoding: compress\r\n")) +
                            record(response("một")));
  EXPECT_THAT(reading.bodies, ElementsAre("một"));
  EXPECT_THAT(reading.reasons, ElementsAre("a.warc#1: no HTTP head", "a.warc#2: part of a record",
                                           "a.warc#3: content encoding compress is not read"));
}

TEST(WarcErrors, NameTheByteOfATruncatedFileOnceAndKeepWhatLiesBefore) {
  const std::string whole = record(response("một"));
  const std::string bytes = whole + record(response("hai")).substr(0, 120);
  const auto plain = read(bytes);
  EXPECT_THAT(plain.bodies, ElementsAre("một"));
  EXPECT_THAT(plain.reasons,
              ElementsAre(fmt::format("a.warc: record 2: ends within its header at byte {}",
                                      whole.size() + std::string_view("WARC/1.1\r\n").size())));
  const auto in_block = read(whole + record(response("bốn")).substr(0, whole.size() - 7));
  EXPECT_THAT(in_block.bodies, ElementsAre("một"));
  EXPECT_THAT(in_block.reasons,
              ElementsAre(fmt::format("a.warc: record 2: ends 3 bytes early at byte {}",
                                      whole.size() * 2 - 7)));

  const std::string zipped = deflated(whole) + deflated(record(response("hai")));
  const auto cut = read(zipped.substr(0, zipped.size() - 40));
  EXPECT_THAT(cut.bodies, ElementsAre("một"));
  EXPECT_THAT(cut.reasons,
              ElementsAre(fmt::format("a.warc: truncated gzip at byte {} (in record 2)",
                                      zipped.size() - 40)));
}

TEST(WarcErrors, NameTheByteOfDamagedGzip) {
  const std::string first = deflated(record(response("một")));
  std::string second = deflated(record(response(std::string(4000, 'x'))));
  second[10] = '\xFF';
  const auto reading = read(first + second);
  EXPECT_THAT(reading.bodies, ElementsAre("một"));
  EXPECT_THAT(reading.reasons, ElementsAre(HasSubstr("damaged gzip at byte ")));
  EXPECT_THAT(
      read(first + "something else").reasons,
      ElementsAre(fmt::format("a.warc: no gzip member at byte {} (in record 1)", first.size())));
}

// Digits of a fixed chance.
std::string noise(std::size_t bytes) {
  std::string text;
  std::uint32_t state = 1;
  for (std::size_t i = 0; i < bytes; ++i) {
    state = state * 1664525U + 1013904223U;
    text += static_cast<char>('0' + (state >> 24U) % 10);
  }
  return text;
}

TEST(WarcErrors, GoOnBehindAMemberThatWasCutShort) {
  const std::string first = deflated(record(response("một")));
  const std::string last = deflated(record(response("ba")));
  for (const std::size_t bytes : {std::size_t{4}, std::size_t{40'000}, std::size_t{400'000}}) {
    const std::string whole = deflated(record(response(noise(bytes))));
    const auto reading = read(first + whole.substr(0, whole.size() / 2) + last + last);
    EXPECT_EQ(reading.bodies.size(), 3U) << bytes;
    EXPECT_EQ(reading.bodies.back(), "ba") << bytes;
    EXPECT_EQ(reading.reasons.size(), 1U) << bytes;
    EXPECT_THAT(reading.reasons.front(), HasSubstr("(in record 2)")) << bytes;
  }
  const auto garbage = read(first + "something else" + last);
  EXPECT_THAT(garbage.bodies, ElementsAre("một", "ba"));
  EXPECT_THAT(garbage.reasons, ElementsAre(HasSubstr("no gzip member at byte ")));
}

TEST(WarcErrors, PassOverSoManyMembersThatWereCutShort) {
  const std::string good = deflated(record(response("một")));
  const std::string cut = good.substr(0, good.size() / 2);
  std::string bytes;
  for (std::size_t i = 0; i < GzipStream::kMostSkips; ++i) bytes += cut;
  EXPECT_THAT(read(bytes + good).bodies, ElementsAre("một"));
  const auto reading = read(bytes + cut + good);
  EXPECT_THAT(reading.bodies, ElementsAre());
  EXPECT_EQ(reading.reasons.size(), GzipStream::kMostSkips + 1);
}

TEST(WarcErrors, FindTheNextRecordBehindALengthThatLies) {
  std::string lying = record(response("<p>dài\r\nhơn"));
  const std::size_t at = lying.find("Content-Length: ") + 16;
  lying[at + 1] = '0';  // less than there is
  const auto reading = read(lying + record(response("hai")));
  EXPECT_EQ(reading.bodies.back(), "hai");
  EXPECT_THAT(reading.reasons, ElementsAre(HasSubstr("no WARC record after record 1 at byte ")));
  EXPECT_EQ(reading.pages.back().source, "a.warc#2");
}

TEST(WarcErrors, FindTheRecordsThatALengthHides) {
  std::string lying = record(response("một"));
  const std::size_t at = lying.find("Content-Length: ") + 16;
  lying.insert(at, "9");  // more than there is in the file
  const std::string bytes = lying + record(response("hai")) + record(response("ba"));
  for (const std::string& packed : {bytes, deflated(bytes)}) {
    const auto reading = read(packed);
    EXPECT_THAT(reading.bodies, ElementsAre("hai", "ba"));
    EXPECT_THAT(reading.reasons, ElementsAre(HasSubstr("a.warc: record 1: ends ")));
    EXPECT_EQ(reading.pages.back().source, "a.warc#3");
  }
}

TEST(WarcErrors, PassOverARecordWithoutALength) {
  const auto reading = read("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -1\r\n\r\nabc\r\n" +
                            record(response("hai")));
  EXPECT_THAT(reading.bodies, ElementsAre("hai"));
  EXPECT_THAT(reading.reasons, ElementsAre("a.warc: record 1: no length at byte 10"));
}

TEST(WarcErrors, RefuseWhatIsNoWarc) {
  for (const char* bytes : {"", "\r\n\r\n", "<html>no\nWARC</html>", "WARC/1.0"}) {
    EXPECT_THAT(read(bytes).reasons, ElementsAre(HasSubstr("no WARC record at byte "))) << bytes;
  }
  EXPECT_THAT(read(deflated("text")).reasons,
              ElementsAre("a.warc: no WARC record at byte 0 of the decoded file"));
}

TEST(WarcErrors, PassOverAMemberThatExpandsWithoutEnd) {
  const std::string first = deflated(record(response("một")));
  const std::string zeros(kFreeExpansionBytes + kMaxPageBytes, '\0');
  const auto reading = read(first + deflated(record(zeros, of_type("metadata", "x"))) + first);
  EXPECT_THAT(reading.bodies, ElementsAre("một", "một"));
  EXPECT_THAT(reading.reasons, ElementsAre(HasSubstr("expands to more than 200 times its size")));
}

TEST(WarcErrors, EndAnArchiveWhoseBodiesExpandWithoutEnd) {
  const std::string bomb =
      record(response(deflated(std::string(kMaxPageBytes, ' ')), "Content-Encoding: gzip\r\n"));
  std::string bytes;
  for (int i = 0; i < 12; ++i) bytes += bomb;
  const auto reading = read(bytes);
  EXPECT_THAT(reading.reasons, ElementsAre(HasSubstr("expands to more than 200 times its size")));
  EXPECT_LT(reading.bodies.size(), 12U);
}

struct TimeCase {
  std::string name;
  std::string written;
  std::string time;
};
void PrintTo(const TimeCase& test, std::ostream* out) { *out << test.name; }

class CaptureTimeTest : public ::testing::TestWithParam<TimeCase> {};

TEST_P(CaptureTimeTest, IsToTheSecondOrEmpty) {
  EXPECT_EQ(capture_time(GetParam().written), GetParam().time);
}

INSTANTIATE_TEST_SUITE_P(
    Times, CaptureTimeTest,
    ::testing::Values(TimeCase{"Second", "2026-01-05T03:04:05Z", "2026-01-05T03:04:05Z"},
                      TimeCase{"Fraction", "2026-01-05T03:04:05.9Z", "2026-01-05T03:04:05Z"},
                      TimeCase{"Minute", "2026-01-05T03:04Z", "2026-01-05T03:04:00Z"},
                      TimeCase{"Day", "2026-01-05", "2026-01-05T00:00:00Z"},
                      TimeCase{"Month", "2026-01", ""}, TimeCase{"Nothing", "", ""},
                      TimeCase{"Zone", "2026-01-05T03:04:05+07:00", ""},
                      TimeCase{"BadMonth", "2026-13-05T03:04:05Z", ""},
                      TimeCase{"BadFraction", "2026-01-05T03:04:05.x1Z", ""},
                      TimeCase{"Letters", "2026-O1-05T03:04:05Z", ""}),
    [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace tinlang::archive
