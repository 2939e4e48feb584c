import type { FeedId } from "../../preload/contract/contract.ts";
import { planMerged, publicAddress } from "../fetching/fetching.ts";
import type { Feed, Library } from "../library/library.ts";
import { addressKey } from "./feed-address.ts";
import { feedsByKey } from "./feeds-by-key.ts";
import type { VisitReport } from "./visit-feed.ts";

type Titles = Pick<Library, "feeds" | "visits">;

/** What becomes of them, and the whole addresses of those that move. */
interface SettledMoves {
  readonly reports: readonly VisitReport[];
  /** Whether the person has something to be told. */
  readonly hasMoved: boolean;
  readonly whole: readonly string[];
}

/**
 * Decides what becomes of titles that moved for good, when their visits are stored: two of one
 * batch may have moved to the same place. A free address becomes the title's own. One that another
 * followed title has makes them one publication: the articles of both stay, and this one is left
 * alone for a week at a time. Already while it is only led there, what comes from there comes under
 * the other title alone, so that no article is listed twice. Should the other be unfollowed, it goes
 * on as before.
 */
export async function settleMoves(
  reports: readonly VisitReport[],
  { feeds, visits }: Titles,
  now: number,
): Promise<SettledMoves> {
  if (!reports.some(({ visit }) => visit.movedTo !== null))
    return { reports, hasMoved: false, whole: [] };
  const taken = new Map<string, Feed>(await feedsByKey(feeds.followed()));
  const former = await feedsByKey(feeds.former());
  let hasMoved = false;
  const whole: string[] = [];
  const settled = reports.map((report) => {
    const { feed, movesTo, visit } = report;
    if (visit.movedTo === null) return report;
    const key = addressKey(movesTo ?? visit.movedTo.address);
    const other = taken.get(key);
    if (other !== undefined && other.id !== feed.id) {
      if (movesTo === null) return { ...report, incoming: null };
      const isNew = visits.of(feed.id)?.nextVisitReason !== "merged";
      hasMoved ||= isNew;
      const move = { address: publicAddress(movesTo), mergedInto: other.id };
      const { nextVisit, reason } = planMerged(now, Math.random());
      const merged = {
        ...visit,
        nextVisit,
        nextVisitReason: reason,
        moveToTell: isNew ? move : null,
      };
      return { ...report, visit: merged, incoming: null };
    }
    if (movesTo === null) return report;
    // The title that has the address may be brought back by undo, and would then be there twice.
    if (former.has(key)) return report;
    taken.set(key, feed);
    whole.push(movesTo);
    hasMoved = true;
    const address = publicAddress(movesTo);
    return {
      ...report,
      visit: { ...visit, moveToTell: { address, mergedInto: null } },
      change: { ...report.change, address },
    };
  });
  return { reports: settled, hasMoved, whole };
}

/** Followed titles whose articles came under one of these, which are no longer followed. */
export async function mergedInto(ids: readonly FeedId[], library: Titles): Promise<FeedId[]> {
  const { feeds, visits } = library;
  const merged = feeds.followed().flatMap(({ id }) => {
    const movedTo = visits.of(id)?.movedTo ?? null;
    return movedTo === null ? [] : [{ id, key: addressKey(movedTo.address) }];
  });
  if (merged.length === 0) return [];
  const left = await feedsByKey(ids.flatMap((id) => feeds.get(id) ?? []));
  return merged.filter(({ key }) => left.has(key)).map(({ id }) => id);
}
