/** The program but for its window, refreshing everything an OPML file lists; prints what it took. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { createApplication } from "../../main/application/application.ts";
import { createHttpClient } from "../../main/fetching/fetching.ts";
import { openLibrary } from "../../main/library/library.ts";
import { createWorkerPool } from "../../main/workers/workers.ts";
import { watchHolds } from "./holds.ts";

const opml = await readFile(process.argv[2] ?? "", "utf8");
const keepPictures = process.argv[3] === "pictures";
const folder = await mkdtemp(join(tmpdir(), "broadsheet-bench-"));
const idle = process.memoryUsage().rss;
/** The time in the program runs ahead of the clock for the second refresh. */
let ahead = 0;
const now = (): number => Date.now() + ahead;
const library = await openLibrary({ folder, now });
await library.settings.change({ keepPictures });
const client = createHttpClient({ userAgent: "Broadsheet/bench", spacing: 0, now });
// As the program does while its window is being made.
await client.prepare();
const workers = createWorkerPool({
  entry: new URL("../../dist/main/worker.js", import.meta.url),
  size: 1,
});
const application = createApplication({
  library,
  client,
  workers,
  announce: () => undefined,
  catalogue: () => Promise.resolve([]),
  openExternally: () => Promise.resolve(),
  isOnline: () => true,
  info: { version: "0", platform: process.platform, locale: "en" },
  log: (message, cause) => process.stderr.write(`${message}: ${String(cause)}\n`),
  now,
});

/** Until all visits are over and, where they are kept, all pictures are here. */
async function settle(): Promise<void> {
  for (;;) {
    const status = await application.handlers["refresh.status"]({});
    if (!status.running && status.picturesWaiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const endWatch = watchHolds();
const start = performance.now();
await application.followOutline(opml);
await settle();
const milliseconds = performance.now() - start;
const holds = endWatch();
ahead = 30 * 3_600_000;
const startAgain = performance.now();
application.wake();
await settle();
const again = performance.now() - startAgain;
const { total, bytes } = library.articles.totals();
const peak = process.memoryUsage().rss;
await application.stop();
await Promise.all([client.close(), workers.close()]);
globalThis.gc?.();
const { rss, heapUsed, external } = process.memoryUsage();
await library.close();
await rm(folder, { recursive: true, force: true });
process.stdout.write(
  JSON.stringify({
    milliseconds,
    again,
    holds,
    articles: total,
    stored: bytes,
    idle,
    peak,
    memory: rss,
    live: heapUsed + external,
  }),
);
