/**
 * Pages read per second, beside Readability alone on the same pages; pictures looked at per second;
 * what an article takes on disk; and how long the main thread was held while pages and pictures came.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Figure, Section } from "./figures.ts";
import type { ExtractionFigures } from "./offline/extraction-program.ts";
import { playNewsstand } from "./play-newsstand.ts";
import type { RefreshFigures, RefreshInput } from "./refresh-program.ts";
import { runScript } from "./run-script.ts";

const mega = 1_000_000;
const holdBudget = 16;
/** One in seven of the newsstand's titles gives only beginnings; hosts give ten pages without a pause. */
const titles = 30;
const articlesPerTitle = 10;

/** Measures all of it; needs a built program. */
export async function measureOffline(): Promise<Section> {
  return {
    title: "reading offline",
    figures: [...(await measureExtraction()), ...(await measureKeeping())],
  };
}

async function measureExtraction(): Promise<Figure[]> {
  const script = import.meta.resolve("./offline/extraction-program.ts");
  const ours = await runScript<ExtractionFigures>(script, { reader: "ours" });
  const plain = await runScript<ExtractionFigures>(script, { reader: "readability" });
  return [
    {
      what: `a page to a cleaned article (${ours.pages} pages)`,
      value: ours.cpu,
      unit: "ms",
      floor: plain.cpu,
    },
    {
      what: "  pages in a second, one thread",
      value: ours.perSecond,
      unit: "",
      floor: plain.perSecond,
    },
    {
      what: "  memory above idle at the highest",
      value: ours.peak / mega,
      unit: "MB",
      floor: plain.peak / mega,
    },
    { what: "pictures looked at and named in a second", value: ours.picturesPerSecond, unit: "" },
  ];
}

/** Titles with everything that they have: texts, pages where feeds are short, pictures. */
async function measureKeeping(): Promise<Figure[]> {
  const newsstand = await playNewsstand(titles, articlesPerTitle);
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-bench-"));
  try {
    const opml = join(folder, "titles.opml");
    await writeFile(opml, newsstand.opml);
    const input: RefreshInput = {
      opml,
      keepPictures: true,
      control: null,
      quietSeconds: 0,
      worker: import.meta.resolve("../../dist/main/worker.js"),
    };
    const keep = (): Promise<RefreshFigures> =>
      runScript(import.meta.resolve("./refresh-program.ts"), input);
    // The first run has the pictures painted.
    await keep();
    const figures = await keep();
    const [visit] = figures.visits;
    return [
      {
        what: `${titles} titles with pages and pictures (${figures.articles} articles)`,
        value: visit?.milliseconds ?? NaN,
        unit: "ms",
      },
      {
        what: "  on disk, an article",
        value: figures.stored / figures.articles / 1000,
        unit: "kB",
      },
      {
        what: "  main thread held",
        value: visit?.holds.longest ?? NaN,
        unit: "ms",
        budget: holdBudget,
      },
      { what: "  times over 16 ms", value: visit?.holds.over16 ?? NaN, unit: "" },
    ];
  } finally {
    await newsstand.end();
    await rm(folder, { recursive: true, force: true });
  }
}
