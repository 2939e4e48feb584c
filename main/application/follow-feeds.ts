import { setImmediate as nextTurn } from "node:timers/promises";
import type { FeedId, FolderId, CheckedInput } from "../../preload/contract/contract.ts";
import type { Library, NewFeed } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import { addressKey } from "./feed-address.ts";
import { feedsByKey } from "./feeds-by-key.ts";
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
}

type Following = Pick<Collaborators, "library" | "announce"> & {
  readonly recentFeeds: RecentFeeds;
};

function newFeed(feed: FeedToFollow, recentFeeds: RecentFeeds): NewFeed {
  const { host } = new URL(feed.address);
  return {
    address: recentFeeds.withTypedCredentials(feed.address),
    ownTitle: feed.ownTitle ?? null,
    publisherTitle: feed.title ?? host,
    site: feed.site ?? null,
    folderId: feed.folderId,
    section: feed.section ?? null,
    language: feed.language ?? null,
    typedHost: feed.isTyped === true ? host : recentFeeds.typedHostOf(feed.address),
  };
}

/** Thousands come at once from an OPML file: others get their turn in between. */
const feedsAtOnce = 200;

/**
 * Follows titles, each once however it is spelt. One that was followed before comes back with its
 * articles. The caller visits `followed`.
 */
export async function followFeeds(
  feeds: readonly FeedToFollow[],
  { library, announce, recentFeeds }: Following,
): Promise<FollowResult> {
  const known = await feedsByKey(library.feeds.followed());
  const former = await feedsByKey(library.feeds.former());
  const fresh = new Map<string, NewFeed>();
  const restored = new Set<FeedId>();
  const alreadyFollowed = new Set<FeedId>();
  for (const [index, feed] of feeds.entries()) {
    if (index % feedsAtOnce === feedsAtOnce - 1) await nextTurn();
    const key = addressKey(feed.address);
    const followedId = known.get(key)?.id;
    const formerId = former.get(key)?.id;
    if (followedId !== undefined) alreadyFollowed.add(followedId);
    else if (formerId !== undefined) restored.add(formerId);
    else if (!fresh.has(key)) fresh.set(key, newFeed(feed, recentFeeds));
  }
  if (restored.size > 0) {
    await forgetValidators(library, [...restored]);
    await library.feeds.restore([...restored]);
  }
  const added = fresh.size > 0 ? await library.feeds.add([...fresh.values()]) : [];
  announce("sources.changed", {});
  if (restored.size > 0) announce("articles.changed", { added: 0, feedIds: [] });
  return {
    followed: [...restored, ...added.map((feed) => feed.id)],
    alreadyFollowed: [...alreadyFollowed],
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
