import type { ArticleId, IndexProgress } from "../../preload/contract/contract.ts";
import { digestOf } from "../library/library.ts";
import type { Searcher } from "../search/search.ts";
import type { Collaborators } from "./collaborators.ts";

/** Articles that are indexed together: some 50 ms of the thread. */
const articlesAtOnce = 100;
/** Milliseconds in which changes gather before the index is brought up to date. */
const gathering = 400;
/** Milliseconds until it is tried again after something went wrong; the second time it is made anew. */
const untilRetry = 5000;
/** Fewer articles than these come in before anybody could read of them. */
const toldFrom = 200;
/** Milliseconds between two announcements of how far it has come. */
const betweenTelling = 500;

type Keeping = Pick<Collaborators, "library" | "announce" | "log"> & {
  readonly search: Searcher;
  /** Called when the index has become another. */
  readonly indexChanged: () => void;
};

/**
 * Keeps the index of words as the library is: compares their digests of each day, and puts in and
 * takes out what differs. So it also finds what a crash, a damaged file or another version left.
 */
export class SearchKeeper {
  readonly #options: Keeping;
  /** What the index holds of each day; null while that is not known. */
  #known: Map<number, number> | null = null;
  /** Articles whose texts changed, whether or not the library's index can tell. */
  #changed = new Set<ArticleId>();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;
  #again = false;
  #failures = 0;
  #isStopped = false;
  #progress: IndexProgress | null = null;
  #toldAt = 0;

  constructor(options: Keeping) {
    this.#options = options;
  }

  /** How far the index has come; null: it is complete, as far as anybody would notice. */
  get progress(): IndexProgress | null {
    return this.#progress;
  }

  /** Something may have changed: brings the index up to date soon; returns at once. */
  wake(changed: readonly ArticleId[] = []): void {
    for (const id of changed) this.#changed.add(id);
    if (this.#isStopped) return;
    if (this.#running !== null) {
      this.#again = true;
      return;
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#begin();
    }, gathering);
  }

  /** Makes the index anew. */
  async rebuild(): Promise<void> {
    await this.#running;
    await this.#options.search.ask("clear", null);
    this.#known = new Map();
    this.#failures = 0;
    this.wake();
  }

  /** Resolves when nothing is left to do for what was known so far. */
  async settled(): Promise<void> {
    while (this.#timer !== undefined || this.#running !== null) {
      await this.#running;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#running;
  }

  #begin(): void {
    this.#again = false;
    this.#running = this.#run()
      .then(() => {
        this.#failures = 0;
      })
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        this.#running = null;
        this.#tell(null);
        if (this.#again) this.wake();
      });
  }

  async #fail(error: unknown): Promise<void> {
    const { search, log } = this.#options;
    if (this.#isStopped) return;
    log("keeping the index of words", error);
    this.#failures += 1;
    this.#known = null;
    if (this.#failures === 2)
      await search.ask("clear", null).catch((reason: unknown) => {
        log("making the index of words anew", reason);
      });
    // Whatever is wrong with it now: the next change tries again.
    if (this.#failures > 2) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#begin();
    }, untilRetry);
  }

  async #run(): Promise<void> {
    const { library, search } = this.#options;
    this.#known ??= new Map(await search.ask("digests", null));
    const known = this.#known;
    await this.#takeOutChanged(known);
    const wanted = await library.documents.digests();
    const days = [...new Set([...wanted.keys(), ...known.keys()])]
      .filter((day) => wanted.get(day) !== known.get(day))
      .sort((one, other) => other - one);
    if (days.length === 0) return;
    const progress = { done: 0, total: 0, finished: false };
    for (const day of days) progress.total += library.documents.stampsOf(day).size;
    for (const day of days) {
      if (this.#isStopped) return;
      await this.#reconcile(day, known, progress);
    }
    this.#options.indexChanged();
  }

  async #takeOutChanged(known: Map<number, number>): Promise<void> {
    const changed = this.#changed;
    this.#changed = new Set();
    const days = Map.groupBy(changed, (id) => Number(id.split("-")[0]));
    for (const [day, ids] of days) {
      const numbers = ids.map((id) => Number(id.split("-")[1]));
      await this.#options.search.ask("remove", { day, numbers });
      known.delete(day);
    }
  }

  /** Puts in and takes out what differs in a day. */
  async #reconcile(
    day: number,
    known: Map<number, number>,
    progress: { done: number; readonly total: number; finished: boolean },
  ): Promise<void> {
    const { library, search } = this.#options;
    const has = await search.ask("stampsOf", day);
    const wanted = library.documents.stampsOf(day);
    const gone = [...has.keys()].filter((number) => !wanted.has(number));
    if (gone.length > 0) await search.ask("remove", { day, numbers: gone });
    const missing = [...wanted]
      .filter(([number, stamp]) => has.get(number) !== stamp)
      .map(([number]) => number)
      .sort((one, other) => other - one);
    progress.done += wanted.size - missing.length;
    for (let at = 0; at < missing.length; at += articlesAtOnce) {
      if (this.#isStopped) return;
      const numbers = missing.slice(at, at + articlesAtOnce);
      const ids = numbers.map((number) => `${day}-${number}` as ArticleId);
      await search.ask("put", await library.documents.read(ids));
      progress.done += numbers.length;
      this.#tell(progress);
    }
    // What could not be read is tried again at the next start: else it would be at every turn.
    let digest = 0;
    for (const [number, stamp] of wanted) digest = digestOf(digest, number, stamp);
    if (wanted.size === 0) known.delete(day);
    else known.set(day, digest);
  }

  #tell(progress: IndexProgress | null): void {
    const { announce } = this.#options;
    const before = this.#progress;
    if (progress === null) {
      this.#progress = null;
      if (before !== null) announce("search.progressed", { ...before, finished: true });
      return;
    }
    if (progress.total < toldFrom) return;
    this.#progress = { ...progress };
    const now = performance.now();
    if (before !== null && now - this.#toldAt < betweenTelling) return;
    this.#toldAt = now;
    announce("search.progressed", this.#progress);
  }
}
