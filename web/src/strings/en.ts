import type { DateParts } from "../text/dates";
import { kPeopleInEnglish } from "./official_strings";
import { kPlacesInEnglish } from "./place_strings_en";
import { kPostsInEnglish } from "./post_strings";
import type { Strings } from "./strings";

const kMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const kVaguer = { year: "", month: "quarter or year", week: "month, quarter or year", day: "month, quarter or year" };
const number = new Intl.NumberFormat("en-GB");

function date(parts: DateParts): string {
  switch (parts.kind) {
    case "year":
      return String(parts.year);
    case "quarter":
      return `Q${parts.quarter} ${parts.year}`;
    case "month":
      return `${kMonths[parts.month - 1] ?? parts.month} ${parts.year}`;
    case "day": {
      const day = `${parts.day} ${kMonths[parts.month - 1] ?? parts.month} ${parts.year}`;
      return parts.time === null ? day : `${day}, ${parts.time}`;
    }
  }
}

function articles(count: number): string {
  return count === 1 ? "1 article" : `${number.format(count)} articles`;
}

function span(from: string, to: string): string {
  if (from === to) return from;
  if (to === "") return `from ${from}`;
  return from === "" ? `until ${to}` : `${from} – ${to}`;
}

export const kEnglish: Strings = {
  language: "en",
  language_name: "English",
  site: "Tin làng",
  tagline: "Search the archived news of Vietnam’s communes, districts and provinces",
  skip_to_content: "Skip to the content",
  question_label: "Search the archive",
  question_hint: "a place, a person, a subject",
  search: "Search",
  examples: "Try",
  example_questions: [
    "nông thôn mới nâng cao",
    "Bí thư Huyện ủy",
    "giải phóng mặt bằng",
    "chuyển đổi số",
    "phong chong thien tai",
  ],
  archive_size: (count) => `The archive holds ${articles(count)}`,
  archive_date: (day) => `updated ${day}`,
  everything: "See everything, newest first",
  how_title: "How to ask",
  how: [
    ["With or without marks", "Words typed with marks match those marks (uỷ = ủy); words typed without match any."],
    ["“in quotation marks”", "Words in a row, such as \"ủy ban nhân dân\"."],
    ["-without", "A minus before a word leaves out the articles that have it."],
    ["OR, ( )", "OR in capitals finds either side: xã (cầu OR đường)."],
    ["title:  date:  site:", "In the title, on a date, on a site: title:cầu date:2023-05 site:nghean.gov.vn."],
    ["chươ*", "A star at the end: every word that begins so."],
    ["Document numbers", "Type the whole number, such as 123/QĐ-UBND."],
  ],
  searching: "Searching…",
  results: "Results",
  number: (count) => number.format(count),
  articles,
  and_partial: (count) => `and ${number.format(count)} that match in part`,
  only_partial: "No article matches the whole question.",
  partial_badge: "matches in part",
  partial_follow: "The articles below match only a part of the question",
  expansions: "Also searched:",
  offers: "Filter by the people and places named",
  offer_kinds: { official: "Official", locality: "Place" },
  did_you_mean: "Did you mean:",
  suggestions: "Suggestions",
  suggestion_kinds: { official: "official", locality: "place", phrase: "phrase", title: "article" },
  matching: "How words match",
  exact: "Marks exactly as typed",
  exact_hint: "A word typed without marks matches only words without: ban is not bản, bạn, bán.",
  expand_words: "Abbreviations too",
  expand_words_hint: "NTM also finds nông thôn mới, and the other way round.",
  sort: "Sort by",
  sorts: { relevance: "Closest to the question", newest: "Newest first", oldest: "Oldest first" },
  pages: "Pages of results",
  page: (page) => `Page ${page}`,
  previous: "Previous",
  next: "Next",
  filters: "Filters",
  show_filters: "Filter the results",
  hide_filters: "Hide filters",
  active_filters: "Filtered by",
  clear_filters: "Clear filters",
  remove_filter: (label) => `Remove filter ${label}`,
  narrow: "filter",
  narrow_to: (label) => `filter by articles that name ${label}`,
  localities: "Places",
  officials: "Officials",
  time: "Time",
  sites: "Sites",
  posts: "Posts",
  expand: (label) => `Open ${label}`,
  collapse: (label) => `Close ${label}`,
  show_more: (hidden) => `Show ${number.format(hidden)} more`,
  find_locality: "Find a place in the list",
  find_official: "Find an official in the list",
  nothing_listed: "None in these articles.",
  none_found: "No such name.",
  histogram: {
    year: "Articles by year",
    month: "Articles by month",
    week: "Articles by week",
    day: "Articles by day",
  },
  periods: "Choose a whole month or year",
  all_years: "All years",
  bar: (period, count) => `${period}: ${articles(count)}`,
  week: (from, to) => `week ${from} – ${to}`,
  vague: (count, interval) => `${articles(count)} dated only by ${kVaguer[interval]}: in no bar.`,
  undated: (count) => `${articles(count)} without a date.`,
  undated_left_out: (count) => `${articles(count)} without a date: not counted.`,
  from: "From",
  to: "To",
  date_hint: "2023, 5/2023 or 8/5/2023 (day/month/year)",
  apply: "Filter by date",
  bad_date: (written) => `“${written}” is not a date. Write 2023, 5/2023 or 8/5/2023 (day/month/year).`,
  span,
  date,
  unknown_date: "date unknown",
  published: "Published",
  modified: "Modified",
  event: "Event",
  no_results: "No articles found.",
  no_results_filters: "The question is limited by these filters. Try without some of them:",
  no_results_exact: "Take the choice “Marks exactly as typed” back",
  no_results_tips: [
    "Use fewer words: an article must have them all.",
    "Type without marks to match every spelling of them.",
    "Leave out quotation marks unless the words must stand in a row.",
  ],
  back_to_results: "Back to the results",
  to_search: "To the search page",
  byline: "By",
  photos: "Photos",
  captions: "Captions",
  attachments: "Attachments",
  filing: "Section and tags",
  officials_here: "Officials named in this article",
  former: "former",
  acting: "acting",
  localities_here: "Places in this article",
  names_lead_to: "Underlined names lead to a page of their own:",
  main_place: "main place",
  places: kPlacesInEnglish,
  people: kPeopleInEnglish,
  held: kPostsInEnglish,
  source: "Source",
  original: "See the original",
  record: "Archive record",
  taken_from: "Taken from, as the page says",
  archive_file: "File in the archive",
  sha256: "SHA-256",
  captured_at: "Captured",
  index_build: "Index build",
  problem: "That did not work",
  problem_detail: (detail) => `The server says: ${detail}`,
  unreachable: "The server cannot be reached. Check the connection and try again.",
  garbled: "The server gave an answer that makes no sense. Try again.",
  no_such_article: "The archive has no such article. It may have been removed, or the address is incomplete.",
  no_such_page: "There is no such page.",
  retry: "Try again",
  loading_article: "Opening the article…",
  footer: "Tin làng shows only what the original page published; every article links to its source.",
  choose_language: "Language of this page",
};
