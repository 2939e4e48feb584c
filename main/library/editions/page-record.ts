import {
  errorCode,
  pageRefusal,
  type ErrorCode,
  type MissingPages,
  type PageKind,
  type PageRefusal,
  type Section,
} from "../../../preload/contract/contract.ts";

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
  /** What the server answered, where that is the reason. */
  readonly httpStatus?: number;
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
  /** Absent for articles, and in records of before it was noted. */
  readonly kind?: PageKind;
  /** Absent where nothing is missing. */
  readonly missing?: MissingPages;
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

/** States in the order of their numbers in the index's column `page`; 0: it was never asked for. */
const states = ["waiting", "stored", "failed", "refused"] as const;
const stateMask = 0x07;
const betterBit = 0x08;
const excerptBit = 0x10;
const addressBit = 0x20;

/** The column's value: what became of the page, and whether the article has an address at all. */
export function packPage(page: PageRecord | undefined, address: string | null): number {
  const state = page === undefined ? 0 : states.indexOf(page.state) + 1;
  return (
    state |
    (page?.text?.isBetter === true ? betterBit : 0) |
    (page?.isExcerpt === true ? excerptBit : 0) |
    (address === null ? 0 : addressBit)
  );
}

export const pageStateOf = (bits: number): PageRecord["state"] | null =>
  states[(bits & stateMask) - 1] ?? null;
export const isBetterPage = (bits: number): boolean => (bits & betterBit) !== 0;
export const isExcerptPage = (bits: number): boolean => (bits & excerptBit) !== 0;
/** Nobody has asked for it yet, and it can be asked for. */
export const isPageUnasked = (bits: number): boolean =>
  (bits & (stateMask | addressBit)) === addressBit;

/** Why pages were not had, in the order of their numbers in the index, which begin with 1. */
export const pageReasons: readonly (ErrorCode | PageRefusal)[] = [
  ...pageRefusal.options,
  ...errorCode.options,
];
const reasonCodes = new Map<string | null, number>(
  pageReasons.map((reason, at) => [reason, at + 1]),
);

/** A reason as a small number; 0 for none. */
export function packReason(page: PageRecord | undefined): number {
  return reasonCodes.get(page?.reason ?? null) ?? 0;
}

export const reasonOf = (code: number): ErrorCode | PageRefusal | null =>
  pageReasons[code - 1] ?? null;
