import type { FeedId } from "../../preload/contract/contract.ts";
import { planMerged, publicAddress } from "../fetching/fetching.ts";
import type { Feed, Library } from "../library/library.ts";
import { addressKey } from "./feed-address.ts";
import { feedsByKey } from "./feeds-by-key.ts";
import { titleOf } from "./list-sources.ts";
import type { Move } from "./moves.ts";
import type { VisitReport } from "./visit-feed.ts";

type Titles = Pick<Library, "feeds" | "visits">;

/** What becomes of them, and the whole addresses of those that move. */
interface SettledMoves {
  readonly reports: readonly VisitReport[];
  readonly moves: readonly Move[];
  readonly whole: readonly string[];
}

/**
 * Decides what becomes of titles that moved for good, when their visits are stored: two of one
 * batch may have moved to the same place. A free address becomes the title's own. One that another
 * followed title has makes them one publication: the articles of both stay, new ones come under the
 * other title, and this one is left alone for a week at a time. Should the other be unfollowed, it
 * goes on as before.
 */
export async function settleMoves(
  reports: readonly VisitReport[],
  { feeds, visits }: Titles,
  now: number,
): Promise<SettledMoves> {
  if (!reports.some(({ movesTo }) => movesTo !== null)) return { reports, moves: [], whole: [] };
  const taken = new Map<string, Feed>(await feedsByKey(feeds.followed()));
  const former = await feedsByKey(feeds.former());
  const moves: Move[] = [];
  const whole: string[] = [];
  const settled = reports.map((report) => {
    const { feed, movesTo, visit } = report;
    if (movesTo === null) return report;
    const key = addressKey(movesTo);
    const address = publicAddress(movesTo);
    const other = taken.get(key);
    if (other !== undefined && other.id !== feed.id) {
      if (visits.of(feed.id)?.nextVisitReason !== "merged")
        moves.push({ title: titleOf(feed), address, mergedInto: titleOf(other) });
      const { nextVisit, reason } = planMerged(now, Math.random());
      const merged = { ...visit, nextVisit, nextVisitReason: reason };
      return { ...report, visit: merged, incoming: null };
    }
    // The title that has the address may be brought back by undo, and would then be there twice.
    if (former.has(key)) return report;
    taken.set(key, feed);
    whole.push(movesTo);
    moves.push({ title: titleOf(feed), address, mergedInto: null });
    return { ...report, change: { ...report.change, address } };
  });
  return { reports: settled, moves, whole };
}

/** Followed titles that had been merged into one of these, which are no longer followed. */
export async function mergedInto(ids: readonly FeedId[], library: Titles): Promise<FeedId[]> {
  const { feeds, visits } = library;
  const merged = feeds
    .followed()
    .filter(({ id }) => visits.of(id)?.nextVisitReason === "merged")
    .map(({ id }) => ({ id, key: addressKey(visits.of(id)?.movedTo?.address ?? "") }));
  if (merged.length === 0) return [];
  const left = await feedsByKey(ids.flatMap((id) => feeds.get(id) ?? []));
  return merged.filter(({ key }) => left.has(key)).map(({ id }) => id);
}
