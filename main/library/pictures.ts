import type { ArticleId, TimelineQuery } from "../../preload/contract/contract.ts";
import { entryOf, flag } from "./index/article-index.ts";
import { mayLead, type ArticleRecord, type StoredPicture } from "./editions/article-record.ts";
import { EditionBatch, type StoredRecord } from "./editions/edition-batch.ts";
import { waitingPicturesOf } from "./editions/page-record.ts";
import { dayOf } from "./editions/editions.ts";
import { marksOf } from "./marks.ts";
import type { Parts } from "./parts.ts";
import { newestFirst } from "./rows-of-scope.ts";
import type { PictureResult, WaitingPicture } from "./types.ts";

/** Articles whose records are looked at together for waiting pictures. */
const articlesAtOnce = 64;

/** Notes what became of pictures: in the articles' records, and in their bookmarks. */
export async function recordPictures(
  parts: Parts,
  results: readonly PictureResult[],
): Promise<void> {
  const changed = await applyResults(parts, results);
  if (changed.length > 0) {
    const names = results.flatMap(({ media, thumbnail }) => [media ?? [], thumbnail?.media ?? []]);
    await parts.media.sync(names.flat());
  }
  await storeRecords(parts, changed);
}

/** Stores articles' records anew, and in their bookmarks; in the queue of writes. */
export async function storeRecords(parts: Parts, changed: readonly ArticleRecord[]): Promise<void> {
  if (changed.length === 0) return;
  const batch = new EditionBatch(parts.editions);
  let stored: StoredRecord[];
  try {
    stored = await batch.addRecords(changed);
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
  for (const record of changed) await copyToBookmark(parts, record);
}

/**
 * Up to `limit` pictures that are still to be fetched, those of the newest articles first; with a
 * scope only those of its articles, also while the settings say that no pictures are kept.
 */
export async function waitingPictures(
  parts: Parts,
  limit: number,
  isWanted: (picture: WaitingPicture) => boolean = () => true,
  scope: TimelineQuery["scope"] | null = null,
): Promise<WaitingPicture[]> {
  if (scope === null && countWaitingPictures(parts) === 0) return [];
  const { index, records, sources } = parts;
  const followed = new Set<number>(sources.followed.map(({ id }) => id));
  const waiting: WaitingPicture[] = [];
  let rows: number[] = [];
  const look = async () => {
    for (const record of await records.read(rows))
      waiting.push(...waitingOf(record).filter(isWanted));
    rows = [];
  };
  for (const row of await newestFirst(parts, scope)) {
    if (waiting.length >= limit) break;
    if (waitingPicturesOf(index.waiting[row] ?? 0) === 0 || index.has(row, flag.gone | flag.hidden))
      continue;
    if (!followed.has(index.feed[row] ?? 0)) continue;
    rows.push(row);
    if (rows.length >= Math.min(articlesAtOnce, limit)) await look();
  }
  await look();
  return waiting.slice(0, limit);
}

/** How many pictures of followed titles are still to be fetched. */
export function countWaitingPictures({ index, sources }: Parts): number {
  if (!sources.settings.keepPictures) return 0;
  let count = 0;
  for (const { id } of sources.followed) count += index.tally.of(id).waitingPictures;
  return count;
}

function waitingOf(record: ArticleRecord | null): WaitingPicture[] {
  if (record === null) return [];
  return record.pictures.flatMap((picture, index) => {
    if (picture.media !== null || picture.failure !== null) return [];
    const { address, alt, width, height } = picture;
    const place = { articleId: record.id, feedId: record.feedId, index };
    return [{ ...place, address, alt, width, height, mayLead: mayLead(record, index) }];
  });
}

/** The records that are another once the results are in. */
async function applyResults(
  { index, records }: Parts,
  results: readonly PictureResult[],
): Promise<ArticleRecord[]> {
  const byArticle = new Map<ArticleId, PictureResult[]>();
  for (const result of results)
    byArticle.set(result.articleId, [...(byArticle.get(result.articleId) ?? []), result]);
  const rows = [...byArticle.keys()]
    .flatMap((id) => index.rowOf(id) ?? [])
    .filter((row) => !index.has(row, flag.copyOnly));
  const changed: ArticleRecord[] = [];
  for (const record of await records.read(rows)) {
    if (record === null) continue;
    const pictures = [...record.pictures];
    let isChanged = false;
    for (const result of byArticle.get(record.id) ?? []) {
      const before = pictures[result.index];
      const after = before === undefined ? undefined : withResult(before, result);
      if (after === undefined || after === before) continue;
      pictures[result.index] = after;
      isChanged = true;
    }
    if (isChanged) changed.push({ ...record, pictures });
  }
  return changed;
}

function withResult(picture: StoredPicture, result: PictureResult): StoredPicture {
  // The publisher may have put another picture in its place while this one was being fetched.
  if (result.address !== undefined && result.address !== picture.address) return picture;
  const { media, failure, bytes } = result;
  if (media === null && (failure === null || picture.media !== null || picture.failure === failure))
    return picture;
  const thumbnail = (media === null ? null : result.thumbnail) ?? null;
  if (media !== null && picture.media === media && thumbnail === null) return picture;
  return {
    address: picture.address,
    alt: picture.alt,
    ...(thumbnail !== null && { thumbnail }),
    media,
    failure: media === null ? failure : null,
    bytes: media === null ? 0 : bytes,
    width: result.width ?? picture.width,
    height: result.height ?? picture.height,
  };
}

async function copyToBookmark(parts: Parts, record: ArticleRecord): Promise<void> {
  const { bookmarks, statuses } = parts;
  if (!statuses.data.bookmarks.has(record.id)) return;
  const copy = await bookmarks.read(record.id);
  // A copy that cannot be written now is mended at the next opening.
  if (copy !== null) await bookmarks.write({ ...copy, record }).catch(() => undefined);
}
