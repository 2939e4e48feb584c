/** Worker threads for what must not hold the main thread: the public file of this folder. */
import type { JobName, Jobs } from "./jobs.ts";

export type * from "./jobs.ts";
export { createWorkerPool, type WorkerPoolOptions } from "./pool.ts";
export { WorkerError } from "./worker-error.ts";

export interface RunOptions {
  /** Gives the job up: rejects at once and stops the work. */
  readonly signal?: AbortSignal;
  /** Buffers handed over rather than copied; they cannot be used here afterwards. */
  readonly transfer?: readonly ArrayBuffer[];
}

/** A few worker threads, started when they are needed and ended when they have been idle. */
export interface WorkerPool {
  /**
   * Has a job done. Rejects with `WorkerError`: `timed-out`, `crashed` (also when the job threw),
   * or `cancelled` (by the signal, or by `close`).
   */
  run<Name extends JobName>(
    job: Name,
    input: Jobs[Name]["input"],
    options?: RunOptions,
  ): Promise<Jobs[Name]["output"]>;
  /** Cancels what is running and waiting and ends all threads. */
  close(): Promise<void>;
}
