import { Pace } from "../files/pace.ts";
import { flag } from "../index/article-index.ts";
import type { Parts } from "../parts.ts";

/** Rows that are looked at before others may have their turn. */
const rowsAtOnce = 2048;
/** Articles whose records are looked at together. */
const articlesAtOnce = 64;
/** Bookmarks' pictures are neither counted nor left out; of what is gone there is nothing to see. */
const exempt = flag.bookmarked | flag.copyOnly | flag.gone | flag.hidden;

/**
 * Articles with stored pictures, those first whose pictures are worth least: read ones before unread
 * ones, older ones before newer ones; what arrived on `today` or later comes last, read or not.
 */
export async function leastValuablePictures(
  { index }: Parts,
  today: number,
  isWanted: (row: number) => boolean = () => true,
): Promise<number[]> {
  const pace = new Pace();
  const [read, unread, recent]: [number[], number[], number[]] = [[], [], []];
  // The index may grow while others have their turn.
  const oldestFirst = index.order.slice();
  for (let at = 0; at < oldestFirst.length; at++) {
    if (at % rowsAtOnce === 0) await pace.rest();
    const row = oldestFirst[at] ?? 0;
    if (index.pictures[row] === 0 || index.has(row, exempt) || !isWanted(row)) continue;
    const isRecent = (index.day[row] ?? 0) >= today;
    (isRecent ? recent : index.has(row, flag.read) ? read : unread).push(row);
  }
  return [...read, ...unread, ...recent];
}

/**
 * Articles whose pictures are over the cap of their title, in bytes. A picture that several articles
 * of the title show counts once, and those of articles that are `leaving` do not. Only the records of titles that may be over it are read.
 */
export async function selectOverCap(
  parts: Parts,
  cap: number,
  today: number,
  leaving: ReadonlySet<number>,
): Promise<number[]> {
  const { index, records } = parts;
  const sums = new Float64Array(index.tally.highestFeed() + 1);
  const pace = new Pace();
  for (let row = 0; row < index.length; row++) {
    if (row % rowsAtOnce === 0) await pace.rest();
    if (index.has(row, exempt) || leaving.has(row)) continue;
    const feed = index.feed[row] ?? 0;
    sums[feed] = (sums[feed] ?? 0) + (index.pictureBytes[row] ?? 0);
  }
  if (!sums.some((sum) => sum > cap)) return [];
  const isOver = (row: number): boolean =>
    !leaving.has(row) && (sums[index.feed[row] ?? 0] ?? 0) > cap;
  const mostValuable = (await leastValuablePictures(parts, today, isOver)).reverse();
  const kept = new Map<number, { readonly names: Set<string>; bytes: number }>();
  const over: number[] = [];
  for (let from = 0; from < mostValuable.length; from += articlesAtOnce) {
    const some = mostValuable.slice(from, from + articlesAtOnce);
    for (const [at, record] of (await records.read(some)).entries()) {
      if (record === null) continue;
      const ofTitle = kept.get(record.feedId) ?? { names: new Set(), bytes: 0 };
      kept.set(record.feedId, ofTitle);
      const fresh = new Map<string, number>();
      for (const { media, bytes } of record.pictures)
        if (media !== null && !ofTitle.names.has(media)) fresh.set(media, bytes);
      let bytes = ofTitle.bytes;
      for (const size of fresh.values()) bytes += size;
      if (bytes > cap) {
        over.push(some[at] ?? 0);
        continue;
      }
      ofTitle.bytes = bytes;
      for (const name of fresh.keys()) ofTitle.names.add(name);
    }
    await pace.rest();
  }
  return over;
}
