/** A day, as `YYYY-MM-DD`. */
export type IsoDate = string;

/** Keys by group: ISO 3166-1 alpha-2 codes of countries, slugs of the others, outlets by name ("" is "not named"). */
export interface Keys {
  country?: string[];
  person?: string[];
  organisation?: string[];
  place?: string[];
  outlet?: string[];
}

/** OR within a group, AND across groups; `not` leaves out; `from` and `to` are included. */
export interface Filters extends Keys {
  not?: Keys;
  from?: IsoDate;
  to?: IsoDate;
}

export interface SearchOptions {
  /** Hits returned, 10 unless told. */
  limit?: number;
  /** Hits skipped, 0 unless told. */
  offset?: number;
  filters?: Filters;
  sort?: "relevance" | "newest" | "oldest";
  /** Values of each facet returned, 20 unless told. */
  facetValues?: number;
}

/** A run of text, and whether it matches the query. */
export interface Piece {
  text: string;
  match: boolean;
}

export interface Hit {
  id: string;
  title: string;
  outlet: string;
  date: IsoDate | null;
  place: string;
  score: number;
  snippet: Piece[];
}

export interface FacetValue {
  key: string;
  name: string;
  /** Articles with it, under the query and the other groups' filters. */
  articles: number;
  /** Its mentions in those articles. */
  mentions: number;
  /** false: picked; true: excluded; null: neither. */
  standing: boolean | null;
  /** Whether a correction speaks of it. */
  corrected: boolean;
}

export interface SearchResult {
  /** All articles that pass, not only those returned. */
  total: number;
  /** `some`: no article has every word, so the hits have some of them. */
  met: "noquery" | "all" | "some" | "none";
  /** Words and phrases that no article has. */
  missing: string[];
  /** The query as it was understood, in the query language (docs/query-language.md). */
  understood: string;
  /** What of it could not be understood; the rest was searched for. `start` and `end` are bytes of its UTF-8 in form C. */
  problems: { start: number; end: number; message: string; hint: string }[];
  /**
   * Words that may be misspelt, each with a word near it. `instead`: no article has the word as typed, and the other was searched for
   * instead. `also`: articles have other forms of the word as typed, or a few words that it begins; the other was searched for too and ranks below. `offered`: few
   * articles have the word as typed and many the other, which was not searched for.
   */
  corrections: { typed: string; used: string; how: "instead" | "also" | "offered" }[];
  hits: Hit[];
  facets: Record<"country" | "person" | "organisation" | "place" | "outlet", FacetValue[]>;
}

export interface SuggestOptions {
  /** Suggestions of each kind returned, 5 unless told. */
  limit?: number;
  filters?: Filters;
}

/** How the word that is being typed at the end of a query may go on; counts are of the articles found when it is taken. */
export interface Suggestions {
  /** Words, as most often written, most articles first. `query` is the query with the word completed. */
  terms: { text: string; query: string; articles: number }[];
  /** Articles with such a word in the title, best first. */
  titles: { id: string; title: Piece[]; outlet: string; date: IsoDate | null }[];
  /** What is so called, most articles first; `key` as in `Filters`. */
  entities: { group: "country" | "person" | "organisation" | "place"; key: string; name: string; articles: number }[];
}

export interface Country {
  /** ISO 3166-1 alpha-2. */
  code: string;
  name: string;
  articles: number;
  mentions: number;
}

/** A run of an article, marked the same way from end to end. */
export interface Run {
  text: string;
  /** Number of the search hit it belongs to. */
  hit: number | null;
  /** Positions in `Article.entities`. */
  entities: number[];
  /** A mention starts here. */
  starts: boolean;
  /** Why the mention of the first of them may be wrong; `null` where nothing speaks against it. */
  doubt: "namesake" | "unplaced" | "looks" | "surname" | "capitals" | "elsewhere" | "spelling" | "unlisted" | null;
}

export interface Article {
  id: string;
  title: Run[];
  titled: boolean;
  outlet: string;
  byline: string;
  date: IsoDate | null;
  dateline: string;
  place: string;
  language: string;
  source: string;
  url: string | null;
  /** Fields of the input that have no place above: name and value. */
  extra: [string, string][];
  paragraphs: Run[][];
  hits: number;
  /** `key` is `kind:slug`, for instance `person:rex-tillerson`. */
  entities: { key: string; name: string; mentions: number }[];
  countries: Country[];
  focus: string[];
}

export interface About {
  title: string;
  articles: number;
  outlets: number;
  range: [IsoDate, IsoDate] | null;
  /** Digits that tell it from other corpora of its title. */
  id: string;
  /** The corrections it was built with, one a line (docs/corrections.md). */
  corrections: string;
}

/** Everything known about an entity, over the whole corpus. */
export interface Card {
  /** `kind:slug`. */
  key: string;
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  point: { lat: number; lon: number } | null;
  /** Names used for it, with the mentions by each. `mentions(key, { called })` lists them. */
  names: [string, number][];
  /** The same without titles, as corrections speak of them. */
  as_written: [string, number][];
  mentions: number;
  /** How many of these are doubtful; 0 of a corpus in parts where more articles mention it than are listed. */
  doubts: number;
  article_count: number;
  /** The first 50, most mentions first; `snippet` is the first sentence that mentions it. */
  articles: { id: string; title: Piece[]; titled: boolean; outlet: string; date: IsoDate | null; place: string; score: number; snippet: Piece[] }[];
  countries: Country[];
  /** The 50 people and organisations that most of the same articles name. */
  companions: Member[];
  /** The 50 places that most of the same articles name. */
  places: Member[];
  /** What it says, with the first few. */
  said: Sentences;
  /** What is said of it, with the first few. */
  told: Sentences;
  /** Its mentions by day. */
  timeline: { days: [IsoDate, number][]; undated: number; range: [IsoDate, IsoDate] | null };
}

/** An entity and the articles that it shares with another. */
export interface Member {
  key: string;
  name: string;
  articles: number;
}

/** What a count was counted from. */
export interface Sentences {
  key: string | null;
  name: string;
  /** All mentions or quotations, not only those returned. */
  mentions: number;
  /** Articles with any; of mentions by one name, those that were read. */
  articles: number;
  /** One a mention or quotation, newest article first. */
  lines: Sentence[];
}

export interface Sentence {
  /** The article. */
  id: string;
  title: string;
  outlet: string;
  date: IsoDate | null;
  /** What is mentioned or quoted matches. */
  pieces: Piece[];
  how: "name" | "demonym" | "metonym" | "place" | "role";
  /** What is mentioned, or who is quoted. */
  key: string | null;
  name: string;
  doubt: Run["doubt"];
  /** The byte of the article's text at which what matches begins. */
  at: number;
}

interface ListOptions {
  query?: string;
  filters?: Filters;
  /** Lines returned, 10 unless told. */
  limit?: number;
  /** Lines skipped, 0 unless told. */
  offset?: number;
}

export interface MentionOptions extends ListOptions {
  /** Only those in articles that name this entity too (`kind:slug`), and its own mentions there: where two appear together. */
  with?: string;
  /** Only those by this name, as a card has it; then in the whole corpus, without `query`, `filters` and `with`. */
  called?: string;
}

export interface QuotationOptions extends ListOptions {
  /** Those about the entity, and not those by it. */
  about?: boolean;
}

/** A correction in force. `was`, `says` and `is` are a sentence: Yun Byung-se, is the same as, Yoon Byung-se. */
export interface Corrected {
  /** As a file has it. */
  line: string;
  was: string;
  says: string;
  is: string;
  /** The corpus was built with it. */
  built: boolean;
  /** Why nothing came of it; empty where something did. */
  idle: string;
  /** The id of the only article that it is about; empty where it is about all. */
  article: string;
  /** The key that it names first. */
  about: string;
  /** What it concerns now. */
  here: string | null;
}

/** A corpus opened for searching. Everything happens on this machine; only `open` with an address fetches. */
export class Explorer {
  /** Opens a pack, or the .wasm of a page that carries one: its bytes, or its address. */
  static open(source: string | URL | Uint8Array | ArrayBuffer): Promise<Explorer>;
  readonly about: About;
  search(query: string, options?: SearchOptions): SearchResult;
  /** `null` where no article has that id. The words of `query` are marked. */
  article(id: string, query?: string): Article | null;
  /** None unless the last word of `query` may be unfinished: no space, no quotation mark and no field's value. */
  suggest(query: string, options?: SuggestOptions): Suggestions;
  /** Countries mentioned in the articles that pass, most articles first. As in their facet, a filter by countries does not narrow it. */
  countries(query?: string, filters?: Filters): Country[];
  /** `null` where there is no such entity; `key` is `kind:slug`. */
  card(key: string): Card | null;
  /** The sentences that mention an entity. Filters of its own group are left out, as the counts of `search` leave them out. */
  mentions(key: string, options?: MentionOptions): Sentences | null;
  /** The sentences that quote an entity, or speak of it in quotations. */
  quotations(key: string, options?: QuotationOptions): Sentences | null;
  /** Puts corrections, one a line (docs/corrections.md), in the place of those before: every answer follows them. */
  correct(corrections: string): void;
  /** Those in force, at first those that the corpus was built with. */
  corrections(): Corrected[];
  /** Gives the memory back. */
  close(): void;
}

/** A corpus in parts, which are fetched as they are needed: each answer is a promise, and equals that of the whole corpus. */
export class PartsExplorer {
  /** `source` is the address of a start (`start.pack`) or of a site's .wasm; the parts are in the folder `parts` beside it. */
  static open(source: string | URL): Promise<PartsExplorer>;
  readonly about: About;
  /** Rejects where a part is missing or altered; ask again once it is mended. */
  search(query: string, options?: SearchOptions): Promise<SearchResult>;
  /** Names are those of the most frequent people, organisations, places and countries only. */
  suggest(query: string, options?: SuggestOptions): Promise<Suggestions>;
  article(id: string, query?: string): Promise<Article | null>;
  countries(query?: string, filters?: Filters): Promise<Country[]>;
  card(key: string): Promise<Card | null>;
  mentions(key: string, options?: MentionOptions): Promise<Sentences | null>;
  quotations(key: string, options?: QuotationOptions): Promise<Sentences | null>;
  correct(corrections: string): void;
  corrections(): Promise<Corrected[]>;
  close(): void;
}
