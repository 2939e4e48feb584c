import type { Collaborators } from "./collaborators.ts";
import type { Hosts } from "./hosts.ts";
import { Pump } from "./pump.ts";

/** What is listed at once of all that waits. */
const listedAtOnce = 500;
/** Milliseconds in which results gather that are stored together. */
const gathering = 250;
/** Milliseconds between two looks at what waits while others are being fetched. */
const betweenLooks = 1000;
/** Hosts that must be silent together before it is the network. */
const silentHosts = 3;
/** Milliseconds until what could not be had now is looked at again; doubled up to an hour. */
const shortestRetry = 60_000;
const longestRetry = 3_600_000;

/**
 * What became of one errand: `settled` when that is known, `later` when it could not be made now,
 * `silent` when nobody answered.
 */
export type Outcome = "settled" | "later" | "silent";

/** Things that are fetched from publishers, once each, and what is done with them. */
export interface Fetching<Item, Result> {
  /** What this is, for the log. */
  readonly name: string;
  /** Fetched at once over all hosts. */
  readonly concurrency: number;
  readonly nameOf: (item: Item) => string;
  readonly addressOf: (item: Item) => string;
  /** Up to `limit` that are to be fetched now, the first ones first. */
  readonly list: (limit: number, isWanted: (item: Item) => boolean) => Promise<readonly Item[]>;
  /** Rejects when what came could not be stored. */
  readonly fetch: (item: Item) => Promise<Outcome>;
  /** What has become known since this was last asked. */
  readonly takeResults: () => Result[];
  /** Durable once resolved. */
  readonly record: (results: readonly Result[]) => Promise<void>;
  /** Milliseconds until a host may be asked for one more. */
  readonly waitFor?: (host: string) => number;
  /** Milliseconds that may pass until the next look, given those that are planned; null: none is needed. */
  readonly nextLook: (planned: number) => number | null;
  /** Called after each round, with whether it brought something. */
  readonly roundEnded: (hasStored: boolean) => void;
}

/** How far rounds have come. */
export interface RoundsState {
  readonly isRunning: boolean;
  /** Nobody at all answered any more: it is the network. */
  readonly isSilent: boolean;
  /** Why the last round could not store what came; null: it could. */
  readonly failure: unknown;
}

/**
 * Fetches what waits, in rounds: what comes meanwhile is taken in, in its place; nothing is asked
 * for twice in a round, whatever became of it, so that nothing spins; what is left over is looked
 * at again, later and later. Results are stored as they come, and one that could not be stored is
 * before anything more is fetched.
 */
export class FetchRounds<Item extends object, Result> {
  readonly #fetching: Fetching<Item, Result>;
  readonly #collaborators: Pick<Collaborators, "log"> & { readonly hosts: Hosts };
  readonly #abort = new AbortController();
  readonly #pump: Pump<Item>;
  /** Asked for in this round. */
  readonly #tried = new Set<string>();
  /** Known and not yet stored. */
  #unstored: Result[] = [];
  #storing: Promise<void> | null = null;
  /** One after the other: results that two stored at once would be stored twice, or be lost. */
  #stored: Promise<void> = Promise.resolve();
  #running: Promise<void> | null = null;
  #again = false;
  #lookedAt = 0;
  #looking: NodeJS.Timeout | undefined;
  #timer: NodeJS.Timeout | undefined;
  #retry = shortestRetry;
  #hasStored = false;
  #failure: unknown = null;
  /** Hosts that were silent since somebody last answered, and how many answers that was. */
  #silent = { hosts: new Set<string>(), answers: 0 };

  constructor(
    fetching: Fetching<Item, Result>,
    collaborators: Pick<Collaborators, "log"> & { readonly hosts: Hosts },
  ) {
    this.#fetching = fetching;
    this.#collaborators = collaborators;
    this.#pump = new Pump(
      fetching.concurrency,
      (item) => this.#fetchOne(item),
      (host) => fetching.waitFor?.(host) ?? 0,
    );
  }

  get state(): RoundsState {
    return {
      isRunning: this.#running !== null,
      isSilent: this.#isSilent,
      failure: this.#failure,
    };
  }

  /** Fetches everything that waits; returns at once. */
  wake(): void {
    if (this.#abort.signal.aborted) return;
    clearTimeout(this.#timer);
    if (this.#running !== null) {
      this.#again = true;
      this.#lookSoon();
      return;
    }
    this.#again = false;
    this.#running = this.#run()
      .catch((error: unknown) => {
        this.#failure = error;
        this.#collaborators.log(this.#fetching.name, error);
      })
      .finally(() => {
        this.#running = null;
        this.#fetching.roundEnded(this.#hasStored);
        if (this.#again) this.wake();
        else this.#tryLater();
      });
  }

  /** Lets these be asked for once more in this round: a person wishes it. */
  forget(names: readonly string[]): void {
    for (const name of names) this.#tried.delete(name);
  }

  /** Resolves when nothing is under way and what came is stored. */
  async stop(): Promise<void> {
    this.#abort.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#looking);
    this.#pump.clear();
    await this.#running;
  }

  async #run(): Promise<void> {
    this.#tried.clear();
    this.#silent = { hosts: new Set(), answers: 0 };
    this.#hasStored = false;
    // What came before and found no room is not to be fetched again.
    await this.#store();
    this.#failure = null;
    while ((await this.#look()) > 0) {
      await this.#pump.idle();
      clearTimeout(this.#looking);
      await this.#storing;
      await this.#store();
      this.#throwFailure();
      if (this.#isSilent) break;
    }
  }

  /** What kept something from being stored since this round began. */
  #throwFailure(): void {
    const failure = this.#failure;
    if (failure !== null) throw failure as Error;
  }

  get #isSilent(): boolean {
    const { hosts, answers } = this.#silent;
    return hosts.size >= silentHosts && answers === this.#collaborators.hosts.answers;
  }

  /** Takes in what waits now, in its order; returns how much of it was not yet asked for. */
  async #look(): Promise<number> {
    clearTimeout(this.#looking);
    this.#looking = undefined;
    this.#lookedAt = performance.now();
    const { list, nameOf, addressOf } = this.#fetching;
    const isFresh = (item: Item): boolean => !this.#tried.has(nameOf(item));
    const listed = this.#isEnded() ? [] : await list(listedAtOnce, isFresh);
    // Some may have been asked for meanwhile, and all of it may have ended.
    const fresh = this.#isEnded() ? [] : listed.filter(isFresh);
    this.#pump.clear();
    for (const item of fresh) this.#pump.add(item, addressOf(item));
    return fresh.length;
  }

  #isEnded(): boolean {
    return this.#abort.signal.aborted || this.#failure !== null || this.#isSilent;
  }

  /** While a round is under way: what came now may have to go first. */
  #lookSoon(): void {
    const wait = Math.max(0, this.#lookedAt + betweenLooks - performance.now());
    this.#looking ??= setTimeout(() => {
      this.#looking = undefined;
      // At its end it is looked anyway.
      if (this.#pump.isIdle) return;
      this.#look().catch((error: unknown) => {
        this.#endWith(error);
      });
    }, wait);
  }

  async #fetchOne(item: Item): Promise<void> {
    const { nameOf, addressOf, fetch } = this.#fetching;
    this.#tried.add(nameOf(item));
    try {
      const outcome = await fetch(item);
      if (outcome === "silent") this.#noteSilence(URL.parse(addressOf(item))?.host ?? "");
    } catch (error) {
      this.#endWith(error);
    }
    if (this.#isEnded()) this.#pump.clear();
    this.#storeSoon();
  }

  #noteSilence(host: string): void {
    const { answers } = this.#collaborators.hosts;
    if (this.#silent.answers !== answers) this.#silent = { hosts: new Set(), answers };
    this.#silent.hosts.add(host);
  }

  #endWith(error: unknown): void {
    this.#failure ??= error;
    this.#pump.clear();
  }

  #storeSoon(): void {
    this.#storing ??= new Promise((resolve) => setTimeout(resolve, gathering))
      .then(() => this.#store())
      .catch((error: unknown) => {
        this.#endWith(error);
      })
      .finally(() => {
        this.#storing = null;
      });
  }

  #store(): Promise<void> {
    this.#stored = this.#stored.catch(() => undefined).then(() => this.#storeNow());
    return this.#stored;
  }

  async #storeNow(): Promise<void> {
    this.#unstored.push(...this.#fetching.takeResults());
    const results = this.#unstored;
    if (results.length === 0) return;
    await this.#fetching.record(results);
    this.#unstored = this.#unstored.slice(results.length);
    this.#hasStored = true;
    this.#retry = shortestRetry;
  }

  /** Something may be left over: of a busy host, because nobody answered, or to be tried again later. */
  #tryLater(): void {
    if (this.#abort.signal.aborted) return;
    const wait = this.#fetching.nextLook(this.#retry);
    if (wait === null) return;
    this.#timer = setTimeout(() => {
      this.wake();
    }, wait);
    this.#retry = Math.min(longestRetry, this.#retry * 2);
  }
}
