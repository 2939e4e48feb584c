import type { FeedSummary, Sources } from "../../preload/contract/contract.ts";
import { withoutPassword } from "../fetching/fetching.ts";
import type { Feed, Library } from "../library/library.ts";
import type { Publishers } from "./publishers.ts";

/** Moments further away than `Date` reaches mean "never". */
const lastMoment = 8.64e15;

/** The name a title goes by. */
export const titleOf = (feed: Feed): string => feed.ownTitle ?? feed.publisherTitle;

function summarise(feed: Feed, library: Library, publishers: Publishers): FeedSummary {
  const visit = library.visits.of(feed.id);
  const next = visit?.nextVisit ?? null;
  return {
    id: feed.id,
    title: titleOf(feed),
    address: withoutPassword(feed.address),
    site: feed.site,
    folderId: feed.folderId,
    section: feed.section,
    ...library.articles.counts(feed.id),
    failure: visit?.failure ?? null,
    lastVisit: visit?.lastVisit ?? null,
    nextVisit: next === null || next >= lastMoment ? null : next,
    nextVisitReason: visit?.nextVisitReason ?? "never-visited",
    retention: feed.retention,
    icon: null,
    isPrivate: false,
    signedIn: publishers.isSignedIn(feed),
  };
}

/** Everything the sidebar shows. */
export function listSources(library: Library, publishers: Publishers): Sources {
  const { unread, total, bookmarks, listed, ready, bytes } = library.articles.totals();
  return {
    folders: [...library.folders.all()],
    feeds: library.feeds.followed().map((feed) => summarise(feed, library, publishers)),
    unread,
    total,
    bookmarks,
    offline: { listed, ready, bytes },
  };
}
