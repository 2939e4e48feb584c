import type { FeedId } from "../../../preload/contract/contract.ts";
import { flag } from "../index/article-index.ts";
import { Pace } from "../files/pace.ts";
import type { Parts } from "../parts.ts";
import { isRecoverable } from "../statuses.ts";

/** Rows that are looked at before others get their turn. */
const rowsAtOnce = 4096;

/** Rows of all articles that are read, also of those that only a bookmark has. */
export function readRows({ index }: Parts): Promise<number[]> {
  return filterRows(index.length, (row) => index.has(row, flag.read) && !index.has(row, flag.gone));
}

/**
 * The publishers' own keys of articles that were read, by title. Other spellings are left out: a
 * link that several articles share must not mark one of them for another.
 */
export async function readKeys(parts: Parts): Promise<Map<FeedId, string[]>> {
  return parts.keys.collect(await readRows(parts), "first");
}

/** Keys of articles that were removed, by age or by hand, and shall not come back. */
export async function removedKeys(parts: Parts): Promise<Map<FeedId, string[]>> {
  const { index, keys, statuses, tombstones } = parts;
  await tombstones.load();
  const removed = tombstones.all();
  const deleted = await filterRows(index.length, (row) => {
    if (!index.has(row, flag.gone)) return false;
    const { day, number } = index.columns;
    return isRecoverable(statuses.data, day[row] ?? 0, number[row] ?? 0);
  });
  for (const [feedId, ofFeed] of await keys.collect(deleted))
    removed.set(feedId, [...(removed.get(feedId) ?? []), ...ofFeed]);
  return removed;
}

async function filterRows(length: number, isWanted: (row: number) => boolean): Promise<number[]> {
  const rows: number[] = [];
  const pace = new Pace();
  for (let row = 0; row < length; row++) {
    if (isWanted(row)) rows.push(row);
    if (row % rowsAtOnce === 0) await pace.rest();
  }
  return rows;
}
