import type { Preparation as Shown, PreparationWishes } from "../../preload/contract/contract.ts";
import { silences } from "../fetching/fetching.ts";
import type { StoredPreparation } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Connection } from "./connection.ts";
import type { RoundsState } from "./fetch-rounds.ts";
import { feedsInScope } from "./feeds-to-refresh.ts";
import type { Hosts } from "./hosts.ts";
import {
  listOf,
  measureMissing,
  wantedPages,
  type Missing,
  type PreparedRecordings,
  type WaitsFor,
} from "./preparation-wishes.ts";
import type { Prepared, PreparedWork } from "./prepared-work.ts";
import type { Refresher } from "./refresher.ts";
import { storageFailure } from "./storage-failure.ts";
import { wantsPages } from "./wants-pages.ts";

const hour = 3_600_000;
/** Milliseconds between two looks at how far it has come. */
const betweenLooks = 500;
/** Milliseconds between two writings of that: the articles themselves say what is here. */
const betweenWritings = 10_000;
/** For how long a paused one holds back what nobody asked for by name. */
const longestHold = 12 * hour;
/** A page that is tried again later than this is given up for now. */
const longestPatience = hour;
/** Pages that are asked for together. */
const pagesAtOnce = 500;

/** Those who fetch. */
interface Keeper {
  readonly state: RoundsState;
  wake(): void;
}

interface PreparationOptions extends Collaborators {
  readonly connection: Connection;
  readonly hosts: Hosts;
  readonly refresher: Pick<Refresher, "isRunning" | "visit" | "isDue">;
  readonly pages: Keeper;
  readonly pictures: Keeper;
  readonly recordings: PreparedRecordings & { wake(): void };
}

/**
 * Has everything that is listed in a scope on disk before the network goes. It fetches nothing
 * itself: it asks for what is missing, lets that go first, and tells how far it has come. All it
 * must remember stands in the library, so that it goes on after any end of the program.
 */
export class Preparation implements PreparedWork {
  readonly #options: PreparationOptions;
  #stored: StoredPreparation | null;
  #missing: Missing | null = null;
  /** Counts each beginning and end, so that a look that began before says nothing any more. */
  #turn = 0;
  #asking: Promise<void> | null = null;
  #looking: Promise<void> | null = null;
  #lookTimer: NodeJS.Timeout | undefined;
  #writtenAt = -Infinity;
  #failure: unknown = null;
  #isStopped = false;

  constructor(options: PreparationOptions) {
    this.#options = options;
    this.#stored = options.library.preparation.current();
  }

  readonly current = (): Prepared | null => {
    const stored = this.#stored;
    if (stored?.finishedAt !== null || stored.pausedAt !== null) return null;
    const { scope, pages, pictures } = stored.wishes;
    return { scope, pages, pictures, evenMetered: stored.evenMetered };
  };

  readonly isHeld = (): boolean => {
    const pausedAt = this.#stored?.finishedAt === null ? this.#stored.pausedAt : null;
    return pausedAt !== null && this.#options.now() - pausedAt < longestHold;
  };

  readonly stored = (count: number, bytes: number): void => {
    const before = this.#stored;
    if (before === null || this.current() === null || count === 0) return;
    const done = before.done + count;
    const total = Math.max(before.total, done);
    this.#change({ done, total, bytes: before.bytes + bytes });
    this.#lookSoon();
  };

  readonly roundEnded = (): void => {
    if (this.current() !== null) this.#lookSoon();
  };

  /** As the window is told; null: there is none. */
  async status(): Promise<Shown | null> {
    if (this.#stored !== null && this.#missing === null) await this.#look();
    return this.#shown();
  }

  /** Begins; what is under way is replaced. */
  async start(wishes: PreparationWishes, evenMetered: boolean): Promise<void> {
    const startedAt = this.#options.now();
    const counts = { done: 0, total: 0, bytes: 0 };
    const times = { pausedAt: null, startedAt, finishedAt: null };
    await this.#save({ wishes, evenMetered, ...times, ...counts });
    await this.#options.library.pictures.tryFailedAgain(wishes.scope, silences);
    this.#visit();
    this.wake();
    await this.#look();
  }

  async pause(): Promise<void> {
    const stored = this.#stored;
    if (stored === null || this.current() === null) return;
    await this.#save({ ...stored, pausedAt: this.#options.now() });
    // One of them may take hours.
    this.#options.recordings.wake();
    await this.#look();
  }

  /** Goes on with one that was paused; `evenMetered`: also where that costs. */
  async resume(evenMetered: boolean): Promise<void> {
    const stored = this.#stored;
    if (stored?.finishedAt !== null) return;
    const isFree = stored.evenMetered || evenMetered;
    await this.#save({ ...stored, pausedAt: null, evenMetered: isFree });
    this.#visit();
    this.wake();
    await this.#look();
  }

  /** Ends it; what came stays, and what its titles want anyway goes on coming. */
  async cancel(): Promise<void> {
    const stored = this.#stored;
    if (stored === null) return;
    await this.#save(null);
    this.#options.announce("preparation.progressed", { preparation: null });
    await this.#asking;
    await this.#wantNoMore(stored.wishes);
    this.#wakeKeepers();
  }

  /** Asks for what is missing and has it fetched, where one is under way; returns at once. */
  wake(): void {
    if (this.#isStopped || this.current() === null) return;
    this.#asking ??= this.#ask()
      .catch((error: unknown) => {
        this.#failure = error;
        this.#options.log("asking for what is to be prepared", error);
      })
      .finally(() => {
        this.#asking = null;
        this.#lookSoon();
      });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#lookTimer);
    await this.#asking;
    // Whoever looked logs why that failed; it must not keep the library from being closed.
    await this.#looking?.catch(() => undefined);
    if (this.current() !== null && this.#stored !== null) await this.#write(this.#stored);
  }

  /** The titles that are due anyway come first, so that what they list now is had, too. */
  #visit(): void {
    const { connection, library, refresher } = this.#options;
    const stored = this.#stored;
    if (stored === null || !connection.isOnline) return;
    if (!connection.mayFetch("visits") && !stored.evenMetered) return;
    const { scope } = stored.wishes;
    const feeds = feedsInScope(library, scope).filter((feed) => refresher.isDue(feed));
    refresher.visit(feeds.map(({ id }) => id));
  }

  async #ask(): Promise<void> {
    const { library, recordings } = this.#options;
    if (this.#stored === null) return;
    const { wishes, startedAt } = this.#stored;
    this.#failure = null;
    if (wishes.recordings) await recordings.want(await listOf(library, wishes), startedAt);
    const isWanted = wantedPages(library, wishes);
    const turn = this.#turn;
    while (turn === this.#turn && !this.#isStopped) {
      const ids = await library.articles.withoutPages(wishes.scope, isWanted, pagesAtOnce);
      // The first ones are fetched while the others are being asked for.
      if (ids.length === 0 || (await library.pages.want(ids, "yes")) === 0) break;
      this.#options.pages.wake();
    }
    this.#wakeKeepers();
  }

  /** What only the preparation wanted is wanted no more. */
  async #wantNoMore(wishes: PreparationWishes): Promise<void> {
    const { library, now, recordings } = this.#options;
    const { scope } = wishes;
    if (wishes.recordings) await recordings.wantNoMore(await listOf(library, wishes));
    const settings = library.settings.current();
    const pages = await library.pages.waiting(
      Infinity,
      now(),
      ({ feedId }) => {
        const feed = library.feeds.get(feedId);
        return feed === undefined || !wantsPages(feed, settings);
      },
      scope,
    );
    const ids = pages.map(({ articleId }) => articleId);
    await library.pages.want(ids, "no");
  }

  #wakeKeepers(): void {
    this.#options.pages.wake();
    this.#options.pictures.wake();
    this.#options.recordings.wake();
  }

  #lookSoon(): void {
    if (this.#isStopped) return;
    this.#lookTimer ??= setTimeout(() => {
      this.#lookTimer = undefined;
      this.#look().catch((error: unknown) => {
        this.#options.log("measuring what is prepared", error);
      });
    }, betweenLooks);
  }

  /** Measures how far it has come and tells; one look at a time. */
  async #look(): Promise<void> {
    const turn = this.#turn;
    await this.#looking;
    if (turn !== this.#turn || this.#isStopped) return;
    this.#looking = this.#measure(turn).finally(() => {
      this.#looking = null;
    });
    await this.#looking;
  }

  async #measure(turn: number): Promise<void> {
    const { library, recordings, announce, now } = this.#options;
    const before = this.#stored;
    if (before === null) return;
    const { wishes, startedAt } = before;
    const missing = await measureMissing(library, recordings, wishes, startedAt);
    const mayEnd = this.current() !== null && (await this.#isDone(missing));
    if (turn !== this.#turn || this.#stored === null) return;
    this.#missing = missing;
    const left = missing.pages + missing.picturesWaiting + missing.recordings;
    if (this.#stored.finishedAt === null) {
      // Both only grow: what comes to be known late is new work, and what was done stays done.
      const total = Math.max(this.#stored.total, this.#stored.done + left);
      this.#change({ total, done: total - left });
    }
    // New articles came while it was under way: what they bring is wanted, too.
    const unasked = missing.pagesUnasked + missing.recordingsUnasked;
    if (unasked > 0 && this.#failure === null) this.wake();
    if (mayEnd) await this.#save({ ...this.#stored, done: this.#stored.total, finishedAt: now() });
    announce("preparation.progressed", { preparation: this.#shown() });
    if (performance.now() - this.#writtenAt > betweenWritings) await this.#write(this.#stored);
  }

  /** Nothing is left but what is tried again so late that nobody waits for it. */
  async #isDone(missing: Missing): Promise<boolean> {
    const { library, pages, pictures, refresher, now } = this.#options;
    if (this.#asking !== null || refresher.isRunning) return false;
    if (pages.state.isRunning || pictures.state.isRunning) return false;
    const { pagesWaiting, pagesUnasked, picturesWaiting, recordings } = missing;
    // Articles without an address have no page, however much it is wanted.
    if (pagesWaiting + picturesWaiting + recordings > 0) return false;
    if (pagesUnasked > 0 && this.#failure !== null) return false;
    const scope = this.#stored?.wishes.scope;
    const soon = await library.pages.waiting(1, now() + longestPatience, undefined, scope);
    return missing.pagesFailed === 0 || soon.length === 0;
  }

  #shown(): Shown | null {
    const [stored, missing] = [this.#stored, this.#missing];
    if (stored === null) return null;
    const { wishes, done, total, bytes, startedAt, finishedAt } = stored;
    const { ready = 0, articles = 0, incomplete = 0, bytes: bytesLeft = 0 } = missing ?? {};
    const counts = { done, total, bytes, ready, articles, incomplete };
    const facts = { wishes, ...counts, startedAt, finishedAt };
    if (finishedAt !== null) return { ...facts, state: "finished", waitsFor: null, bytesLeft: 0 };
    if (stored.pausedAt !== null) return { ...facts, state: "paused", waitsFor: null, bytesLeft };
    const waitsFor = this.#waitsFor(stored, missing);
    return { ...facts, state: waitsFor === null ? "running" : "waiting", waitsFor, bytesLeft };
  }

  #waitsFor({ evenMetered }: StoredPreparation, missing: Missing | null): WaitsFor {
    const { connection, hosts, pages, pictures, recordings, refresher } = this.#options;
    if (!connection.isOnline) return "network";
    if (missing === null || refresher.isRunning || this.#asking !== null) return null;
    const left = {
      pages: missing.pages,
      pictures: missing.picturesWaiting,
      recordings: missing.recordings,
    };
    const kinds = (["pages", "pictures", "recordings"] as const).filter((kind) => left[kind] > 0);
    if (kinds.length > 0 && !evenMetered && !kinds.some((kind) => connection.mayFetch(kind)))
      return "unmetered";
    if (pages.state.isRunning || pictures.state.isRunning || recordings.isRunning) return null;
    const failure = pages.state.failure ?? pictures.state.failure ?? this.#failure;
    if (failure !== null) return storageFailure(failure) === "storage-full" ? "room" : "retry";
    if (pages.state.isSilent || pictures.state.isSilent) return "network";
    return hosts.soonestEnd() === null ? "retry" : "hosts";
  }

  #change(change: Partial<StoredPreparation>): void {
    if (this.#stored !== null) this.#stored = { ...this.#stored, ...change };
  }

  /** Another state: durable before it is shown. */
  async #save(next: StoredPreparation | null): Promise<void> {
    await this.#options.library.preparation.save(next);
    this.#turn += 1;
    this.#writtenAt = performance.now();
    if (next === null || next.startedAt !== this.#stored?.startedAt) this.#missing = null;
    this.#stored = next;
  }

  /** How far it has come; a disk that takes nothing does not end it. */
  async #write(stored: StoredPreparation): Promise<void> {
    this.#writtenAt = performance.now();
    await this.#options.library.preparation.save(stored).catch((error: unknown) => {
      this.#options.log("noting how far a preparation has come", error);
    });
  }
}
