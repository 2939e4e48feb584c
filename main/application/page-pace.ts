/** How fast pages of one host may be asked for. */
export interface PagePaceOptions {
  /** Pages that may be asked for at once after a rest. */
  readonly burst: number;
  /** Milliseconds between two of them from then on. */
  readonly interval: number;
}

/**
 * A few at once, as a person who opens tabs, then one a second: so fast does a title come in whose
 * listed articles are fetched afterwards, and so slow that its publisher does not mind.
 */
export const politePagePace: PagePaceOptions = { burst: 10, interval: 1000 };

/** Spreads the pages of each host over time, whoever wants them. */
export class PagePace {
  readonly #options: PagePaceOptions;
  /** When each host will have rested, in milliseconds by the machine's own clock. */
  readonly #restedAt = new Map<string, number>();

  constructor(options: PagePaceOptions) {
    this.#options = options;
  }

  /** Milliseconds until a host may be asked for a page; 0: now. */
  wait(host: string): number {
    const { burst, interval } = this.#options;
    const restedAt = this.#restedAt.get(host) ?? 0;
    return Math.max(0, restedAt - (burst - 1) * interval - performance.now());
  }

  /** Takes note that a host is asked for a page now. */
  take(host: string): void {
    const now = performance.now();
    for (const [other, restedAt] of this.#restedAt)
      if (restedAt <= now) this.#restedAt.delete(other);
    const restedAt = Math.max(this.#restedAt.get(host) ?? 0, now);
    this.#restedAt.set(host, restedAt + this.#options.interval);
  }
}
