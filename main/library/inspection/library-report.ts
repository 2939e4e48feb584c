import type { Finding } from "./findings.ts";

/** Number and size of something, in bytes. */
export interface Amount {
  readonly count: number;
  readonly bytes: number;
}

/** What a library's folder holds, and how it is. */
export interface LibraryReport {
  readonly folder: string;
  /** Nothing is damaged. */
  readonly isWhole: boolean;
  /** The version of its layout; null when that could not be read. */
  readonly format: number | null;
  /** It is in use, so that what was written just now may look unfinished. */
  readonly isOpen: boolean;
  readonly titles: number;
  readonly formerTitles: number;
  readonly folders: number;
  readonly days: number;
  /** The first and the last day, `YYYY-MM-DD`; null when there is none. */
  readonly span: readonly [first: string, last: string] | null;
  /** Records of articles, and their texts in packs. */
  readonly articles: Amount;
  /** Texts that were read and compared with their checksums; only a deep inspection does. */
  readonly textsRead: number;
  readonly read: number;
  readonly bookmarks: Amount;
  readonly trash: Amount;
  readonly pictures: Amount;
  /** Kept sounds and films; the bytes are with what has arrived of others. */
  readonly recordings: Amount;
  readonly copies: Amount;
  /** Derived data, which may be deleted. */
  readonly cacheBytes: number;
  /** Everything in the folder, in bytes; the automatic copies lie outside. */
  readonly totalBytes: number;
  readonly findings: readonly Finding[];
}
