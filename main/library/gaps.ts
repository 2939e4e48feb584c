import type { ArticleId, Gap } from "../../preload/contract/contract.ts";
import { offlineOf } from "./articles.ts";
import type { ArticleRecord } from "./editions/article-record.ts";
import {
  isPageFailed,
  isPageWaiting,
  pageStateOf,
  reasonOf,
  waitingPicturesOf,
} from "./editions/page-record.ts";
import { Pace } from "./files/pace.ts";
import { flag } from "./index/article-index.ts";
import { feedTitle, type Parts } from "./parts.ts";
import { statusOf } from "./shown-text.ts";
import type { Gaps, GapWishes } from "./types.ts";

/** Rows that are looked at in one go; it holds the thread for less than a millisecond. */
const rowsAtOnce = 4096;
/** Records that are read together. */
const recordsAtOnce = 64;

/** Of a list: articles that are still there, and those that need nothing more. */
export async function listReadiness(
  parts: Parts,
  rows: Uint32Array,
): Promise<{ articles: number; ready: number }> {
  const pace = new Pace();
  let [articles, ready] = [0, 0];
  for (const [at, row] of rows.entries()) {
    if (at % rowsAtOnce === 0) await pace.rest();
    if (parts.index.has(row, flag.gone)) continue;
    articles++;
    if (offlineOf(parts, row) === "complete") ready++;
  }
  return { articles, ready };
}

/** The first `limit` articles of a list of which something is missing, and how many there are. */
export async function findGaps(
  parts: Parts,
  rows: Uint32Array,
  wishes: GapWishes,
  limit: number,
): Promise<Gaps> {
  const pace = new Pace();
  const told: number[] = [];
  let total = 0;
  for (const [at, row] of rows.entries()) {
    if (at % rowsAtOnce === 0) await pace.rest();
    if (parts.index.has(row, flag.gone) || !isIncomplete(parts, row, wishes)) continue;
    total++;
    if (told.length < limit) told.push(row);
  }
  const gaps: Gap[] = [];
  for (let start = 0; start < told.length; start += recordsAtOnce) {
    const some = told.slice(start, start + recordsAtOnce);
    for (const [at, record] of (await parts.records.read(some)).entries())
      if (record !== null) gaps.push(await toGap(parts, some[at] ?? 0, record));
    await pace.rest();
  }
  return { total, gaps };
}

/** What is missing of one article; null: there is none. */
export async function gapOf(parts: Parts, id: ArticleId): Promise<Gap | null> {
  const row = parts.index.rowOf(id);
  if (row === undefined) return null;
  const [record = null] = await parts.records.read([row]);
  return record === null ? null : toGap(parts, row, record);
}

/** Whether something that is wished for is not here, whether or not it is still to come. */
function isIncomplete({ index }: Parts, row: number, { pages, pictures }: GapWishes): boolean {
  const waiting = index.waiting[row] ?? 0;
  if (!index.has(row, flag.hasText)) return true;
  if (pictures && (waitingPicturesOf(waiting) > 0 || index.has(row, flag.pictureFailed)))
    return true;
  if (!pages) return false;
  const isRefused =
    pageStateOf(index.page[row] ?? 0) === "refused" &&
    reasonOf(index.reason[row] ?? 0) !== "less-than-feed";
  return isPageWaiting(waiting) || isPageFailed(waiting) || isRefused;
}

async function toGap(parts: Parts, row: number, record: ArticleRecord): Promise<Gap> {
  const { bookmarks, index, sources } = parts;
  let title = feedTitle(sources, record.feedId);
  if (title === "" && index.has(row, flag.bookmarked))
    title = (await bookmarks.read(record.id))?.feedTitle ?? "";
  const missing = record.pictures.filter(({ media }) => media === null);
  const failed = missing.flatMap(({ failure }) => failure ?? []);
  return {
    articleId: record.id,
    feedId: record.feedId,
    feedTitle: title,
    headline: record.headline,
    published: record.published,
    offline: offlineOf(parts, row),
    page: statusOf(record),
    picturesWaiting: missing.length - failed.length,
    picturesFailed: failed.length,
    pictureFailure: failed[0] ?? null,
  };
}
