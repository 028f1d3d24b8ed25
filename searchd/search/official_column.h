// Who is named in each article, as people and as lines of their records, in memory.

#ifndef TINLANG_SEARCHD_SEARCH_OFFICIAL_COLUMN_H_
#define TINLANG_SEARCHD_SEARCH_OFFICIAL_COLUMN_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <xapian.h>

#include "indexer/calendar/date.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/result/result.h"
#include "searchd/officials/corrections.h"
#include "searchd/officials/holding.h"
#include "searchd/search/column_reader.h"

#include <roaring/roaring.hh>

namespace tinlang::search {

using PersonNumber = std::uint32_t;

struct Person {
  // The bearer's id of their first holding; where several people share that one, all but the most
  // written about have "~" and the place or post that tells them apart behind it.
  std::string id;
  std::string name;          // display spelling of the latest article
  std::string post;          // the latest office, else another post; may be empty
  std::uint32_t latest = 0;  // its holding
  std::uint64_t articles = 0;
  std::vector<std::uint32_t> holdings;  // by first day, undated last
};

// How a holding's post is written; the rest of it is officials::Holding.
struct PostText {
  std::string title;  // "Bí thư Huyện ủy", without "nguyên"
  std::string body;
};

// People as officials::identify() tells them. 4 bytes for each post of each article and about 300
// for each holding. Immutable, so thread-safe.
class OfficialColumn {
 public:
  using DateOf = std::function<std::optional<calendar::Date>(std::uint32_t docid)>;

  // Errors: kInvalidInput, naming file and line, for a correction about an official whom this
  // index does not have. Throws Xapian::Error.
  static Result<OfficialColumn> read(const Xapian::Database& database,
                                     const gazetteer::Gazetteer& gazetteer,
                                     const officials::Corrections& corrections,
                                     const DateOf& date_of);

  const std::vector<Person>& people() const { return people_; }
  const Person& person(PersonNumber number) const { return people_[number]; }

  // The person with this id, or the one most written about of those whom this id of the index
  // stands for.
  std::optional<PersonNumber> find(std::string_view id) const;

  // The person whom the article `docid` names under the index's id `bearer`.
  std::optional<PersonNumber> person_in(std::uint32_t docid, std::string_view bearer) const;

  // How many articles of `set` name each person; ids, in no order.
  std::vector<ValueCount> count(const Roaring& set) const;

  // The articles that name any of these people; ids as in find(), unknown ones name nobody.
  Roaring naming(const std::vector<std::string>& ids) const;

  // Every line of every record.
  const std::vector<officials::Holding>& holdings() const { return holdings_; }
  const PostText& post_text(std::uint32_t holding) const { return posts_[holding]; }
  PersonNumber holder(std::uint32_t holding) const { return person_of_[holding]; }

  // The holdings that the article `docid` gives.
  std::span<const std::uint32_t> holdings_in(std::uint32_t docid) const {
    return {holdings_of_.begin(docid), holdings_of_.end(docid)};
  }

 private:
  struct NameOfBearer {
    std::string name;
    std::string date;
  };

  void add_holding(std::string_view entry, const gazetteer::Gazetteer& gazetteer);
  void read_names(const Xapian::Database& database);
  void note_dates(const DateOf& date_of);
  void note_people();
  std::uint32_t latest_holding(const Person& person) const;
  std::string post_of(std::uint32_t holding) const;
  void give_ids(const gazetteer::Gazetteer& gazetteer);
  Result<void> check(const officials::Corrections& corrections) const;

  ListColumn holdings_of_;  // by docid
  std::uint32_t last_docid_ = 0;
  std::vector<officials::Holding> holdings_;
  std::vector<PostText> posts_;          // by holding
  std::vector<PersonNumber> person_of_;  // by holding
  std::vector<Person> people_;
  std::unordered_map<std::string, NameOfBearer> names_;  // by bearer
  std::unordered_map<std::string, PersonNumber> by_id_;  // ids of people and of bearers
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_OFFICIAL_COLUMN_H_
