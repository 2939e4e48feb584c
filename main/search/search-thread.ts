import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { FromSearch, SearchJob, SearchJobs, ToSearch } from "./messages.ts";

/** How long the thread may take to end by itself, in milliseconds. */
const grace = 5000;

/** The thread could not answer: it broke, or the index is out of order. */
export class SearchError extends Error {
  override readonly name = "SearchError";
}

interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: SearchError) => void;
}

/** Whoever has the index of words. */
export interface Searcher {
  /** Rejects with `SearchError`. */
  ask<Job extends SearchJob>(
    job: Job,
    input: SearchJobs[Job]["input"],
  ): Promise<SearchJobs[Job]["output"]>;
}

/** The thread that holds the index: started when it is first asked, and anew after it broke. */
export class SearchThread implements Searcher {
  readonly #entry: URL;
  readonly #folder: string | null;
  /** The folder that was made for want of another; null while there is none. */
  #temporary: string | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #exited: Promise<void> = Promise.resolve();
  #lastId = 0;
  #isClosed = false;

  /**
   * `entry`: the thread's bundle; `folder`: where the index is kept. Null: in a folder of the system
   * for what is temporary, which is removed when the thread is closed.
   */
  constructor(entry: URL, folder: string | null) {
    this.#entry = entry;
    this.#folder = folder;
  }

  ask<Job extends SearchJob>(
    job: Job,
    input: SearchJobs[Job]["input"],
  ): Promise<SearchJobs[Job]["output"]> {
    return new Promise<unknown>((resolve, reject) => {
      if (this.#isClosed) {
        reject(new SearchError("the index is closed"));
        return;
      }
      const id = ++this.#lastId;
      const worker = (this.#worker ??= this.#start());
      this.#waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ kind: "job", id, job, input } satisfies ToSearch);
    }) as Promise<SearchJobs[Job]["output"]>;
  }

  /** Ends the thread once what it has in hand is done. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const worker = this.#worker;
    if (worker !== null) {
      worker.ref();
      worker.postMessage({ kind: "end" } satisfies ToSearch);
      const timer = setTimeout(() => void worker.terminate(), grace);
      await this.#exited;
      clearTimeout(timer);
    }
    // What stays behind the system removes; nothing is lost by it.
    if (this.#temporary !== null)
      await rm(this.#temporary, { recursive: true, force: true }).catch(() => undefined);
  }

  #start(): Worker {
    const folder =
      this.#folder ?? (this.#temporary ??= mkdtempSync(join(tmpdir(), "broadsheet-search-")));
    const worker = new Worker(this.#entry, { workerData: folder });
    worker.on("message", (answer: FromSearch) => {
      const waiting = this.#waiting.get(answer.id);
      this.#waiting.delete(answer.id);
      // An idle thread does not keep the program running.
      if (this.#waiting.size === 0) worker.unref();
      if (answer.ok) waiting?.resolve(answer.output);
      else waiting?.reject(new SearchError(answer.message));
    });
    const fail = (reason: string): void => {
      if (this.#worker === worker) this.#worker = null;
      for (const { reject } of this.#waiting.values()) reject(new SearchError(reason));
      this.#waiting.clear();
    };
    worker.on("error", (error) => fail(String(error)));
    this.#exited = new Promise((resolve) => {
      worker.on("exit", (code) => {
        fail(`the search thread ended with code ${code}`);
        resolve();
      });
    });
    return worker;
  }
}
