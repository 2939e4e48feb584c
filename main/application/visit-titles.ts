import type { FeedId, RequestOutput } from "../../preload/contract/contract.ts";
import type { Refresher } from "./refresher.ts";
import { waitFor, type WaitCircumstances } from "./wait-for.ts";

/** Visits titles at a person's wish, and says of those that have to wait until when and why. */
export function visitTitles(
  feedIds: readonly FeedId[],
  how: "usual" | "afresh",
  circumstances: WaitCircumstances & { readonly refresher: Refresher },
): RequestOutput<"titles.visit"> {
  const { library, refresher } = circumstances;
  const asked = feedIds.length === 1 ? "one" : "many";
  const allowed: FeedId[] = [];
  const waiting: RequestOutput<"titles.visit">["waiting"] = [];
  for (const feedId of new Set(feedIds)) {
    const feed = library.feeds.get(feedId);
    // It may have been unfollowed a moment ago.
    if (feed?.unfollowedAt !== null) continue;
    const wait = waitFor(feed, asked, circumstances);
    if (wait === null) allowed.push(feedId);
    else waiting.push({ feedId, ...wait });
  }
  refresher.visit(allowed, how);
  return { visiting: allowed.length, waiting };
}
