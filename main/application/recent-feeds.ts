import { withCredentialsOf, type FetchedResource } from "../fetching/fetching.ts";
import type { ReadFeed } from "../workers/workers.ts";
import { addressKey } from "./feed-address.ts";
import { SitePages } from "./site-pages.ts";

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
  /** What pages that were fetched besides say of their sites' icons. */
  readonly pages: SitePages;
  readonly #feeds = new Map<string, RecentFeed & { readonly at: number }>();
  readonly #typedHosts = new Set<string>();
  /** The address with a name and password that was typed last, by origin. */
  readonly #privateAddresses = new Map<string, string>();
  readonly #now: () => number;
  #timer: NodeJS.Timeout | undefined;

  constructor(now: () => number) {
    this.#now = now;
    this.pages = new SitePages(now);
  }

  keep(address: string, recent: RecentFeed): void {
    const now = this.#now();
    this.#feeds.set(addressKey(address), { ...recent, at: now });
    for (const [key, { at }] of this.#feeds) {
      if (this.#feeds.size > capacity || now - at >= lifetime) this.#feeds.delete(key);
    }
    // Whole feeds with all their texts: nothing to carry around for long.
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#feeds.clear();
    }, lifetime).unref();
  }

  /** Whether a feed is kept, so that visiting it costs no request. */
  has(address: string): boolean {
    const kept = this.#feeds.get(addressKey(address));
    return kept !== undefined && this.#now() - kept.at < lifetime;
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

  /** Notes the name and password in an address that a person typed. */
  typedPrivate(address: string): void {
    const url = URL.parse(address);
    if (url !== null && url.username + url.password !== "")
      this.#privateAddresses.set(url.origin, address);
  }

  /** An address with the name and password that a person typed for its origin, if any. */
  withTypedCredentials(address: string): string {
    const typed = this.#privateAddresses.get(URL.parse(address)?.origin ?? "");
    return typed === undefined ? address : withCredentialsOf(address, typed);
  }

  /** The host of an address if a person typed it, else null. */
  typedHostOf(address: string): string | null {
    const host = URL.parse(address)?.host ?? "";
    return this.#typedHosts.has(host) ? host : null;
  }
}
