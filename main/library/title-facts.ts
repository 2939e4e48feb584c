import type { FeedId } from "../../preload/contract/contract.ts";
import { Pace } from "./files/pace.ts";
import { flag } from "./index/article-index.ts";
import { PageReports } from "./page-reports.ts";
import type { Parts } from "./parts.ts";
import { measureDays } from "./retention/day-sizes.ts";
import type { TitleFacts } from "./types.ts";

const day = 86_400_000;
/** Over how long articles are counted to know how many come a week. */
const countedTime = 28 * day;
/** Without dates of its own a title must have been watched for so long. */
const watchedTime = 7 * day;
/** Rows that are looked at before others may have their turn. */
const rowsAtOnce = 8192;
const titlesAtOnce = 256;
const unlisted = flag.gone | flag.hidden;

/** What is counted of a title, at its number. Moments in seconds since 1970-01-01 UTC. */
interface Counts {
  /** From when its articles are counted. */
  readonly from: Float64Array;
  readonly recent: Uint32Array;
  readonly newest: Float64Array;
  readonly bytes: Float64Array;
}

/**
 * What is known of every followed title's articles, from the index alone. What they take is their
 * share of their day's texts, and their pictures: near enough to see which titles are large.
 */
export async function measureTitles(parts: Parts): Promise<ReadonlyMap<FeedId, TitleFacts>> {
  const { index, now, sources } = parts;
  const sizes = await measureDays(parts.editions);
  const pace = new Pace();
  const pages = new PageReports();
  const counts = await countRows(parts, await shareOfText(parts, sizes, pace), pages, pace);
  const moment = now();
  const facts = new Map<FeedId, TitleFacts>();
  for (const [at, { id }] of sources.followed.entries()) {
    if (at % titlesAtOnce === 0) await pace.rest();
    const hasArticles = index.tally.of(id).total > 0;
    const from = (counts.from[id] ?? 0) * 1000;
    const weeks = (moment - from) / watchedTime;
    facts.set(id, {
      newest: hasArticles ? (counts.newest[id] ?? 0) * 1000 : null,
      ready: index.tally.ready(id, sources.settings.keepPictures),
      articlesAWeek: hasArticles && moment - from >= day ? (counts.recent[id] ?? 0) / weeks : null,
      bytes: Math.round(counts.bytes[id] ?? 0),
      pages: pages.of(id),
    });
  }
  return facts;
}

/** What the text of an article takes that arrived on a day. */
async function shareOfText(
  { index }: Parts,
  sizes: ReadonlyMap<number, number>,
  pace: Pace,
): Promise<(day: number) => number> {
  const records = new Map<number, number>();
  const texts = new Map<number, number>();
  for (let row = 0; row < index.length; row++) {
    if (row % rowsAtOnce === 0) await pace.rest();
    const bytes = index.bytes[row] ?? 0;
    if (bytes === 0 || index.has(row, flag.copyOnly)) continue;
    const arrival = index.day[row] ?? 0;
    records.set(arrival, (records.get(arrival) ?? 0) + bytes);
    if (!index.has(row, flag.hasText)) continue;
    texts.set(arrival, (texts.get(arrival) ?? 0) + 1);
  }
  const shares = new Map<number, number>();
  for (const [arrival, count] of texts) {
    const bytes = (sizes.get(arrival) ?? 0) - (records.get(arrival) ?? 0);
    shares.set(arrival, Math.max(0, bytes) / count);
  }
  return (arrival) => shares.get(arrival) ?? 0;
}

async function countRows(
  parts: Parts,
  textShare: (day: number) => number,
  pages: PageReports,
  pace: Pace,
): Promise<Counts> {
  const { index } = parts;
  const length = index.tally.highestFeed() + 1;
  const counts: Counts = {
    from: new Float64Array(length),
    recent: new Uint32Array(length),
    newest: new Float64Array(length),
    bytes: new Float64Array(length),
  };
  const isSeen = new Uint8Array(length);
  // The index may grow while others have their turn.
  const oldestFirst = index.order.slice();
  for (let at = 0; at < oldestFirst.length; at++) {
    if (at % rowsAtOnce === 0) await pace.rest();
    const row = oldestFirst[at] ?? 0;
    const feed = index.feed[row] ?? 0;
    if (((index.flags[row] ?? 0) & unlisted) !== 0 || feed >= length) continue;
    const published = index.published[row] ?? 0;
    if (isSeen[feed] === 0) {
      isSeen[feed] = 1;
      counts.from[feed] = countFrom(parts, feed as FeedId, published * 1000) / 1000;
    }
    if (published >= (counts.from[feed] ?? 0)) counts.recent[feed] = (counts.recent[feed] ?? 0) + 1;
    counts.newest[feed] = published;
    pages.add(index, row);
    if (index.has(row, flag.copyOnly)) continue;
    const text = index.has(row, flag.hasText) ? textShare(index.day[row] ?? 0) : 0;
    const taken = text + (index.bytes[row] ?? 0) + (index.pictureBytes[row] ?? 0);
    counts.bytes[feed] = (counts.bytes[feed] ?? 0) + taken;
  }
  return counts;
}

/**
 * From when a title's articles tell how many come a week, by its oldest one. What it had when it was
 * added counts only where it is dated: else all of that seems to be of the day it was added.
 */
function countFrom({ now, sources }: Parts, id: FeedId, oldest: number): number {
  const moment = now();
  const addedAt = sources.feed(id)?.addedAt ?? moment;
  const isDated = oldest < addedAt - day;
  const watched = moment - addedAt - day >= watchedTime ? addedAt + day : moment;
  return Math.max(moment - countedTime, isDated ? oldest : watched);
}

/**
 * Addresses of the newest articles of titles, so many of each at most; those of articles that have
 * none are left out. Reads their records.
 */
export async function readRecentAddresses(
  { index, records }: Parts,
  ids: readonly FeedId[],
  count: number,
): Promise<ReadonlyMap<FeedId, readonly string[]>> {
  const rows = new Map<number, number[]>(ids.map((id) => [id, []]));
  const newestLast = index.order.slice();
  const pace = new Pace();
  let missing = ids.reduce((sum, id) => sum + Math.min(count, index.tally.of(id).total), 0);
  for (let at = newestLast.length - 1; at >= 0 && missing > 0; at--) {
    if (at % rowsAtOnce === 0) await pace.rest();
    const row = newestLast[at] ?? 0;
    const chosen = rows.get(index.feed[row] ?? 0);
    if (chosen === undefined || chosen.length === count) continue;
    if (((index.flags[row] ?? 0) & unlisted) !== 0) continue;
    chosen.push(row);
    missing -= 1;
  }
  const addresses = new Map<FeedId, readonly string[]>();
  for (const id of ids) {
    const found = await records.read(rows.get(id) ?? []);
    addresses.set(
      id,
      found.flatMap((record) => record?.address ?? []),
    );
    await pace.rest();
  }
  return addresses;
}
