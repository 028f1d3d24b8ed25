// A question as it was understood, and its answer. Plain values; knows no HTTP.

#ifndef TINLANG_SEARCHD_SEARCH_SEARCH_PAGE_H_
#define TINLANG_SEARCHD_SEARCH_SEARCH_PAGE_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/calendar/date.h"
#include "indexer/gazetteer/gazetteer.h"
#include "indexer/schema/article_record.h"

namespace tinlang::search {

enum class Sort { kRelevance, kNewest, kOldest };

inline constexpr std::size_t kMaxLimit = 100;
inline constexpr std::size_t kMaxOffset = 10'000;
inline constexpr std::size_t kMaxQuestionBytes = 2'000;

// Filters of one kind are alternatives (OR); kinds restrict each other (AND).
struct Filters {
  std::vector<std::string> localities;  // gazetteer codes, any level, of either system
  bool mentions = false;                // places that an article mentions count too
  std::vector<std::string> officials;   // official ids
  std::vector<std::string> posts;       // slugs: "bi-thu-huyen-uy"
  std::vector<std::string> sites;       // hosts or parent domains
  std::optional<calendar::Date> from;   // first day of it
  std::optional<calendar::Date> to;     // last day of it
};

struct SearchRequest {
  std::string question;  // UTF-8; empty asks for everything that the filters admit
  Filters filters;
  Sort sort = Sort::kRelevance;
  std::size_t offset = 0;
  std::size_t limit = 10;
  bool facets = true;
  std::size_t facet_limit = 20;  // values of a facet, most frequent first
  // The units in which the facet counts all articles, whenever they are from.
  gazetteer::System units = gazetteer::System::kThreeLevel;
  bool exact = false;  // a word typed without marks matches only words without
  bool expand = true;  // abbreviations and their full forms find each other
};

struct ArticleRequest {
  std::string id;
  std::string question;  // its words are marked; exact and expand as in SearchRequest
  bool exact = false;
  bool expand = true;
};

// A stretch of a text to mark, in Unicode code points of that text.
struct Highlight {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct MarkedText {
  std::string text;
  std::vector<Highlight> highlights;  // in order, disjoint
};

struct PlaceName {
  std::string code;
  std::string label;   // "Thanh Giang"
  std::string detail;  // "xã", "xã từ 7/2025"
};

// The other end of a change of 1 July 2025; `whole` as in gazetteer::Related.
struct RelatedPlace {
  PlaceName place;
  bool whole = true;
};

// A unit beside what it came from and what became of it.
struct PlaceHistory {
  PlaceName place;
  gazetteer::System system = gazetteer::System::kThreeLevel;
  std::vector<PlaceName> holders;       // from the province down, without the unit itself
  PlaceName province_today;             // where it lies, or what it is
  std::vector<RelatedPlace> became;     // of a province: the one it lies in today
  std::vector<RelatedPlace> came_from;  // empty for a unit of before
};

struct Hit {
  schema::ArticleRecord article;  // body left empty: snippets stand for it
  MarkedText title;
  std::vector<MarkedText> snippets;   // best passages, the best first
  std::optional<PlaceHistory> place;  // of the main place
  double score = 0;                   // only comparable within one answer
  bool partial = false;               // lacks a word of the question
};

// A post in a place, as its page is asked for.
struct PostReference {
  std::string slug;      // empty: none
  std::string locality;  // code; empty when no article says it
};

struct FacetValue {
  std::string value;   // what to pass as the filter
  std::string label;   // display spelling
  std::string detail;  // official: latest post; locality: the type word ("huyện"); else empty
  std::string parent;  // locality: code of the unit above; else empty
  std::uint64_t count = 0;
  std::uint64_t through = 0;  // locality: of these, filed under units of the other time alone
  PostReference post = {};    // official: of the post in `detail`
};

enum class Interval : std::uint8_t { kDay, kWeek, kMonth, kYear };

struct DateStep {
  calendar::Date first;  // both are days
  calendar::Date last;
  std::uint64_t count = 0;
};

struct DateHistogram {
  Interval interval = Interval::kYear;
  std::vector<DateStep> steps;  // ascending, without gaps
  std::uint64_t vague = 0;      // articles whose date is known less well than the interval
};

// Exact counts over the full matches; each facet ignores its own filter.
struct Facets {
  std::vector<FacetValue> localities;  // each unit of the tree that holds a match, by count
  std::vector<FacetValue> officials;
  std::vector<FacetValue> years;       // every year from first to last with a match, ascending
  std::vector<FacetValue> months;      // "2023-05", ascending, only those with a match
  DateHistogram histogram;             // of the matches within all filters
  std::uint64_t undated = 0;           // matches whose date is unknown
  std::uint64_t localities_total = 0;  // distinct values, also those beyond facet_limit
  std::uint64_t officials_total = 0;
};

// A place of the filters or of the question's words, and what asking for it found.
struct AskedPlace {
  PlaceHistory history;
  std::uint64_t total = 0;    // matches there, within the filters of other kinds
  std::uint64_t through = 0;  // of these, filed under units of the other time alone
};

// An abbreviation that widened the question, with the reason to show.
struct Expansion {
  std::string written;  // "nong thon moi"
  std::string also;     // "NTM"
};

// The question as the reader may have meant it.
struct Correction {
  std::string text;
  std::uint64_t total = 0;  // full matches within the same filters; more than the question has
};

enum class OfferKind : std::uint8_t { kOfficial, kLocality };

// Somebody or some place that the question names: to be set as a filter.
struct Offer {
  OfferKind kind = OfferKind::kOfficial;
  std::string value;      // what to pass as the filter
  std::string label;      // the name, display spelling
  std::string detail;     // official: latest post; locality: "xã, Thanh Chương, Nghệ An"
  std::size_t begin = 0;  // where SearchPage::question names it, in code points
  std::size_t end = 0;
};

inline constexpr std::size_t kMaxOffers = 8;

struct SearchPage {
  std::string build_id;
  std::string question;             // as it was read: NFC, without invisible characters
  std::uint64_t total = 0;          // full matches, exact
  std::uint64_t partial_total = 0;  // partial matches offered after them; 0 unless needed
  std::vector<Hit> hits;
  std::optional<Facets> facets;
  std::vector<Expansion> expansions;
  std::optional<Correction> suggestion;
  std::vector<AskedPlace> places;  // those of the filters, in their order
  // Those that the question names and that are found under their names of the other time too, each
  // once, without those of the filters; of all matches.
  std::vector<AskedPlace> named_places;
  std::vector<Offer> offers;  // by begin, the likeliest of one name first, at most kMaxOffers
};

enum class NamedKind : std::uint8_t { kOfficial, kLocality };

// A stretch of an article's text that names an official or a place.
struct NameMark {
  NamedKind kind = NamedKind::kOfficial;
  std::string value;  // id of the person or code of the unit
  schema::TextPart part = schema::TextPart::kBody;
  std::size_t item = 0;   // which paragraph or caption; else 0
  std::size_t begin = 0;  // Unicode code points of that text
  std::size_t end = 0;
};

// An article with the words of a question marked.
struct ArticlePage {
  std::string build_id;
  schema::ArticleRecord article;
  MarkedText title;
  std::vector<MarkedText> paragraphs;               // of the body
  std::vector<std::optional<PlaceHistory>> places;  // of article.localities, in their order
  std::vector<NameMark> names;                      // by part, item and place; disjoint
};

}  // namespace tinlang::search

#endif  // TINLANG_SEARCHD_SEARCH_SEARCH_PAGE_H_
