import { join } from "node:path";
import { z } from "zod";
import { dayOf, type Editions } from "../editions/editions.ts";
import type { Disk } from "../files/disk.ts";
import { DurableJsonFile, type Codec } from "../files/durable-json-file.ts";
import type { Repairs } from "../files/repairs.ts";
import { WriteQueue } from "../files/write-queue.ts";

/** A clock further than this many days beyond the last day of use is doubted. */
const doubtAfter = 7;
/** Days of use on which a doubted clock must agree with itself before it is believed. */
const daysOfProof = 3;

const state = z.object({
  /** The last day of use on which the clock was believed, in days since 1970; never goes back. */
  believed: z.int(),
  /** Later days of use, on which it is not yet. */
  doubted: z.array(z.int()),
});
type State = Readonly<z.infer<typeof state>>;

const codec: Codec<State> = {
  encode: (value) => value,
  decode: (value) => state.parse(value),
};

/**
 * Keeps a clock that jumps ahead from making everything look old: `clock.json` remembers the days
 * on which the library was used. A clock set back only makes things look younger.
 */
export class ClockGuard {
  readonly #file: DurableJsonFile<State>;
  readonly #editions: Editions;
  readonly #queue = new WriteQueue();
  #state: State | null = null;

  constructor(disk: Disk, library: string, repairs: Repairs, editions: Editions) {
    const path = join(library, "clock.json");
    this.#file = new DurableJsonFile({ disk, path, codec, repairs });
    this.#editions = editions;
  }

  /**
   * Takes note that the library is used now, and returns the moment from which ages count: now, or
   * the last believed day while the clock is doubted.
   */
  moment(now: number): Promise<number> {
    return this.#queue.run(async () => {
      const today = dayOf(now);
      this.#state ??= (await this.#file.read()) ?? (await this.#guess(today));
      const next = afterUse(this.#state, today);
      if (JSON.stringify(next) !== JSON.stringify(this.#state)) {
        this.#state = next;
        // On a full disk purging must go on; what could not be written is, on the next day of use.
        await this.#file.write(next).catch(() => undefined);
      }
      return next.doubted.length === 0 ? now : next.believed * 86_400_000;
    });
  }

  /** Without the file, the day before today from which there are articles was a day of use. */
  async #guess(today: number): Promise<State | null> {
    const last = (await this.#editions.list()).findLast((day) => day < today);
    return last === undefined ? null : { believed: last, doubted: [] };
  }
}

function afterUse(before: State | null, today: number): State {
  if (before === null) return { believed: today, doubted: [] };
  const { believed, doubted } = before;
  if (today <= believed + doubtAfter) return { believed: Math.max(believed, today), doubted: [] };
  const last = doubted.at(-1);
  if (last === today) return before;
  const isOneLine = last !== undefined && today > last && today <= last + doubtAfter;
  const days = isOneLine ? [...doubted, today] : [today];
  return days.length < daysOfProof ? { believed, doubted: days } : { believed: today, doubted: [] };
}
