/**
 * What a backup holds: a plain zip with `manifest.json`, `library.json`, `statuses.json`,
 * `keys.jsonl`, `bookmarks/<id>/bookmark.json` with pictures beside it, `titles.opml`, `README.txt`.
 */
import { z } from "zod";
import {
  articleId,
  bookmarkDetails,
  enclosure,
  errorCode,
  feedId,
  mediaName,
  missingPages,
  pageKind,
  pageRefusal,
  section,
  type ArticleId,
  type BookmarkDetails,
  type MediaName,
} from "../../../preload/contract/contract.ts";
import { parseArticleId, type ArticleRecord } from "../editions/article-record.ts";
import { lastDay } from "../editions/editions.ts";

/** The version of the format that this program writes, and the newest that it reads. */
export const backupVersion = 1;
export const backupFormat = "broadsheet-backup";

export const entryNames = {
  manifest: "manifest.json",
  library: "library.json",
  statuses: "statuses.json",
  keys: "keys.jsonl",
  titles: "titles.opml",
  notice: "README.txt",
} as const;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** `manifest.json`, written last: it vouches for all other entries. */
export const manifest = z.object({
  format: z.literal(backupFormat),
  version: z.int().min(1),
  /** The library's own id; null when it could not be stored. */
  libraryId: z.uuid().nullable(),
  /** When it was made, in milliseconds since 1970-01-01 UTC. */
  at: z.number(),
  /** Tells whether anything has changed since. */
  digest: sha256,
  counts: z.object({
    titles: z.int(),
    bookmarks: z.int(),
    read: z.int(),
  }),
  entries: z.record(z.string(), z.object({ bytes: z.int(), sha256 })),
  /** Pictures of bookmarks that lie beside an automatic copy, in `pictures/`. */
  picturesBeside: z.array(mediaName),
});
export type Manifest = z.infer<typeof manifest>;

/** What the first look at a manifest needs, whatever its version. */
export const manifestHead = z.object({ format: z.literal(backupFormat), version: z.int().min(1) });

/** More articles than any day has; a text that claims more was not written by us. */
const mostOfDay = 1_000_000;

const ranges = z
  .string()
  .refine((text) => countRanges(text) <= mostOfDay, "not ranges of article numbers");

/** `statuses.json`: read articles by arrival day, as ranges such as `1-40,42`; bookmarks by time. */
export const backupStatuses = z.object({
  read: z.record(z.string().regex(/^\d{1,6}$/), ranges),
  bookmarks: z.record(articleId, z.number()),
});
export type BackupStatuses = z.infer<typeof backupStatuses>;

/** A line of `keys.jsonl`: one title's keys, eight bytes each, in base64. */
export const backupKeys = z.object({
  /** The title's address. */
  address: z.string(),
  /** Keys of articles that were read. */
  read: z.string(),
  /** Keys of articles that were removed here and shall not come back. */
  gone: z.string(),
});
export type BackupKeys = z.infer<typeof backupKeys>;

/** A bookmark as it stands in a backup. */
export interface BackupBookmark {
  /** When it was set, in milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  /** Address of the title that it came from; null when that is not known any more. */
  readonly feedAddress: string | null;
  readonly feedTitle: string;
  readonly record: ArticleRecord;
  readonly html: string;
  /** The text of the article's page, where one was stored. */
  readonly page?: string;
  /** What a person wrote to it; missing in backups of earlier versions. */
  readonly details?: BookmarkDetails;
}

/** A moment that calendars have, in milliseconds since 1970-01-01 UTC. */
const moment = z.number().min(-8.64e15).max(8.64e15);
const size = z.number().nullable();

const page = z.object({
  state: z.enum(["waiting", "stored", "failed", "refused"]),
  reason: z.union([pageRefusal, errorCode]).nullable().catch(null),
  attempts: z.number(),
  nextTry: moment.nullable(),
  isExcerpt: z.boolean(),
  httpStatus: z.int().exactOptional(),
  text: z
    .object({
      start: z.int().min(0),
      firstPicture: z.int().min(0),
      leadPicture: z.int().min(0).nullable(),
      leadCaption: z.string(),
      leadCredit: z.string(),
      standfirst: z.string(),
      author: z.string(),
      section: section.nullable().catch(null),
      language: z.string().nullable(),
      wordCount: z.number(),
      isBetter: z.boolean(),
      kind: pageKind.catch("article").exactOptional(),
      missing: missingPages.exactOptional(),
      fetched: moment,
    })
    .nullable(),
});

/**
 * Looked at closely: anybody may have written it, and names of files and numbers of titles are made
 * of it. What only describes is passed over where it is not known.
 */
const record = z.object({
  id: articleId.refine((id) => parseArticleId(id).day <= lastDay, "not a day"),
  feedId,
  keys: z.array(z.string().regex(/^[0-9a-f]{16}$/)),
  address: z.string().nullable(),
  headline: z.string(),
  author: z.string(),
  excerpt: z.string(),
  published: moment,
  arrived: moment,
  updated: moment.nullable(),
  section: section.nullable().catch(null),
  tags: z.array(z.string()),
  language: z.string().nullable(),
  pictures: z.array(
    z.object({
      address: z.string(),
      alt: z.string(),
      width: size,
      height: size,
      media: mediaName.nullable(),
      bytes: z.number(),
      failure: errorCode.nullable().catch(null),
      thumbnail: z.object({ media: mediaName, bytes: z.number() }).exactOptional(),
    }),
  ),
  leadPicture: z.int().nullable(),
  enclosures: z.array(enclosure.extend({ length: z.number().catch(0) })),
  wordCount: z.number(),
  contentHash: z.string(),
  hasText: z.boolean(),
  body: z.object({ offset: z.number(), length: z.number(), pack: z.int().exactOptional() }),
  page: page.exactOptional(),
}) satisfies z.ZodType<ArticleRecord>;

const bookmarkFrame = z.object({
  at: moment,
  feedAddress: z.string().nullable(),
  feedTitle: z.string(),
  record,
  html: z.string(),
  page: z.string().exactOptional(),
  details: bookmarkDetails.exactOptional(),
});

/** A bookmark's JSON, or null when it is none. */
export function parseBookmark(text: string): BackupBookmark | null {
  try {
    return bookmarkFrame.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

export function bookmarkEntry(id: string): string {
  return `bookmarks/${id}/bookmark.json`;
}

export function pictureEntry(id: string, name: MediaName): string {
  return `bookmarks/${id}/${name}`;
}

const bookmarkPattern = /^bookmarks\/([^/]+)\/([^/]+)$/;

/** What an entry in a bookmark's folder is; null for any other. */
export function readBookmarkName(
  name: string,
): { readonly id: ArticleId; readonly picture: MediaName | null } | null {
  const match = bookmarkPattern.exec(name);
  if (match === null) return null;
  const id = articleId.safeParse(match[1]).data;
  if (id === undefined) return null;
  const file = match[2] ?? "";
  if (file === "bookmark.json") return { id, picture: null };
  const picture = mediaName.safeParse(file).data;
  return picture === undefined ? null : { id, picture };
}

/** Whether a backup may hold an entry of this name. */
export function isEntryName(name: string): boolean {
  return (Object.values(entryNames) as string[]).includes(name) || readBookmarkName(name) !== null;
}

export function encodeKeys(keys: readonly string[]): string {
  return Buffer.from(keys.join(""), "hex").toString("base64");
}

export function decodeKeys(text: string): string[] {
  const hex = Buffer.from(text, "base64").toString("hex");
  return hex.match(/.{16}/g) ?? [];
}

/** How many numbers a text of ranges stands for; infinite when it is none. */
function countRanges(text: string): number {
  if (text === "") return 0;
  let count = 0;
  for (const part of text.split(",")) {
    const match = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(part);
    if (match === null) return Infinity;
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
    if (to < from) return Infinity;
    count += to - from + 1;
  }
  return count;
}

export const notice = `This is a backup of a Broadsheet library. Broadsheet takes it back in with
Settings, Storage, "Restore from a backup"; it can merge it with what is there or replace it.

You can use it without Broadsheet too. It is a plain zip file:

titles.opml       the titles you follow, in their folders; any newsreader imports it
library.json      the same with everything Broadsheet knows about them, and your settings
statuses.json     which articles you have read, and when you bookmarked which
keys.jsonl        the same as the publishers' own ids (hashed), so that it fits any library
bookmarks/        one folder for each bookmark: the article with its text (JSON), its pictures
manifest.json     what belongs in here, with checksums (SHA-256)
`;
