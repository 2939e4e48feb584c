import { join } from "node:path";
import { z } from "zod";
import type { FeedId } from "../../../preload/contract/contract.ts";
import { Editions } from "../editions/editions.ts";
import { JournaledLow, type JournaledDocument } from "../files/journaled-low.ts";
import { Pace } from "../files/pace.ts";
import { KeyDays } from "../retention/key-days.ts";
import { Tombstones } from "../retention/tombstones.ts";
import { keepBefore } from "./keep-before.ts";
import type { Migration, MigrationContext } from "./migration.ts";

/** For each title the keys of all articles that were ever taken from it. */
type Seen = Map<number, bigint[]>;

const seenOp = z.object({
  taken: z.array(z.tuple([z.int(), z.int(), z.int(), z.array(z.string().regex(/^[0-9a-f]{16}$/))])),
});
type SeenOp = z.infer<typeof seenOp>;

/** Bytes of an entry in format 1: the key's two halves, then the article's day and number. */
const entryBytes = 16;

/** How format 1 stored the keys: `seen.<generation>.json/log`. */
const seenDocument: JournaledDocument<Seen, SeenOp, undefined> = {
  empty: () => new Map(),
  encode: () => {
    throw new TypeError("Format 1 is only read.");
  },
  decode: (value) =>
    new Map(
      Object.entries(z.record(z.string().regex(/^\d{1,10}$/), z.string()).parse(value)).map(
        ([feed, text]) => [Number(feed), decodeKeys(text)],
      ),
    ),
  decodeOp: (value) => seenOp.safeParse(value).data ?? null,
  reduce: (seen, { taken }) => {
    for (const [feed, , , keys] of taken) {
      const known = seen.get(feed) ?? [];
      known.push(...keys.map((key) => BigInt(`0x${key}`)));
      seen.set(feed, known);
    }
    return undefined;
  },
};

function decodeKeys(text: string): bigint[] {
  const bytes = Buffer.from(text, "base64");
  const keys: bigint[] = [];
  for (let at = 0; at + entryBytes <= bytes.length; at += entryBytes)
    keys.push((BigInt(bytes.readUInt32LE(at)) << 32n) | BigInt(bytes.readUInt32LE(at + 4)));
  return keys;
}

/**
 * Format 2 has no `seen.*`: articles' records carry their keys. Keys of articles that are no longer
 * there become tombstones, so that these do not come back as new.
 */
export const derivedKeys: Migration = {
  to: 2,
  async run(context) {
    const { disk, library, repairs } = context;
    const names = (await disk.list(library)).filter((name) => /^seen\.\d+\.(json|log)$/.test(name));
    await keepBefore(context, this.to, names);
    const seen = new JournaledLow({
      disk,
      path: join(library, "seen"),
      document: seenDocument,
      repairs,
    });
    await seen.read();
    const tombstones = new Tombstones(disk, library, repairs, context.now);
    await tombstones.bury(await keysWithoutRecord(context, seen.data));
    await tombstones.close();
    for (const name of names) await disk.remove(join(library, name));
    await disk.syncFolder(library);
  },
};

async function keysWithoutRecord(
  context: MigrationContext,
  seen: Seen,
): Promise<Map<FeedId, string[]>> {
  const recorded = await keysOfRecords(context);
  const pace = new Pace();
  const lost = new Map<FeedId, string[]>();
  for (const [feed, keys] of seen) {
    const present = KeyDays.of(BigUint64Array.from(recorded.get(feed) ?? []), 0);
    const missing: string[] = [];
    for (const key of keys) {
      if (present.get(key) === undefined) missing.push(key.toString(16).padStart(16, "0"));
      await pace.rest();
    }
    if (missing.length > 0) lost.set(feed as FeedId, missing);
  }
  return lost;
}

async function keysOfRecords({ disk, library, repairs }: MigrationContext): Promise<Seen> {
  const editions = new Editions(disk, library, repairs);
  const keys: Seen = new Map();
  for (const day of await editions.list())
    for (const { record } of await editions.of(day).scan()) {
      const ofTitle = keys.get(record.feedId) ?? [];
      ofTitle.push(...record.keys.map((key) => BigInt(`0x${key}`)));
      keys.set(record.feedId, ofTitle);
    }
  await editions.close();
  return keys;
}
