import type { SavedSearchId } from "../../preload/contract/contract.ts";
import type { KeptSearch } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Searches } from "./searching.ts";

/** Milliseconds in which changes gather before it is counted again. */
const gathering = 1000;

interface Count {
  readonly text: string;
  readonly total: number;
  readonly unread: number;
}

type Counting = Pick<Collaborators, "library" | "announce" | "log"> & {
  readonly searches: Pick<Searches, "count">;
};

/** How many articles each kept search finds, counted in the index's own thread after changes. */
export class KeptSearchCounts {
  readonly #options: Counting;
  #counts = new Map<SavedSearchId, Count>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;
  #isStopped = false;

  constructor(options: Counting) {
    this.#options = options;
  }

  /** What was counted last; null while nothing was, as after the search became another one. */
  of({ id, text }: KeptSearch): { total: number | null; unread: number | null } {
    const count = this.#counts.get(id);
    if (count?.text !== text) return { total: null, unread: null };
    return { total: count.total, unread: count.unread };
  }

  /** Something may have changed: counts again soon; returns at once. */
  wake(): void {
    const { library } = this.#options;
    if (this.#isStopped || library.searches.all().length === 0) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#running = (this.#running ?? Promise.resolve()).then(() => this.#run());
    }, gathering);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#running;
  }

  /** As it is now: others change it while something is waited for. */
  #isOver(): boolean {
    return this.#isStopped;
  }

  async #run(): Promise<void> {
    const { announce, library, log, searches } = this.#options;
    const counts = new Map<SavedSearchId, Count>();
    let isOther = false;
    for (const { id, text } of library.searches.all()) {
      if (this.#isOver()) return;
      try {
        const { total, unread } = await searches.count(text);
        const before = this.#counts.get(id);
        isOther ||= before?.text !== text || before.total !== total || before.unread !== unread;
        counts.set(id, { text, total, unread });
      } catch (error) {
        // Without its number it stands there as before; the next change counts again.
        if (!this.#isOver()) log("counting what a kept search finds", error);
      }
    }
    this.#counts = counts;
    if (isOther) announce("searches.changed", {});
  }
}
