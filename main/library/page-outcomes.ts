import type { FeedId } from "../../preload/contract/contract.ts";
import { dayOf } from "./editions/editions.ts";
import { isBetterPage, pageStateOf } from "./editions/page-record.ts";
import { Pace } from "./files/pace.ts";
import { flag } from "./index/article-index.ts";
import type { Parts } from "./parts.ts";

/** Rows that are looked at before others may have their turn, and in all: years of a large paper. */
const rowsAtOnce = 8192;
const rowsAtMost = 262_144;

/**
 * Of a title's newest articles whose pages were had or refused, up to `limit`, whether the page was
 * better than the feed; the oldest first. Only of those that arrived on a later day than `since`
 * (milliseconds since 1970). From the index alone.
 */
export async function readPageOutcomes(
  { index }: Parts,
  feedId: FeedId,
  since: number,
  limit: number,
): Promise<boolean[]> {
  const pace = new Pace();
  const firstDay = since <= 0 ? 0 : dayOf(since) + 1;
  const outcomes: boolean[] = [];
  // Others may add rows while this has a rest.
  const order = index.order.slice(-rowsAtMost);
  for (let at = order.length - 1; at >= 0 && outcomes.length < limit; at--) {
    if ((order.length - at) % rowsAtOnce === 0) await pace.rest();
    const row = order[at] ?? 0;
    if (index.feed[row] !== feedId || index.has(row, flag.copyOnly)) continue;
    if ((index.day[row] ?? 0) < firstDay) continue;
    const bits = index.page[row] ?? 0;
    const state = pageStateOf(bits);
    if (state === "stored") outcomes.push(isBetterPage(bits));
    else if (state === "refused") outcomes.push(false);
  }
  return outcomes.toReversed();
}
