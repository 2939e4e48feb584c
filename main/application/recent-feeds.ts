import type { FetchedResource } from "../fetching/fetching.ts";
import type { ReadFeed } from "../workers/workers.ts";
import { addressKey } from "./feed-address.ts";

/** A feed that was just fetched and read. */
export interface RecentFeed {
  readonly resource: FetchedResource;
  readonly feed: ReadFeed;
  readonly bodyHash: string;
}

const lifetime = 10 * 60_000;
const capacity = 24;

/**
 * Feeds fetched while looking for what an address offers, so that following one of them costs its
 * publisher no second request; and the hosts a person typed, which may be on a private network.
 */
export class RecentFeeds {
  readonly #feeds = new Map<string, RecentFeed & { readonly at: number }>();
  readonly #typedHosts = new Set<string>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  keep(address: string, recent: RecentFeed): void {
    this.#feeds.set(addressKey(address), { ...recent, at: this.#now() });
    for (const key of this.#feeds.keys()) {
      if (this.#feeds.size <= capacity) break;
      this.#feeds.delete(key);
    }
  }

  /** Hands a kept feed out, once. */
  take(address: string): RecentFeed | null {
    const key = addressKey(address);
    const kept = this.#feeds.get(key);
    this.#feeds.delete(key);
    return kept !== undefined && this.#now() - kept.at < lifetime ? kept : null;
  }

  typed(host: string): void {
    this.#typedHosts.add(host);
  }

  /** The host of an address if a person typed it, else null. */
  typedHostOf(address: string): string | null {
    const host = URL.parse(address)?.host ?? "";
    return this.#typedHosts.has(host) ? host : null;
  }
}
