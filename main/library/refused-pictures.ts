import type { FeedId } from "../../preload/contract/contract.ts";
import type { ArticleRecord } from "./editions/article-record.ts";
import { flag } from "./index/article-index.ts";
import type { Parts } from "./parts.ts";
import { storeRecords } from "./pictures.ts";

/** Articles that are looked at together. */
const articlesAtOnce = 64;

/** Lets pictures of titles that their publishers refused wait to be fetched once more. */
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

/** The record with its refused pictures as if nobody had asked for them; none when there are none. */
function withoutRefusals(record: ArticleRecord): ArticleRecord[] {
  const isRefused = record.pictures.some(({ failure }) => failure === "http-status");
  if (!isRefused) return [];
  const pictures = record.pictures.map((picture) =>
    picture.failure === "http-status" ? { ...picture, failure: null } : picture,
  );
  return [{ ...record, pictures }];
}
