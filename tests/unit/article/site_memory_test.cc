// What repeats on a site is no article, and what is an article stays one.

#include "indexer/article/site_memory.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/article/html_extractor.h"
#include "indexer/article/page_loader.h"

namespace tinlang::article {
namespace {

using testing::ElementsAre;

constexpr const char* kNotice =
    "<div><p>Cổng thông tin tiếp nhận phản ánh của người dân về trật tự đô thị, vệ sinh môi "
    "trường và thái độ phục vụ của cán bộ qua đường dây nóng trong giờ hành chính các ngày.</p>"
    "<p>Người dân khi đến làm việc vui lòng mang theo căn cước công dân, lấy số thứ tự tại quầy "
    "hướng dẫn và chờ đến lượt theo thông báo trên loa của bộ phận tiếp nhận hồ sơ.</p>"
    "<p>Hồ sơ nộp qua mạng được ưu tiên giải quyết trước và miễn phí dịch vụ chuyển phát kết quả "
    "đến tận nhà cho người cao tuổi, người khuyết tật và gia đình chính sách.</p></div>";

const std::vector<std::string> kTitles = {
    "Xã Bình Minh khai trương chợ phiên nông sản", "Thôn Đoài mở lớp dạy bơi miễn phí cho trẻ",
    "Trạm y tế xã tiêm vắc xin cho người già", "Đường liên xã hoàn thành trước mùa mưa bão"};

std::string sentence(const std::string& title) {
  return title + " vào sáng thứ bảy với sự có mặt của hơn hai trăm người dân trong vùng.";
}

// A short article under a long notice; nothing but repetition tells them apart.
archive::Page page_of(const std::string& title, const std::string& address) {
  archive::Page page;
  page.source = address;
  page.url = "https://binhminh.example.gov.vn/" + address;
  page.bytes = "<html><head><meta charset=utf-8><title>" + title + "</title></head><body><h2>" +
               title + "</h2>" + kNotice + "<div><p>" + sentence(title) +
               "</p></div><p>Lượt truy cập hôm nay: " + std::to_string(title.size()) +
               "</p></body></html>";
  return page;
}

SiteMemory memory_of(const std::vector<archive::Page>& pages) {
  SiteMemory memory;
  for (const auto& page : pages) {
    const auto loaded = load_page(page);
    if (loaded) memory.learn(site_key(page), shape_of(page_id(page), loaded->blocks));
  }
  return memory;
}

std::vector<archive::Page> site() {
  std::vector<archive::Page> pages;
  for (const auto& title : kTitles) pages.push_back(page_of(title, std::to_string(pages.size())));
  return pages;
}

std::vector<std::string> body_of(const archive::Page& page, const SiteMemory& memory) {
  const auto article = extract_article(page, memory.repeated(site_key(page)));
  return article ? article->paragraphs : std::vector<std::string>();
}

TEST(SiteMemory, TellsParagraphsOfOtherScriptsApart) {
  const std::vector<std::string> texts = {
      "Жители починили колодец у старой мельницы и покрасили скамейки вокруг него в синий цвет.",
      "Библиотека собирает фотографии свадеб, которые играли в селе до постройки новой школы.",
      "Пасечники договорились делить луг за рекой по неделям, чтобы хватило всем ульям в округе.",
      "Автобус до станции будет ждать последнюю электричку, если дежурный позвонит водителю."};
  std::vector<archive::Page> pages;
  for (const auto& text : texts) {
    archive::Page page = page_of("Вести " + std::to_string(pages.size()), "");
    page.source = std::to_string(pages.size());
    page.url += page.source;
    const std::string title = text.substr(0, text.find(' ', 30));
    page.bytes =
        "<meta charset=utf-8><title>" + title + "</title><h1>" + title + "</h1><p>" + text + "</p>";
    pages.push_back(std::move(page));
  }
  EXPECT_THAT(body_of(pages[1], memory_of(pages)), ElementsAre(texts[1]));
}

TEST(SiteMemory, TakesNoticesOutOfBodiesThatAreWrongAlone) {
  const auto pages = site();
  EXPECT_GT(body_of(pages[0], {}).size(), 1U);
  const SiteMemory memory = memory_of(pages);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    EXPECT_THAT(body_of(pages[i], memory), ElementsAre(sentence(kTitles[i])));
  }
}

TEST(SiteMemory, KnowsNothingFromTwoArticles) {
  const auto pages = site();
  EXPECT_TRUE(memory_of({pages[0], pages[1]}).repeated(site_key(pages[0])).empty());
}

TEST(SiteMemory, KeepsAnArticleThatStandsAtManyAddresses) {
  std::vector<archive::Page> pages;
  for (int i = 0; i < 6; ++i) {
    pages.push_back(page_of(kTitles[0], std::to_string(i)));
    pages.back().bytes += "<!-- " + std::to_string(i) + " -->";
  }
  const SiteMemory memory = memory_of(pages);
  EXPECT_TRUE(memory.repeated(site_key(pages[0])).empty());
}

TEST(SiteMemory, KeepsAnArticleThatIsPrintedTwiceAmongOthers) {
  auto pages = site();
  for (int i = 0; i < 3; ++i) {
    pages.push_back(page_of(kTitles[0], "in/" + std::to_string(i)));
    pages.back().bytes += "<!-- " + std::to_string(i) + " -->";
  }
  EXPECT_THAT(body_of(pages[0], memory_of(pages)), ElementsAre(sentence(kTitles[0])));
}

TEST(SiteMemory, ReadsPagesOfOneTextUnderManyTitlesAsIfAlone) {
  std::vector<archive::Page> pages = site();
  for (auto& page : pages) {
    page.bytes = page.bytes.substr(0, page.bytes.rfind("<div>"));
  }
  const SiteMemory memory = memory_of(pages);
  EXPECT_EQ(body_of(pages[0], memory).size(), 3U);
}

TEST(SiteMemory, KeepsSitesApart) {
  const auto pages = site();
  auto other = pages[0];
  other.url = "https://other.example.gov.vn/";
  EXPECT_TRUE(memory_of(pages).repeated(site_key(other)).empty());
}

TEST(SiteMemory, KeepsPublishLinesAndSignaturesThatAreAlike) {
  std::vector<archive::Page> pages;
  for (const auto& title : kTitles) {
    pages.push_back(page_of(title, std::to_string(pages.size())));
    auto& bytes = pages.back().bytes;
    bytes.insert(bytes.find("<div>"), "<div>Thứ tư, 15/07/2020, 09:12 (GMT+7), đăng lúc</div>");
    bytes.insert(bytes.rfind("</div>"), "<p align=right><b>Lò Thị Hương</b></p>");
  }
  const SiteMemory memory = memory_of(pages);
  const auto article = extract_article(pages[2], memory.repeated(site_key(pages[2])));
  ASSERT_TRUE(article);
  EXPECT_EQ(article->byline, "Lò Thị Hương");
  ASSERT_TRUE(article->published);
  EXPECT_EQ(article->published->day, 15);
}

TEST(SiteMemory, DoesNotDependOnTheOrderOfPages) {
  std::vector<archive::Page> pages;
  for (int i = 0; i < 40; ++i) pages.push_back(page_of(kTitles[0] + std::to_string(i), "a"));
  const SiteMemory memory = memory_of(pages);
  std::reverse(pages.begin(), pages.end());
  EXPECT_EQ(memory_of(pages), memory);
  pages.resize(30);
  EXPECT_NE(memory_of(pages), memory);
}

TEST(SiteMemory, IsReadAsItWasWritten) {
  const SiteMemory memory = memory_of(site());
  const auto read = SiteMemory::parse(memory.serialize());
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(*read, memory);
}

TEST(SiteMemoryErrors, RefuseWhatIsDamagedOrOfAnotherFormat) {
  const std::string text = memory_of(site()).serialize();
  EXPECT_FALSE(SiteMemory::parse(""));
  EXPECT_FALSE(SiteMemory::parse("tinlang site memory 2\n"));
  EXPECT_FALSE(SiteMemory::parse(text.substr(0, text.size() - 1)));
  EXPECT_FALSE(SiteMemory::parse(text.substr(0, text.size() / 2)));
  std::string changed = text;
  changed[text.size() / 2] = changed[text.size() / 2] == '1' ? '2' : '1';
  EXPECT_FALSE(SiteMemory::parse(changed));
}

}  // namespace
}  // namespace tinlang::article
