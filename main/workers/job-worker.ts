import { Worker } from "node:worker_threads";
import type { JobName, Jobs } from "./jobs.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import { WorkerError } from "./worker-error.ts";
import type { RunOptions } from "./workers.ts";

/** Hostile input fills this, not the machine; the thread then ends alone. */
const heapMegabytes = 512;

/** How long a thread may take to end by itself, in milliseconds. */
const grace = 2000;

/** One thread with one job at a time; ended for good when a job overstays, breaks or is given up. */
export class JobWorker {
  isAlive = true;
  readonly #worker: Worker;
  readonly #timeoutMilliseconds: number;
  readonly #exited: Promise<void>;
  /** Rejects the job in hand. */
  #fail: (error: WorkerError) => void = () => undefined;

  constructor(entry: URL, timeoutMilliseconds: number) {
    this.#timeoutMilliseconds = timeoutMilliseconds;
    this.#worker = new Worker(entry, {
      resourceLimits: { maxOldGenerationSizeMb: heapMegabytes },
    });
    const crash = (reason: string, cause?: unknown): void => {
      this.isAlive = false;
      this.#fail(new WorkerError("crashed", reason, { cause }));
    };
    this.#worker.on("error", (error) => crash(String(error), error));
    this.#worker.on("messageerror", (error) => crash(String(error), error));
    this.#exited = new Promise((resolve) => {
      this.#worker.on("exit", (code) => {
        crash(`the worker ended with code ${code}`);
        resolve();
      });
    });
  }

  run(
    job: JobName,
    input: Jobs[JobName]["input"],
    { signal, transfer = [] }: RunOptions,
  ): Promise<unknown> {
    return new Promise<unknown>((resolve, reject) => {
      const articles: unknown[] = [];
      const settle = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener("abort", abort);
        this.#worker.off("message", receive);
        this.#fail = () => undefined;
        // An idle thread does not keep the program running.
        this.#worker.unref();
      };
      const giveUp = (code: WorkerError["code"], reason: string): void =>
        this.#fail(new WorkerError(code, `${job} ${reason}`));
      const abort = (): void => {
        giveUp("cancelled", "was cancelled");
        void this.end();
      };
      const receive = (message: FromWorker): void => {
        switch (message.kind) {
          case "slice":
            articles.push(...message.articles);
            this.#tell({ kind: "next" });
            break;
          case "done":
            settle();
            resolve(
              articles.length === 0 ? message.output : { ...(message.output as object), articles },
            );
            break;
          case "failed":
            settle();
            reject(new WorkerError("crashed", `${job} failed: ${message.message}`));
            break;
        }
      };
      const timer = setTimeout(() => {
        giveUp("timed-out", `took more than ${this.#timeoutMilliseconds} ms`);
        this.isAlive = false;
        void this.#worker.terminate();
      }, this.#timeoutMilliseconds);
      this.#fail = (error) => {
        settle();
        reject(error);
      };
      signal?.addEventListener("abort", abort, { once: true });
      this.#worker.on("message", receive);
      this.#worker.ref();
      try {
        this.#tell({ kind: "job", job, input }, transfer);
      } catch (error) {
        // The input cannot be sent, such as a buffer that was handed over before.
        this.#fail(new WorkerError("crashed", `${job} failed: ${String(error)}`, { cause: error }));
      }
    });
  }

  /**
   * Ends the thread; a job in hand is cancelled. It may finish that by itself: stopping a thread in
   * the midst of loading modules, or of native code, is where the engine has crashed whole programs
   * (such as nodejs/node issues 33377 and 38418). One that does not come to its end is stopped.
   */
  async end(): Promise<void> {
    this.isAlive = false;
    this.#fail(new WorkerError("cancelled", "the worker was ended"));
    this.#tell({ kind: "end" });
    const timer = setTimeout(() => void this.#worker.terminate(), grace);
    await this.#exited;
    clearTimeout(timer);
  }

  #tell(message: ToWorker, transfer: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, [...transfer]);
  }
}
