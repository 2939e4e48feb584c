import { formatRanges } from "../number-ranges.ts";
import { numbersOf } from "../article-bits.ts";
import { Pace } from "../files/pace.ts";
import { flag } from "../index/article-index.ts";
import type { Parts } from "../parts.ts";
import { recoveryTime } from "./deleting.ts";

/** Articles that leave in one turn of the queue: finding keys means going through all there are. */
const rowsAtOnce = 100_000;
/** Articles whose marks are one line of the journal. */
const marksAtOnce = 10_000;

/**
 * Removes articles for good, as far as anybody can see: tombstones first, then the mark, then the
 * lists. Their records leave the disk later. Articles of a title that `isOver` get no tombstones:
 * should it be followed again, what it lists then is news. Returns how many there were.
 */
export async function removeArticles(
  parts: Parts,
  rows: readonly number[],
  isOver: (feed: number) => boolean,
): Promise<number> {
  let count = 0;
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    count += await parts.queue.run(() => remove(parts, some, isOver));
  }
  return count;
}

/** Makes final what was deleted by hand 30 days before a moment. */
export async function expireDeletions(parts: Parts, moment: number): Promise<void> {
  const { index, keys, queue, statuses, tombstones } = parts;
  const expired = () => [...statuses.data.deletions].filter(([at]) => moment - at >= recoveryTime);
  if (expired().length === 0) return;
  await queue.run(async () => {
    for (const [, deletion] of expired()) {
      const rows: number[] = [];
      const articles: Record<string, string> = {};
      for (const day of deletion.keys()) {
        const numbers = numbersOf(deletion, day);
        articles[day] = formatRanges(numbers);
        rows.push(...numbers.flatMap((number) => index.find(day, number) ?? []));
      }
      await tombstones.bury(await keys.collect(rows));
      await statuses.commit({ op: "purge", articles });
    }
  });
}

async function remove(
  parts: Parts,
  chosen: readonly number[],
  isOver: (feed: number) => boolean,
): Promise<number> {
  const { index, keys, statuses, tombstones } = parts;
  // One may have been bookmarked or deleted since it was selected.
  const rows = chosen.filter((row) => !index.has(row, flag.gone | flag.hidden | flag.bookmarked));
  if (rows.length === 0) return 0;
  await tombstones.bury(await keys.collect(rows.filter((row) => !isOver(index.feed[row] ?? 0))));
  const pace = new Pace();
  for (let from = 0; from < rows.length; from += marksAtOnce) {
    const some = rows.slice(from, from + marksAtOnce);
    await statuses.commit({ op: "purge", articles: await rangesOf(parts, some) });
    for (let at = 0; at < some.length; at += 1000) {
      index.drop(some.slice(at, at + 1000));
      await pace.rest();
    }
  }
  return rows.length;
}

async function rangesOf(
  { index }: Parts,
  rows: readonly number[],
): Promise<Record<string, string>> {
  const pace = new Pace();
  const numbers = Map.groupBy(rows, (row) => index.day[row] ?? 0);
  const articles: Record<string, string> = {};
  for (const [day, ofDay] of numbers) {
    articles[day] = formatRanges(ofDay.map((row) => index.number[row] ?? 0));
    await pace.rest();
  }
  return articles;
}
