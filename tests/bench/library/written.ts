import { watchHolds } from "../holds.ts";
import { computed, spread, type Spread } from "../spread.ts";
import type { CountedFiles } from "./counted-files.ts";
import { writeFloor } from "./floors.ts";

/** What storing something took, over several rounds. */
export interface Written {
  /** Milliseconds. */
  readonly time: Spread;
  /** Milliseconds that all threads computed, the median. */
  readonly cpu: number;
  /** The longest that the main thread was held, in milliseconds, in any round. */
  readonly hold: number;
  /** Syncs and bytes of a round, the median. */
  readonly syncs: number;
  readonly bytes: number;
  /** Milliseconds for as many bytes and syncs without a library. */
  readonly floor: Spread;
}

/** One round; what it returns is called afterwards, untimed. */
export type Round = () => Promise<(() => Promise<unknown>) | undefined>;

/** Times rounds one after the other. */
export async function measureWriting(
  folder: string,
  counted: CountedFiles,
  rounds: readonly Round[],
): Promise<Written> {
  const times: number[] = [];
  const work: number[] = [];
  const syncs: number[] = [];
  const bytes: number[] = [];
  let hold = 0;
  globalThis.gc?.();
  for (const round of rounds) {
    counted.reset();
    const endWatch = watchHolds();
    const before = computed();
    const start = performance.now();
    const after = await round();
    times.push(performance.now() - start);
    work.push(computed() - before);
    hold = Math.max(hold, endWatch().longest);
    syncs.push(counted.syncs);
    bytes.push(counted.bytesWritten);
    await after?.();
  }
  const each = { syncs: spread(syncs).median, bytes: spread(bytes).median };
  return {
    time: spread(times),
    cpu: spread(work).median,
    hold,
    ...each,
    floor: writeFloor(folder, each.bytes, each.syncs),
  };
}
