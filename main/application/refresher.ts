import type { FeedId, RefreshStatus } from "../../preload/contract/contract.ts";
import { isDue, never } from "../fetching/fetching.ts";
import type { Feed } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import type { RecentFeeds } from "./recent-feeds.ts";
import { visitFeed, type VisitReport } from "./visit-feed.ts";
import { VisitRecorder } from "./visit-recorder.ts";

const minute = 60_000;
/** Titles visited at once; the client limits connections per host beside. */
const concurrency = 12;
/** Milliseconds between two announcements of progress. */
const progressInterval = 100;
/** Milliseconds until a missing network is tried again, and until the plan goes on after a cancel. */
const retryDisconnected = 5 * minute;
const holdAfterCancel = 15 * minute;
const longestTimer = 2 ** 31 - 1;

interface RefresherOptions extends Collaborators {
  readonly recentFeeds: RecentFeeds;
  /** Called when new articles have been stored. */
  readonly articlesStored: () => void;
  readonly picturesWaiting: () => number;
}

/** Visits titles: when they are due, when asked to, a bounded number at a time. */
export class Refresher {
  readonly #options: RefresherOptions;
  readonly #recorder: VisitRecorder;
  readonly #queue = new Set<FeedId>();
  #running: Promise<void> | null = null;
  #abort = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #progressTimer: NodeJS.Timeout | undefined;
  #heldUntil = 0;
  #isStopped = false;
  #counts = { done: 0, total: 0, failed: 0 };
  #disconnected = false;

  constructor(options: RefresherOptions) {
    this.#options = options;
    this.#recorder = new VisitRecorder(options, options.articlesStored);
  }

  status(): RefreshStatus {
    const due = this.#nextDue();
    return {
      running: this.#running !== null,
      ...this.#counts,
      picturesWaiting: this.#options.picturesWaiting(),
      nextDue: due === Infinity || due >= never ? null : due,
      disconnected: this.#disconnected,
    };
  }

  /** Visits what is due and goes on doing so, on time. */
  resume(): void {
    if (this.#isStopped) return;
    const now = this.#options.now();
    if (now >= this.#heldUntil) {
      this.visit(
        this.#options.library
          .feeds()
          .filter(
            (feed) => isDue(this.#options.library.visit(feed.id), now) && !this.#isPaused(feed),
          )
          .map((feed) => feed.id),
      );
    }
    this.#schedule();
  }

  /** Leaves the plan alone for some minutes; what a person asks for is still done. */
  hold(minutes: number): void {
    this.#heldUntil = this.#options.now() + minutes * minute;
    this.#schedule();
  }

  /** Visits these titles now; those already waiting are not doubled. */
  visit(feedIds: readonly FeedId[]): void {
    if (this.#isStopped || feedIds.length === 0) return;
    for (const feedId of feedIds) {
      if (this.#queue.has(feedId)) continue;
      this.#queue.add(feedId);
      this.#counts.total += 1;
    }
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      this.#announce();
      this.#counts = { done: 0, total: 0, failed: 0 };
      this.#schedule();
      // Asked for while the last batch was being stored.
      if (this.#queue.size > 0) this.visit([...this.#drainQueue()]);
    });
    this.#progress();
  }

  /** Whether a title's host has asked to be left alone for now. */
  #isPaused(feed: Feed): boolean {
    const host = URL.parse(feed.address)?.host;
    const now = this.#options.now();
    return this.#options.library
      .hostPauses()
      .some((pause) => pause.host === host && pause.until > now);
  }

  /** Ends the visits under way; what they brought so far is kept. */
  async cancel(): Promise<void> {
    this.#queue.clear();
    this.#heldUntil = this.#options.now() + holdAfterCancel;
    this.#abort.abort();
    this.#abort = new AbortController();
    await this.#running;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.cancel();
    clearTimeout(this.#progressTimer);
  }

  *#drainQueue(): Generator<FeedId> {
    for (const feedId of this.#queue) {
      this.#queue.delete(feedId);
      yield feedId;
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#abort;
    const unreachable: VisitReport[] = [];
    let answers = 0;
    const visitor = async (): Promise<void> => {
      for (const feedId of this.#drainQueue()) {
        const feed = this.#options.library.feed(feedId);
        if (feed?.unfollowedAt === null && !this.#isPaused(feed)) {
          const report = await visitFeed(feed, this.#options, signal).catch(() => null);
          if (report === null) return;
          if (report.visit.failure !== null) this.#counts.failed += 1;
          if (report.wasUnreachable) unreachable.push(report);
          else {
            answers += 1;
            this.#recorder.add(report);
          }
        }
        this.#counts.done += 1;
        this.#progress();
      }
    };
    await Promise.all(Array.from({ length: concurrency }, visitor));
    this.#disconnected = this.#looksDisconnected(unreachable, answers);
    if (!this.#disconnected) for (const report of unreachable) this.#recorder.add(report);
    await this.#recorder.flush().catch(() => undefined);
  }

  /** Nobody answered: it is the network that is missing, and no title is to blame. */
  #looksDisconnected(unreachable: readonly VisitReport[], answers: number): boolean {
    if (answers > 0 || unreachable.length === 0) return false;
    const hosts = new Set(unreachable.map(({ feed }) => URL.parse(feed.address)?.host));
    return hosts.size > 1 || !this.#options.isOnline();
  }

  #nextDue(): number {
    const { library } = this.#options;
    const pauses = new Map(library.hostPauses().map(({ host, until }) => [host, until]));
    let next = Infinity;
    for (const feed of library.feeds()) {
      const paused = pauses.get(URL.parse(feed.address)?.host ?? "") ?? 0;
      next = Math.min(next, Math.max(library.visit(feed.id)?.nextVisit ?? 0, paused));
    }
    return next;
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#isStopped || this.#running !== null) return;
    const now = this.#options.now();
    const earliest = this.#disconnected ? now + retryDisconnected : now + 1000;
    const due = Math.max(this.#nextDue(), this.#heldUntil, earliest);
    if (due === Infinity || due >= never) return;
    this.#timer = setTimeout(
      () => {
        this.resume();
      },
      Math.min(due - now, longestTimer),
    );
  }

  #progress(): void {
    this.#progressTimer ??= setTimeout(() => {
      this.#announce();
    }, progressInterval);
  }

  #announce(): void {
    clearTimeout(this.#progressTimer);
    this.#progressTimer = undefined;
    this.#options.announce("refresh.progressed", this.status());
  }
}
