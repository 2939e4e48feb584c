import { setImmediate as nextTurn } from "node:timers/promises";
import type { Feed } from "../library/library.ts";
import { addressKey } from "./feed-address.ts";

/** Titles that are looked at before others get their turn: a millisecond's work. */
const feedsAtOnce = 100;

/** Titles by the key of their addresses, to recognise them under any spelling; in slices. */
export async function feedsByKey(feeds: readonly Feed[]): Promise<ReadonlyMap<string, Feed>> {
  const keys = new Map<string, Feed>();
  for (const [index, feed] of feeds.entries()) {
    if (index % feedsAtOnce === feedsAtOnce - 1) await nextTurn();
    keys.set(addressKey(feed.address), feed);
  }
  return keys;
}
