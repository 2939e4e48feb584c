import { hash } from "node:crypto";
import { z } from "zod";
import type { FeedId } from "../../../preload/contract/contract.ts";
import type { JournaledDocument } from "../files/journaled-low.ts";
import { KeyTable, type KeyPlace } from "./key-table.ts";

/** For each title the keys of all articles that were ever taken from it, also of purged ones. */
export type Seen = Map<number, KeyTable>;

const key = z.string().regex(/^[0-9a-f]{16}$/);
/** One line for a whole batch, so that a batch is remembered as a whole or not at all. */
const seenOp = z.object({
  /** For each article its title's number, its day, its number and its keys. */
  taken: z.array(z.tuple([z.int(), z.int(), z.int(), z.array(key)])),
});
export type SeenOp = z.infer<typeof seenOp>;

/** The 64-bit hash under which a key is remembered, as 16 hexadecimal digits. */
export function keyHash(text: string): string {
  return hash("sha256", text, "hex").slice(0, 16);
}

export function findSeen(seen: Seen, feedId: FeedId, hashed: string): KeyPlace | undefined {
  return seen.get(feedId)?.get(hashed);
}

export function countSeen(seen: Seen): number {
  let count = 0;
  for (const table of seen.values()) count += table.size;
  return count;
}

export const seenDocument: JournaledDocument<Seen, SeenOp, undefined> = {
  empty: () => new Map(),
  encode: (seen) => Object.fromEntries(Array.from(seen, ([feed, table]) => [feed, table.encode()])),
  decode: (value) =>
    new Map(
      Object.entries(z.record(z.string().regex(/^\d{1,10}$/), z.string()).parse(value)).map(
        ([feed, text]) => [Number(feed), KeyTable.decode(text)],
      ),
    ),
  decodeOp: (value) => seenOp.safeParse(value).data ?? null,
  reduce: (seen, { taken }) => {
    for (const [feed, day, number, keys] of taken) {
      let table = seen.get(feed);
      if (table === undefined) seen.set(feed, (table = new KeyTable()));
      for (const hashed of keys) table.add(hashed, { day, number });
    }
    return undefined;
  },
};
