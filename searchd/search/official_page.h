// All that an archive says of one official, and who held a post. Plain values.

#ifndef TINLANG_SEARCHD_SEARCH_OFFICIAL_PAGE_H_
#define TINLANG_SEARCHD_SEARCH_OFFICIAL_PAGE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/calendar/date.h"
#include "searchd/search/locality_page.h"
#include "searchd/search/search_page.h"

namespace tinlang::search {

struct OfficialRequest {
  std::string id;          // of a person, or any id of the index that stands for them
  std::size_t limit = 20;  // places, companions and articles named
};

struct PostRequest {
  std::string slug;  // "bi-thu-huyen-uy"
  std::string locality;
  std::size_t limit = 100;  // holders and places named
};

// A claim's proof.
struct ArticleReference {
  std::string id;
  std::string title;
  std::optional<calendar::Date> date;
};

// A post as articles give it to somebody, from the first mention to the last: the time in
// office may be longer. For a former post the dates are those of the articles that look back.
struct RecordLine {
  std::string title;  // without "nguyên"
  std::string slug;   // of the post's page; empty when no post is told
  std::string body;
  std::optional<PlaceName> place;
  std::vector<PlaceName> holders;  // of the place, from the province down
  bool former = false;
  std::uint64_t articles = 0;
  std::optional<ArticleReference> first;  // of the dated ones, else of all
  std::optional<ArticleReference> last;
};

struct PersonName {
  std::string id;
  std::string name;
  std::string post;  // the latest
};

// Somebody else of whom articles say that they held the same post in the same place meanwhile,
// though it has one holder.
struct RivalClaim {
  PersonName person;
  std::string title;
  std::string slug;  // of the post's page
  std::optional<PlaceName> place;
  std::string from;  // ISO days that both are named for it
  std::string to;
};

struct MonthCount {
  std::string month;  // "2023-05"
  std::uint64_t count = 0;
};

struct OfficialPage {
  std::string build_id;
  PersonName person;
  std::vector<std::string> names;  // all spellings seen, the latest first
  std::vector<std::string> ids;    // those of the index that this person has
  std::uint64_t total = 0;         // articles
  std::vector<RecordLine> posts;   // by first mention
  std::vector<RivalClaim> rivals;
  std::vector<MonthCount> months;  // those with an article
  std::uint64_t vague = 0;         // articles known to a year or a quarter only
  std::uint64_t undated = 0;
  std::vector<FacetValue> places;      // main places of the articles, in units of then
  std::vector<FacetValue> companions;  // people named in the same articles
  std::uint64_t companions_total = 0;
  std::vector<ArticleReference> articles;  // the newest
};

struct PostHolder {
  PersonName person;
  RecordLine line;
  std::vector<MonthCount> months;  // those with an article that says so
};

// Two whom articles name for a seat of one holder at the same time.
struct SharedTime {
  std::size_t one = 0;  // of PostPage::holders
  std::size_t other = 0;
  std::string from;  // ISO days
  std::string to;
  bool handover = false;  // so short that articles may only lag behind the appointment
};

// Holders of a post over time, by first mention.
struct PostPage {
  std::string build_id;
  std::string slug;
  std::string title;                  // empty when no article names the post
  std::optional<PlaceHistory> place;  // nullopt: anywhere
  bool one_holder = false;            // at a time
  std::vector<PostHolder> holders;
  std::uint64_t holders_total = 0;
  std::vector<PostHolder> former;  // of whom articles only look back on it, by name
  std::vector<SharedTime> shared;  // among `holders`, by first day
  std::vector<FacetValue> places;  // units inside the place, or all, with people who held it there
  std::uint64_t places_total = 0;
  Coverage coverage;  // articles that name a holder, beside what was archived; only of a place
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_OFFICIAL_PAGE_H_
