import type { FeedSummary, Sources } from "../../preload/contract/contract.ts";
import { publicAddress } from "../fetching/fetching.ts";
import type { Feed, Library } from "../library/library.ts";
import type { PrivateAddresses } from "./private-addresses.ts";
import type { Publishers } from "./publishers.ts";

interface Listing {
  readonly library: Library;
  readonly privateAddresses: PrivateAddresses;
  readonly publishers: Publishers;
}

/** Moments further away than `Date` reaches mean "never". */
const lastMoment = 8.64e15;

/** The name a title goes by. */
export const titleOf = (feed: Feed): string => feed.ownTitle ?? feed.publisherTitle;

function iconOf({ icon }: Feed): FeedSummary["icon"] {
  const media = icon?.media ?? null;
  return media === null ? null : { media, dark: icon?.dark ?? null };
}

function summarise(feed: Feed, { library, privateAddresses, publishers }: Listing): FeedSummary {
  const visit = library.visits.of(feed.id);
  const next = visit?.nextVisit ?? null;
  return {
    id: feed.id,
    title: titleOf(feed),
    address: publicAddress(feed.address),
    site: feed.site,
    folderId: feed.folderId,
    section: feed.section,
    ...library.articles.counts(feed.id),
    failure: visit?.failure ?? null,
    lastVisit: visit?.lastVisit ?? null,
    nextVisit: next === null || next >= lastMoment ? null : next,
    nextVisitReason: visit?.nextVisitReason ?? "never-visited",
    retention: feed.retention,
    fullText: feed.fullText,
    isShortened: feed.isShortened,
    keepRecordings: feed.keepRecordings,
    hasOwnExtraction: feed.ownExtraction !== null,
    icon: iconOf(feed),
    isPrivate: privateAddresses.isPrivate(feed.address),
    signedIn: publishers.isSignedIn(feed),
  };
}

/** Everything the sidebar shows. */
export function listSources(listing: Listing): Sources {
  const { library } = listing;
  const { unread, total, bookmarks, listed, ready, bytes } = library.articles.totals();
  return {
    folders: [...library.folders.all()],
    feeds: library.feeds.followed().map((feed) => summarise(feed, listing)),
    unread,
    total,
    bookmarks,
    offline: { listed, ready, bytes },
  };
}
