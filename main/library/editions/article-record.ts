import { crc32 } from "node:zlib";
import {
  section as sectionSchema,
  type ArticleId,
  type Enclosure,
  type ErrorCode,
  type FeedId,
  type MediaName,
  type OfflineState,
  type Section,
} from "../../../preload/contract/contract.ts";
import type { IncomingPicture } from "../types.ts";
import type { PageRecord } from "./page-record.ts";

/** A smaller picture made of a stored one, in a file of its own. */
export interface StoredThumbnail {
  readonly media: MediaName;
  readonly bytes: number;
}

/** A picture of a stored article. */
export interface StoredPicture extends IncomingPicture {
  /** File name in `media`, null until it is on disk. */
  readonly media: MediaName | null;
  /** Size of the file, 0 until it is on disk. */
  readonly bytes: number;
  /** Why it could not be had. */
  readonly failure: ErrorCode | null;
  /** A small one for lists; absent where the picture itself is small enough, or came before these. */
  readonly thumbnail?: StoredThumbnail;
}

/** An article as one line of its day's edition; its text lies in the day's pack. */
export interface ArticleRecord {
  readonly id: ArticleId;
  readonly feedId: FeedId;
  /** Hashes under which `seen` knows it (16 hexadecimal digits each). */
  readonly keys: readonly string[];
  readonly address: string | null;
  readonly headline: string;
  readonly author: string;
  readonly excerpt: string;
  /** Milliseconds since 1970-01-01 UTC, as are the other times. */
  readonly published: number;
  readonly arrived: number;
  readonly updated: number | null;
  readonly section: Section | null;
  readonly tags: readonly string[];
  readonly language: string | null;
  readonly pictures: readonly StoredPicture[];
  readonly leadPicture: number | null;
  readonly enclosures: readonly Enclosure[];
  readonly wordCount: number;
  /** As `IncomingArticle` has it; records of earlier versions have all 64 digits of the SHA-256. */
  readonly contentHash: string;
  readonly hasText: boolean;
  readonly body: BodyPlace;
  /** Its page; absent where that was never asked for. */
  readonly page?: PageRecord;
}

/** An article's frame in a pack of its day. */
export interface BodyPlace {
  readonly offset: number;
  readonly length: number;
  /** Number of the pack; absent for the first one, which is the only one until a purge. */
  readonly pack?: number;
}

/** A light look at what a checksum already vouches for. */
export function isArticleRecord(value: unknown): value is ArticleRecord {
  const record = value as Partial<ArticleRecord> | null;
  return (
    typeof record === "object" &&
    record !== null &&
    typeof record.id === "string" &&
    /^\d{1,6}-\d{1,7}$/.test(record.id) &&
    typeof record.feedId === "number" &&
    typeof record.published === "number" &&
    typeof record.headline === "string" &&
    typeof record.contentHash === "string" &&
    typeof record.body?.offset === "number" &&
    typeof record.body.length === "number" &&
    Array.isArray(record.keys) &&
    Array.isArray(record.pictures) &&
    Array.isArray(record.tags) &&
    Array.isArray(record.enclosures)
  );
}

/** Day (since 1970-01-01 UTC) and number of an article. */
export interface ArticlePlace {
  readonly day: number;
  readonly number: number;
}

export function parseArticleId(id: string): ArticlePlace {
  const dash = id.indexOf("-");
  return { day: Number(id.slice(0, dash)), number: Number(id.slice(dash + 1)) };
}

export function formatArticleId(day: number, number: number): ArticleId {
  return `${day}-${number}` as ArticleId;
}

const sectionCodes = new Map<string | null, number>(
  sectionSchema.options.map((name, index) => [name, index + 1]),
);

/** Sections as small numbers; 0 for none. */
export function sectionCode(section: Section | null): number {
  return sectionCodes.get(section) ?? 0;
}

/** A content hash as the four bytes that tell in memory whether an article changed; never 0. */
export function shortHash(contentHash: string): number {
  return crc32(comparable(contentHash)) || 1;
}

/** Whether two content hashes, short or long, are of the same content. */
export function sameContent(one: string, other: string): boolean {
  return comparable(one) === comparable(other);
}

function comparable(contentHash: string): string {
  return contentHash.length === 64 ? contentHash.slice(0, 16) : contentHash;
}

/** Pictures still to be fetched. */
export function countWaiting(record: ArticleRecord): number {
  let waiting = 0;
  for (const { media, failure } of record.pictures)
    if (media === null && failure === null) waiting++;
  return waiting;
}

/** How many an index's byte can tell. */
const mostPictures = 255;

/** Pictures that are here, and what they take; one that is used twice counts twice. */
export function measurePictures(record: ArticleRecord): {
  readonly pictures: number;
  readonly pictureBytes: number;
} {
  let [pictures, pictureBytes] = [0, 0];
  for (const { media, bytes, thumbnail } of record.pictures) {
    if (media === null) continue;
    pictures++;
    pictureBytes += bytes + (thumbnail?.bytes ?? 0);
  }
  return { pictures: Math.min(pictures, mostPictures), pictureBytes };
}

export function hasFailedPicture(record: ArticleRecord): boolean {
  return record.pictures.some((picture) => picture.media === null && picture.failure !== null);
}

/** How much of an article is here. Pictures are waited for only when pictures are kept. */
export function offlineState(facts: {
  readonly hasText: boolean;
  readonly waiting: boolean;
  readonly failed: boolean;
}): OfflineState {
  if (!facts.hasText) return "headline";
  if (facts.waiting) return "text";
  return facts.failed ? "failed" : "complete";
}

/** Files that an article's pictures lie in, each once. */
export function mediaOf({ pictures }: Pick<ArticleRecord, "pictures">): Set<MediaName> {
  return new Set(
    pictures.flatMap(({ media, thumbnail }) => [media ?? [], thumbnail?.media ?? []].flat()),
  );
}

/** Narrower pictures are signatures and counters, not what an article is about. */
const thumbnailWidth = 120;

const isWide = ({ width }: StoredPicture): boolean => (width ?? 0) >= thumbnailWidth;

/** What lists show: of the lead picture, else of the first one that is wide enough. */
export function thumbnailOf(record: ArticleRecord): MediaName | null {
  const { pictures } = record;
  const lead = leadsOf(record).find((index) => (pictures[index]?.media ?? null) !== null);
  const chosen =
    lead === undefined
      ? pictures.find((picture) => picture.media !== null && isWide(picture))
      : pictures[lead];
  return chosen?.thumbnail?.media ?? chosen?.media ?? null;
}

/** Whether lists may come to show a picture that is still to be fetched. */
export function mayLead(record: ArticleRecord, index: number): boolean {
  const leads = leadsOf(record);
  if (leads.length > 0) return leads.includes(index);
  return index === record.pictures.findIndex((one) => one.width === null || isWide(one));
}

/** Places of the lead pictures, the feed's before the page's. */
function leadsOf({ leadPicture, page }: ArticleRecord): number[] {
  const ofPage = page?.text?.leadPicture ?? null;
  return [
    ...(leadPicture === null ? [] : [leadPicture]),
    ...(ofPage === null ? [] : [(page?.text?.firstPicture ?? 0) + ofPage]),
  ];
}
