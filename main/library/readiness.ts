import type { ArticleId, FeedId, TimelineQuery } from "../../preload/contract/contract.ts";
import {
  isPageFailed,
  isPageUnasked,
  isPageWaiting,
  pageStateOf,
  reasonOf,
  waitingPicturesOf,
} from "./editions/page-record.ts";
import { Pace } from "./files/pace.ts";
import { flag } from "./index/article-index.ts";
import type { Parts } from "./parts.ts";
import { rowsOfScope } from "./rows-of-scope.ts";
import type { Readiness, ReadinessWishes } from "./types.ts";
import { measureAverages, type Averages } from "./usual-sizes.ts";

type Scope = TimelineQuery["scope"];

/** Rows that are looked at before others may have their turn. */
const rowsAtOnce = 8192;

/** What is here of a scope's articles and what is still to come, from the index alone; in slices. */
export async function measureReadiness(
  parts: Parts,
  scope: Scope,
  wishes: ReadinessWishes,
): Promise<Readiness> {
  const { index } = parts;
  const rows = await rowsOfScope(parts, scope);
  const averages = await measureAverages(parts);
  const titles = new WishedTitles(parts, wishes.wantsPages);
  const pace = new Pace();
  const sums = { articles: 0, ready: 0, incomplete: 0, bytes: 0, picturesWaiting: 0 };
  const pages = { waiting: 0, failed: 0, unasked: 0 };
  for (let at = 0; at < rows.length; at++) {
    if (at % rowsAtOnce === 0) await pace.rest();
    const row = rows[at] ?? 0;
    if (index.has(row, flag.gone)) continue;
    sums.articles += 1;
    const title = titles.of(index.feed[row] ?? 0);
    const page = title.wantsPages ? pageToCome(parts, row) : null;
    const pictures =
      wishes.pictures && title.isFollowed ? waitingPicturesOf(index.waiting[row] ?? 0) : 0;
    if (page !== null) pages[page] += 1;
    sums.picturesWaiting += pictures;
    if (page === null && pictures === 0)
      sums[isMissingSome(parts, row, title, wishes) ? "incomplete" : "ready"] += 1;
    else sums.bytes += bytesToCome(averages, index.feed[row] ?? 0, page !== null, pictures, wishes);
  }
  const { waiting, failed, unasked } = pages;
  return {
    ...sums,
    bytes: Math.round(sums.bytes),
    pagesWaiting: waiting,
    pagesFailed: failed,
    pagesUnasked: unasked,
  };
}

/** Articles of a scope whose pages are wanted and were never asked for, the newest first. */
export async function withoutPages(
  parts: Parts,
  scope: Scope,
  wantsPages: (feedId: FeedId) => boolean,
  limit: number,
): Promise<ArticleId[]> {
  const titles = new WishedTitles(parts, wantsPages);
  const pace = new Pace();
  const ids: ArticleId[] = [];
  for (const [at, row] of (await rowsOfScope(parts, scope)).entries()) {
    if (ids.length >= limit) break;
    if (at % rowsAtOnce === 0) await pace.rest();
    if (!isPageUnasked(parts.index.page[row] ?? 0)) continue;
    if (parts.index.has(row, flag.gone | flag.hidden)) continue;
    if (titles.of(parts.index.feed[row] ?? 0).wantsPages) ids.push(parts.index.idOf(row));
  }
  return ids;
}

function pageToCome({ index }: Parts, row: number): "waiting" | "failed" | "unasked" | null {
  const waiting = index.waiting[row] ?? 0;
  if (isPageWaiting(waiting)) return "waiting";
  if (isPageFailed(waiting)) return "failed";
  return isPageUnasked(index.page[row] ?? 0) ? "unasked" : null;
}

/** Whether something of an article stays missing though nothing more is to come. */
function isMissingSome(
  { index }: Parts,
  row: number,
  { wantsPages }: WishedTitle,
  { pictures }: ReadinessWishes,
): boolean {
  if (!index.has(row, flag.hasText)) return true;
  if (pictures && index.has(row, flag.pictureFailed)) return true;
  if (!wantsPages || pageStateOf(index.page[row] ?? 0) !== "refused") return false;
  // The feed gave all that there is.
  return reasonOf(index.reason[row] ?? 0) !== "less-than-feed";
}

function bytesToCome(
  averages: Averages,
  feed: number,
  isPageToCome: boolean,
  pictures: number,
  wishes: ReadinessWishes,
): number {
  const { text, picture, picturesOfPage } = averages.of(feed);
  if (!isPageToCome) return pictures * picture;
  // What stands in the feed mostly stands on the page as well.
  return text + (wishes.pictures ? Math.max(pictures, picturesOfPage) * picture : 0);
}

interface WishedTitle {
  readonly isFollowed: boolean;
  readonly wantsPages: boolean;
}

/** What is wished of each title, asked once; of one that is not followed nothing is fetched. */
class WishedTitles {
  readonly #followed: ReadonlySet<number>;
  readonly #wantsPages: (feedId: FeedId) => boolean;
  readonly #known = new Map<number, WishedTitle>();

  constructor({ sources }: Parts, wantsPages: (feedId: FeedId) => boolean) {
    this.#followed = new Set<number>(sources.followed.map(({ id }) => id));
    this.#wantsPages = wantsPages;
  }

  of(feed: number): WishedTitle {
    let title = this.#known.get(feed);
    if (title === undefined) {
      const isFollowed = this.#followed.has(feed);
      title = { isFollowed, wantsPages: isFollowed && this.#wantsPages(feed as FeedId) };
      this.#known.set(feed, title);
    }
    return title;
  }
}
