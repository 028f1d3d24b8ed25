#include "indexer/writer/record_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tinlang::writer {
namespace {

using entities::TextField;
using schema::TextPart;
using schema::TextSpan;
using ::testing::ElementsAre;

TEST(RecordBuilder, KeepsWhereThePageNamesItsPeopleAndPlaces) {
  article::Article article;
  article.title = "Huyện Thanh Chương";
  entities::Entities found;
  found.localities.push_back({"428", {"40", "428"}, {"Nghệ An", "Thanh Chương"}, {}, 0.9, {}});
  found.localities[0].evidence = {{TextField::kTitle, 0, 0, 21}, {TextField::kCaption, 2, 5, 26}};
  entities::Official official;
  official.id = "x-1";
  official.name = "Đậu Bá Thiềm";
  official.evidence = {{TextField::kLead, 0, 7, 22}, {TextField::kBody, 0, 70'000, 70'015}};
  official.posts.emplace_back();
  official.posts[0].title = "Giám đốc Sở Nội vụ";
  official.posts[0].acting = true;
  found.officials.push_back(official);
  const schema::ArticleRecord record = make_record(article, found);
  ASSERT_EQ(record.localities.size(), 1U);
  EXPECT_THAT(record.localities[0].evidence, ElementsAre(TextSpan{TextPart::kTitle, 0, 0, 21},
                                                         TextSpan{TextPart::kCaption, 2, 5, 26}));
  ASSERT_EQ(record.officials.size(), 1U);
  EXPECT_THAT(record.officials[0].evidence,
              ElementsAre(TextSpan{TextPart::kLead, 0, 7, 22},
                          TextSpan{TextPart::kBody, 0, 70'000, 70'015}));
  EXPECT_TRUE(record.officials[0].posts.at(0).acting);
}

}  // namespace
}  // namespace tinlang::writer
