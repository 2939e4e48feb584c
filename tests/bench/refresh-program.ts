/** The program but for its window, refreshing everything an OPML file lists. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setFlagsFromString } from "node:v8";
import { createApplication, type Collaborators } from "../../main/application/application.ts";
import { createHttpClient } from "../../main/fetching/fetching.ts";
import { openLibrary } from "../../main/library/library.ts";
import { createWorkerPool } from "../../main/workers/workers.ts";
import { MemorySessions } from "../newsstand/memory-sessions.ts";
import { vaultBeside } from "../unit/secrets/plain-vault.ts";
import { answer } from "./answer.ts";
import { watchHolds, type Holds } from "./holds.ts";
import { CountedFiles } from "./library/counted-files.ts";
import { moments } from "./refresh/made-titles.ts";
import { turnTo } from "./refresh/play-publishers.ts";
import { RefreshWatch } from "./refresh/refresh-watch.ts";
import { computed } from "./spread.ts";
import { idleSearch } from "../unit/application/idle-search.ts";
import { idleWorkshop } from "../unit/application/idle-workshop.ts";

export interface RefreshInput {
  /** A file. */
  readonly opml: string;
  readonly keepPictures: boolean;
  /** Where publishers are told what to play at each of three visits; null: one visit. */
  readonly control: string | null;
  /** Address of the entry of its worker threads. */
  readonly worker: string;
  /** How long the program is watched doing nothing, after all visits. */
  readonly quietSeconds: number;
}

/** Of one refresh of all titles. Times in milliseconds. */
export interface VisitFigures {
  readonly milliseconds: number;
  /** Computed by all threads, and by the main thread alone. */
  readonly cpu: number;
  readonly mainCpu: number;
  readonly holds: Holds;
  readonly bytesWritten: number;
  readonly syncs: number;
  readonly added: number;
  /** From the start until 50 new articles could be listed; null when fewer came. */
  readonly first50: number | null;
  /** Bytes resident at the highest. */
  readonly peak: number;
}

export interface RefreshFigures {
  /** Milliseconds until all titles were followed. */
  readonly following: number;
  readonly visits: readonly VisitFigures[];
  readonly articles: number;
  readonly stored: number;
  /** Bytes resident before anything was opened. */
  readonly idle: number;
  /** Resident after the workers have ended and rubbish was collected, and what of it is in use. */
  readonly memory: number;
  readonly live: number;
  /** Of the quiet time: milliseconds computed, and timers that were armed. */
  readonly quietCpu: number;
  readonly quietTimers: number;
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

// As the program does at its start; threads inherit it.
setFlagsFromString("--semi-space-growth-factor=1");

const hour = 3_600_000;
const day = 24 * hour;

await answer(refresh);

async function refresh(input: RefreshInput): Promise<RefreshFigures> {
  const opml = await readFile(input.opml, "utf8");
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-bench-"));
  const idle = process.memoryUsage().rss;
  /** The time in the program runs ahead of the clock: it begins in the morning of a day. */
  let ahead = day - (Date.now() % day) + 6 * hour;
  const now = (): number => Date.now() + ahead;
  const files = new CountedFiles();
  const library = await openLibrary({ folder, now, files: files.files });
  await library.settings.change({ keepPictures: input.keepPictures });
  const client = createHttpClient({ userAgent: "Broadsheet/bench", spacing: 0, now });
  // As the program does while its window is being made.
  await client.prepare();
  const workers = createWorkerPool({
    entry: new URL(input.worker),
    size: 1,
  });
  const watch = new RefreshWatch();
  const application = createApplication({
    library,
    vault: await vaultBeside(folder),
    sessions: new MemorySessions(),
    client,
    workers,
    search: idleSearch,
    pictureWorkshop: idleWorkshop,
    announce: watch.announce,
    catalogue: () => Promise.resolve([]),
    openExternally: () => Promise.resolve(),
    desktop: noDesktop,
    isOnline: () => true,
    info: { version: "0", platform: process.platform, locale: "en" },
    log: (message, cause) => process.stderr.write(`${message}: ${String(cause)}\n`),
    now,
  });

  const arePicturesHere = async (): Promise<boolean> =>
    (await application.handlers["refresh.status"]({})).picturesWaiting === 0 &&
    (!input.keepPictures || library.pages.count().waiting === 0);
  const measure = async (begin: () => Promise<void>): Promise<VisitFigures> => {
    files.reset();
    const endWatch = watchHolds();
    const work = computed();
    const mainWork = process.threadCpuUsage();
    const start = performance.now();
    watch.begin();
    await begin();
    await watch.end(arePicturesHere);
    const milliseconds = performance.now() - start;
    const main = process.threadCpuUsage(mainWork);
    return {
      milliseconds,
      cpu: computed() - work,
      mainCpu: (main.user + main.system) / 1000,
      holds: endWatch(),
      bytesWritten: files.bytesWritten,
      syncs: files.syncs,
      added: watch.added,
      first50: watch.first50 === null ? null : watch.first50 - start,
      peak: watch.peak,
    };
  };

  const visits: VisitFigures[] = [];
  let following = 0;
  if (input.control !== null) await turnTo(input.control, 0);
  visits.push(
    await measure(async () => {
      const start = performance.now();
      await application.followOutline(opml);
      following = performance.now() - start;
    }),
  );
  for (const moment of input.control === null ? [] : moments.slice(1)) {
    await turnTo(input.control ?? "", moment);
    // All are asked for, due or not; so the day stays the same, and its upkeep out of the figures.
    ahead += 2 * hour;
    visits.push(
      await measure(async () => {
        await application.handlers["refresh.start"]({ scope: { kind: "all" } });
      }),
    );
  }
  const quiet = await rest(input.quietSeconds);
  const { total, bytes } = library.articles.totals();
  await application.stop();
  await Promise.all([client.close(), workers.close()]);
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  await library.close();
  await rm(folder, { recursive: true, force: true });
  return {
    following,
    visits,
    articles: total,
    stored: bytes,
    idle,
    memory: rss,
    live: heapUsed + external,
    ...quiet,
  };
}

/** Watches the program doing nothing. */
async function rest(seconds: number): Promise<Pick<RefreshFigures, "quietCpu" | "quietTimers">> {
  if (seconds === 0) return { quietCpu: 0, quietTimers: 0 };
  // What the refresh left behind: compiling, collecting rubbish, connections that are kept a while.
  await new Promise((resolve) => setTimeout(resolve, 12_000));
  const work = computed();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const timers = process.getActiveResourcesInfo().filter((kind) => kind === "Timeout");
  return { quietCpu: computed() - work, quietTimers: timers.length };
}
