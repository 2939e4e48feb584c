import type { ArticleId, TimelineQuery } from "../../preload/contract/contract.ts";
import { readFrame } from "./articles.ts";
import { copyOf } from "./bookmarks/bookmarking.ts";
import type { ArticleRecord } from "./editions/article-record.ts";
import { EditionBatch, type StoredRecord } from "./editions/edition-batch.ts";
import { dayOf } from "./editions/editions.ts";
import { unpackFrame, type NewFrame } from "./editions/frame.ts";
import { picturesOfPage, waitingPicture, withPage } from "./editions/incoming-record.ts";
import {
  isPageFailed,
  isPageWaiting,
  wantedPage,
  type PageRecord,
} from "./editions/page-record.ts";
import { packText } from "./editions/unpack-text.ts";
import { Pace } from "./files/pace.ts";
import { entryOf, flag } from "./index/article-index.ts";
import { marksOf } from "./marks.ts";
import { feedTitle, type Parts } from "./parts.ts";
import { newestFirst } from "./rows-of-scope.ts";
import type { PageResult, WaitingPage } from "./types.ts";

/** Articles whose records are looked at together. */
const articlesAtOnce = 64;
/** Articles whose pages are wanted, or no longer, in one line of a day's journal. */
const wantedAtOnce = 500;

type StoredResult = Extract<PageResult, { kind: "stored" }>;

/** What will be written: a text with its record, or a record alone. */
interface Change {
  readonly frames: NewFrame[];
  readonly records: ArticleRecord[];
}

/** Notes what became of pages: their texts behind the feeds' own, in the articles' bookmarks too. */
export async function recordPages(parts: Parts, results: readonly PageResult[]): Promise<void> {
  const { index, records } = parts;
  const byId = new Map(results.map((result) => [result.articleId, result]));
  const rows = storedRows(parts, byId.keys());
  const change: Change = { frames: [], records: [] };
  for (const [at, record] of (await records.read(rows)).entries()) {
    const result = record === null ? undefined : byId.get(record.id);
    if (record === null || result === undefined) continue;
    const row = rows[at] ?? 0;
    if (result.kind !== "stored") {
      change.records.push({ ...record, page: withoutText(record.page, result) });
      continue;
    }
    const frame = await readFrame(parts, row, record);
    // A text that cannot be read must not be replaced by none: it may be mended. Nor is the page to
    // be asked for again and again meanwhile.
    if (frame === null && record.hasText) {
      const unreadable = { articleId: record.id, kind: "refused", isExcerpt: false } as const;
      const page = withoutText(record.page, { ...unreadable, reason: "unreadable-file" });
      change.records.push({ ...record, page });
      continue;
    }
    const feed = frame?.packed?.feed ?? (await packText(frame?.html ?? ""));
    change.frames.push(frameWith(record, feed, result, parts.now()));
  }
  const stored = await write(parts, change);
  const bodies = new Map(change.frames.map((frame) => [frame.record.id, frame]));
  for (const { record } of stored) {
    const frame = bodies.get(record.id);
    if (frame === undefined || !index.has(index.rowOf(record.id) ?? 0, flag.bookmarked)) continue;
    // A copy that cannot be written now is mended at the next opening.
    await unpackFrame(frame)
      .then((texts) =>
        parts.bookmarks.write(copyOf(texts, record, feedTitle(parts.sources, record.feedId))),
      )
      .catch(() => undefined);
  }
}

/**
 * Up to `limit` pages that are to be fetched, those of the newest articles first: the ones that
 * wait, and those that failed and are due again at `now` (milliseconds since 1970); with a scope
 * only those of its articles.
 */
export async function waitingPages(
  parts: Parts,
  limit: number,
  now: number,
  isWanted: (page: WaitingPage) => boolean = () => true,
  scope: TimelineQuery["scope"] | null = null,
): Promise<WaitingPage[]> {
  const { index, records, sources } = parts;
  const followed = new Set<number>(sources.followed.map(({ id }) => id));
  const waiting: WaitingPage[] = [];
  let rows: number[] = [];
  const look = async () => {
    for (const record of await records.read(rows)) {
      const page = record === null ? null : dueOf(record, now);
      if (page !== null && isWanted(page)) waiting.push(page);
    }
    rows = [];
  };
  for (const row of await newestFirst(parts, scope)) {
    if (waiting.length >= limit) break;
    const bits = index.waiting[row] ?? 0;
    if (!isPageWaiting(bits) && !isPageFailed(bits)) continue;
    if (index.has(row, flag.gone | flag.hidden) || !followed.has(index.feed[row] ?? 0)) continue;
    rows.push(row);
    if (rows.length >= articlesAtOnce) await look();
  }
  await look();
  return waiting.slice(0, limit);
}

/** How many pages of followed titles wait, and how many failed and are tried again. */
export function countWaitingPages({ index, sources }: Parts): { waiting: number; failed: number } {
  let [waiting, failed] = [0, 0];
  for (const { id } of sources.followed) {
    const { waitingPages: ofTitle, failedPages } = index.tally.of(id);
    waiting += ofTitle;
    failed += failedPages;
  }
  return { waiting, failed };
}

/**
 * Asks for articles' pages (`again`: also for those that were had or refused before), or no longer
 * for those that still wait. Returns how many that changed.
 */
export async function wantPages(
  parts: Parts,
  ids: readonly ArticleId[],
  wanted: "yes" | "again" | "no",
): Promise<number> {
  const pace = new Pace();
  let changed = 0;
  for (let start = 0; start < ids.length; start += wantedAtOnce) {
    const part = ids.slice(start, start + wantedAtOnce);
    changed += await parts.queue.run(async () => {
      const records: ArticleRecord[] = [];
      for (const record of await parts.records.read(storedRows(parts, part))) {
        const after = record === null ? null : asWanted(record, wanted);
        if (after !== null) records.push(after);
      }
      return (await write(parts, { frames: [], records })).length;
    });
    await pace.rest();
  }
  return changed;
}

function asWanted(record: ArticleRecord, wanted: "yes" | "again" | "no"): ArticleRecord | null {
  const { page, ...rest } = record;
  if (wanted === "no") {
    if (page?.state !== "waiting" && page?.state !== "failed") return null;
    // What was had before stays.
    if (page.text === null) return rest;
    return { ...record, page: { ...page, state: "stored", reason: null, nextTry: null } };
  }
  if (record.address === null || page?.state === "waiting") return null;
  if (page !== undefined && wanted === "yes") return null;
  return { ...record, page: { ...wantedPage, text: page?.text ?? null } };
}

function storedRows({ index }: Parts, ids: Iterable<ArticleId>): number[] {
  return [...ids]
    .flatMap((id) => index.rowOf(id) ?? [])
    .filter((row) => !index.has(row, flag.copyOnly));
}

function withoutText(
  before: PageRecord | undefined,
  result: Exclude<PageResult, { kind: "stored" }>,
): PageRecord {
  const text = before?.text ?? null;
  const { reason } = result;
  const httpStatus = result.httpStatus === undefined ? {} : { httpStatus: result.httpStatus };
  if (result.kind === "refused")
    return {
      state: "refused",
      reason,
      attempts: 0,
      nextTry: null,
      isExcerpt: result.isExcerpt,
      ...httpStatus,
      text,
    };
  const attempts = (before?.attempts ?? 0) + 1;
  const { nextTry } = result;
  return { state: "failed", reason, attempts, nextTry, isExcerpt: false, ...httpStatus, text };
}

/** The frame of an article that has got its page; pictures that are here already are kept. */
function frameWith(
  record: ArticleRecord,
  feed: Uint8Array,
  { page, isExcerpt, retry }: StoredResult,
  now: number,
): NewFrame {
  const known = new Map(picturesOfPage(record).map((picture) => [picture.address, picture]));
  const ofFeed = record.pictures.slice(0, record.page?.text?.firstPicture ?? Infinity);
  for (const picture of ofFeed)
    if (!known.has(picture.address)) known.set(picture.address, picture);
  const { body, pictures, ...facts } = page;
  const text = { ...facts, start: feed.length, firstPicture: ofFeed.length, fetched: now };
  const changed = {
    ...record,
    // Known only once the frame has its place.
    body: undefined,
    hasText: record.hasText || body.length > 0,
    pictures: [
      ...ofFeed,
      ...pictures.map((picture) => {
        const before = known.get(picture.address);
        const fresh = waitingPicture(picture);
        return before === undefined ? fresh : { ...before, alt: fresh.alt };
      }),
    ],
    page: {
      ...(retry === undefined
        ? ({ state: "stored", reason: null, attempts: 0, nextTry: null } as const)
        : ({ state: "failed", ...retry, attempts: (record.page?.attempts ?? 0) + 1 } as const)),
      isExcerpt,
      text,
    },
  };
  return withPage(changed, feed, body);
}

function dueOf(record: ArticleRecord, now: number): WaitingPage | null {
  const { address, page } = record;
  if (address === null || page === undefined) return null;
  const isDue =
    page.state === "waiting" || (page.state === "failed" && (page.nextTry ?? Infinity) <= now);
  if (!isDue) return null;
  const { id, feedId, headline, wordCount, excerpt } = record;
  return { articleId: id, feedId, address, headline, wordCount, excerpt, attempts: page.attempts };
}

/** Writes as one and shows what is durable. */
async function write(parts: Parts, { frames, records }: Change): Promise<StoredRecord[]> {
  if (frames.length + records.length === 0) return [];
  const batch = new EditionBatch(parts.editions);
  const stored: StoredRecord[] = [];
  try {
    stored.push(...(await batch.addFrames(frames)), ...(await batch.addRecords(records)));
  } catch (error) {
    await batch.undo();
    throw error;
  }
  const rows = parts.index.put(
    stored.map(({ record, range }) =>
      entryOf(record, range, marksOf(parts.statuses.data, record.id)),
    ),
  );
  for (const [at, { record }] of stored.entries()) parts.records.put(rows[at] ?? 0, record);
  await batch.finish(dayOf(parts.now()));
  return stored;
}
