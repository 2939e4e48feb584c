/**
 * Refreshes beside the bare fetching of the same bytes: everything is new, everything changed, mostly
 * nothing did; with publishers that answer at once, and with such that take as long as real ones. And
 * reading feeds beside other readers, idleness, and a refresh with every picture.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BareFetchFigures } from "./bare-fetch.ts";
import type { Figure, Section } from "./figures.ts";
import { playNewsstand } from "./play-newsstand.ts";
import type { RefreshFigures, RefreshInput, VisitFigures } from "./refresh-program.ts";
import { measureReading } from "./refresh/measure-reading.ts";
import { setDelay, withPublishers, type Played } from "./refresh/play-publishers.ts";
import { runScript } from "./run-script.ts";
import { spread } from "./spread.ts";

const mega = 1_000_000;
/** The newsstand paints every picture by computing it: fewer titles do for them. */
const illustrated = 30;
const ratioBudget = 1.3;
const holdBudget = 8;
const quietSeconds = 20;
const scenarios = ["everything new", "every feed changed", "5 % changed, 304 else"] as const;

/** What is measured with so many titles. */
interface Plan {
  readonly titles: number;
  readonly rounds: number;
  /** Publishers take as long as real ones. */
  readonly isDelayed: boolean;
  readonly quietSeconds: number;
}

const plans: readonly Plan[] = [
  { titles: 300, rounds: 3, isDelayed: false, quietSeconds: 0 },
  { titles: 300, rounds: 1, isDelayed: true, quietSeconds: 0 },
  { titles: 3000, rounds: 1, isDelayed: false, quietSeconds },
];

/** Measures them one after the other; `add` gets each section as soon as it is there. */
export async function measureRefresh(add: (section: Section) => void): Promise<void> {
  for (const plan of plans) {
    const kind = plan.isDelayed ? ", answers after 80–300 ms" : "";
    add({
      title: `refresh of ${plan.titles.toLocaleString("en")} titles${kind}`,
      figures: await measureText(plan),
    });
  }
  add({
    title: "refresh with every picture; reading feeds",
    figures: [...(await measurePictures()), ...(await measureReading())],
  });
}

/** A file of an OPML list while `act` uses it. */
async function withOutline<Result>(
  opml: string,
  act: (file: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-bench-"));
  const file = join(folder, "titles.opml");
  await writeFile(file, opml);
  try {
    return await act(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function refresh(input: Omit<RefreshInput, "worker">): Promise<RefreshFigures> {
  return runScript<RefreshFigures>(import.meta.resolve("./refresh-program.ts"), {
    ...input,
    worker: import.meta.resolve("../../dist/main/worker.js"),
  });
}

interface Round {
  readonly floor: readonly BareFetchFigures[];
  readonly program: RefreshFigures;
}

function measureText(plan: Plan): Promise<Figure[]> {
  return withPublishers(plan.titles, (played) =>
    withOutline(played.opml, async (opml) => {
      await setDelay(played.control, plan.isDelayed);
      const rounds: Round[] = [];
      for (let at = 0; at < plan.rounds; at += 1) rounds.push(await playRound(plan, played, opml));
      return describe(plan, rounds);
    }),
  );
}

async function playRound(plan: Plan, { control }: Played, opml: string): Promise<Round> {
  const floor = await runScript<BareFetchFigures[]>(import.meta.resolve("./bare-fetch.ts"), {
    control,
  });
  const program = await refresh({
    opml,
    control,
    keepPictures: false,
    quietSeconds: plan.quietSeconds,
  });
  return { floor, program };
}

function describe(plan: Plan, rounds: readonly Round[]): Figure[] {
  const programs = rounds.map(({ program }) => program);
  return [
    ...scenarios.flatMap((what, at) =>
      describeVisit(
        what,
        rounds.flatMap(({ floor }) => floor[at] ?? []),
        programs.flatMap(({ visits }) => visits[at] ?? []),
      ),
    ),
    median("following them all, from OPML", programs, ({ following }) => following, "ms"),
    ...describeMemory(programs),
    ...(plan.quietSeconds === 0 ? [] : describeQuiet(programs)),
  ];
}

function describeVisit(
  what: string,
  floors: readonly BareFetchFigures[],
  visits: readonly VisitFigures[],
): Figure[] {
  const floor = spread(floors.map(({ milliseconds }) => milliseconds));
  const clock = spread(visits.map(({ milliseconds }) => milliseconds));
  const isAnyNew = visits.some(({ first50 }) => first50 !== null);
  return [
    {
      what: `${what} (${visits[0]?.added ?? 0} articles)`,
      value: clock.median,
      unit: "ms",
      best: clock.best,
      floor: floor.median,
      budget: floor.median * ratioBudget,
    },
    {
      ...median("  computed, all threads", visits, ({ cpu }) => cpu, "ms"),
      floor: spread(floors.map(({ cpu }) => cpu)).median,
    },
    median("  computed by the main thread", visits, ({ mainCpu }) => mainCpu, "ms"),
    ...describeHolds(visits),
    ...(isAnyNew
      ? [median("  until 50 are listed", visits, (one) => one.first50 ?? NaN, "ms")]
      : []),
    median("  written", visits, ({ bytesWritten }) => bytesWritten / mega, "MB"),
    median("  syncs", visits, ({ syncs }) => syncs, ""),
  ];
}

function median<Measured>(
  what: string,
  all: readonly Measured[],
  of: (one: Measured) => number,
  unit: Figure["unit"],
): Figure {
  return { what, value: spread(all.map(of)).median, unit };
}

function describeHolds(visits: readonly VisitFigures[]): Figure[] {
  const longest = Math.max(...visits.map(({ holds }) => holds.longest));
  const latest = Math.max(...visits.map(({ holds }) => holds.latest));
  return [
    { what: "  main thread held", value: longest, unit: "ms", budget: holdBudget },
    { what: "  by the clock, other programs included", value: latest, unit: "ms" },
  ];
}

function describeMemory(programs: readonly RefreshFigures[]): Figure[] {
  const peak = ({ visits, idle }: RefreshFigures): number =>
    (Math.max(...visits.map((visit) => visit.peak)) - idle) / mega;
  return [
    median("memory above idle at the highest, with workers", programs, peak, "MB"),
    median("  after workers ended", programs, ({ memory, idle }) => (memory - idle) / mega, "MB"),
    median("  all that is in use then", programs, ({ live }) => live / mega, "MB"),
  ];
}

function describeQuiet(programs: readonly RefreshFigures[]): Figure[] {
  return [
    median(
      `doing nothing for ${quietSeconds} s: computed`,
      programs,
      ({ quietCpu }) => quietCpu,
      "ms",
    ),
    median("  timers that are armed", programs, ({ quietTimers }) => quietTimers, ""),
  ];
}

async function measurePictures(): Promise<Figure[]> {
  const newsstand = await playNewsstand(illustrated, 10);
  try {
    return await withOutline(newsstand.opml, async (opml) => {
      const input = { opml, keepPictures: true, control: null, quietSeconds: 0 };
      // The first run has the pictures painted.
      await refresh(input);
      const figures = await refresh(input);
      return [
        {
          what: `${illustrated} titles with every picture (${figures.articles} articles)`,
          value: figures.visits[0]?.milliseconds ?? NaN,
          unit: "ms",
        },
        { what: "  stored", value: figures.stored / mega, unit: "MB" },
        ...describeHolds(figures.visits),
        ...describeMemory([figures]),
      ];
    });
  } finally {
    await newsstand.end();
  }
}
