/** What was measured of a library as lines of the table, with the design's budgets. */
import type { Figure, Section } from "../figures.ts";
import { spread, type Spread } from "../spread.ts";
import type { LibraryFigures } from "./library.ts";
import type { Written } from "./written.ts";

const mega = 1_000_000;
const kilo = 1000;
/** From the end of the design's architecture: up to 100,000 articles, and above. */
const budgets = {
  small: { open: 30, list: 10, ingest: 150, purge: 100, memory: 40 * mega },
  large: { open: 60, list: 15, ingest: 200, purge: 150, memory: 80 * mega },
} as const;
/** Milliseconds that the main thread may be held at a time. */
const holdBudget = 8;
const textBudget = 2;
const markBudget = { time: 5, syncs: 1, bytes: 1000 };
const bookmarkBudget = { time: 10, syncs: 3 };
const diskBudget = 2700;

/** The first list of a tag that is measured. */
const firstTag = "a frequent tag, newest";

type Naive = Figure["naive"] | undefined;

export function describeLibrary(figures: LibraryFigures): Section {
  const { made, naive, bytes } = figures;
  const limits = made.articles > 100_000 ? budgets.large : budgets.small;
  const fileEach = naive.file > 0 ? naive.file / made.articles : undefined;
  return {
    title: `library: ${count(made.articles)} articles, ${made.days} days`,
    figures: [
      ...describeOpening(figures, limits.open),
      ...describeReading(figures, limits.list),
      ...describeMarks(figures),
      ...describeIngest(figures, limits.ingest),
      ...describePurge(figures, limits.purge),
      ...describeMemory(figures, limits.memory),
      line("disk: editions, each article", "B", bytes / made.articles, {
        naive: fileEach,
        budget: diskBudget,
      }),
    ],
  };
}

function describeOpening({ opens, uncached, naive, ingest }: LibraryFigures, budget: number) {
  const of = (name: "open" | "cpu" | "close" | "floor"): Spread =>
    spread(opens.map((one) => one[name]));
  return [
    timed("open → the first 50 headlines", of("open"), {
      cpu: of("cpu").median,
      floor: of("floor").median,
      naive: naive.open ?? naive.failure ?? undefined,
      budget,
    }),
    line("  bytes read for it", "MB", (opens[0]?.bytes ?? 0) / mega, {
      naive: naive.file > 0 ? naive.file / mega : undefined,
    }),
    line("  the same without the derived caches", "ms", uncached.open, {}),
    timed("close, nothing changed", of("close"), {}),
    line("close after a day's work", "ms", ingest.close, {}),
  ];
}

function describeReading({ lists, texts, naive }: LibraryFigures, budget: number): Figure[] {
  return [
    ...lists.flatMap(({ name, total, list, both, first, floor }) => [
      timed(`list and page: ${name} (${count(total)})`, both, {
        floor: floor?.median,
        naive: name.startsWith("all") ? naive.page?.median : undefined,
        budget,
      }),
      ...(name.startsWith("all") ? [timed("  of which: the list", list, {})] : []),
      // The first list of a tag reads the tags of all articles.
      ...(name === firstTag ? [line("  the first of the session", "ms", first, {})] : []),
    ]),
    timed("open an article: its text", texts.text, {
      floor: texts.floor.median,
      budget: textBudget,
    }),
  ];
}

function describeMarks({ marks, bookmarks, naive }: LibraryFigures): Figure[] {
  const { one, many, all } = marks;
  const { withoutPictures, withPictures, pictures } = bookmarks;
  return [
    timed("mark one read", one.time, {
      cpu: one.cpu,
      floor: one.floor.median,
      naive: naive.mark?.median,
      budget: markBudget.time + one.floor.median,
    }),
    ...written(one, markBudget),
    timed(`mark ${count(marks.manyCount)} read`, many.time, {
      cpu: many.cpu,
      floor: many.floor.median,
      naive: naive.markMany ?? undefined,
    }),
    ...written(many, {}),
    held(many),
    timed(`mark all read (${count(marks.allCount)} unread)`, all.time, {
      cpu: all.cpu,
      floor: all.floor.median,
    }),
    ...written(all, {}),
    held(all),
    timed("bookmark, no pictures", withoutPictures.time, {
      cpu: withoutPictures.cpu,
      floor: withoutPictures.floor.median,
      budget: bookmarkBudget.time + withoutPictures.floor.median,
    }),
    ...written(withoutPictures, bookmarkBudget),
    timed(`bookmark, ${pictures.toFixed(1)} pictures`, withPictures.time, {
      cpu: withPictures.cpu,
      floor: withPictures.floor.median,
    }),
    ...written(withPictures, {}),
  ];
}

function describeIngest({ ingest, naive }: LibraryFigures, budget: number): Figure[] {
  const { first, wave, update, again, seal, logicalBytes } = ingest;
  return [
    timed("ingest of 500, the first of the session", first.time, {
      cpu: first.cpu,
      floor: first.floor.median,
    }),
    held(first),
    timed("ingest of 500", wave.time, {
      cpu: wave.cpu,
      floor: wave.floor.median,
      naive: naive.ingest?.median,
      budget,
    }),
    ...written(wave, {}),
    held(wave),
    line("  bytes written per logical byte", "", wave.bytes / logicalBytes, {
      naive: naive.file > 0 ? naive.file / logicalBytes : undefined,
    }),
    timed("500 known articles, changed", update.time, {
      cpu: update.cpu,
      floor: update.floor.median,
      budget,
    }),
    ...written(update, {}),
    held(update),
    timed("500 known articles, unchanged", again.time, { cpu: again.cpu, budget }),
    held(again),
    timed("seal a day of 6,000", seal.time, { cpu: seal.cpu, floor: seal.floor.median }),
    ...written(seal, {}),
    held(seal),
  ];
}

function describePurge({ purge, naive }: LibraryFigures, budget: number): Figure[] {
  const { days, unread } = purge;
  return [
    timed(`purge of 30 days (${count(purge.dayArticles)} articles)`, days.time, {
      cpu: days.cpu,
      floor: purge.floor,
      naive: naive.purge ?? undefined,
      budget,
    }),
    ...written(days, {}),
    held(days),
    timed(`  30 more, keeping what is unread (${count(purge.readArticles)} go)`, unread.time, {
      cpu: unread.cpu,
    }),
    held(unread),
  ];
}

function describeMemory({ memory, naive }: LibraryFigures, budget: number): Figure[] {
  const part = (what: string, bytes: number, more: Parameters<typeof line>[3] = {}): Figure =>
    line(what, "MB", bytes / mega, more);
  return [
    part("memory above idle, opened: resident", memory.opened, {
      naive: naive.memory > 0 ? naive.memory / mega : undefined,
      budget: budget / mega,
    }),
    part("  of it in use", memory.liveOpened),
    part("  after 1,000 lists and articles: resident", memory.used, { budget: budget / mega }),
    part("  of it in use", memory.liveUsed),
    part("  growth over the last 500: resident", memory.growth),
    part("  growth over the last 500: in use", memory.liveGrowth, { budget: 1 }),
  ];
}

/** Syncs and bytes of storing something. */
function written(
  { syncs, bytes }: Written,
  budget: { readonly syncs?: number; readonly bytes?: number },
): Figure[] {
  return [
    line("  syncs", "", syncs, { budget: budget.syncs }),
    line("  bytes written", "kB", bytes / kilo, {
      budget: budget.bytes === undefined ? undefined : budget.bytes / kilo,
    }),
  ];
}

function held({ hold }: Written): Figure {
  return line("  main thread held at the longest", "ms", hold, { budget: holdBudget });
}

function timed(
  what: string,
  { median, best, p95 }: Spread,
  more: Parameters<typeof line>[3],
): Figure {
  return { ...line(what, "ms", median, more), best, p95 };
}

/** A line of the table, without what is not known. */
function line(
  what: string,
  unit: Figure["unit"],
  value: number,
  more: {
    cpu?: number | undefined;
    floor?: number | undefined;
    naive?: Naive;
    budget?: number | undefined;
  },
): Figure {
  const { cpu, floor, naive, budget } = more;
  return {
    what,
    value,
    unit,
    ...(cpu === undefined ? {} : { cpu }),
    ...(floor === undefined ? {} : { floor }),
    ...(naive === undefined ? {} : { naive }),
    ...(budget === undefined ? {} : { budget }),
  };
}

function count(value: number): string {
  return Math.round(value).toLocaleString("en");
}
