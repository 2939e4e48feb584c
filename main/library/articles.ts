import type {
  Article,
  ArticleId,
  ArticleRow,
  OfflineState,
  TextSource,
} from "../../preload/contract/contract.ts";
import { flag } from "./index/article-index.ts";
import { offlineState, thumbnailOf, type ArticleRecord } from "./editions/article-record.ts";
import type { Frame } from "./editions/frame.ts";
import { isPageFailed, isPageWaiting, waitingPicturesOf } from "./editions/page-record.ts";
import { feedTitle, type Parts } from "./parts.ts";
import { entryFor } from "./recordings/entry-for.ts";
import { isRecording } from "./recordings/is-recording.ts";
import { shownRecording } from "./recordings/shown-recording.ts";
import {
  languageOf,
  sectionOf,
  shownText,
  statusOf,
  wordCountOf,
  type Texts,
} from "./shown-text.ts";

/** What lists show of rows; null for an article of which nothing is left. */
export async function readRows(parts: Parts, rows: Uint32Array): Promise<(ArticleRow | null)[]> {
  const records = await parts.records.read(rows);
  return Promise.all(
    records.map(async (record, at) =>
      record === null ? null : await toRow(parts, rows[at] ?? 0, record),
    ),
  );
}

/**
 * An article with its text: from its edition, else from its bookmark. Of two texts the wanted one,
 * else the better.
 */
export async function readArticle(
  parts: Parts,
  id: ArticleId,
  wanted?: TextSource,
): Promise<Article | null> {
  const { index, records, sources, statuses } = parts;
  const row = index.rowOf(id);
  if (row === undefined) return null;
  const [record] = await records.read([row]);
  if (record === undefined || record === null) return null;
  const texts = await readTexts(parts, row, record);
  return {
    ...(await toRow(parts, row, record)),
    address: record.address,
    section: sectionOf(record) ?? sources.feed(record.feedId)?.section ?? null,
    tags: [...record.tags],
    language: languageOf(record) ?? sources.feed(record.feedId)?.language ?? null,
    ...shownText(record, texts, wanted),
    page: statusOf(record),
    enclosures: record.enclosures.map((enclosure, at) => ({
      ...enclosure,
      recording: isRecording(enclosure)
        ? shownRecording(entryFor(parts, id, record.enclosures, at))
        : null,
    })),
    arrived: record.arrived,
    bookmarkedAt: statuses.data.bookmarks.get(id) ?? null,
    bookmark: statuses.data.bookmarks.has(id) ? await parts.details.of(id) : null,
  };
}

export async function readAddress(parts: Parts, id: ArticleId): Promise<string | null> {
  const row = parts.index.rowOf(id);
  if (row === undefined) return null;
  const [record] = await parts.records.read([row]);
  return record?.address ?? null;
}

async function readTexts(parts: Parts, row: number, record: ArticleRecord): Promise<Texts> {
  const { bookmarks, index, repairs, statuses } = parts;
  const frame = await readFrame(parts, row, record);
  if (frame !== null) return frame;
  if (statuses.data.bookmarks.has(record.id)) {
    const copy = await bookmarks.read(record.id);
    if (copy !== null) return { html: copy.html, page: copy.page ?? null };
  }
  if (record.hasText) {
    repairs.tell(`The text of “${record.headline}” was damaged.`);
    // Should the publisher still offer it, it is stored anew as if it had changed.
    index.contentHash[row] = 0;
  }
  return { html: "", page: null };
}

/** The frame of an article's text; null when its edition has none or it is damaged. */
export async function readFrame(
  { editions, index, records }: Parts,
  row: number,
  record: ArticleRecord,
): Promise<Frame | null> {
  if (index.has(row, flag.copyOnly)) return null;
  const edition = editions.of(index.day[row] ?? 0);
  const frame = await edition.readBody(record.body);
  if (frame?.record.id === record.id) return frame;
  // A purge may have moved the text since the record was read: look once more.
  await edition.settled();
  records.clear();
  const [moved] = await records.read([row]);
  const again = moved === undefined || moved === null ? null : await edition.readBody(moved.body);
  return again?.record.id === record.id ? again : null;
}

/** How much of an article is on this disk, from the index alone. */
export function offlineOf({ index, sources }: Parts, row: number): OfflineState {
  const waiting = index.waiting[row] ?? 0;
  return offlineState({
    hasText: index.has(row, flag.hasText),
    waiting:
      isPageWaiting(waiting) || (waitingPicturesOf(waiting) > 0 && sources.settings.keepPictures),
    failed: isPageFailed(waiting) || index.has(row, flag.pictureFailed),
  });
}

async function toRow(parts: Parts, row: number, record: ArticleRecord): Promise<ArticleRow> {
  const { bookmarks, index, sources } = parts;
  const isBookmarked = index.has(row, flag.bookmarked);
  let title = feedTitle(sources, record.feedId);
  if (title === "" && isBookmarked) title = (await bookmarks.read(record.id))?.feedTitle ?? "";
  return {
    id: record.id,
    feedId: record.feedId,
    feedTitle: title,
    headline: record.headline,
    excerpt: record.excerpt || (record.page?.text?.standfirst ?? ""),
    author: record.author || (record.page?.text?.author ?? ""),
    published: record.published,
    read: index.has(row, flag.read),
    bookmarked: isBookmarked,
    updated: record.updated,
    offline: offlineOf(parts, row),
    thumbnail: thumbnailOf(record),
    wordCount: wordCountOf(record),
  };
}
