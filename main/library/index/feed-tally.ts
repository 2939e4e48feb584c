import { isPageFailed, isPageWaiting, waitingPicturesOf } from "../editions/page-record.ts";
import { flag } from "./flag.ts";
import type { Columns } from "./columns.ts";

/** Counts of a title's articles. */
export interface FeedTallies {
  readonly total: number;
  readonly unread: number;
  /** Pictures to be fetched. */
  readonly waitingPictures: number;
  /** Articles whose pages are to be fetched, and those whose pages could not be had yet. */
  readonly waitingPages: number;
  readonly failedPages: number;
}

/** Flags of articles that are not simply total and unread. */
const unusual = flag.gone | flag.hidden | flag.pictureFailed;

/** Counts kept for each title, next to each other. */
const width = 7;

/**
 * Counts per title, kept while articles come and change, so that reading them costs nothing. Plain
 * numbers in a row: a million articles are counted in a few milliseconds.
 */
export class FeedTally {
  #counts = new Int32Array(64 * width);
  #highest = 0;

  of(feed: number): FeedTallies {
    const at = feed * width;
    const [total = 0, unread = 0, waitingPictures = 0, waitingPages = 0, failedPages = 0] =
      this.#counts.subarray(at, at + width);
    return { total, unread, waitingPictures, waitingPages, failedPages };
  }

  /** Counts an article in (1) or out (−1); one that lists do not show does not count. */
  count(feed: number, flags: number, waiting: number, sign: 1 | -1): void {
    if ((flags & (flag.gone | flag.hidden)) !== 0) return;
    const at = feed * width;
    if (at >= this.#counts.length) this.#grow(feed);
    if (feed > this.#highest) this.#highest = feed;
    const counts = this.#counts;
    const add = (place: number, amount: number): void => {
      counts[at + place] = (counts[at + place] ?? 0) + amount;
    };
    add(0, sign);
    if ((flags & flag.read) === 0) add(1, sign);
    if (waiting === 0 && (flags & flag.pictureFailed) === 0) return;
    add(2, sign * waitingPicturesOf(waiting));
    if (isPageWaiting(waiting)) add(3, sign);
    if (isPageFailed(waiting)) add(4, sign);
    add(5, sign);
    if (isPageWaiting(waiting) || isPageFailed(waiting) || (flags & flag.pictureFailed) !== 0)
      add(6, sign);
  }

  /** Counts many articles in, whose flags are complete. */
  countIn(columns: Columns, first: number, end: number): void {
    const { feed, flags, waiting } = columns;
    let counts = this.#counts;
    for (let row = first; row < end; row++) {
      const bits = flags[row] ?? 0;
      const of = feed[row] ?? 0;
      if ((bits & unusual) !== 0 || waiting[row] !== 0 || of > this.#highest) {
        this.count(of, bits, waiting[row] ?? 0, 1);
        counts = this.#counts;
        continue;
      }
      // Nearly all of them: nothing to be fetched, nothing that failed, of a known title.
      const at = of * width;
      counts[at] = (counts[at] ?? 0) + 1;
      if ((bits & flag.read) === 0) counts[at + 1] = (counts[at + 1] ?? 0) + 1;
    }
  }

  /** Articles that need nothing more from the network. */
  ready(feed: number, picturesAreKept: boolean): number {
    const [total = 0, , , , , unready = 0, unreadyWithoutPictures = 0] = this.#counts.subarray(
      feed * width,
      (feed + 1) * width,
    );
    return total - (picturesAreKept ? unready : unreadyWithoutPictures);
  }

  /** The highest number of a title that has or had articles. */
  highestFeed(): number {
    return this.#highest;
  }

  #grow(feed: number): void {
    const larger = new Int32Array((feed + 64) * 2 * width);
    larger.set(this.#counts);
    this.#counts = larger;
  }
}
