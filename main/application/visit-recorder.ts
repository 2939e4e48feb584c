import type { FeedId } from "../../preload/contract/contract.ts";
import { planVisit } from "../fetching/fetching.ts";
import type { Feed, FeedChange, Ingested, Visit } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import { needsKeeping, type PrivateAddresses } from "./private-addresses.ts";
import { settleMoves } from "./settle-moves.ts";
import type { VisitReport } from "./visit-feed.ts";

/** Reports that are stored together at most, and milliseconds that the first waits for each of them. */
const largestBatch = 64;
const waitForEach = 25;

/**
 * Milliseconds that a title's own name and the like wait to be noted: they stand in one file with all
 * titles, which is written whole.
 */
const longestUnsettled = 2000;

/** A visit that told something new of its title, which had this address then. */
interface Unsettled {
  readonly visit: Visit;
  readonly change: FeedChange;
  readonly address: string;
}

/** What is not all here is not asked for by "has it changed?". */
const unverified = { etag: null, lastModified: null, bodyHash: null } as const;
const nothing: Ingested = { added: [], updated: [], addedTo: new Map(), incomplete: [] };

/** Whether the disk or the folder is to blame, which the next report would meet as well. */
const isOfDisk = (error: unknown): boolean => error instanceof Error && "code" in error;

/** The same visit, whose articles cannot be stored: a failure of the title, which keeps what it has. */
function blamed({ feed, ...report }: VisitReport, { library, now }: Recording): VisitReport {
  const previous = library.visits.of(feed.id);
  const plan = planVisit(
    { kind: "failed", code: "unreadable-file", details: {}, status: null, retryAfter: null },
    {
      now: now(),
      refreshMinutes: library.settings.current().refreshMinutes,
      wishes: null,
      rhythm: null,
      lastFailure: previous?.failure ?? null,
      hostPauses: 0,
      random: Math.random(),
    },
  );
  const { etag, lastModified, bodyHash } = previous ?? unverified;
  const visit = {
    ...report.visit,
    ...{ etag, lastModified, bodyHash },
    nextVisit: plan.nextVisit,
    nextVisitReason: plan.reason,
    failure: plan.failure,
    brought: null,
  };
  return { ...report, feed, visit, incoming: null, change: null, movesTo: null };
}

type Recording = Pick<Collaborators, "library" | "announce" | "log" | "now"> & {
  readonly privateAddresses: PrivateAddresses;
};

/**
 * Stores what visits brought, many at a time, because syncing the disk for each title would cost
 * more than everything else: the first report at once, so that a person who waits sees something,
 * then two, four and more together. Articles first, validators after them: a crash in between costs a
 * second look, never an article.
 */
export class VisitRecorder {
  readonly #collaborators: Recording;
  readonly #stored: () => void;
  #waiting: VisitReport[] = [];
  #batchSize = 1;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();
  #failure: unknown = null;
  /** Visits that told something new of their titles, by title: to be noted together. */
  #unsettled = new Map<FeedId, Unsettled>();
  #settleTimer: NodeJS.Timeout | undefined;
  /** Titles whose reports are not stored yet. */
  readonly #held = new Set<FeedId>();

  /** `stored` is called whenever a batch with articles has been stored. */
  constructor(collaborators: Recording, stored: () => void) {
    this.#collaborators = collaborators;
    this.#stored = stored;
  }

  add(report: VisitReport): void {
    this.#waiting.push(report);
    this.#held.add(report.feed.id);
    if (this.#waiting.length >= this.#batchSize) {
      this.#batchSize = Math.min(largestBatch, this.#batchSize * 2);
      void this.#write();
    } else this.#timer ??= setTimeout(() => void this.#write(), waitForEach * this.#batchSize);
  }

  /** Whether a report of this title is still to be stored. */
  holds(feedId: FeedId): boolean {
    return this.#held.has(feedId);
  }

  /** Resolves once everything added is stored; rejects with what the library refused. */
  async flush(): Promise<void> {
    this.#batchSize = 1;
    void this.#write();
    await this.#settle();
    const failure = this.#failure;
    this.#failure = null;
    if (failure !== null) throw failure as Error;
  }

  #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length > 0) {
      this.#writing = this.#writing
        .then(() => this.#storeBatch(batch))
        .catch((error: unknown) => this.#fail(error))
        .finally(() => {
          for (const { feed } of batch)
            if (!this.#unsettled.has(feed.id)) this.#held.delete(feed.id);
        });
    }
    return this.#writing;
  }

  /** Waits its turn, and notes what visits told of their titles. */
  #settle(): Promise<void> {
    this.#writing = this.#writing
      .then(() => this.#settleNow())
      .catch((error: unknown) => this.#fail(error));
    return this.#writing;
  }

  /** Notes what is new about titles, and only then their visits. */
  async #settleNow(): Promise<void> {
    clearTimeout(this.#settleTimer);
    this.#settleTimer = undefined;
    const unsettled = this.#unsettled;
    if (unsettled.size === 0) return;
    this.#unsettled = new Map();
    try {
      await this.#note([...unsettled.values()]);
    } finally {
      for (const id of unsettled.keys()) this.#held.delete(id);
    }
    this.#collaborators.announce("sources.changed", {});
  }

  async #note(unsettled: readonly Unsettled[]): Promise<void> {
    const { library, log } = this.#collaborators;
    const current = unsettled.filter(({ visit, address }) => {
      const feed = library.feeds.get(visit.feedId);
      return feed?.unfollowedAt === null && feed.address === address;
    });
    try {
      await library.feeds.change(
        new Map(current.map(({ visit, change }) => [visit.feedId, change])),
      );
    } catch (error) {
      if (isOfDisk(error)) throw error;
      // What one title says of itself is worth less than the visits of all.
      log("noting what titles say of themselves", error);
    }
    await library.visits.record(current.map(({ visit }) => visit));
  }

  #fail(error: unknown): void {
    this.#failure = error;
    this.#collaborators.log("storing what visits brought", error);
  }

  /**
   * One report that the library cannot take must not keep the others from being stored: they are
   * stored one by one then, and that one becomes a failure of its title.
   */
  async #storeBatch(batch: readonly VisitReport[]): Promise<void> {
    try {
      await this.#store(batch);
    } catch (error) {
      if (isOfDisk(error)) throw error;
      for (const report of batch) {
        try {
          await this.#store([report]);
        } catch (poison) {
          if (isOfDisk(poison)) throw poison;
          this.#collaborators.log(`storing what ${report.feed.address} brought`, poison);
          await this.#store([blamed(report, this.#collaborators)]);
        }
      }
    }
  }

  /** A title may have been unfollowed, or got another address or password, while it was visited. */
  async #isCurrent({ feed, askedFor }: VisitReport): Promise<boolean> {
    const { library, privateAddresses } = this.#collaborators;
    const now = library.feeds.get(feed.id);
    return (
      now?.unfollowedAt === null && (await privateAddresses.fullAddress(now.address)) === askedFor
    );
  }

  /** Those of the addresses that titles had before. */
  async #forgetSecrets(before: readonly Feed[]): Promise<void> {
    const { library, privateAddresses, log } = this.#collaborators;
    const needed = [...library.feeds.followed(), ...library.feeds.former()];
    await privateAddresses.forget(before, needed).catch((error: unknown) => {
      log("forgetting the secrets of former addresses", error);
    });
  }

  async #store(batch: readonly VisitReport[]): Promise<void> {
    const { library, announce, now, privateAddresses } = this.#collaborators;
    const current: VisitReport[] = [];
    for (const report of batch) if (await this.#isCurrent(report)) current.push(report);
    const { reports, hasMoved, whole } = await settleMoves(current, library, now());
    const incoming = reports.flatMap((report) => report.incoming ?? []);
    const { added, updated, addedTo, incomplete } =
      incoming.length === 0 ? nothing : await library.articles.ingest(incoming);
    const visits = reports.map(({ incoming: came, visit }) => ({
      ...visit,
      // It may have been told, or not, since the visit began.
      moveToTell: visit.moveToTell ?? library.visits.of(visit.feedId)?.moveToTell ?? null,
      ...(came !== null && {
        ...(incomplete.includes(visit.feedId) && unverified),
        brought: addedTo.get(visit.feedId) ?? 0,
      }),
    }));
    await privateAddresses.keep(whole.filter((address) => needsKeeping(address, true)));
    const settled: Visit[] = [];
    for (const [at, { feed, change }] of reports.entries()) {
      const visit = visits[at];
      if (visit === undefined) continue;
      if (change === null) settled.push(visit);
      else this.#unsettled.set(feed.id, { visit, change, address: feed.address });
    }
    if (settled.length > 0) await library.visits.record(settled);
    if (this.#unsettled.size > 0)
      this.#settleTimer ??= setTimeout(() => void this.#settle(), longestUnsettled);
    if (whole.length > 0) {
      await this.#settleNow();
      await this.#forgetSecrets(current.map(({ feed }) => feed));
    }
    if (hasMoved) announce("repairs.changed", {});
    if (added.length + updated.length > 0) {
      const feedIds = new Set<FeedId>(incoming.map(({ feedId }) => feedId));
      announce("articles.changed", { added: added.length, feedIds: [...feedIds].slice(0, 1000) });
      this.#stored();
    }
    announce("sources.changed", {});
  }
}
