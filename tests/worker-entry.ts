/**
 * The entry of worker threads: as the test run has bundled it (`tests/bundle-worker.ts`), else its
 * source, for scripts that run without a test runner.
 */
export const workerEntry =
  process.env.BROADSHEET_WORKER === undefined
    ? new URL("../main/workers/worker.ts", import.meta.url)
    : new URL(process.env.BROADSHEET_WORKER);

/** The same of the thread that searches. */
export const searchEntry =
  process.env.BROADSHEET_SEARCH === undefined
    ? new URL("../main/search/search-worker.ts", import.meta.url)
    : new URL(process.env.BROADSHEET_SEARCH);
