import { entryOf } from "../index/article-index.ts";
import { marksOf } from "../marks.ts";
import type { Parts } from "../parts.ts";

/** Folds the journals of days before today into their sealed documents, one day at a time. */
export async function sealDays(parts: Parts, today: number): Promise<void> {
  const { editions, index, queue, records, statuses } = parts;
  for (const day of await editions.list()) {
    if (day >= today) continue;
    await queue.run(async () => {
      const sealed = await editions.of(day).seal();
      if (sealed === null) return;
      index.put(
        sealed.map(({ record, range }) =>
          entryOf(record, range, marksOf(statuses.data, record.id, false)),
        ),
      );
      records.clear();
    });
  }
}
