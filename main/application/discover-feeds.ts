import type { FeedCandidate, FeedId } from "../../preload/contract/contract.ts";
import { FetchError, type FetchedResource } from "../fetching/fetching.ts";
import type { Collaborators } from "./collaborators.ts";
import { addressKey, meantAddresses } from "./feed-address.ts";
import { hashBody } from "./hash-body.ts";
import type { Hosts } from "./hosts.ts";
import type { RecentFeeds } from "./recent-feeds.ts";
import { RequestError } from "./request-error.ts";

/** Feeds of a page that are looked at, best first. */
const candidatesAtMost = 8;

type Discovering = Pick<Collaborators, "library" | "client" | "workers"> & {
  readonly recentFeeds: RecentFeeds;
  readonly hosts: Hosts;
};

/** The title that is followed under an address, however it is spelt. */
export function followedAs(
  address: string,
  { library }: Pick<Collaborators, "library">,
): FeedId | null {
  const key = addressKey(address);
  return library.feeds.followed().find((feed) => addressKey(feed.address) === key)?.id ?? null;
}

/** Reads an answer as a feed and keeps it for following; null when it is none. */
async function readCandidate(
  resource: FetchedResource,
  collaborators: Discovering,
): Promise<FeedCandidate | null> {
  if (resource.body === null) return null;
  const { address, contentType, body } = resource;
  const feed = await collaborators.workers.run("readFeed", { bytes: body, contentType, address });
  if (!feed.ok) return null;
  const kept = { ...resource, body: null };
  collaborators.recentFeeds.keep(address, { resource: kept, feed, bodyHash: await hashBody(body) });
  const newest = Math.max(...feed.articles.map((article) => article.published ?? -Infinity));
  return {
    address,
    title: feed.title,
    description: feed.description,
    site: feed.link,
    itemCount: feed.articles.length,
    newest: Number.isFinite(newest) ? newest : null,
    followedAs: followedAs(address, collaborators),
  };
}

/** Fetches what a person typed: the first spelling that answers. */
async function fetchTyped(
  typed: string,
  { client, recentFeeds, hosts }: Discovering,
): Promise<FetchedResource> {
  let failure: unknown = new RequestError("bad-address", "that is not a web address", { typed });
  for (const address of meantAddresses(typed)) {
    const pausedUntil = hosts.pausedUntil(address);
    if (pausedUntil !== null) {
      const details = { reason: "host-asks", nextVisit: pausedUntil };
      throw new RequestError("too-soon", "the host asked to be left alone", details);
    }
    const typedHost = new URL(address).host;
    recentFeeds.typed(typedHost);
    try {
      return await client.fetch({ address, kind: "feed", typedHost });
    } catch (error) {
      failure = error;
      // An answer that is no feed is an answer: another scheme would not give a better one.
      if (!(error instanceof FetchError) || !["unreachable", "timed-out"].includes(error.code))
        break;
    }
  }
  throw failure as Error;
}

async function candidatesOf(
  addresses: readonly string[],
  followRedirects: boolean,
  collaborators: Discovering,
): Promise<FeedCandidate[]> {
  const { client, recentFeeds } = collaborators;
  const found = await Promise.all(
    addresses.map(async (address) => {
      const typedHost = recentFeeds.typedHostOf(address);
      try {
        const resource = await client.fetch({ address, kind: "feed", typedHost, followRedirects });
        return await readCandidate(resource, collaborators);
      } catch {
        // One address out of several that leads nowhere: the others count.
        return null;
      }
    }),
  );
  const distinct = new Map<string, FeedCandidate>();
  for (const candidate of found) {
    if (candidate !== null && !distinct.has(addressKey(candidate.address))) {
      distinct.set(addressKey(candidate.address), candidate);
    }
  }
  return [...distinct.values()];
}

/**
 * The feeds at an address as a person types it: the feed itself, those its page names, else those
 * at the usual places. Throws `RequestError` or `FetchError` with a code that can be worded.
 */
export async function discoverFeeds(
  typed: string,
  collaborators: Discovering,
): Promise<FeedCandidate[]> {
  const resource = await fetchTyped(typed, collaborators);
  const { status, address, contentType, body } = resource;
  if (body === null) {
    throw new RequestError("http-status", `the server answered ${status}`, { status });
  }
  const itself = await readCandidate(resource, collaborators);
  if (itself !== null) return [itself];
  const document = { bytes: body, contentType, address };
  const { links, guesses } = await collaborators.workers.run("findFeedLinks", document);
  const named = links.slice(0, candidatesAtMost).map((link) => link.address);
  const fromPage = await candidatesOf(named, true, collaborators);
  if (fromPage.length > 0) return fromPage;
  for (const guess of guesses) {
    const found = await candidatesOf([guess], false, collaborators);
    if (found.length > 0) return found;
  }
  throw new RequestError("no-feed-found", "no feed was found there", {
    host: new URL(address).host,
  });
}
