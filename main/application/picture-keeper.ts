import type { ArticleId, FeedId } from "../../preload/contract/contract.ts";
import type { PictureResult, WaitingPicture } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Connection } from "./connection.ts";
import { FetchRounds, type Outcome, type RoundsState } from "./fetch-rounds.ts";
import type { Hosts } from "./hosts.ts";
import { PictureFetcher } from "./picture-fetcher.ts";
import type { PreparedWork } from "./prepared-work.ts";
import type { Publishers } from "./publishers.ts";

/** Pictures fetched at once over all hosts. */
const concurrency = 6;
/** Milliseconds until it is looked whether there is a network. */
const untilOnline = 60_000;

type Keeping = Collaborators & {
  readonly hosts: Hosts;
  readonly publishers: Publishers;
  readonly connection: Connection;
  readonly prepared: PreparedWork;
};

const nameOf = ({ articleId, index, address }: WaitingPicture): string =>
  `${articleId}/${index}/${address}`;

/** Fetches the pictures of listed articles, once each, and stores them: what is prepared first. */
export class PictureKeeper {
  readonly #options: Keeping;
  readonly #abort = new AbortController();
  readonly #fetcher: PictureFetcher;
  readonly #rounds: FetchRounds<WaitingPicture, PictureResult>;
  /** Articles that are being prepared, as far as they were listed. */
  readonly #prepared = new Set<ArticleId>();
  #results: PictureResult[] = [];
  /** Pictures that nobody answered for in this round. */
  readonly #unanswered = new Set<WaitingPicture>();

  constructor(options: Keeping) {
    this.#options = options;
    this.#fetcher = new PictureFetcher(options, this.#abort.signal);
    this.#rounds = new FetchRounds(
      {
        name: "keeping pictures",
        concurrency,
        nameOf,
        addressOf: ({ address }) => address,
        list: (limit, isWanted) => this.#list(limit, isWanted),
        fetch: (picture) => this.#fetch(picture),
        takeResults: () => this.#takeResults(),
        record: (results) => this.#record(results),
        nextLook: (planned) => this.#nextLook(planned),
        roundEnded: (hasStored) => {
          this.#unanswered.clear();
          this.#prepared.clear();
          if (hasStored) options.announce("sources.changed", {});
          options.prepared.roundEnded();
        },
      },
      options,
    );
  }

  /** How far its rounds have come. */
  get state(): RoundsState {
    return this.#rounds.state;
  }

  waiting(): number {
    return this.#options.library.pictures.countWaiting();
  }

  /** Fetches everything that waits; returns at once. */
  wake(): void {
    this.#rounds.wake();
  }

  /** Fetches once more what titles' publishers refused: the person has signed in there. */
  async tryRefusedAgain(feedIds: readonly FeedId[]): Promise<void> {
    this.#fetcher.forgetRefused();
    await this.#options.library.pictures.tryRefusedAgain(feedIds);
    this.wake();
  }

  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#rounds.stop();
  }

  async #list(
    limit: number,
    isWanted: (picture: WaitingPicture) => boolean,
  ): Promise<WaitingPicture[]> {
    const { library, connection, hosts, prepared } = this.#options;
    if (!connection.isOnline) return [];
    const found = new Map<string, WaitingPicture>();
    const isFree = (picture: WaitingPicture): boolean =>
      isWanted(picture) &&
      !found.has(nameOf(picture)) &&
      hosts.pausedUntil(picture.address) === null;
    const add = (pictures: readonly WaitingPicture[]): void => {
      for (const picture of pictures) found.set(nameOf(picture), picture);
    };
    const plan = prepared.current();
    const mayFetch = connection.mayFetch("pictures") && !prepared.isHeld();
    if (plan?.pictures === true && (mayFetch || plan.evenMetered)) {
      const pictures = await library.pictures.waiting(limit, isFree, plan.scope);
      for (const { articleId } of pictures) this.#prepared.add(articleId);
      add(pictures);
    }
    if (mayFetch) add(await library.pictures.waiting(limit - found.size, isFree));
    return [...found.values()];
  }

  /** The connection may have become another since the picture was listed. */
  #mayFetch({ articleId }: WaitingPicture): boolean {
    const { connection, prepared } = this.#options;
    if (!connection.isOnline || prepared.isHeld()) return false;
    if (connection.mayFetch("pictures")) return true;
    return prepared.current()?.evenMetered === true && this.#prepared.has(articleId);
  }

  async #fetch(picture: WaitingPicture): Promise<Outcome> {
    if (!this.#mayFetch(picture)) return "later";
    const { address } = picture;
    await this.#fetcher.fetch(picture);
    if (this.#isKnown(picture)) return "settled";
    if (this.#abort.signal.aborted || this.#options.hosts.pausedUntil(address) !== null)
      return "later";
    this.#unanswered.add(picture);
    return "silent";
  }

  #isKnown(picture: WaitingPicture): boolean {
    const { articleId, index, address } = picture;
    const outcome = this.#fetcher.outcomeOf(address);
    if (outcome !== null) this.#results.push({ articleId, index, address, ...outcome });
    return outcome !== null;
  }

  /** What is known by now; what could not be reached may become known when others answer. */
  #takeResults(): PictureResult[] {
    for (const picture of this.#unanswered)
      if (this.#isKnown(picture)) this.#unanswered.delete(picture);
    const results = this.#results;
    this.#results = [];
    return results;
  }

  async #record(results: readonly PictureResult[]): Promise<void> {
    const { library, announce, prepared } = this.#options;
    await library.pictures.record(results);
    announce("statuses.changed", {
      articleIds: [...new Set(results.map(({ articleId }) => articleId))].slice(0, 1000),
    });
    // A picture that several articles show takes its room once.
    const bytes = new Map<string, number>();
    const ofPrepared = results.filter(({ articleId }) => this.#prepared.has(articleId));
    for (const result of ofPrepared)
      if (result.media !== null) bytes.set(result.media, result.bytes);
    const sum = [...bytes.values()].reduce((before, one) => before + one, 0);
    prepared.stored(ofPrepared.length, sum);
  }

  #nextLook(planned: number): number | null {
    const { connection, hosts, prepared, now } = this.#options;
    const plan = prepared.current();
    if (this.waiting() === 0 && plan?.pictures !== true) return null;
    if (!connection.isOnline) return untilOnline;
    // That the connection costs no longer is told.
    if (!connection.mayFetch("pictures") && plan?.evenMetered !== true) return null;
    return Math.min(planned, Math.max(1000, (hosts.soonestEnd() ?? Infinity) - now()));
  }
}
