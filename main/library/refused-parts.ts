import type { ErrorCode, FeedId, TimelineQuery } from "../../preload/contract/contract.ts";
import type { ArticleRecord, StoredPicture } from "./editions/article-record.ts";
import { wantedPage } from "./editions/page-record.ts";
import { flag } from "./index/article-index.ts";
import type { Parts } from "./parts.ts";
import { storeRecords } from "./pictures.ts";
import { rowsOfScope } from "./rows-of-scope.ts";

/** Articles that are looked at together. */
const articlesAtOnce = 64;

/** Lets pictures and pages of titles that their publishers refused wait to be fetched once more. */
export async function tryRefusedAgain(parts: Parts, feedIds: readonly FeedId[]): Promise<void> {
  const { index } = parts;
  const wanted = new Set<number>(feedIds);
  const rows: number[] = [];
  for (const row of index.order)
    if (wanted.has(index.feed[row] ?? 0) && !index.has(row, flag.gone | flag.copyOnly))
      rows.push(row);
  await changeRecords(parts, rows, withoutRefusals);
}

/**
 * Lets those pictures of a scope's articles wait once more that could not be had for one of some
 * reasons. Returns how many that are.
 */
export async function tryFailedAgain(
  parts: Parts,
  scope: TimelineQuery["scope"],
  reasons: readonly ErrorCode[],
): Promise<number> {
  const { index } = parts;
  const rows = Array.from(await rowsOfScope(parts, scope)).filter(
    (row) => index.has(row, flag.pictureFailed) && !index.has(row, flag.gone | flag.copyOnly),
  );
  let count = 0;
  await changeRecords(parts, rows, (record) => {
    const isToWait = ({ failure }: StoredPicture) => failure !== null && reasons.includes(failure);
    const ofRecord = record.pictures.filter(isToWait).length;
    count += ofRecord;
    if (ofRecord === 0) return [];
    const pictures = record.pictures.map((picture) =>
      isToWait(picture) ? { ...picture, failure: null } : picture,
    );
    return [{ ...record, pictures }];
  });
  return count;
}

/** Stores what becomes of articles' records; in slices, so that visits are stored in between. */
async function changeRecords(
  parts: Parts,
  rows: readonly number[],
  change: (record: ArticleRecord) => ArticleRecord[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += articlesAtOnce) {
    const some = rows.slice(at, at + articlesAtOnce);
    await parts.queue.run(async () => {
      const records = await parts.records.read(some);
      await storeRecords(
        parts,
        records.flatMap((record) => (record === null ? [] : change(record))),
      );
    });
  }
}

/**
 * The record with its refused pictures and page as if nobody had asked for them; none when nothing
 * was refused. A page of which only the beginning came counts as refused; what came of it stays.
 */
function withoutRefusals(record: ArticleRecord): ArticleRecord[] {
  const { page } = record;
  const isPageRefused = page?.reason === "login" || page?.isExcerpt === true;
  const isRefused = record.pictures.some(({ failure }) => failure === "http-status");
  if (!isRefused && !isPageRefused) return [];
  const pictures = record.pictures.map((picture) =>
    picture.failure === "http-status" ? { ...picture, failure: null } : picture,
  );
  const text = page?.text ?? null;
  return [{ ...record, pictures, ...(isPageRefused && { page: { ...wantedPage, text } }) }];
}
