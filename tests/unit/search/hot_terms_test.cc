#include "searchd/search/hot_terms.h"

#include <map>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <xapian.h>

#include "searchd/search/column_weight.h"
#include "searchd/search/ranking.h"

namespace tinlang::search {
namespace {

constexpr int kArticles = 600;

// Frequent terms and rare ones, in articles of many lengths.
Xapian::WritableDatabase make_database() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (int i = 1; i <= kArticles; ++i) {
    Xapian::Document document;
    document.add_term("all", static_cast<Xapian::termcount>(1 + i % 5));
    if (i % 2 == 0) document.add_term("half", static_cast<Xapian::termcount>(1 + i % 3));
    if (i % 7 == 0) document.add_term("seventh", static_cast<Xapian::termcount>(i % 4 + 1));
    if (i % 97 == 0) document.add_term("rare", 2);
    document.add_term("filling", static_cast<Xapian::termcount>(3 + i * 37 % 200));
    database.add_document(document);
  }
  database.delete_document(14);
  return database;
}

class HotTermsTest : public ::testing::Test {
 protected:
  // Each article's weight, by docid.
  static std::map<Xapian::docid, double> weights(Xapian::Enquire& enquire) {
    std::map<Xapian::docid, double> result;
    const Xapian::MSet found = enquire.get_mset(0, kArticles);
    for (auto it = found.begin(); it != found.end(); ++it) result[*it] = it.get_weight();
    return result;
  }

  Xapian::WritableDatabase database_ = make_database();
  HotTerms hot_ = HotTerms::read(database_);
};

TEST_F(HotTermsTest, HoldsTheArticlesOfFrequentTermsAsTheIndexDoes) {
  for (const std::string name : {"all", "half", "seventh"}) {
    ASSERT_NE(hot_.find(name), nullptr) << name;
    EXPECT_EQ(hot_.find(name)->articles, articles_of(database_, name)) << name;
    EXPECT_FALSE(hot_.find(name)->counts.empty()) << name;
  }
  EXPECT_FALSE(hot_.find("half")->articles.contains(14));
}

TEST_F(HotTermsTest, LeavesRareTermsToTheIndex) {
  EXPECT_EQ(hot_.find("rare"), nullptr);
  EXPECT_EQ(hot_.find("unknown"), nullptr);
  EXPECT_EQ(articles_of(database_, "rare").cardinality(), 6U);
}

TEST_F(HotTermsTest, WeighsEveryArticleAsTheLibraryDoes) {
  Xapian::Enquire plain(database_);
  plain.set_weighting_scheme(
      Xapian::BM25Weight(kBm25K1, kBm25K2, kBm25K3, kBm25B, kBm25MinNormLength));
  Xapian::Enquire quick(database_);
  const Roaring everything = articles_of(database_, "");
  SetSource matches(everything);
  quick.set_weighting_scheme(ColumnWeight(hot_, matches));
  const auto query_of = [](const Xapian::Query& first, const Xapian::Query& second,
                           const Xapian::Query& third) {
    const Xapian::Query scaled(Xapian::Query::OP_SCALE_WEIGHT, second, 0.7);
    const Xapian::Query both(Xapian::Query::OP_OR, first, scaled);
    return Xapian::Query(Xapian::Query::OP_AND_MAYBE, both, third);
  };
  for (const std::string last : {"rare", "all", "seventh"}) {
    plain.set_query(query_of(Xapian::Query("half"), Xapian::Query("seventh"), Xapian::Query(last)));
    quick.set_query(Xapian::Query(
        Xapian::Query::OP_FILTER,
        query_of(Xapian::Query("half"), Xapian::Query("seventh"), Xapian::Query(last)),
        Xapian::Query(&matches)));
    const auto expected = weights(plain);
    const auto found = weights(quick);
    ASSERT_GT(expected.size(), 300U);
    ASSERT_EQ(found.size(), expected.size());
    for (const auto& [docid, weight] : expected) {
      ASSERT_TRUE(found.contains(docid)) << docid;
      EXPECT_NEAR(found.at(docid), weight, 1e-9) << last << " in " << docid;
    }
  }
}

TEST_F(HotTermsTest, LeavesOutWhatTheSetDoesNotHold) {
  const Roaring some = Roaring::bitmapOf(4, 2, 4, 15, 600);
  SetSource matches(some);
  Xapian::Enquire enquire(database_);
  enquire.set_weighting_scheme(ColumnWeight(hot_, matches));
  enquire.set_query(
      Xapian::Query(Xapian::Query::OP_FILTER, Xapian::Query("half"), Xapian::Query(&matches)));
  const auto found = weights(enquire);
  EXPECT_EQ(found.size(), 3U);
  EXPECT_FALSE(found.contains(15));
}

TEST(HotTerms, AreNoneInAnEmptyIndex) {
  const Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  EXPECT_EQ(HotTerms::read(database).size(), 0U);
}

}  // namespace
}  // namespace tinlang::search
