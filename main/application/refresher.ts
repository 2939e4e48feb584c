import type { ErrorCode, FeedId, RefreshStatus } from "../../preload/contract/contract.ts";
import { dueAt, never, withoutCredentials } from "../fetching/fetching.ts";
import type { Feed } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Connection } from "./connection.ts";
import type { Hosts } from "./hosts.ts";
import type { PrivateAddresses } from "./private-addresses.ts";
import { Pump } from "./pump.ts";
import type { Publishers } from "./publishers.ts";
import type { RecentFeeds } from "./recent-feeds.ts";
import { storageFailure } from "./storage-failure.ts";
import { Unreachable } from "./unreachable.ts";
import { visitFeed } from "./visit-feed.ts";
import { VisitRecorder } from "./visit-recorder.ts";

const minute = 60_000;
/** Titles visited at once. */
const concurrency = 12;
/** Milliseconds between two announcements of progress. */
const progressInterval = 100;
/** Milliseconds until a missing network is tried again. */
const retryDisconnected = 5 * minute;
/** Minutes until the plan goes on after a cancel, and after the disk took nothing more. */
const holdAfterCancel = 15;
const holdAfterFailure = 15;
const longestTimer = 2 ** 31 - 1;

interface RefresherOptions extends Collaborators {
  readonly recentFeeds: RecentFeeds;
  readonly privateAddresses: PrivateAddresses;
  readonly hosts: Hosts;
  readonly connection: Connection;
  readonly publishers: Publishers;
  /** Called when new articles have been stored. */
  readonly articlesStored: () => void;
  /** Called when no visit is under way any more. */
  readonly visitsEnded: () => void;
  readonly pagesWaiting: () => number;
  readonly picturesWaiting: () => number;
  /** Why upkeep could not store something, if it could not. */
  readonly upkeepFailure: () => ErrorCode | null;
}

/** Visits titles: when they are due, when asked to, a bounded number at a time. */
export class Refresher {
  readonly #options: RefresherOptions;
  readonly #recorder: VisitRecorder;
  readonly #pump: Pump<FeedId>;
  readonly #unreachable: Unreachable;
  /** Titles whose next visit is to be made as if it were the first. */
  readonly #afresh = new Set<FeedId>();
  #running: Promise<void> | null = null;
  #abort = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #progressTimer: NodeJS.Timeout | undefined;
  #heldUntil = 0;
  #isStopped = false;
  #counts = { done: 0, total: 0, failed: 0 };
  #disconnected = false;
  #storageFailure: ErrorCode | null = null;

  constructor(options: RefresherOptions) {
    this.#options = options;
    this.#recorder = new VisitRecorder(options, options.articlesStored);
    this.#unreachable = new Unreachable(options);
    this.#pump = new Pump(concurrency, (feedId) => this.#visitOne(feedId, this.#abort.signal));
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  /** Announces the status soon: something in it is another. */
  tellProgress(): void {
    if (!this.#isStopped) this.#progress();
  }

  status(): RefreshStatus {
    return {
      running: this.#running !== null,
      ...this.#counts,
      pagesWaiting: this.#options.pagesWaiting(),
      picturesWaiting: this.#options.picturesWaiting(),
      nextDue: this.#nextRefresh(),
      disconnected: this.#isDisconnected,
      metered: this.#options.connection.isMetered,
      storageFailure: this.#storageFailure ?? this.#options.upkeepFailure(),
    };
  }

  /** Visits what is due, where the connection allows it, and goes on doing so, on time. */
  resume(): void {
    if (this.#isStopped) return;
    const { now: clock, connection } = this.#options;
    const now = clock();
    if (now >= this.#heldUntil && connection.mayFetch("visits")) {
      const due = this.#options.library.feeds.followed().filter((feed) => this.isDue(feed));
      this.visit(due.map((feed) => feed.id));
    }
    this.#schedule();
  }

  /** Whether the plan has a title visited by now. */
  isDue(feed: Feed): boolean {
    const now = this.#options.now();
    return this.#dueAt(feed, now) <= now;
  }

  /** Leaves the plan alone for some minutes; what a person asks for is still done. */
  hold(minutes: number): void {
    this.#heldUntil = this.#options.now() + minutes * minute;
    this.#schedule();
    this.#progress();
  }

  /** Takes the plan up again, whatever held it. */
  release(): void {
    this.#heldUntil = 0;
    this.resume();
  }

  /**
   * Visits these titles now; those being visited, or whose visit is being stored, are not doubled.
   * `afresh`: as if nothing had come before, so that everything is sent and read anew.
   */
  visit(feedIds: readonly FeedId[], how: "usual" | "afresh" = "usual"): void {
    if (this.#isStopped) return;
    for (const feedId of feedIds) {
      if (this.#recorder.holds(feedId) || this.#unreachable.holds(feedId)) continue;
      if (this.#pump.holds(feedId)) continue;
      const address = this.#options.library.feeds.get(feedId)?.address ?? "";
      this.#counts.total += 1;
      if (how === "afresh") this.#afresh.add(feedId);
      this.#pump.add(feedId, address);
    }
    if (this.#pump.isIdle) return;
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
      this.#options.visitsEnded();
      this.#announce();
      this.#counts = { done: 0, total: 0, failed: 0 };
      this.#schedule();
    });
    this.#progress();
  }

  /** Ends the visits under way; what they brought so far is kept. */
  async cancel(): Promise<void> {
    this.#pump.clear();
    this.#afresh.clear();
    this.#heldUntil = this.#options.now() + holdAfterCancel * minute;
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

  async #run(): Promise<void> {
    // More may be asked for while the last batch is being stored.
    while (!this.#pump.isIdle) {
      await this.#pump.idle();
      const { disconnected, toBlame } = this.#unreachable.judge();
      this.#disconnected = disconnected;
      for (const report of toBlame) this.#recorder.add(report);
      try {
        await this.#recorder.flush();
        this.#storageFailure = null;
      } catch (error) {
        this.#storageFailure = storageFailure(error);
        // A disk that takes nothing is no reason to ask all publishers again and again.
        this.hold(holdAfterFailure);
      }
    }
  }

  async #visitOne(feedId: FeedId, signal: AbortSignal): Promise<void> {
    const { library, hosts, log } = this.#options;
    const feed = library.feeds.get(feedId);
    const how = this.#afresh.delete(feedId) ? "afresh" : "usual";
    if (feed?.unfollowedAt === null && hosts.pausedUntil(feed.address) === null) {
      const answersBefore = hosts.answers;
      try {
        const report = await visitFeed(feed, this.#options, signal, how);
        if (report.visit.failure !== null) this.#counts.failed += 1;
        if (report.wasUnreachable) this.#unreachable.add(report, answersBefore);
        else this.#recorder.add(report);
      } catch (error) {
        if (signal.aborted) return;
        log(`visiting ${withoutCredentials(feed.address)}`, error);
      }
    }
    this.#counts.done += 1;
    this.#progress();
  }

  get #isDisconnected(): boolean {
    return this.#disconnected || !this.#options.connection.isOnline;
  }

  #dueAt(feed: Feed, now: number): number {
    const { library, hosts } = this.#options;
    return Math.max(dueAt(library.visits.of(feed.id), now), hosts.pausedUntil(feed.address) ?? 0);
  }

  /** When the next visit will be made by itself, never in the past; null when none is planned. */
  #nextRefresh(): number | null {
    const { now: clock, connection, library } = this.#options;
    // Nothing is tried without a network or while it costs: that they change is told.
    if (library.readOnly || connection.obstacleTo("visits") === "unmetered") return null;
    const now = clock();
    let due = Infinity;
    for (const feed of library.feeds.followed()) due = Math.min(due, this.#dueAt(feed, now));
    const earliest = this.#isDisconnected ? now + retryDisconnected : now;
    return due >= never ? null : Math.max(due, this.#heldUntil, earliest);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#isStopped || this.#running !== null) return;
    const next = this.#nextRefresh();
    if (next === null) return;
    const wait = Math.max(1000, next - this.#options.now());
    this.#timer = setTimeout(
      () => {
        this.resume();
      },
      Math.min(wait, longestTimer),
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
