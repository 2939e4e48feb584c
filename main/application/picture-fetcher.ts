import { readFile } from "node:fs/promises";
import type { ErrorCode } from "../../preload/contract/contract.ts";
import { FetchError, silences } from "../fetching/fetching.ts";
import type { PictureResult, WaitingPicture } from "../library/library.ts";
import { WorkerError } from "../workers/workers.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Hosts } from "./hosts.ts";
import { PictureMaker } from "./picture-maker.ts";
import type { Publishers } from "./publishers.ts";

type Collaborating = Collaborators & { readonly hosts: Hosts; readonly publishers: Publishers };

/** What became of the picture at an address. */
export type PictureOutcome = Omit<PictureResult, "articleId" | "index" | "address">;

/** Tries before an unreachable picture is given up for now. */
const tries = 2;
/** Addresses remembered, so that a picture used by several articles is fetched once. */
const remembered = 5000;

const failure = (code: ErrorCode): PictureOutcome => ({
  media: null,
  width: null,
  height: null,
  bytes: 0,
  failure: code,
});

/** Fetches pictures and stores their bytes; tells what is lost for good from what may yet come. */
export class PictureFetcher {
  readonly #collaborators: Collaborating;
  readonly #maker: PictureMaker;
  readonly #signal: AbortSignal;
  readonly #underway = new Map<string, Promise<void>>();
  readonly #outcomes = new Map<string, PictureOutcome>();
  /** Pictures that could not be reached: why, and how many answers anybody gave before. */
  readonly #silent = new Map<string, { readonly code: ErrorCode; readonly answers: number }>();

  constructor(collaborators: Collaborating, signal: AbortSignal) {
    this.#collaborators = collaborators;
    this.#maker = new PictureMaker(collaborators);
    this.#signal = signal;
  }

  /** Fetches a picture unless that has been done. Rejects when it could not be stored. */
  async fetch(picture: WaitingPicture): Promise<void> {
    const { address } = picture;
    const known = this.#outcomes.get(address);
    if (known !== undefined) {
      if (picture.mayLead) await this.#addThumbnail(address, known);
      return;
    }
    let fetching = this.#underway.get(address);
    if (fetching === undefined) {
      fetching = this.#fetch(picture).finally(() => this.#underway.delete(address));
      this.#underway.set(address, fetching);
    }
    await fetching;
  }

  /**
   * What became of a picture, once that is known for good. One that could not be reached counts as
   * lost only if somebody else answered since: else it may be the network that is missing.
   */
  outcomeOf(address: string): PictureOutcome | null {
    const silent = this.#silent.get(address);
    if (silent === undefined) return this.#outcomes.get(address) ?? null;
    if (silent.answers === this.#collaborators.hosts.answers) return null;
    this.#silent.delete(address);
    return failure(silent.code);
  }

  async #fetch(picture: WaitingPicture): Promise<void> {
    const { address } = picture;
    const { hosts } = this.#collaborators;
    const answers = this.#silent.get(address)?.answers ?? hosts.answers;
    for (let attempt = 1; attempt <= tries; attempt += 1) {
      // A host may have asked for peace while this one waited for its turn.
      if (this.#signal.aborted || hosts.pausedUntil(address) !== null) return;
      const outcome = await this.#attempt(picture);
      if (outcome === null) return;
      const code = outcome.failure;
      if (code === null || !silences.includes(code)) {
        this.#silent.delete(address);
        this.#remember(address, outcome);
        return;
      }
      this.#silent.set(address, { code, answers });
    }
  }

  /** One request; null when its end says nothing about the picture. */
  async #attempt({ address, feedId, mayLead }: WaitingPicture): Promise<PictureOutcome | null> {
    const { client, library, workers, publishers } = this.#collaborators;
    const typedHost = library.feeds.get(feedId)?.typedHost ?? null;
    try {
      const signal = this.#signal;
      const asPerson = publishers.cookiesForTitle(feedId);
      const request = { address, kind: "picture" as const, typedHost, signal };
      const { body, status } = await client.fetch({ ...request, ...asPerson });
      // The host is busy, which passes.
      if (status === 429 || status === 503) return null;
      if (body === null) return failure("http-status");
      const inspected = await workers.run("inspectPicture", { bytes: body }, { signal });
      if (inspected === null) return failure("unreadable-file");
      const ready = await this.#maker.make(body, inspected);
      if (ready === null) return failure("unreadable-file");
      // The program is ending: what the workshop could not finish is made at the next start.
      if (this.#signal.aborted) return null;
      const { name: media, bytes, width, height } = ready;
      await library.pictures.store(media, bytes);
      const thumbnail = mayLead ? await this.#maker.makeThumbnail(ready) : undefined;
      const outcome = { media, width, height, bytes: bytes.length, failure: null };
      return { ...outcome, ...(thumbnail !== undefined && { thumbnail }) };
    } catch (error) {
      if (this.#signal.aborted) return null;
      // Its host came to want peace while this waited for its turn, or was led there.
      if (error instanceof FetchError && error.code === "too-soon") return null;
      if (error instanceof FetchError) return failure(error.code);
      if (error instanceof WorkerError) return failure("unreadable-file");
      throw error;
    }
  }

  /** A picture that is here for another article leads one now. */
  async #addThumbnail(address: string, outcome: PictureOutcome): Promise<void> {
    const { media, width, height, thumbnail } = outcome;
    if (thumbnail !== undefined || media === null || width === null || height === null) return;
    const path = await this.#collaborators.library.pictures.path(media);
    if (path === null) return;
    const ready = { name: media, bytes: await readFile(path), width, height };
    this.#remember(address, { ...outcome, thumbnail: await this.#maker.makeThumbnail(ready) });
  }

  /** Forgets what was refused: somebody signed in since. */
  forgetRefused(): void {
    for (const [address, { failure }] of this.#outcomes)
      if (failure === "http-status") this.#outcomes.delete(address);
  }

  #remember(address: string, outcome: PictureOutcome): void {
    this.#outcomes.set(address, outcome);
    for (const oldest of this.#outcomes.keys()) {
      if (this.#outcomes.size <= remembered) break;
      this.#outcomes.delete(oldest);
    }
  }
}
