/** Opening the library up to the first 50 headlines, and closing it unchanged. */
import { openLibrary } from "../../../../main/library/library.ts";
import { answer } from "../../answer.ts";
import { computed, time } from "../../spread.ts";
import { readFloor } from "../floors.ts";
import { everything, openCounted } from "../opened.ts";
import type { Made } from "../prepared.ts";

export interface OpenFigures {
  /** Milliseconds. */
  readonly open: number;
  /** Milliseconds that all threads computed for it. */
  readonly cpu: number;
  readonly close: number;
  /** Milliseconds and bytes of reading what it read, and nothing else. */
  readonly floor: number;
  readonly bytes: number;
}

await answer(async (made: Made): Promise<OpenFigures> => {
  const before = computed();
  const start = performance.now();
  const library = await openLibrary({ folder: made.folder, now: () => made.now });
  const rows = await library.articles.timeline(everything).page(0, 50);
  const open = performance.now() - start;
  const cpu = computed() - before;
  if (rows.length !== 50) throw new Error("There are no headlines.");
  const close = await time(() => library.close());

  const counting = await openCounted(made);
  await counting.library.articles.timeline(everything).page(0, 50);
  const { reads } = counting.counted;
  await counting.library.close();
  const bytes = reads.reduce((sum, { length }) => sum + length, 0);
  return { open, cpu, close, floor: readFloor(reads), bytes };
});
