/** Counts of a title's articles. */
interface Counts {
  total: number;
  unread: number;
  /** Articles with pictures to be fetched, and how many pictures that is. */
  waiting: number;
  waitingPictures: number;
  /** Articles with a picture that could not be had; and those of them that wait for none. */
  failed: number;
  failedOnly: number;
}

const none: Readonly<Counts> = {
  total: 0,
  unread: 0,
  waiting: 0,
  waitingPictures: 0,
  failed: 0,
  failedOnly: 0,
};

/** Counts per title, kept while articles come and change, so that reading them costs nothing. */
export class FeedTally {
  readonly #counts = new Map<number, Counts>();

  of(feed: number): Readonly<Counts> {
    return this.#counts.get(feed) ?? none;
  }

  /** Counts an article in (1) or out (−1). */
  count(
    feed: number,
    sign: 1 | -1,
    facts: { readonly read: boolean; readonly waiting: number; readonly failed: boolean },
  ): void {
    let counts = this.#counts.get(feed);
    if (counts === undefined) this.#counts.set(feed, (counts = { ...none }));
    counts.total += sign;
    if (!facts.read) counts.unread += sign;
    if (facts.waiting > 0) counts.waiting += sign;
    counts.waitingPictures += sign * facts.waiting;
    if (facts.failed) counts.failed += sign;
    if (facts.failed && facts.waiting === 0) counts.failedOnly += sign;
  }

  /** Counts an article that became unread (1) or read (−1). */
  countUnread(feed: number, sign: 1 | -1): void {
    const counts = this.#counts.get(feed);
    if (counts !== undefined) counts.unread += sign;
  }

  /** Articles that need nothing more from the network. */
  ready(feed: number, picturesAreKept: boolean): number {
    const counts = this.of(feed);
    const lacking = picturesAreKept ? counts.waiting + counts.failedOnly : counts.failed;
    return counts.total - lacking;
  }

  /** The highest number of a title that has articles. */
  highestFeed(): number {
    return Math.max(0, ...this.#counts.keys());
  }
}
