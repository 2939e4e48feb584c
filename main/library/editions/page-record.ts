import type { PageRefusal, ErrorCode, Section } from "../../../preload/contract/contract.ts";

/** What became of the page that an article stands on at its publisher's. */
export interface PageRecord {
  readonly state: "waiting" | "stored" | "failed" | "refused";
  /** Why it failed or was refused. */
  readonly reason: ErrorCode | PageRefusal | null;
  /** Tries that failed in a row. */
  readonly attempts: number;
  /** When a failed one is tried again, in milliseconds since 1970-01-01 UTC. */
  readonly nextTry: number | null;
  /** The publisher gives only the beginning to this person. */
  readonly isExcerpt: boolean;
  /** Its text, where one is stored, whatever became of later tries. */
  readonly text: PageText | null;
}

/** The text of a page: it lies behind the feed's own in the article's body. */
export interface PageText {
  /** Bytes of the feed's text before it. */
  readonly start: number;
  /** How many of the article's pictures are the feed's; the page's come after them. */
  readonly firstPicture: number;
  /** Among the page's pictures. */
  readonly leadPicture: number | null;
  readonly leadCaption: string;
  readonly leadCredit: string;
  readonly standfirst: string;
  readonly author: string;
  readonly section: Section | null;
  readonly language: string | null;
  readonly wordCount: number;
  /** Whether it is the one to be shown. */
  readonly isBetter: boolean;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly fetched: number;
}

/** A page that is wanted and was not yet asked for. */
export const wantedPage: PageRecord = {
  state: "waiting",
  reason: null,
  attempts: 0,
  nextTry: null,
  isExcerpt: false,
  text: null,
};

/** Bits of the index's column `waiting` beside the number of pictures. */
const waitingBit = 0x8000;
const failedBit = 0x4000;
const mostPictures = 0x3fff;

/** The column's value: how many pictures are waited for, and whether the page is, or failed. */
export function packWaiting(pictures: number, page: PageRecord | undefined): number {
  const bits = page?.state === "waiting" ? waitingBit : page?.state === "failed" ? failedBit : 0;
  return Math.min(pictures, mostPictures) | bits;
}

export const waitingPicturesOf = (waiting: number): number => waiting & mostPictures;
export const isPageWaiting = (waiting: number): boolean => (waiting & waitingBit) !== 0;
export const isPageFailed = (waiting: number): boolean => (waiting & failedBit) !== 0;
