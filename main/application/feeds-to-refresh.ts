import type { FeedId, Scope } from "../../preload/contract/contract.ts";
import type { Feed, Library } from "../library/library.ts";
import { RequestError } from "./request-error.ts";
import { waitFor, type WaitCircumstances } from "./wait-for.ts";

function isIn(feed: Feed, scope: Scope): boolean {
  switch (scope.kind) {
    case "all":
    case "bookmarks":
    case "own-tag":
    case "tag":
      return true;
    case "feed":
      return feed.id === scope.feedId;
    case "folder":
      return feed.folderId === scope.folderId;
    case "section":
      return feed.section === scope.section;
  }
}

/** The followed titles of a scope; of one that is not about titles, all. */
export function feedsInScope({ feeds }: Pick<Library, "feeds">, scope: Scope): Feed[] {
  return feeds.followed().filter((feed) => isIn(feed, scope));
}

/**
 * The titles of a scope that may be visited at a person's wish. Throws `RequestError` "too-soon",
 * with the reason, when one title was asked for by name and has to wait.
 */
export function feedsToRefresh(scope: Scope, circumstances: WaitCircumstances): FeedId[] {
  const { library, hosts } = circumstances;
  const now = circumstances.now();
  const asked = scope.kind === "feed" ? "one" : "many";
  const wanted = feedsInScope(library, scope);
  const allowed = wanted.filter((feed) => waitFor(feed, asked, circumstances) === null);
  const only = wanted[0];
  if (asked === "one" && only !== undefined && allowed.length === 0) {
    const visit = library.visits.of(only.id);
    const pausedUntil = hosts.pausedUntil(only.address);
    throw new RequestError("too-soon", "visited a moment ago", {
      reason: pausedUntil === null ? (visit?.nextVisitReason ?? "interval") : "host-asks",
      nextVisit: Math.max(visit?.nextVisit ?? now, pausedUntil ?? 0),
    });
  }
  return allowed.map((feed) => feed.id);
}
