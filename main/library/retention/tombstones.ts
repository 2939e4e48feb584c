import { join } from "node:path";
import { z } from "zod";
import type { FeedId } from "../../../preload/contract/contract.ts";
import type { Disk } from "../files/disk.ts";
import { JournaledLow, type JournaledDocument } from "../files/journaled-low.ts";
import { Pace } from "../files/pace.ts";
import type { Repairs } from "../files/repairs.ts";
import { dayOf } from "../editions/editions.ts";
import { bigNumbers, KeyDays, toBase64 } from "./key-days.ts";

/** How many days an article is remembered after its publisher last listed it. */
const daysRemembered = 400;
/** A date this many days old is renewed when the publisher still lists the article. */
const daysBetweenNotes = 30;
/** Keys that go into one line of the journal: some 160 kB. */
const keysAtOnce = 15_000;

/** For each title the removed articles' keys, with the day when they were last listed. */
type Graves = Map<FeedId, KeyDays>;

const feedNumber = z.string().regex(/^\d{1,10}$/);
const keysByFeed = z.record(feedNumber, z.string());
const tombstoneOp = z.discriminatedUnion("op", [
  z.object({ op: z.literal("bury"), day: z.int(), keys: keysByFeed }),
  z.object({ op: z.literal("listed"), day: z.int(), keys: keysByFeed }),
  z.object({ op: z.literal("drop"), before: z.int() }),
]);
type TombstoneOp = z.infer<typeof tombstoneOp>;

const stored = z.record(feedNumber, z.object({ keys: z.string(), days: z.string() }));

const document: JournaledDocument<Graves, TombstoneOp, undefined> = {
  empty: () => new Map(),
  encode: (graves) =>
    Object.fromEntries(Array.from(graves, ([feedId, keys]) => [feedId, keys.encode()])),
  decode: (value) =>
    new Map(
      Object.entries(stored.parse(value)).map(([feedId, { keys, days }]) => [
        Number(feedId) as FeedId,
        KeyDays.decode(keys, days),
      ]),
    ),
  decodeOp: (value) => tombstoneOp.safeParse(value).data ?? null,
  reduce: (graves, op) => {
    if (op.op === "drop") {
      for (const [feedId, keys] of graves) graves.set(feedId, keys.since(op.before));
      return undefined;
    }
    for (const [number, text] of Object.entries(op.keys)) {
      const feedId = Number(number) as FeedId;
      const known = graves.get(feedId);
      if (op.op === "listed") {
        known?.refresh(bigNumbers(text), op.day);
        continue;
      }
      const buried = KeyDays.of(bigNumbers(text), op.day);
      graves.set(feedId, known?.mergedWith(buried) ?? buried);
    }
    return undefined;
  },
};

/**
 * Which articles were removed from the disk, so that one which its publisher still lists does not
 * come back as new: `tombstones.<generation>.json/log`. Keys are 16 hexadecimal digits.
 */
export class Tombstones {
  readonly #low: JournaledLow<Graves, TombstoneOp, undefined>;
  readonly #now: () => number;
  #loading: Promise<void> | null = null;

  constructor(disk: Disk, library: string, repairs: Repairs, now: () => number) {
    this.#low = new JournaledLow({ disk, path: join(library, "tombstones"), document, repairs });
    this.#now = now;
  }

  /** Reads them; to be awaited before anything else is asked. */
  load(): Promise<void> {
    this.#loading ??= this.#low.read().catch((error: unknown) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  has(feedId: FeedId, key: string): boolean {
    return this.#low.data.get(feedId)?.get(BigInt(`0x${key}`)) !== undefined;
  }

  /** How many there are. */
  get size(): number {
    let size = 0;
    for (const keys of this.#low.data.values()) size += keys.size;
    return size;
  }

  /** Every key, for a copy of them. */
  all(): Map<FeedId, string[]> {
    return new Map(
      Array.from(this.#low.data, ([feedId, keys]) => [
        feedId,
        Array.from(keys.keys(), (key) => key.toString(16).padStart(16, "0")),
      ]),
    );
  }

  /** Remembers removed articles, durable once resolved. */
  async bury(keys: ReadonlyMap<FeedId, readonly string[]>): Promise<void> {
    await this.load();
    const pace = new Pace();
    let [part, count]: [Record<string, string>, number] = [{}, 0];
    const flush = async () => {
      if (count > 0) await this.#low.commit({ op: "bury", day: this.#today, keys: part });
      [part, count] = [{}, 0];
    };
    for (const [feedId, ofFeed] of keys) {
      for (let from = 0; from < ofFeed.length; from += keysAtOnce) {
        const chunk = ofFeed.slice(from, from + keysAtOnce);
        if (count + chunk.length > keysAtOnce) await flush();
        part[feedId] = encodeKeys(chunk);
        count += chunk.length;
        await pace.rest();
      }
    }
    await flush();
  }

  /** Takes note that a publisher still lists removed articles; writes only when that is news. */
  async note(feedId: FeedId, keys: readonly string[]): Promise<void> {
    const known = this.#low.data.get(feedId);
    const old = this.#today - daysBetweenNotes;
    const due = keys.filter((key) => (known?.get(BigInt(`0x${key}`)) ?? old) < old);
    if (due.length === 0) return;
    await this.#low.commit({ op: "listed", day: this.#today, keys: { [feedId]: encodeKeys(due) } });
  }

  /** Lets go of articles that no publisher has listed for long; `today` is days since 1970. */
  async dropOutdated(today: number): Promise<void> {
    await this.load();
    const before = today - daysRemembered;
    const isOutdated = (keys: KeyDays) => keys.since(before).size < keys.size;
    if ([...this.#low.data.values()].some(isOutdated))
      await this.#low.commit({ op: "drop", before });
  }

  async close(): Promise<void> {
    if (this.#loading !== null) await this.#low.close();
  }

  get #today(): number {
    return dayOf(this.#now());
  }
}

function encodeKeys(keys: readonly string[]): string {
  return toBase64(BigUint64Array.from(keys, (key) => BigInt(`0x${key}`)));
}
