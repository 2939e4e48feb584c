import { availableParallelism } from "node:os";
import type { JobName, Jobs } from "./jobs.ts";
import { JobWorker } from "./job-worker.ts";
import { WorkerError } from "./worker-error.ts";
import type { RunOptions, WorkerPool } from "./workers.ts";

export interface WorkerPoolOptions {
  /** The worker's bundled entry, or its source. */
  readonly entry: URL;
  /** Threads at most; one core fewer than there are, from one to four, by default. */
  readonly size?: number;
  /** Time that one job may take, from when a thread begins it; 10 seconds by default. */
  readonly timeoutMilliseconds?: number;
  /** How long a thread waits for more work before it ends; 30 seconds by default. */
  readonly idleMilliseconds?: number;
}

interface WaitingJob {
  readonly job: JobName;
  readonly input: Jobs[JobName]["input"];
  readonly options: RunOptions;
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: WorkerError) => void;
  /** Rejects the job while it waits; from its start on, its thread listens to the signal. */
  readonly withdraw: () => void;
}

/** Makes a pool; no thread starts before the first job. */
export function createWorkerPool({
  entry,
  size = Math.min(4, Math.max(1, availableParallelism() - 1)),
  timeoutMilliseconds = 10_000,
  idleMilliseconds = 30_000,
}: WorkerPoolOptions): WorkerPool {
  const waiting: WaitingJob[] = [];
  const idle: JobWorker[] = [];
  const busy = new Set<JobWorker>();
  let isClosed = false;
  let idleTimer: NodeJS.Timeout | undefined;

  const endIdle = (): void => {
    for (const worker of idle.splice(0)) void worker.end();
  };

  const begin = async (worker: JobWorker, waited: WaitingJob): Promise<void> => {
    try {
      waited.resolve(await worker.run(waited.job, waited.input, waited.options));
    } catch (error) {
      waited.reject(
        error instanceof WorkerError
          ? error
          : new WorkerError("crashed", String(error), { cause: error }),
      );
    }
    busy.delete(worker);
    if (worker.isAlive && !isClosed) idle.push(worker);
    startNext();
  };

  const startNext = (): void => {
    while (waiting.length > 0 && busy.size < size) {
      const next = waiting.shift();
      if (next === undefined) return;
      next.options.signal?.removeEventListener("abort", next.withdraw);
      const worker = idle.pop() ?? new JobWorker(entry, timeoutMilliseconds);
      busy.add(worker);
      void begin(worker, next);
    }
    clearTimeout(idleTimer);
    if (idle.length > 0) idleTimer = setTimeout(endIdle, idleMilliseconds).unref();
  };

  return {
    run<Name extends JobName>(
      job: Name,
      input: Jobs[Name]["input"],
      options: RunOptions = {},
    ): Promise<Jobs[Name]["output"]> {
      return new Promise<unknown>((resolve, reject) => {
        if (isClosed) {
          reject(new WorkerError("cancelled", "the pool is closed"));
          return;
        }
        const cancelled = (): WorkerError => new WorkerError("cancelled", `${job} was cancelled`);
        if (options.signal?.aborted) {
          reject(cancelled());
          return;
        }
        const withdraw = (): void => {
          waiting.splice(waiting.indexOf(waited), 1);
          reject(cancelled());
        };
        const waited: WaitingJob = { job, input, options, resolve, reject, withdraw };
        options.signal?.addEventListener("abort", withdraw, { once: true });
        waiting.push(waited);
        startNext();
      }) as Promise<Jobs[Name]["output"]>;
    },

    async close() {
      isClosed = true;
      clearTimeout(idleTimer);
      for (const { job, reject } of waiting.splice(0))
        reject(new WorkerError("cancelled", `${job} was cancelled`));
      await Promise.all([...busy, ...idle.splice(0)].map((worker) => worker.end()));
    },
  };
}
