import type { Article, ArticleId, FeedId, Recording } from "../../preload/contract/contract.ts";
import {
  shownRecording,
  type Episode,
  type StoredRecording,
  type Timeline,
} from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Connection } from "./connection.ts";
import type { Hosts } from "./hosts.ts";
import type { PreparedWork } from "./prepared-work.ts";
import type { Publishers } from "./publishers.ts";
import { currentOf, RecordingFetch } from "./recording-fetcher.ts";
import { isLetGo } from "./recording-rules.ts";
import { RequestError } from "./request-error.ts";

/** Fetched at once, one of a host: feeds of that host find the other connection free. */
const concurrency = 2;
/** Milliseconds between two words about one that is on its way. */
const progressGap = 500;
/** One that is tried again later than this is given up for now by who prepares. */
const longestPatience = 3_600_000;
const shortestRetry = 60_000;
const longestRetry = 12 * 3_600_000;
/** Tries after which only a person asks once more. */
const triesAtMost = 8;

type Collaborating = Collaborators & {
  readonly hosts: Hosts;
  readonly publishers: Publishers;
  readonly connection: Pick<Connection, "mayFetch">;
  readonly prepared: PreparedWork;
};
type Wish = StoredRecording["wish"];
const ranks: readonly Wish[] = ["person", "preparation", "rule"];

interface Underway {
  readonly entry: StoredRecording;
  readonly fetch: RecordingFetch;
  readonly abort: AbortController;
  readonly ended: Promise<void>;
}

/** Fetches the sounds and films that a person or a title's rule wants, and lets go of others. */
export class RecordingKeeper {
  readonly #options: Collaborating;
  /** By address. */
  readonly #underway = new Map<string, Underway>();
  /**
   * Addresses that are left alone for now, and until when: they may lead to a host that asked for
   * peace, or what became of them could not be noted.
   */
  readonly #resting = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #ruling: Promise<void> | null = null;
  #rulesAgain = false;
  #isStopped = false;

  constructor(options: Collaborating) {
    this.#options = options;
  }

  /** One is on its way at this moment. */
  get isRunning(): boolean {
    return this.#underway.size > 0;
  }

  /** Fetches what waits; returns at once. */
  wake(): void {
    clearTimeout(this.#timer);
    if (this.#isStopped || this.#options.library.readOnly) return;
    const mayFetch = this.#mayFetch();
    for (const { abort, entry } of this.#underway.values())
      if (!mayFetch[(currentOf(this.#options.library.recordings, entry) ?? entry).wish])
        abort.abort();
    for (;;) {
      const next = this.#underway.size < concurrency ? this.#next(mayFetch) : undefined;
      if (next === undefined) break;
      this.#start(next);
    }
    this.#tryLater();
  }

  /** Ends all work; what has arrived is durable then, and gone on with at the next start. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    const underway = [...this.#underway.values()];
    for (const { abort } of underway) abort.abort();
    await Promise.all(underway.map(({ ended }) => ended));
    await this.#ruling;
  }

  /** The article with what is under way of its recordings at this moment. */
  withProgress(article: Article): Article {
    if (this.#underway.size === 0) return article;
    const enclosures = article.enclosures.map((enclosure) => {
      const { address, recording } = enclosure;
      const underway = this.#underway.get(address);
      if (recording === null || underway?.entry.articleId !== article.id) return enclosure;
      return { ...enclosure, recording: withReceived(recording, underway) };
    });
    return { ...article, enclosures };
  }

  /** A person wants an article's recording. */
  async keep(articleId: ArticleId, index: number): Promise<void> {
    const episode = await this.#episode(articleId, index);
    await this.#ask([episode], "person");
    this.wake();
  }

  /** Gives a recording up, or removes it from this disk; where the person stopped stays known. */
  async remove(articleId: ArticleId, index: number): Promise<void> {
    const episode = await this.#episode(articleId, index);
    const { recordings } = this.#options.library;
    const entry = recordings.of(articleId, episode.enclosures, index);
    if (entry === undefined) return;
    await this.#giveUp(entry);
    const current = currentOf(recordings, entry) ?? entry;
    // No preparation that is under way brings it back.
    await recordings.letGo([{ ...current, index, askedAt: this.#options.now() }]);
    this.#tell(entry);
    this.wake();
  }

  async rememberPosition(
    articleId: ArticleId,
    index: number,
    position: number,
    duration: number | null,
  ): Promise<void> {
    const episode = await this.#episode(articleId, index);
    const { library, now } = this.#options;
    const entry = library.recordings.of(articleId, episode.enclosures, index);
    if (entry === undefined) return;
    const known = duration ?? entry.duration;
    await library.recordings.put([{ ...entry, position, duration: known, playedAt: now() }]);
  }

  /** What is missing of a list, in bytes as feeds say; what was let go of after `since` is given up. */
  async measure(
    list: Timeline,
    since: number,
  ): Promise<{ unasked: number; waiting: number; failed: number; bytes: number }> {
    const { recordings } = this.#options.library;
    const sum = { unasked: 0, waiting: 0, failed: 0, bytes: 0 };
    for (const { articleId, enclosures, enclosure, index } of await recordings.among(list)) {
      const entry = recordings.of(articleId, enclosures, index);
      if (entry?.state === "kept") continue;
      const patience = this.#options.now() + longestPatience;
      const isLost =
        (entry?.state === "failed" && (entry.nextTry ?? Infinity) > patience) ||
        (entry?.state === "none" && entry.askedAt >= since);
      if (isLost) sum.failed += 1;
      else if (entry === undefined || entry.state === "none") sum.unasked += 1;
      else sum.waiting += 1;
      if (!isLost) sum.bytes += Math.max(0, enclosure.length - (entry?.part?.received ?? 0));
    }
    return sum;
  }

  /** Asks for everything of a list but what was let go of after `since`, the first ones first. */
  async want(list: Timeline, since: number): Promise<void> {
    const { recordings } = this.#options.library;
    const missing = (await recordings.among(list)).filter(({ articleId, enclosures, index }) => {
      const entry = recordings.of(articleId, enclosures, index);
      if (entry === undefined) return true;
      if (entry.state === "none") return entry.askedAt < since;
      return entry.state === "waiting" && entry.wish === "rule";
    });
    await this.#ask(missing, "preparation");
    this.wake();
  }

  /** Gives up what a preparation asked for of a list and nobody else wants; what is here stays. */
  async wantNoMore(list: Timeline): Promise<void> {
    const { recordings } = this.#options.library;
    const unwanted = (await recordings.among(list)).flatMap(({ articleId, enclosures, index }) => {
      const entry = recordings.of(articleId, enclosures, index);
      const isWanted = entry?.wish !== "preparation" || entry.state === "kept";
      return isWanted ? [] : [entry];
    });
    for (const entry of unwanted) await this.#giveUp(entry);
    // Asked for by nobody: the next preparation wants it again.
    const current = unwanted.map((entry) => ({
      ...(currentOf(recordings, entry) ?? entry),
      askedAt: 0,
    }));
    await recordings.letGo(current.filter(({ state }) => state !== "kept"));
    for (const entry of unwanted) this.#tell(entry);
    this.applyRules();
  }

  /** Sets how many of titles' newest episodes are kept by themselves. */
  async setRule(feedIds: readonly FeedId[], newest: number): Promise<void> {
    const { announce, library } = this.#options;
    const known = feedIds.filter((id) => library.feeds.get(id) !== undefined);
    await library.feeds.change(new Map(known.map((id) => [id, { keepRecordings: newest }])));
    announce("sources.changed", {});
    this.applyRules();
  }

  /** Asks for what titles' rules want, and lets go of what they no longer do; returns at once. */
  applyRules(): void {
    if (this.#isStopped || this.#options.library.readOnly) return;
    this.#rulesAgain = true;
    this.#ruling ??= this.#applyAll()
      .catch((error: unknown) => {
        this.#options.log("keeping titles' newest recordings", error);
      })
      .finally(() => (this.#ruling = null));
  }

  async #applyAll(): Promise<void> {
    while (this.#rulesAgain && !this.#isStopped) {
      this.#rulesAgain = false;
      const { library } = this.#options;
      const ruled = new Map<FeedId, readonly Episode[]>();
      for (const { id, keepRecordings } of library.feeds.followed())
        if (keepRecordings > 0)
          ruled.set(id, await library.recordings.newestOf(id, keepRecordings));
      for (const episodes of ruled.values()) {
        const unknown = episodes.filter(
          ({ articleId, enclosures, index }) =>
            library.recordings.of(articleId, enclosures, index) === undefined,
        );
        await this.#ask(unknown, "rule");
      }
      await this.#letGo(ruled);
      this.wake();
    }
  }

  async #letGo(ruled: ReadonlyMap<FeedId, readonly Episode[]>): Promise<void> {
    const { library, now } = this.#options;
    const { recordings } = library;
    const newest = new Set(
      [...ruled.values()]
        .flat()
        .flatMap(({ articleId, enclosures, index }) =>
          nameOf(recordings.of(articleId, enclosures, index)),
        ),
    );
    const outdated = [...recordings.all()].filter((entry) => {
      if (entry.state === "none" || entry.state === "failed") return false;
      // Articles of a title that is no longer followed go, or come back, with it.
      if (library.feeds.get(entry.feedId)?.unfollowedAt !== null) return false;
      const isNewest = newest.has(nameOf(entry));
      const isBookmarked = recordings.isBookmarked(entry.articleId);
      return isLetGo(entry, { isNewest, isBookmarked, now: now() });
    });
    for (const entry of outdated) await this.#giveUp(entry);
    const current = outdated.map((entry) => currentOf(recordings, entry) ?? entry);
    await recordings.letGo(current.filter(({ playedAt }) => playedAt !== null));
    // Forgotten, it comes again when the rule wants more.
    await recordings.forget(current.filter(({ playedAt }) => playedAt === null));
    for (const entry of outdated) this.#tell(entry);
  }

  async #episode(articleId: ArticleId, index: number): Promise<Episode> {
    const episode = await this.#options.library.recordings.episode(articleId, index);
    if (episode === null) throw new RequestError("not-found", "there is no such sound or film");
    return episode;
  }

  /** Notes wishes; a person's own outweighs the others. */
  async #ask(episodes: readonly Episode[], wish: Wish): Promise<void> {
    const { library, now } = this.#options;
    const { recordings } = library;
    // Where the publisher gave it another address, the one that was known is asked for no more.
    const moved = episodes.flatMap(({ articleId, index, enclosure, enclosures }) => {
      const before = recordings.of(articleId, enclosures, index);
      const isHere = before === undefined || before.state === "kept";
      return isHere || before.address === enclosure.address ? [] : [before];
    });
    for (const entry of moved) await this.#giveUp(entry);
    const asked = episodes.flatMap(({ articleId, feedId, index, enclosure, enclosures }) => {
      const before = recordings.of(articleId, enclosures, index);
      const { address } = enclosure;
      const isMoved = before !== undefined && before.address !== address;
      const mine = { articleId, feedId, address, index };
      const stronger =
        before === undefined ||
        before.state === "none" ||
        ranks.indexOf(wish) < ranks.indexOf(before.wish)
          ? wish
          : before.wish;
      if (before?.state === "kept") return [{ ...before, wish: stronger }];
      const known = { ...(before ?? unknown), ...mine, ...(isMoved && { part: null }) };
      const waiting = { state: "waiting", failure: null, nextTry: null, attempts: 0 } as const;
      return [{ ...known, ...waiting, wish: stronger, askedAt: now() }];
    });
    await recordings.put(asked);
    const outdated = moved.flatMap((entry) => {
      const current = currentOf(recordings, entry);
      const isOld = current?.address === entry.address && current.state !== "kept";
      return isOld ? [current] : [];
    });
    await recordings.forget(outdated);
    for (const entry of asked) this.#tell(entry);
  }

  /** Whose wishes may be fulfilled now. */
  #mayFetch(): Readonly<Record<Wish, boolean>> {
    const { isOnline, connection, prepared } = this.#options;
    const isFree = !prepared.isHeld() && connection.mayFetch("recordings");
    const isPaidFor = !prepared.isHeld() && prepared.current()?.evenMetered === true;
    return {
      person: isOnline(),
      preparation: isOnline() && (isFree || isPaidFor),
      rule: isOnline() && isFree,
    };
  }

  /** What is to be fetched next, if anything may be. */
  #next(mayFetch: Readonly<Record<Wish, boolean>>): StoredRecording | undefined {
    const { library, now } = this.#options;
    const busyHosts = new Set(
      [...this.#underway.keys()].map((address) => URL.parse(address)?.host),
    );
    const isNext = (entry: StoredRecording): boolean =>
      isDue(entry, now()) &&
      mayFetch[entry.wish] &&
      this.#restsUntil(entry.address) === null &&
      !busyHosts.has(URL.parse(entry.address)?.host);
    return [...library.recordings.all()]
      .filter(isNext)
      .sort((a, b) => ranks.indexOf(a.wish) - ranks.indexOf(b.wish) || a.askedAt - b.askedAt)[0];
  }

  #start(entry: StoredRecording): void {
    const abort = new AbortController();
    let told = 0;
    const fetch = new RecordingFetch(this.#options, entry, abort.signal, () => {
      const moment = performance.now();
      if (moment - told < progressGap) return;
      told = moment;
      this.#tell(entry);
    });
    const ended = fetch
      .run()
      .then((outcome) => this.#note(entry, outcome))
      .catch((error: unknown) => {
        this.#options.log(`keeping ${new URL(entry.address).host}'s recording`, error);
        return this.#note(entry, { kind: "failed", code: "internal", mayPass: false }).catch(() => {
          // The disk takes not even that: asked at once, the publisher would be asked without end.
          this.#resting.set(entry.address, this.#options.now() + shortestRetry);
        });
      })
      .finally(() => {
        this.#underway.delete(entry.address);
        this.#tell(entry);
        const { library, prepared } = this.#options;
        const { state, wish, bytes } = currentOf(library.recordings, entry) ?? entry;
        if (wish === "preparation" && (state === "kept" || state === "failed"))
          prepared.stored(1, bytes);
        prepared.roundEnded();
        // Not at once: what ended because the network is gone would end again.
        if (!this.#isStopped) this.#later(fetch.received > 0 ? 0 : 1000);
      });
    this.#underway.set(entry.address, { entry, fetch, abort, ended });
    this.#tell(entry);
  }

  async #note(
    entry: StoredRecording,
    outcome: Awaited<ReturnType<RecordingFetch["run"]>>,
  ): Promise<void> {
    const { isOnline, library, now } = this.#options;
    if (outcome.kind === "interrupted" && outcome.until !== null)
      this.#resting.set(entry.address, outcome.until);
    const current = currentOf(library.recordings, entry);
    if (outcome.kind !== "failed" || current?.state === "none" || current === undefined) return;
    // Without a network nothing is anybody's failure.
    if (outcome.mayPass && !isOnline()) return;
    const attempts = current.attempts + 1;
    const mayRetry = outcome.mayPass && attempts < triesAtMost;
    const wait = Math.min(longestRetry, shortestRetry * 3 ** (attempts - 1));
    await library.recordings.put([
      {
        ...current,
        state: "failed",
        failure: outcome.code,
        attempts,
        nextTry: mayRetry ? now() + wait : null,
      },
    ]);
  }

  async #giveUp(entry: StoredRecording): Promise<void> {
    const underway = this.#underway.get(entry.address);
    if (underway?.entry.articleId !== entry.articleId) return;
    underway.abort.abort();
    await underway.ended;
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.wake();
    }, wait);
  }

  /** Until when nothing is asked for at an address; null: it may be. */
  #restsUntil(address: string): number | null {
    const { hosts, now } = this.#options;
    const rest = this.#resting.get(address) ?? 0;
    if (rest > now()) return rest;
    this.#resting.delete(address);
    return hosts.pausedUntil(address);
  }

  /** Comes back when a failed one is due, or a host's pause ends. */
  #tryLater(): void {
    const { library, now } = this.#options;
    const moments = [...library.recordings.all()].flatMap(({ state, address, nextTry }) =>
      state === "waiting" || nextTry !== null ? (this.#restsUntil(address) ?? nextTry ?? []) : [],
    );
    const soonest = Math.min(...moments) - now();
    if (soonest !== Infinity) this.#later(Math.min(longestRetry, Math.max(1000, soonest)));
  }

  #tell(entry: StoredRecording): void {
    const { announce, library } = this.#options;
    const { articleId, index } = entry;
    const shown = shownRecording(currentOf(library.recordings, entry));
    const underway = this.#underway.get(entry.address);
    const isThis = underway?.entry.articleId === articleId;
    const recording = isThis ? withReceived(shown, underway) : shown;
    announce("recordings.progressed", { articleId, index, recording });
  }
}

const unknown = {
  file: null,
  bytes: 0,
  part: null,
  position: 0,
  duration: null,
  playedAt: null,
} as const;

function withReceived(recording: Recording, { fetch }: Underway): Recording {
  if (recording.state === "kept" || recording.state === "none") return recording;
  return { ...recording, state: "fetching", received: fetch.received, failure: null };
}

function isDue({ state, nextTry }: StoredRecording, now: number): boolean {
  if (state === "failed") return nextTry !== null && nextTry <= now;
  return state === "waiting";
}

function nameOf(entry: StoredRecording | undefined): string {
  return entry === undefined ? "" : `${entry.articleId} ${entry.address}`;
}
