import type { ErrorCode } from "../../preload/contract/contract.ts";
import { canResume, FetchError, silences, type DownloadFacts } from "../fetching/fetching.ts";
import {
  LibraryError,
  type ArrivingRecording,
  type RecordingPart,
  type StoredRecording,
} from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Hosts } from "./hosts.ts";
import type { Publishers } from "./publishers.ts";
import { recordingKind } from "./recording-kind.ts";
import { storageFailure } from "./storage-failure.ts";

/** Bytes of a sound or film at most. */
export const largestRecording = 500_000_000;
/** Bytes after which what has arrived is made durable: so much a power cut may cost. */
const bytesPerSync = 8_000_000;

type Collaborating = Pick<Collaborators, "client" | "library"> & {
  readonly hosts: Pick<Hosts, "pausedUntil">;
  readonly publishers: Pick<Publishers, "cookiesForTitle">;
};

/**
 * How a try ended. `interrupted` says nothing about the recording: it is gone on with later; where a
 * host on the way to it wants to be left alone, not before `until` (milliseconds since 1970).
 */
export type RecordingOutcome =
  | { readonly kind: "kept" }
  | { readonly kind: "interrupted"; readonly until: number | null }
  | { readonly kind: "failed"; readonly code: ErrorCode; readonly mayPass: boolean };

/** One recording on its way: what is here is durable from time to time, and gone on with. */
export class RecordingFetch {
  readonly #options: Collaborating;
  readonly #signal: AbortSignal;
  readonly #onProgress: () => void;
  readonly #entry: StoredRecording;
  #part: ArrivingRecording | null = null;
  #version: Pick<RecordingPart, "etag" | "lastModified"> | null = null;
  #contentType: string | null = null;
  #synced = 0;
  /** Bytes of the whole; null while that is not known. */
  total: number | null = null;

  constructor(
    options: Collaborating,
    entry: StoredRecording,
    signal: AbortSignal,
    onProgress: () => void,
  ) {
    this.#options = options;
    this.#entry = entry;
    this.#signal = signal;
    this.#onProgress = onProgress;
  }

  /** Bytes that are here. */
  get received(): number {
    return this.#part?.size ?? this.#entry.part?.received ?? 0;
  }

  async run(): Promise<RecordingOutcome> {
    try {
      if (await this.#takeFromOther()) return { kind: "kept" };
      await this.#openPart();
      let answer = await this.#download().catch((error: unknown) => {
        if (error === otherVersion) return null;
        throw error;
      });
      if (answer === null || answer.status === 416) {
        // There is another now, or what is here is longer than it.
        await this.#dropPart();
        answer = await this.#download();
      }
      if (answer.isWhole) return await this.#keep();
      const { status } = answer;
      if (status === 429 || status === 503)
        return { kind: "interrupted", until: this.#options.hosts.pausedUntil(answer.address) };
      return { kind: "failed", code: "http-status", mayPass: status >= 500 || status === 408 };
    } catch (error) {
      await this.#saveQuietly();
      return await this.#judge(error);
    } finally {
      await this.#part?.close();
    }
  }

  #download(): ReturnType<Collaborating["client"]["download"]> {
    const { client, library, publishers } = this.#options;
    const { address, feedId } = this.#entry;
    const part = this.#part;
    return client.download(
      {
        address,
        resume:
          part === null || part.size === 0 || this.#version === null
            ? null
            : { ...this.#version, received: part.size },
        limit: largestRecording,
        typedHost: library.feeds.get(feedId)?.typedHost ?? null,
        signal: this.#signal,
        ...publishers.cookiesForTitle(feedId),
      },
      { begin: (facts) => this.#begin(facts), write: (bytes) => this.#write(bytes) },
    );
  }

  /** The same address may have come with another article: it is not fetched twice. */
  async #takeFromOther(): Promise<boolean> {
    const { recordings } = this.#options.library;
    for (const other of recordings.all()) {
      if (other.address !== this.#entry.address || other.file === null) continue;
      if ((await recordings.path(other.file)) === null) continue;
      await this.#update({ ...kept, file: other.file, bytes: other.bytes });
      return true;
    }
    return false;
  }

  async #openPart(): Promise<void> {
    const { address, part } = this.#entry;
    if (part === null || !canResume(part)) return;
    const { recordings } = this.#options.library;
    this.#part = await recordings.openPart(address, part, part.received);
    this.#version = part;
    this.#synced = this.#part.size;
  }

  async #begin({ start, total, contentType, etag, lastModified }: DownloadFacts): Promise<void> {
    this.total = total;
    this.#contentType = contentType;
    if (start > 0) {
      // Some know ranges and not the condition under which one was asked for.
      if (isOther(this.#version?.etag, etag)) throw otherVersion;
      if (isOther(this.#version?.lastModified, lastModified)) throw otherVersion;
      return;
    }
    await this.#dropPart();
    this.#version = { etag, lastModified };
    const { recordings } = this.#options.library;
    this.#part = await recordings.openPart(this.#entry.address, this.#version, 0);
    await this.#update({ part: { ...this.#version, received: 0 } });
  }

  async #write(bytes: Uint8Array): Promise<void> {
    const part = this.#part;
    if (part === null) throw new TypeError("nothing was begun");
    const isFirst = part.size === 0;
    await part.append(bytes);
    if (isFirst) this.#checkKind(part);
    this.#onProgress();
    if (part.size - this.#synced >= bytesPerSync) await this.#save(part);
  }

  #checkKind({ start }: ArrivingRecording): string {
    const kind = recordingKind(start, this.#contentType);
    if (kind === null) throw new FetchError("unreadable-file", "neither a sound nor a film");
    return kind;
  }

  async #keep(): Promise<RecordingOutcome> {
    const part = this.#part;
    if (part === null || part.size === 0)
      throw new FetchError("unreadable-file", "there was nothing in it");
    const { recordings } = this.#options.library;
    const { name, bytes } = await recordings.keep(part, this.#checkKind(part));
    this.#part = null;
    await this.#update({ ...kept, file: name, bytes });
    return { kind: "kept" };
  }

  async #save(part: ArrivingRecording): Promise<void> {
    if (this.#version === null) return;
    await part.sync();
    this.#synced = part.size;
    await this.#update({ part: { ...this.#version, received: part.size } });
  }

  /** What can be gone on with stays; all else gives its room back. */
  async #saveQuietly(): Promise<void> {
    const part = this.#part;
    if (part === null || this.#version === null) return;
    try {
      if (canResume(this.#version)) await this.#save(part);
      else await this.#dropPart();
    } catch {
      // It is fetched once more from where it was durable last.
    }
  }

  async #dropPart(): Promise<void> {
    const part = this.#part;
    if (part === null || this.#version === null) return;
    await part.close();
    await this.#options.library.recordings.removePart(this.#entry.address, this.#version);
    await this.#update({ part: null });
    [this.#part, this.#version, this.#synced] = [null, null, 0];
  }

  /** Changes what is known, unless the recording was given up meanwhile. */
  async #update(change: Partial<StoredRecording>): Promise<void> {
    const { recordings } = this.#options.library;
    const current = currentOf(recordings, this.#entry);
    if (current !== undefined) await recordings.put([{ ...current, ...change }]);
  }

  async #judge(error: unknown): Promise<RecordingOutcome> {
    if (this.#signal.aborted) return { kind: "interrupted", until: null };
    if (error instanceof LibraryError)
      return {
        kind: "failed",
        code: storageFailure(error),
        mayPass: error.code === "storage-full",
      };
    if (!(error instanceof FetchError)) throw error;
    if (error.code === "too-soon" || error.code === "cancelled") {
      const until = error.details.nextVisit;
      return { kind: "interrupted", until: typeof until === "number" ? until : null };
    }
    if (error.code === "unreadable-file") await this.#dropPart().catch(() => undefined);
    return { kind: "failed", code: error.code, mayPass: silences.includes(error.code) };
  }
}

/** Thrown at a piece that does not belong to what is here. */
const otherVersion = new Error("the publisher has another version now");

function isOther(before: string | null | undefined, now: string | null): boolean {
  return typeof before === "string" && now !== null && before !== now;
}

const kept = {
  state: "kept",
  part: null,
  failure: null,
  nextTry: null,
  attempts: 0,
} as const;

/** An entry as it is now. */
export function currentOf(
  recordings: Collaborators["library"]["recordings"],
  { articleId, address }: Pick<StoredRecording, "articleId" | "address">,
): StoredRecording | undefined {
  return recordings.of(articleId, [{ address, type: "", length: 0 }], 0);
}
