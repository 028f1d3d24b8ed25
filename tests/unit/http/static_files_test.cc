#include "searchd/http/static_files.h"

#include <filesystem>
#include <ostream>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/scratch_folder.h"

namespace tinlang::http {
namespace {

class StaticFilesTest : public ::testing::Test {
 protected:
  StaticFilesTest() {
    folder_.write("secret.txt", "secret");
    folder_.write("web-other/a.js", "secret");
    folder_.write("web/index.html", "<p>page");
    folder_.write("web/assets/app-1a2b.js", "run()");
    folder_.write("web/.hidden/a.js", "secret");
    folder_.write("web/odd.bin", "?");
    std::filesystem::create_symlink("../secret.txt", folder_.path() / "web" / "link.txt");
  }
  Result<StaticFile> read(std::string_view path) const { return files_.read(path); }

  testing::ScratchFolder folder_;
  StaticFiles files_{folder_.path() / "web"};
};

TEST_F(StaticFilesTest, HaveTypesAndLifetimes) {
  const auto script = read("/assets/app-1a2b.js");
  ASSERT_TRUE(script);
  EXPECT_EQ(script->bytes, "run()");
  EXPECT_EQ(script->content_type, "text/javascript; charset=utf-8");
  EXPECT_EQ(script->cache_control, "public, max-age=31536000, immutable");
  EXPECT_EQ(read("/index.html")->cache_control, "no-cache");
  EXPECT_EQ(read("/odd.bin")->content_type, "application/octet-stream");
}

TEST_F(StaticFilesTest, GiveThePageForEveryPathOfItsOwn) {
  for (const char* path : {"/", "/article/abc", "/about"}) {
    const auto page = read(path);
    ASSERT_TRUE(page) << path;
    EXPECT_EQ(page->bytes, "<p>page");
    EXPECT_EQ(page->content_type, "text/html; charset=utf-8");
  }
}

TEST_F(StaticFilesTest, ChangeTheirTagWithTheirBytes) {
  const std::string before = read("/odd.bin")->etag;
  EXPECT_EQ(read("/odd.bin")->etag, before);
  folder_.write("web/odd.bin", "longer");
  EXPECT_NE(read("/odd.bin")->etag, before);
}

struct Escape {
  std::string name;
  std::string path;
};

void PrintTo(const Escape& test, std::ostream* out) { *out << test.name; }

class StaticFilesRefuse : public StaticFilesTest, public ::testing::WithParamInterface<Escape> {};

TEST_P(StaticFilesRefuse, WhatLiesOutside) {
  const auto file = read(GetParam().path);
  ASSERT_FALSE(file) << file->bytes;
  EXPECT_EQ(file.error().code, ErrorCode::kNotFound);
}

INSTANTIATE_TEST_SUITE_P(
    Paths, StaticFilesRefuse,
    ::testing::Values(Escape{"Parent", "/../secret.txt"},
                      Escape{"Inner", "/assets/../../secret.txt"},
                      Escape{"Sibling", "/../web-other/a.js"}, Escape{"Link", "/link.txt"},
                      Escape{"Hidden", "/.hidden/a.js"}, Escape{"Backslash", "/..\\secret.txt"},
                      Escape{"Absolute", "//etc/hosts.txt"}, Escape{"NoSlash", "secret.txt"},
                      Escape{"Nul", std::string("/index.html\0.js", 15)},
                      Escape{"Missing", "/missing.js"}, Escape{"Folder", "/assets.d/"},
                      Escape{"Empty", ""}),
    [](const auto& test) { return test.param.name; });

TEST(StaticFiles, WithoutAFolderSayWhy) {
  const auto file = StaticFiles({}).read("/");
  ASSERT_FALSE(file);
  EXPECT_NE(file.error().message.find("--web"), std::string::npos);
}

}  // namespace
}  // namespace tinlang::http
