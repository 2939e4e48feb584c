import type { JobName, Jobs } from "./jobs.ts";

/** What the pool tells a worker; a worker has one job at a time. */
export type ToWorker =
  | { readonly kind: "job"; readonly job: JobName; readonly input: Jobs[JobName]["input"] }
  /** The last slice has been taken in; the next may come. */
  | { readonly kind: "next" }
  /** Nothing more will come: end by yourself, after the job in hand. */
  | { readonly kind: "end" };

/** What a worker tells the pool. */
export type FromWorker =
  /**
   * Some of the result's `articles`. Each waits for the pool's `next`, so that the receiving
   * thread takes in one slice per turn of its event loop and is never held by a whole feed.
   */
  | { readonly kind: "slice"; readonly articles: readonly unknown[] }
  | { readonly kind: "done"; readonly output: unknown }
  | { readonly kind: "failed"; readonly message: string };
