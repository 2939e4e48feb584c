import { setImmediate as nextTurn } from "node:timers/promises";
import type { FeedId } from "../../preload/contract/contract.ts";
import type { Feed, Library } from "../library/library.ts";
import { addressKey } from "./feed-address.ts";

/** Titles that are looked at before others get their turn: a millisecond's work. */
const feedsAtOnce = 50;
/** Newest articles of a title that are compared. */
const comparedArticles = 12;
/** Two titles of one site that share so many of them, and half of what the shorter one has. */
const sharedAtLeast = 3;

type Titles = Pick<Library, "feeds" | "visits" | "articles">;

/**
 * Finds followed titles that most likely are the same one: those that moved to where another one is,
 * whose addresses are two spellings of one, or that carry the same articles for the same site.
 */
export class Duplicates {
  readonly #library: Titles;
  /** What was read of titles' articles; `state` tells whether they have others by now. */
  readonly #known = new Map<FeedId, { state: string; addresses: readonly string[] }>();

  constructor(library: Titles) {
    this.#library = library;
  }

  /** The title that each duplicate is one of: the one that works, and of those the one added first. */
  async find(newest: ReadonlyMap<FeedId, number | null>): Promise<ReadonlyMap<FeedId, FeedId>> {
    const { feeds, visits } = this.#library;
    const isFailing = (id: FeedId): number =>
      (visits.of(id)?.failure ?? null) !== null || visits.of(id)?.nextVisitReason === "merged"
        ? 1
        : 0;
    const preferred = feeds
      .followed()
      .toSorted(
        (a, b) => isFailing(a.id) - isFailing(b.id) || a.addedAt - b.addedAt || a.id - b.id,
      );
    // Sorting thousands takes a slice of its own.
    await nextTurn();
    const duplicates = new Map<FeedId, FeedId>();
    const byAddress = new Map<string, FeedId>();
    const bySite = new Map<string, FeedId[]>();
    for (const [index, feed] of preferred.entries()) {
      if (index % feedsAtOnce === feedsAtOnce - 1) await nextTurn();
      const keys = [feed.address, visits.of(feed.id)?.movedTo?.address ?? ""]
        .filter((address) => address !== "")
        .map(addressKey);
      const same = keys.map((key) => byAddress.get(key)).find((id) => id !== undefined);
      if (same !== undefined) duplicates.set(feed.id, same);
      for (const key of keys) if (!byAddress.has(key)) byAddress.set(key, feed.id);
      if (feed.site === null || same !== undefined) continue;
      const site = addressKey(feed.site);
      bySite.set(site, [...(bySite.get(site) ?? []), feed.id]);
    }
    const suspects = [...bySite.values()].filter((ids) => ids.length > 1);
    const addresses = await this.#addressesOf(suspects.flat(), newest);
    for (const ids of suspects) {
      for (const [id, same] of sharing(ids, addresses)) duplicates.set(id, same);
      await nextTurn();
    }
    this.#forgetFormer(preferred);
    return duplicates;
  }

  async #addressesOf(
    ids: readonly FeedId[],
    newest: ReadonlyMap<FeedId, number | null>,
  ): Promise<ReadonlyMap<FeedId, readonly string[]>> {
    const { articles } = this.#library;
    const stateOf = (id: FeedId): string =>
      `${articles.counts(id).total} ${newest.get(id) ?? "none"}`;
    const stale = ids.filter((id) => this.#known.get(id)?.state !== stateOf(id));
    const read = await articles.recentAddresses(stale, comparedArticles);
    for (const [id, addresses] of read) this.#known.set(id, { state: stateOf(id), addresses });
    return new Map(ids.map((id) => [id, this.#known.get(id)?.addresses ?? []]));
  }

  #forgetFormer(followed: readonly Feed[]): void {
    const ids = new Set(followed.map(({ id }) => id));
    for (const id of this.#known.keys()) if (!ids.has(id)) this.#known.delete(id);
  }
}

/** Which of the titles of one site carries the articles of which earlier one. */
function sharing(
  ids: readonly FeedId[],
  addresses: ReadonlyMap<FeedId, readonly string[]>,
): Map<FeedId, FeedId> {
  const duplicates = new Map<FeedId, FeedId>();
  const carriers = new Map<string, FeedId[]>();
  for (const id of ids) {
    const own = new Set(addresses.get(id));
    const shared = new Map<FeedId, number>();
    for (const address of own)
      for (const other of carriers.get(address) ?? [])
        shared.set(other, (shared.get(other) ?? 0) + 1);
    const same = [...shared].find(
      ([other, count]) =>
        count >= sharedAtLeast &&
        count * 2 >= Math.min(own.size, new Set(addresses.get(other)).size),
    );
    if (same !== undefined) {
      duplicates.set(id, same[0]);
      continue;
    }
    for (const address of own) carriers.set(address, [...(carriers.get(address) ?? []), id]);
  }
  return duplicates;
}
