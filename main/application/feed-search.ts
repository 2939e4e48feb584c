import type { FeedCandidate, FeedId } from "../../preload/contract/contract.ts";
import { commentsLast, type FeedLink, type PageFindings } from "../feeds/feeds.ts";
import { FetchError, silences, type FetchedResource } from "../fetching/fetching.ts";
import type { Feed, Library } from "../library/library.ts";
import { WorkerError, type Jobs, type ReadFeed } from "../workers/workers.ts";
import type { Collaborators } from "./collaborators.ts";
import { addressKey } from "./feed-address.ts";
import { feedsByKey } from "./feeds-by-key.ts";
import { hashBody } from "./hash-body.ts";
import type { Hosts } from "./hosts.ts";
import type { RecentFeeds } from "./recent-feeds.ts";
import { RequestError } from "./request-error.ts";

/** Requests for one address that a person typed: a search must not look like an attack. */
const requestsAtMost = 14;

export type Searching = Pick<Collaborators, "client" | "workers" | "catalogue"> & {
  readonly library: { readonly feeds: Pick<Library["feeds"], "followed"> };
  readonly recentFeeds: RecentFeeds;
  readonly hosts: Pick<Hosts, "pausedUntil">;
};

interface Found {
  readonly candidate: FeedCandidate;
  readonly feed: ReadFeed;
}

/** One search for feeds: what was asked, what was found, what it may still cost. */
export class FeedSearch {
  /** Addresses that were looked at as feeds. */
  tried = 0;
  /** Status of a feed that a page named but that did not come; null when there was none. */
  brokenStatus: number | null = null;
  #requestsLeft = requestsAtMost;
  #followed: Promise<ReadonlyMap<string, Feed>> | null = null;
  readonly #collaborators: Searching;

  constructor(collaborators: Searching) {
    this.#collaborators = collaborators;
  }

  /** Fetches what a person typed: the first spelling that answers. */
  async fetchTyped(meant: readonly string[]): Promise<FetchedResource> {
    const { client, recentFeeds, hosts } = this.#collaborators;
    let failure: unknown;
    for (const address of meant) {
      const pausedUntil = hosts.pausedUntil(address);
      if (pausedUntil !== null) {
        const details = { reason: "host-asks", nextVisit: pausedUntil };
        throw new RequestError("too-soon", "the host asked to be left alone", details);
      }
      const typedHost = new URL(address).host;
      recentFeeds.typed(typedHost);
      this.#requestsLeft -= 1;
      try {
        return await client.fetch({ address, kind: "feed", typedHost });
      } catch (error) {
        failure = error;
        // An answer that is no feed is an answer: another scheme would not give a better one.
        const isSilent =
          error instanceof FetchError &&
          (silences.includes(error.code) || error.code === "certificate-expired");
        if (!isSilent) break;
      }
    }
    throw failure as Error;
  }

  /** What a page says of feeds; null when it does not come, or the search has cost enough. */
  async lookAt(address: string): Promise<PageFindings | null> {
    const resource = await this.#fetch(address, true);
    if (!resource?.body) return null;
    const { address: at, body, contentType, links } = resource;
    return this.lookInto({ bytes: body, contentType, address: at, linkHeader: links }, address);
  }

  /** What a page says of feeds; what it says of icons is kept, should one of them be followed. */
  async lookInto(page: Jobs["lookIntoPage"]["input"], asked: string): Promise<PageFindings> {
    const { workers, recentFeeds } = this.#collaborators;
    const findings = await workers.run("lookIntoPage", page);
    // Behind a wall stands another site's page.
    if (findings.wall === null) recentFeeds.pages.keep(asked, findings.icons);
    return findings;
  }

  /** Reads an answer as a feed and keeps it for following; null when it is none. */
  async read(resource: FetchedResource, linkTitle: string): Promise<FeedCandidate | null> {
    return (await this.#read(resource, linkTitle))?.candidate ?? null;
  }

  /** Those of some addresses that are feeds: each feed once, empty ones and comments last. */
  async candidates(links: readonly FeedLink[], followRedirects = true): Promise<FeedCandidate[]> {
    const found = await Promise.all(
      links.map(async ({ address, title }) => {
        this.tried += 1;
        const resource = await this.#fetch(address, followRedirects);
        if (resource === null) return null;
        if (resource.body === null && followRedirects) this.brokenStatus = resource.status;
        // One address out of several that cannot be read: the others count.
        return this.#read(resource, title).catch(() => null);
      }),
    );
    const distinct = new Map<string, Found>();
    for (const one of found) {
      if (one === null) continue;
      const key = contentKey(one);
      const other = distinct.get(key);
      if (other === undefined || textLength(one.feed) > textLength(other.feed) * 1.5) {
        distinct.set(key, one);
      }
    }
    const candidates = commentsLast([...distinct.values()].map(({ candidate }) => candidate));
    return [
      ...candidates.filter(({ itemCount }) => itemCount > 0),
      ...candidates.filter(({ itemCount }) => itemCount === 0),
    ];
  }

  async #fetch(address: string, followRedirects: boolean): Promise<FetchedResource | null> {
    const { client, recentFeeds, hosts } = this.#collaborators;
    if (this.#requestsLeft <= 0 || hosts.pausedUntil(address) !== null) return null;
    this.#requestsLeft -= 1;
    const typedHost = recentFeeds.typedHostOf(address);
    try {
      return await client.fetch({ address, kind: "feed", typedHost, followRedirects });
    } catch {
      // A place that a page named, or that was guessed, leads nowhere: the others count.
      return null;
    }
  }

  async #read(resource: FetchedResource, linkTitle: string): Promise<Found | null> {
    const { workers, recentFeeds } = this.#collaborators;
    const { address, contentType, language, body } = resource;
    if (body === null) return null;
    const document = { bytes: body, contentType, address, language };
    const feed = await workers.run("readFeed", document).catch((error: unknown) => {
      if (!(error instanceof WorkerError)) throw error;
      throw new RequestError("unreadable-file", error.message, { host: new URL(address).host });
    });
    if (!feed.ok) return null;
    const kept = { ...resource, body: null };
    recentFeeds.keep(address, { resource: kept, feed, bodyHash: await hashBody(body) });
    const newest = feed.articles.reduce(
      (latest, article) => Math.max(latest, article.published ?? -Infinity),
      -Infinity,
    );
    const candidate = {
      address,
      title: feed.title || linkTitle || new URL(address).host,
      description: feed.description,
      site: feed.link,
      itemCount: feed.articles.length,
      newest: Number.isFinite(newest) ? newest : null,
      followedAs: await this.#followedAs(address, feed),
    };
    return { candidate, feed };
  }

  /** The title that is followed under an address, or under the one that the feed calls its own. */
  async #followedAs(address: string, feed: ReadFeed): Promise<FeedId | null> {
    this.#followed ??= feedsByKey(this.#collaborators.library.feeds.followed());
    const followed = await this.#followed;
    const same = followed.get(addressKey(address));
    if (same !== undefined || feed.self === null) return same?.id ?? null;
    // A feed that was copied may still claim the address of another: the title must agree.
    const named = followed.get(addressKey(feed.self));
    return named?.publisherTitle === feed.title ? named.id : null;
  }
}

/** Equal for the same articles in another format; the address itself where there are none. */
function contentKey({ candidate, feed }: Found): string {
  const articles = feed.articles.map(({ address, headline }) => address ?? headline);
  return articles.length === 0 ? addressKey(candidate.address) : articles.join("\n");
}

function textLength({ articles }: ReadFeed): number {
  return articles.reduce((sum, { body, excerpt }) => sum + body.length + excerpt.length, 0);
}
