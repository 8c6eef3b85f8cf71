/** A day, as `YYYY-MM-DD`. */
export type IsoDate = string;

/** An article: only the text is needed. Days of the week and the like are told by the date, other languages than English by theirs. */
export interface Article {
  /** Unless told, its number. */
  id?: string;
  title?: string;
  outlet?: string;
  byline?: string;
  date?: IsoDate;
  /** The opening line as printed: `TOKYO, March 16. /TASS/.` */
  dateline?: string;
  /** The place of it: `Tokyo`. */
  place?: string;
  /** BCP 47 tag; found in the text unless told. */
  language?: string;
  source?: string;
  url?: string;
  /** Paragraphs separated by a blank line. */
  text: string;
}

/** A stretch of the text: `start` and `end`, not included, count Unicode characters, as in `[...text]`. */
export interface Stretch {
  start: number;
  end: number;
  text: string;
}

export type Kind = "person" | "organisation" | "place" | "region";

/** What a decision rested on that is often wrong; `dateline analyze --help` says more of each. */
export type Doubt =
  | "namesake"
  | "unplaced"
  | "looks"
  | "surname"
  | "capitals"
  | "elsewhere"
  | "spelling"
  | "unlisted";

export interface CountryMention extends Stretch {
  how: "name" | "demonym" | "metonym" | "place";
  doubt?: Doubt;
}

export interface Mention extends Stretch {
  /** A person by a description without a name. */
  how?: "role";
  doubt?: Doubt;
  /** The title that stands before a person's name. */
  title?: string;
}

export interface Country {
  /** ISO 3166-1 alpha-2. */
  code: string;
  name: string;
  mentions: CountryMention[];
}

export interface Entity {
  kind: Kind;
  /** The same in all articles of a call: `person:rex-tillerson`. */
  id: string;
  name: string;
  country?: string;
  /** Degrees north and east. */
  lat?: number;
  lon?: number;
  mentions: Mention[];
}

export interface Quotation extends Stretch {
  kind: "direct" | "fragment";
  /** Its paragraphs, where it goes over several. */
  parts?: Stretch[];
  closed: boolean;
  /** The quotation around it, by index. */
  inside: number | null;
  speaker: ({ id: string | null; name: string; called: "name" | "pronoun" | "role" } & Stretch) | null;
  verb: ({ lemma: string } & Stretch) | null;
  rule: string;
}

export interface Time extends Stretch {
  precision: "day" | "week" | "month" | "year" | "interval" | "unknown";
  /** `2017-03-16`, `2017-W11`, `2017-03`, `2017`, or two days with `/` between them. */
  value: string | null;
  from: IsoDate | null;
  to: IsoDate | null;
  rule: string;
  /** Why it is unknown. */
  reason?: string;
}

export interface Figure extends Stretch {
  /** Exact: `-2.5`, `1350000000`; a share is a fraction, `2/3`. */
  value: string | null;
  /** The upper end of a range. */
  to?: string;
  unit: string | null;
  /** What is counted. */
  of: Stretch | null;
  qualifier: string | null;
}

/** What `dateline analyze --json` writes of an article. */
export interface Report {
  id: string;
  path: string;
  title: string;
  outlet: string;
  byline: string;
  date: IsoDate | null;
  dateline: string;
  place: string;
  language: string;
  source: string;
  url: string;
  text: string;
  countries: Country[];
  /** Codes of the countries it is about, the most important first. */
  focus: string[];
  entities: Entity[];
  quotations: Quotation[];
  times: Time[];
  figures: Figure[];
  extra: Record<string, unknown>;
  warnings: [];
}

export interface AnalyzeOptions {
  /** Told now and then how many articles of how many are done. */
  onProgress?: (done: number, all: number) => void;
  /** Stops between two articles; the promise is then rejected with its reason. */
  signal?: AbortSignal;
}

/**
 * What articles name, together: whoever several name is one. Others have their turn some thirty times a second; in a page, import
 * it in a module worker all the same. Rejected where an article has no text or a field that is not known, with its number.
 */
export function analyze(articles: Iterable<Article>, options?: AnalyzeOptions): Promise<Report[]>;
