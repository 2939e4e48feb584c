/**
 * `npm run bench`: what speed and memory are, each beside a floor measured in the same run.
 * Absolute figures are for orientation; the ratios are what counts.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { buildWhenNeeded } from "../../scripts/build.ts";
import type { Holds } from "./holds.ts";
import { playNewsstand } from "./play-newsstand.ts";
import { measureWindow } from "./window.ts";

interface RefreshFigures {
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

const run = promisify(execFile);
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const mega = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Runs a measuring script in a process of its own. */
async function measure<Figures>(script: string, ...parameters: string[]): Promise<Figures> {
  const { stdout } = await run(process.execPath, ["--expose-gc", here(script), ...parameters], {
    maxBuffer: 1e8,
  });
  return JSON.parse(stdout) as Figures;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

function print(what: string, figure: string, beside = ""): void {
  console.log(`${what.padEnd(52)} ${figure.padStart(18)}   ${beside}`);
}

function printMemory({ idle, peak, memory, live }: RefreshFigures): void {
  print(
    "  resident memory at the end, workers included",
    mega(peak),
    `${mega(peak - idle)} above idle`,
  );
  print("  after the workers have ended", mega(memory), `${mega(live)} of it in use`);
}

async function benchRefresh(publishers: number): Promise<void> {
  const newsstand = await playNewsstand(publishers, 20);
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-bench-"));
  const opml = join(folder, "titles.opml");
  await writeFile(opml, newsstand.opml);
  const addresses = JSON.stringify(newsstand.addresses);
  const floors: number[] = [];
  const refreshes: RefreshFigures[] = [];
  try {
    for (let round = 0; round < 3; round += 1) {
      const floor = await measure<{ milliseconds: number }>("bare-fetch.ts", addresses);
      floors.push(floor.milliseconds);
      refreshes.push(await measure<RefreshFigures>("refresh-program.ts", opml));
    }
    const floor = median(floors);
    const time = median(refreshes.map(({ milliseconds }) => milliseconds));
    const last = refreshes.at(-1);
    if (last === undefined) return;
    const longest = Math.max(...refreshes.map(({ holds }) => holds.longest));
    const latest = Math.max(...refreshes.map(({ holds }) => holds.latest));
    const over = refreshes.reduce((sum, { holds }) => sum + holds.over16, 0);
    print(
      `refresh of ${publishers} titles, all new`,
      `${time.toFixed(0)} ms`,
      `${last.articles} articles`,
    );
    print(
      "  bare fetching of the same bytes",
      `${floor.toFixed(0)} ms`,
      `ratio ${(time / floor).toFixed(2)}`,
    );
    print(
      "  main thread held at the longest",
      `${longest.toFixed(1)} ms`,
      `over 16 ms: ${over} times (budget 0); by the clock ${latest.toFixed(1)} ms`,
    );
    const again = median(refreshes.map((figures) => figures.again));
    print(
      "  a day later, nothing new",
      `${again.toFixed(0)} ms`,
      `ratio ${(again / floor).toFixed(2)}`,
    );
    printMemory(last);
  } finally {
    await newsstand.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** With pictures: fewer titles, because the newsstand paints every picture by computing it. */
async function benchPictures(): Promise<void> {
  const newsstand = await playNewsstand(30, 10);
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-bench-"));
  const opml = join(folder, "titles.opml");
  await writeFile(opml, newsstand.opml);
  try {
    // The first run has the pictures painted.
    await measure<RefreshFigures>("refresh-program.ts", opml, "pictures");
    const figures = await measure<RefreshFigures>("refresh-program.ts", opml, "pictures");
    const { holds } = figures;
    print(
      "refresh of 30 titles with every picture",
      `${figures.milliseconds.toFixed(0)} ms`,
      `${figures.articles} articles, ${mega(figures.stored)} on disk`,
    );
    print(
      "  main thread held at the longest",
      `${holds.longest.toFixed(1)} ms`,
      `over 16 ms: ${holds.over16} times; by the clock ${holds.latest.toFixed(1)} ms`,
    );
    printMemory(figures);
  } finally {
    await newsstand.end();
    await rm(folder, { recursive: true, force: true });
  }
}

const built = buildWhenNeeded();
if (built !== 0) process.exit(built);
await benchRefresh(300);
await benchPictures();
const window = await measureWindow();
print("process start to headlines on screen", `${window.program.toFixed(0)} ms`);
print(
  "  an empty window of the same host",
  `${window.empty.toFixed(0)} ms`,
  `ratio ${(window.program / window.empty).toFixed(2)} (budget 1.5)`,
);
