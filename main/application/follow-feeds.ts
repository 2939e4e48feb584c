import { setImmediate as nextTurn } from "node:timers/promises";
import type { FeedId, FolderId, CheckedInput } from "../../preload/contract/contract.ts";
import {
  missingSecret,
  publicAddress,
  publicSite,
  withoutCredentials,
  withSecretsOf,
} from "../fetching/fetching.ts";
import type { Feed, FeedChange, Library, NewFeed } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import { addressKey } from "./feed-address.ts";
import { feedsByKey } from "./feeds-by-key.ts";
import { needsKeeping, type PrivateAddresses } from "./private-addresses.ts";
import type { RecentFeeds } from "./recent-feeds.ts";

/** A title to follow, as the window, the catalogue or an OPML file names it. */
export type FeedToFollow = CheckedInput<"sources.follow">["feeds"][number] & {
  readonly folderId: FolderId | null;
  /** The name that a person gave it. */
  readonly ownTitle?: string;
  /** Whether a person named this very host, which may then be on a private network. */
  readonly isTyped?: boolean;
};

export interface FollowResult {
  readonly followed: FeedId[];
  readonly alreadyFollowed: FeedId[];
  /** Those of them that lacked a secret, or whose secret is another now. */
  readonly regained: FeedId[];
}

type Following = Pick<Collaborators, "library" | "announce"> & {
  readonly recentFeeds: RecentFeeds;
  readonly privateAddresses: PrivateAddresses;
};

function newFeed(feed: FeedToFollow, recentFeeds: RecentFeeds): NewFeed {
  const { host } = new URL(feed.address);
  return {
    address: publicAddress(recentFeeds.withTypedCredentials(feed.address)),
    ownTitle: feed.ownTitle ?? null,
    publisherTitle: feed.title ?? host,
    site: feed.site === undefined ? null : publicSite(feed.site),
    folderId: feed.folderId,
    section: feed.section ?? null,
    language: feed.language ?? null,
    typedHost: feed.isTyped === true ? host : recentFeeds.typedHostOf(feed.address),
  };
}

/** The whole address of a title, made from another spelling of it; null when it lacks the same. */
function wholeAddress({ address }: Feed, whole: string): string | null {
  const shown = publicAddress(whole);
  // With a name and password it may be the same title, which others read without.
  if (shown === address || withoutCredentials(shown) === address) return whole;
  const spelt = withSecretsOf(address, whole);
  return missingSecret(spelt) === null && publicAddress(spelt) === address ? spelt : null;
}

/** Thousands come at once from an OPML file: others get their turn in between. */
const feedsAtOnce = 100;

/**
 * Follows titles, each once however it is spelt. One that was followed before comes back with its
 * articles. The caller visits `followed`.
 */
export async function followFeeds(
  feeds: readonly FeedToFollow[],
  { library, announce, recentFeeds, privateAddresses }: Following,
): Promise<FollowResult> {
  const known = await feedsByKey(library.feeds.followed());
  const former = await feedsByKey(library.feeds.former());
  const fresh = new Map<string, NewFeed>();
  const restored = new Set<FeedId>();
  const alreadyFollowed = new Set<FeedId>();
  const secrets: string[] = [];
  const regained = new Map<FeedId, string>();
  /** A secret that is here stays, unless another one was just seen to work. */
  const isWanted = async (whole: string, { address }: Feed): Promise<boolean> => {
    const present = await privateAddresses.fullAddress(address);
    return present === null || (present !== whole && recentFeeds.has(whole));
  };
  for (const [index, feed] of feeds.entries()) {
    if (index % feedsAtOnce === feedsAtOnce - 1) await nextTurn();
    const key = addressKey(feed.address);
    const same = known.get(key) ?? former.get(key);
    const whole = recentFeeds.withTypedCredentials(feed.address);
    const isSecret = needsKeeping(whole, recentFeeds.has(whole));
    if (same === undefined) {
      if (!fresh.has(key) && isSecret) secrets.push(whole);
      if (!fresh.has(key)) fresh.set(key, newFeed(feed, recentFeeds));
      continue;
    }
    if (known.has(key)) alreadyFollowed.add(same.id);
    else restored.add(same.id);
    const spelt = isSecret ? wholeAddress(same, whole) : null;
    if (spelt !== null && (await isWanted(spelt, same))) regained.set(same.id, spelt);
  }
  // Secrets first: a title without its own would be asked for in vain.
  await privateAddresses.keep([...secrets, ...regained.values()]);
  if (restored.size > 0) {
    await forgetValidators(library, [...restored]);
    await library.feeds.restore([...restored]);
  }
  const respelt = [...regained].flatMap(([id, whole]): [FeedId, FeedChange][] => {
    const address = publicAddress(whole);
    return library.feeds.get(id)?.address === address ? [] : [[id, { address }]];
  });
  if (respelt.length > 0) await library.feeds.change(new Map(respelt));
  const added = fresh.size > 0 ? await library.feeds.add([...fresh.values()]) : [];
  announce("sources.changed", {});
  if (restored.size > 0) announce("articles.changed", { added: 0, feedIds: [] });
  return {
    followed: [...restored, ...added.map((feed) => feed.id)],
    alreadyFollowed: [...alreadyFollowed],
    regained: [...regained.keys()],
  };
}

/** A title whose articles were removed since is fetched whole: "not modified" would bring nothing. */
async function forgetValidators(library: Library, ids: readonly FeedId[]): Promise<void> {
  const visits = ids
    .filter((id) => library.articles.counts(id).total === 0)
    .flatMap((id) => library.visits.of(id) ?? []);
  await library.visits.record(
    visits.map((visit) => ({ ...visit, etag: null, lastModified: null, bodyHash: null })),
  );
}
