// The answers of tinlang-searchd as searchd/http/API.md promises them. Unknown facts are null or empty.

export type Precision = "year" | "quarter" | "month" | "day" | "minute" | "second";

/** A date known to `precision`; `date` is 2023, 2023-05 (for a quarter: its first month) or 2023-05-08. */
export interface VagueDate {
  date: string;
  time: string | null;
  precision: Precision;
}

/** Plain text; each highlight is [begin, end) in Unicode code points of `text`. */
export interface MarkedText {
  text: string;
  highlights: [number, number][];
}

/** An administrative unit; `detail` is its kind: `xã`, and `xã từ 7/2025` for one of today. */
export interface Unit {
  code: string;
  label: string;
  detail: string;
}

/** A unit of the other time; `whole`: all of the older of the two went there. */
export interface RelatedUnit extends Unit {
  whole: boolean;
}

/** Names and codes of a unit from the province down, in step. */
export interface Locality {
  code: string;
  codes: string[];
  path: string[];
  /** Where it lies today; null for a unit of today. */
  today: { province: Unit | null; became: RelatedUnit[] } | null;
}

/** A unit with what it was before July 2025 or became then. */
export interface Place extends Unit {
  /** Days, null where they are not known to be. */
  since: string | null;
  until: string | null;
  /** Units that hold it, the province first. */
  holders: Unit[];
  province_today: Unit | null;
  became: RelatedUnit[];
  came_from: RelatedUnit[];
  /** Articles that match; `through` of them are filed under units of the other time alone. */
  total: number;
  through: number;
}

/** Which post's page: null where no article tells the place. */
export interface PostReference {
  slug: string;
  locality: string | null;
}

/** `slug` is null where no post is told. */
export interface NamedPost {
  title: string;
  slug: string | null;
  locality: string | null;
}

export interface HitOfficial {
  id: string;
  name: string;
  posts: string[];
  /** The same posts with their pages. */
  held: NamedPost[];
}

export interface Hit {
  id: string;
  url: string;
  source: string;
  site: string;
  site_name: string | null;
  title: MarkedText;
  snippets: MarkedText[];
  published: VagueDate | null;
  event: VagueDate | null;
  locality: Locality | null;
  officials: HitOfficial[];
  score: number;
  partial: boolean;
}

export interface FacetValue {
  value: string;
  label: string;
  detail: string | null;
  count: number;
}

/** An official; `post` is that of `detail`. */
export interface OfficialValue extends FacetValue {
  post: PostReference | null;
}

export interface LocalityValue extends FacetValue {
  parent: string | null;
  /** Of `count`, those filed under units of the other time alone. */
  through: number;
}

export interface PeriodCount {
  value: string;
  count: number;
}

export type Interval = "day" | "week" | "month" | "year";

/** First and last day of a bar. */
export interface Step {
  from: string;
  to: string;
  count: number;
}

/** Steps without gaps; `vague` articles are dated less well than a step is long. */
export interface HistogramAnswer {
  interval: Interval;
  steps: Step[];
  vague: number;
}

export interface Facets {
  localities: LocalityValue[];
  localities_total: number;
  officials: OfficialValue[];
  officials_total: number;
  years: PeriodCount[];
  months: PeriodCount[];
  histogram: HistogramAnswer;
  undated: number;
}

export interface Expansion {
  written: string;
  also: string;
}

/** The question as the reader may have meant it, and what that finds. */
export interface Correction {
  text: string;
  total: number;
}

/** Somebody or some place that the question names; begin and end are code points of the answer's question. */
export interface Offer {
  kind: "official" | "locality";
  value: string;
  label: string;
  detail: string;
  begin: number;
  end: number;
}

export interface SearchAnswer {
  build: string;
  question: string;
  total: number;
  partial_total: number;
  offset: number;
  limit: number;
  expansions: Expansion[];
  offers: Offer[];
  suggestion: Correction | null;
  /** Every unit that was asked for as a filter. */
  places: Place[];
  /** Units that the question names and that were looked for under other names too. */
  named_places: Place[];
  hits: Hit[];
  facets: Facets | null;
}

export interface Post extends NamedPost {
  body: string | null;
  former: boolean;
  acting: boolean;
}

export interface ArticleOfficial {
  id: string;
  name: string;
  posts: Post[];
}

export interface ArticleLocality extends Locality {
  role: "main" | "mention";
  confidence: number;
}

/** A stretch of the article's text that names an official or a place: code points of that text. */
export interface Mention {
  kind: "official" | "locality";
  /** Id of the person, code of the unit. */
  value: string;
  part: "title" | "lead" | "paragraph" | "caption";
  /** Which paragraph or caption. */
  item: number;
  begin: number;
  end: number;
}

export interface ArticleAnswer {
  build: string;
  id: string;
  url: string;
  source: string;
  site: string;
  site_name: string | null;
  title: MarkedText;
  lead: string | null;
  paragraphs: MarkedText[];
  captions: string[];
  byline: string | null;
  photo_credit: string | null;
  /** Section of its site. */
  category: string | null;
  tags: string[];
  attachments: { url: string; text: string }[];
  /** Address that the page says it was taken from. */
  original: string | null;
  language: string | null;
  published: VagueDate | null;
  modified: VagueDate | null;
  event: VagueDate | null;
  localities: ArticleLocality[];
  officials: ArticleOfficial[];
  /** By part, item and place; those of one text are disjoint. */
  mentions: Mention[];
  captured_at: string | null;
  sha256: string;
}

export interface CoveredMonth {
  month: string;
  /** Articles about the place. */
  count: number;
  /** Articles about anything from the sites that speak for it. */
  archived: number;
}

export interface PlaceSite {
  host: string;
  count: number;
  archived: number;
  speaks_for: boolean;
}

/** A post that articles give to people of a place. */
export interface PlacePost {
  slug: string;
  title: string;
  holders: number;
  articles: number;
}

/** Months of an archive: those between the first and the last, both included. */
export interface Coverage {
  months: CoveredMonth[];
  /** Months, both ends included, in which nothing was archived. */
  gaps: { from: string; to: string }[];
  vague: number;
  undated: number;
}

/** What the archive knows of a place. */
export interface PlaceAnswer extends Place, Coverage {
  build: string;
  officials: OfficialValue[];
  officials_total: number;
  posts: PlacePost[];
  sites: PlaceSite[];
  units: LocalityValue[];
}

export interface ArticleLine {
  id: string;
  title: string;
  date: VagueDate | null;
}

/** A post as articles give it: from the first that names it to the last, which proves no more than those days. */
export interface HeldPost {
  title: string;
  slug: string | null;
  body: string | null;
  place: Unit | null;
  holders: Unit[];
  former: boolean;
  articles: number;
  first: ArticleLine;
  last: ArticleLine;
}

export interface PersonName {
  id: string;
  name: string;
  post: string | null;
}

/** Somebody else whom articles name for the same seat at the same time. */
export interface Rival {
  person: PersonName;
  title: string;
  slug: string;
  place: Unit | null;
  from: string;
  to: string;
}

/** What the archive says of an official. */
export interface OfficialAnswer {
  build: string;
  id: string;
  name: string;
  post: string | null;
  names: string[];
  ids: string[];
  total: number;
  posts: HeldPost[];
  rivals: Rival[];
  months: { month: string; count: number }[];
  vague: number;
  undated: number;
  places: FacetValue[];
  companions: OfficialValue[];
  companions_total: number;
  articles: ArticleLine[];
}

/** A line of the record of somebody who held the post; `months` are those with an article that says so. */
export interface PostHolder extends HeldPost {
  person: PersonName;
  months: { month: string; count: number }[];
}

/** Two of the `holders` whom articles name for a seat of one at the same time. */
export interface SharedTime {
  holders: [number, number];
  from: string;
  to: string;
  /** So short that articles may only lag behind the appointment. */
  handover: boolean;
}

/** Who held a post, in a place or anywhere; `months` are empty without a place. */
export interface PostAnswer extends Coverage {
  build: string;
  slug: string;
  title: string | null;
  place: Omit<Place, "total" | "through"> | null;
  /** At a time, in a place. */
  one_holder: boolean;
  holders: PostHolder[];
  holders_total: number;
  /** On whom articles only look back. */
  former: PostHolder[];
  shared: SharedTime[];
  /** Units inside the place, or anywhere, with the number of people. */
  places: FacetValue[];
  places_total: number;
}

export type SuggestionKind = "official" | "locality" | "phrase" | "title";

/** `value`: id of the official or article, code of the place; null for a phrase. */
export interface Suggestion {
  kind: SuggestionKind;
  text: string;
  value: string | null;
  detail: string;
  count: number;
}

export interface SuggestAnswer {
  build: string;
  suggestions: Suggestion[];
}

export interface HealthAnswer {
  status: string;
  build: string | null;
  created_at: string | null;
  articles: number;
}
