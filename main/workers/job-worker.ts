import { Worker } from "node:worker_threads";
import type { JobName, Jobs } from "./jobs.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import { WorkerError } from "./worker-error.ts";
import type { RunOptions } from "./workers.ts";

/** Hostile input fills this, not the machine; the thread then ends alone. */
const heapMegabytes = 512;

/** One thread with one job at a time; ended for good when a job overstays, breaks or is given up. */
export class JobWorker {
  isAlive = true;
  readonly #worker: Worker;
  readonly #timeoutMilliseconds: number;
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
    this.#worker.on("exit", (code) => crash(`the worker ended with code ${code}`));
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
      const stop = (code: WorkerError["code"], reason: string): void => {
        this.#fail(new WorkerError(code, `${job} ${reason}`));
        void this.end();
      };
      const abort = (): void => stop("cancelled", "was cancelled");
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
      const timer = setTimeout(
        () => stop("timed-out", `took more than ${this.#timeoutMilliseconds} ms`),
        this.#timeoutMilliseconds,
      );
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

  /** Stops the thread wherever it is; a job in hand is cancelled. */
  async end(): Promise<void> {
    this.isAlive = false;
    this.#fail(new WorkerError("cancelled", "the worker was ended"));
    await this.#worker.terminate();
  }

  #tell(message: ToWorker, transfer: readonly ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, [...transfer]);
  }
}
