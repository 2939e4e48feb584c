/** The program but for its window, refreshing everything an OPML file lists. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import {
  createApplication,
  type Application,
  type Collaborators,
} from "../../main/application/application.ts";
import { createHttpClient } from "../../main/fetching/fetching.ts";
import { openLibrary } from "../../main/library/library.ts";
import { createWorkerPool } from "../../main/workers/workers.ts";
import { MemorySessions } from "../newsstand/memory-sessions.ts";
import { vaultBeside } from "../unit/secrets/plain-vault.ts";
import { answer } from "./answer.ts";
import { watchHolds, type Holds } from "./holds.ts";

export interface RefreshInput {
  /** A file. */
  readonly opml: string;
  readonly keepPictures: boolean;
}

export interface RefreshFigures {
  /** Of the first refresh, in which everything is new, and of one a day later with nothing new. */
  readonly milliseconds: number;
  readonly again: number;
  readonly holds: Holds;
  readonly articles: number;
  readonly stored: number;
  /** Bytes: resident before anything was opened, resident at the end of the refresh. */
  readonly idle: number;
  readonly peak: number;
  /** Resident after the workers have ended and rubbish was collected, and what of it is in use. */
  readonly memory: number;
  readonly live: number;
}

/** Nobody is there to be asked. */
const noDesktop: Collaborators["desktop"] = {
  askWhereToSave: () => Promise.resolve(null),
  askForBackup: () => Promise.resolve(null),
  askForFolder: () => Promise.resolve(null),
  showFolder: () => Promise.resolve(),
  rememberLibrary: () => Promise.resolve(),
  restart: () => undefined,
};

await answer(refresh);

async function refresh(input: RefreshInput): Promise<RefreshFigures> {
  const opml = await readFile(input.opml, "utf8");
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-bench-"));
  const idle = process.memoryUsage().rss;
  /** The time in the program runs ahead of the clock for the second refresh. */
  let ahead = 0;
  const now = (): number => Date.now() + ahead;
  const library = await openLibrary({ folder, now });
  await library.settings.change({ keepPictures: input.keepPictures });
  const client = createHttpClient({ userAgent: "Broadsheet/bench", spacing: 0, now });
  // As the program does while its window is being made.
  await client.prepare();
  const workers = createWorkerPool({
    entry: new URL("../../dist/main/worker.js", import.meta.url),
    size: 1,
  });
  const application = createApplication({
    library,
    vault: await vaultBeside(folder),
    sessions: new MemorySessions(),
    client,
    workers,
    announce: () => undefined,
    catalogue: () => Promise.resolve([]),
    openExternally: () => Promise.resolve(),
    desktop: noDesktop,
    isOnline: () => true,
    info: { version: "0", platform: process.platform, locale: "en" },
    log: (message, cause) => process.stderr.write(`${message}: ${String(cause)}\n`),
    now,
  });

  const endWatch = watchHolds();
  const start = performance.now();
  await application.followOutline(opml);
  await settle(application);
  const milliseconds = performance.now() - start;
  const holds = endWatch();
  ahead = 30 * 3_600_000;
  const startAgain = performance.now();
  application.wake();
  await settle(application);
  const again = performance.now() - startAgain;
  const { total, bytes } = library.articles.totals();
  const peak = process.memoryUsage().rss;
  await application.stop();
  await Promise.all([client.close(), workers.close()]);
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  await library.close();
  await rm(folder, { recursive: true, force: true });
  return {
    milliseconds,
    again,
    holds,
    articles: total,
    stored: bytes,
    idle,
    peak,
    memory: rss,
    live: heapUsed + external,
  };
}

/** Until all visits are over and, where they are kept, all pictures are here. */
async function settle(application: Application): Promise<void> {
  for (;;) {
    const status = await application.handlers["refresh.status"]({});
    if (!status.running && status.picturesWaiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
