import type { FeedSummary, Sources } from "../../preload/contract/contract.ts";
import type { Feed, Library } from "../library/library.ts";

/** Moments further away than `Date` reaches mean "never". */
const lastMoment = 8.64e15;

function summarise(feed: Feed, library: Library): FeedSummary {
  const visit = library.visit(feed.id);
  const next = visit?.nextVisit ?? null;
  return {
    id: feed.id,
    title: feed.ownTitle ?? feed.publisherTitle,
    address: feed.address,
    site: feed.site,
    folderId: feed.folderId,
    section: feed.section,
    ...library.counts(feed.id),
    failure: visit?.failure ?? null,
    lastVisit: visit?.lastVisit ?? null,
    nextVisit: next === null || next >= lastMoment ? null : next,
    nextVisitReason: visit?.nextVisitReason ?? "never-visited",
  };
}

/** Everything the sidebar shows. */
export function listSources(library: Library): Sources {
  const { unread, total, bookmarks, listed, ready, bytes } = library.totals();
  return {
    folders: [...library.folders()],
    feeds: library.feeds().map((feed) => summarise(feed, library)),
    unread,
    total,
    bookmarks,
    offline: { listed, ready, bytes },
  };
}
