import { entryOf } from "../index/article-index.ts";
import type { PlacedRecord } from "./edition.ts";
import { marksOf } from "../marks.ts";
import { Pace } from "../files/pace.ts";
import type { Parts } from "../parts.ts";

/** Records that are shown at their new places in one go. */
const recordsAtOnce = 250;

/** Folds the journals of days before today into their sealed documents, one day at a time. */
export async function sealDays(parts: Parts, today: number): Promise<void> {
  const { editions, queue } = parts;
  for (const day of await editions.list()) {
    if (day >= today) continue;
    await queue.run(() => editions.of(day).seal((moved) => showMoved(parts, moved)));
  }
}

/** Tells the index where records are now. */
export async function showMoved(
  { index, records, statuses }: Parts,
  moved: readonly PlacedRecord[],
): Promise<void> {
  const pace = new Pace();
  for (let from = 0; from < moved.length; from += recordsAtOnce) {
    const entries = moved
      .slice(from, from + recordsAtOnce)
      .map(({ record, range }) => entryOf(record, range, marksOf(statuses.data, record.id, false)));
    index.put(entries);
    await pace.rest();
  }
  records.clear();
}
