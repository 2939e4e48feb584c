import {
  feedId,
  folderId,
  savedSearchId,
  type FeedId,
  type FolderId,
} from "../../../preload/contract/contract.ts";
import { nextSearchId } from "../kept-searches.ts";
import type { SourcesDocument } from "../sources.ts";
import type { Feed } from "../types.ts";

/** What titles become, and which title here each one of the backup's now is. */
export interface MergedSources {
  readonly document: SourcesDocument;
  readonly feedIds: ReadonlyMap<FeedId, FeedId>;
  /** Titles that were not followed before. */
  readonly added: number;
}

/**
 * Adds a backup's titles, folders and searches to what is here: titles are the same by their address,
 * folders by their name. Nothing here is removed, and what a person set here stays.
 */
export function mergeSources(here: SourcesDocument, backup: SourcesDocument): MergedSources {
  const folders = [...here.folders];
  let { nextFolderId } = here;
  const folderIds = new Map<FolderId, FolderId>();
  for (const folder of backup.folders) {
    let same = folders.find(({ name }) => name === folder.name);
    if (same === undefined) {
      same = { id: folderId.parse(nextFolderId++), name: folder.name };
      folders.push(same);
    }
    folderIds.set(folder.id, same.id);
  }
  const filed = (feed: Feed) =>
    feed.folderId === null ? null : (folderIds.get(feed.folderId) ?? null);
  const feeds = [...here.feeds];
  const feedIds = new Map<FeedId, FeedId>();
  let { nextFeedId } = here;
  let added = 0;
  for (const feed of backup.feeds) {
    const at = feeds.findIndex(({ address }) => address === feed.address);
    const known = feeds[at];
    const isFollowed = feed.unfollowedAt === null;
    if (known === undefined) {
      const id = feedId.parse(nextFeedId++);
      feeds.push({ ...feed, id, folderId: filed(feed) });
      feedIds.set(feed.id, id);
      if (isFollowed) added++;
      continue;
    }
    feedIds.set(feed.id, known.id);
    const isFollowedAnew = isFollowed && known.unfollowedAt !== null;
    if (isFollowedAnew) added++;
    feeds[at] = {
      ...known,
      ownTitle: known.ownTitle ?? feed.ownTitle,
      retention: known.retention ?? feed.retention,
      unfollowedAt: isFollowedAnew ? null : known.unfollowedAt,
      folderId: known.folderId ?? (isFollowedAnew ? filed(feed) : null),
    };
  }
  const document = {
    ...here,
    ...mergeSearches(here, backup),
    folders,
    feeds,
    nextFolderId,
    nextFeedId,
  };
  return { document, feedIds, added };
}

/** Searches are the same by what they look for. */
function mergeSearches(
  here: SourcesDocument,
  backup: SourcesDocument,
): Pick<SourcesDocument, "searches" | "nextSearchId"> {
  const searches = [...here.searches];
  let next = nextSearchId(here);
  for (const search of backup.searches) {
    if (searches.some(({ text }) => text === search.text)) continue;
    searches.push({ ...search, id: savedSearchId.parse(next++) });
  }
  return { searches, nextSearchId: next };
}

/**
 * Makes titles, folders, searches and settings those of a backup. Titles keep the numbers that articles here
 * know them by; those that the backup has not are no longer followed, so that they can come back.
 */
export function replaceSources(
  here: SourcesDocument,
  backup: SourcesDocument,
  now: number,
): MergedSources {
  const feedIds = new Map<FeedId, FeedId>();
  const taken = new Set<FeedId>();
  for (const feed of backup.feeds) {
    const known = sameFeed(here, feed, here.libraryId === backup.libraryId);
    if (known === undefined || taken.has(known.id)) continue;
    feedIds.set(feed.id, known.id);
    taken.add(known.id);
  }
  // The backup's own next number says nothing here, and may be any.
  let { nextFeedId } = here;
  let added = 0;
  const feeds = backup.feeds.map((feed): Feed => {
    const id = feedIds.get(feed.id) ?? feedId.parse(nextFeedId++);
    feedIds.set(feed.id, id);
    const before = here.feeds.find((one) => one.id === id);
    if (feed.unfollowedAt === null && before?.unfollowedAt !== null) added++;
    // The picture lies here, or not; what the backup says of it is of another day.
    return { ...feed, id, icon: before?.icon ?? feed.icon };
  });
  const others = here.feeds
    .filter(({ id }) => !taken.has(id))
    .map((feed) => ({ ...feed, folderId: null, unfollowedAt: feed.unfollowedAt ?? now }));
  const document: SourcesDocument = {
    ...backup,
    libraryId: here.libraryId,
    nextFeedId,
    nextFolderId: Math.max(here.nextFolderId, backup.nextFolderId),
    nextSearchId: Math.max(nextSearchId(here), nextSearchId(backup)),
    feeds: [...feeds, ...others],
  };
  return { document, feedIds, added };
}

/**
 * The title here that one of the backup is: at the same address, or, within one library, one that
 * was added at the same moment under the same number (its publisher has moved it since).
 */
function sameFeed(here: SourcesDocument, feed: Feed, isSameLibrary: boolean): Feed | undefined {
  return (
    here.feeds.find(({ address }) => address === feed.address) ??
    here.feeds.find(
      ({ id, addedAt }) => isSameLibrary && id === feed.id && addedAt === feed.addedAt,
    )
  );
}
