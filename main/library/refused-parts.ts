import type { FeedId } from "../../preload/contract/contract.ts";
import type { ArticleRecord } from "./editions/article-record.ts";
import { wantedPage } from "./editions/page-record.ts";
import { flag } from "./index/article-index.ts";
import type { Parts } from "./parts.ts";
import { storeRecords } from "./pictures.ts";

/** Articles that are looked at together. */
const articlesAtOnce = 64;

/** Lets pictures and pages of titles that their publishers refused wait to be fetched once more. */
export async function tryRefusedAgain(parts: Parts, feedIds: readonly FeedId[]): Promise<void> {
  const { index, queue } = parts;
  const wanted = new Set<number>(feedIds);
  const rows: number[] = [];
  for (const row of index.order)
    if (wanted.has(index.feed[row] ?? 0) && !index.has(row, flag.gone | flag.copyOnly))
      rows.push(row);
  for (let at = 0; at < rows.length; at += articlesAtOnce) {
    const some = rows.slice(at, at + articlesAtOnce);
    // In slices, so that visits are stored in between.
    await queue.run(async () => {
      const records = await parts.records.read(some);
      await storeRecords(
        parts,
        records.flatMap((record) => (record === null ? [] : withoutRefusals(record))),
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
