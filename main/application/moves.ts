import type { FeedId, RequestOutput } from "../../preload/contract/contract.ts";
import type { Library } from "../library/library.ts";
import { titleOf } from "./list-sources.ts";

/** A title that moved for good. */
export type Move = RequestOutput<"app.info">["moves"][number];

type Titles = Pick<Library, "feeds" | "visits">;

/**
 * Titles that moved for good, until the person has seen it: kept with the records of their visits, so
 * that a restart in between hides nothing.
 */
export function movesToTell({ feeds, visits }: Titles): Move[] {
  return feeds.followed().flatMap((feed) => {
    const move = visits.of(feed.id)?.moveToTell ?? null;
    if (move === null) return [];
    const other = move.mergedInto === null ? undefined : feeds.get(move.mergedInto);
    if (move.mergedInto !== null && other?.unfollowedAt !== null) return [];
    const mergedInto = other === undefined ? null : titleOf(other);
    return [{ feedId: feed.id, title: titleOf(feed), address: move.address, mergedInto }];
  });
}

/** Notes that the person has seen where these went. */
export async function dismissMoves(feedIds: readonly FeedId[], { visits }: Titles): Promise<void> {
  const told = feedIds.flatMap((feedId) => {
    const visit = visits.of(feedId);
    return visit === undefined || visit.moveToTell === null ? [] : [{ ...visit, moveToTell: null }];
  });
  if (told.length > 0) await visits.record(told);
}
