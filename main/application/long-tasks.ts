import type { LongTask } from "../../preload/contract/contract.ts";
import type { Announce } from "./collaborators.ts";
import { RequestError } from "./request-error.ts";

/** Milliseconds between two announcements of progress. */
const interval = 100;

export interface Progress {
  readonly done: number;
  readonly total: number;
}
type Work<Result> = (
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
) => Promise<Result>;

/** Work on the whole library that takes its time: one at a time, and the window hears how far it is. */
export class LongTasks {
  readonly #announce: Announce;
  readonly #abort = new AbortController();
  #running: { readonly isQuiet: boolean; readonly ended: Promise<unknown> } | null = null;

  constructor(announce: Announce) {
    this.#announce = announce;
  }

  /**
   * Runs what a person asked for, after the library's own upkeep. Throws `RequestError` `busy` when
   * a person asked for something else before.
   */
  async run<Result>(task: LongTask, work: Work<Result>): Promise<Result> {
    while (this.#running?.isQuiet === true) await this.#running.ended;
    if (this.#running !== null) throw new RequestError("busy", "other work is under way");
    return this.#start(task, work);
  }

  /** Runs upkeep that nobody asked for, when nothing else runs; nobody hears how far it is. */
  async runQuietly<Result>(work: () => Promise<Result>): Promise<Result> {
    while (this.#running !== null) await this.#running.ended;
    return this.#start(null, work);
  }

  /** Cuts short what can be cut short; resolves when nothing runs any more. */
  async stop(): Promise<void> {
    this.#abort.abort();
    while (this.#running !== null) await this.#running.ended;
  }

  async #start<Result>(task: LongTask | null, work: Work<Result>): Promise<Result> {
    if (this.#abort.signal.aborted) throw new RequestError("cancelled", "Broadsheet is closing");
    let last: Progress = { done: 0, total: 1 };
    let toldAt = -Infinity;
    const tell = (finished: boolean): void => {
      if (task === null) return;
      toldAt = performance.now();
      this.#announce("task.progressed", { task, ...last, finished });
    };
    tell(false);
    const result = work((progress) => {
      last = progress;
      if (performance.now() - toldAt >= interval) tell(false);
    }, this.#abort.signal);
    const ended = result.then(
      () => undefined,
      () => undefined,
    );
    this.#running = { isQuiet: task === null, ended };
    try {
      return await result;
    } finally {
      this.#running = null;
      tell(true);
    }
  }
}
