/** Refreshes beside the bare fetching of the same bytes, and with every picture. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Figure, Section } from "./figures.ts";
import { playNewsstand } from "./play-newsstand.ts";
import type { RefreshFigures, RefreshInput } from "./refresh-program.ts";
import { runScript } from "./run-script.ts";
import { spread } from "./spread.ts";

const mega = 1_000_000;
const rounds = 3;
const publishers = 300;
/** The newsstand paints every picture by computing it: fewer titles do for them. */
const illustrated = 30;
const ratioBudget = 1.3;

export async function measureRefresh(): Promise<Section> {
  return {
    title: `refresh of ${publishers} titles`,
    figures: [...(await measureText()), ...(await measurePictures())],
  };
}

/** Plays a newsstand while `act` uses it. */
async function withNewsstand<Result>(
  titles: number,
  articles: number,
  act: (addresses: readonly string[], opml: string) => Promise<Result>,
): Promise<Result> {
  const newsstand = await playNewsstand(titles, articles);
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-bench-"));
  const opml = join(folder, "titles.opml");
  await writeFile(opml, newsstand.opml);
  try {
    return await act(newsstand.addresses, opml);
  } finally {
    await newsstand.end();
    await rm(folder, { recursive: true, force: true });
  }
}

function refresh(opml: string, keepPictures: boolean): Promise<RefreshFigures> {
  const input: RefreshInput = { opml, keepPictures };
  return runScript<RefreshFigures>(import.meta.resolve("./refresh-program.ts"), input);
}

async function measureText(): Promise<Figure[]> {
  return withNewsstand(publishers, 20, async (addresses, opml) => {
    const floors: number[] = [];
    const refreshes: RefreshFigures[] = [];
    for (let round = 0; round < rounds; round += 1) {
      floors.push(await runScript<number>(import.meta.resolve("./bare-fetch.ts"), addresses));
      refreshes.push(await refresh(opml, false));
    }
    const floor = spread(floors).median;
    const of = (name: "milliseconds" | "again"): number =>
      spread(refreshes.map((one) => one[name])).median;
    return [
      {
        what: `everything new (${refreshes[0]?.articles ?? 0} articles)`,
        value: of("milliseconds"),
        unit: "ms",
        floor,
        budget: floor * ratioBudget,
      },
      ...describeHolds(refreshes),
      { what: "a day later, nothing new", value: of("again"), unit: "ms", floor },
      ...describeMemory(refreshes),
    ];
  });
}

async function measurePictures(): Promise<Figure[]> {
  return withNewsstand(illustrated, 10, async (_, opml) => {
    // The first run has the pictures painted.
    await refresh(opml, true);
    const figures = await refresh(opml, true);
    return [
      {
        what: `${illustrated} titles with every picture (${figures.articles} articles)`,
        value: figures.milliseconds,
        unit: "ms",
      },
      { what: "  stored", value: figures.stored / mega, unit: "MB" },
      ...describeHolds([figures]),
      ...describeMemory([figures]),
    ];
  });
}

function describeHolds(refreshes: readonly RefreshFigures[]): Figure[] {
  const worst = (of: (figures: RefreshFigures) => number): number => Math.max(...refreshes.map(of));
  return [
    {
      what: "  main thread held at the longest",
      value: worst(({ holds }) => holds.longest),
      unit: "ms",
      budget: 16,
    },
    {
      what: "  by the clock, other programs' share included",
      value: worst(({ holds }) => holds.latest),
      unit: "ms",
    },
  ];
}

function describeMemory(refreshes: readonly RefreshFigures[]): Figure[] {
  const of = (bytes: (figures: RefreshFigures) => number): number =>
    spread(refreshes.map(bytes)).median / mega;
  return [
    {
      what: "  memory above idle at the end, workers included",
      value: of(({ peak, idle }) => peak - idle),
      unit: "MB",
    },
    {
      what: "  after the workers have ended",
      value: of(({ memory, idle }) => memory - idle),
      unit: "MB",
    },
    { what: "  all that is in use then", value: of(({ live }) => live), unit: "MB" },
  ];
}
