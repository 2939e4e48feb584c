/**
 * lowdb as it comes: one file with everything, through its own `JSONFile`. It does not sync; every
 * change writes everything.
 */
import { stat } from "node:fs/promises";
import { Low } from "lowdb";
import { JSONFile } from "lowdb/node";
import type { IncomingArticle } from "../../../../main/library/library.ts";
import { answer } from "../../answer.ts";
import { spread, time, type Spread } from "../../spread.ts";
import { ArticleMaker } from "../generator/articles.ts";
import { batchSize, day } from "../generator/fill.ts";
import { makeTitles } from "../generator/titles.ts";
import { daysOf } from "../prepared.ts";

export interface NaiveInput {
  readonly path: string;
  readonly articles: number;
  readonly titles: number;
  readonly now: number;
  /** `make` writes the file, the others measure it; `briefly` with a single write. */
  readonly step: "make" | "thoroughly" | "briefly";
}

export interface NaiveFigures {
  /** Milliseconds; null where it was not tried. */
  readonly open: number | null;
  readonly page: Spread | null;
  readonly mark: Spread | null;
  readonly markMany: number | null;
  readonly ingest: Spread | null;
  readonly purge: number | null;
  /** Bytes. */
  readonly file: number;
  readonly memory: number;
  /** What it threw; null when nothing. */
  readonly failure: string | null;
}

interface Document {
  articles: (Omit<IncomingArticle, "body"> & {
    /** Left out of the file, which has the text as it is. */
    body: undefined;
    html: string;
    id: number;
    feed: number;
    arrived: number;
    read: boolean;
  })[];
}

const pageLength = 50;

await answer(async (input: NaiveInput): Promise<NaiveFigures> => {
  const figures: { -readonly [Name in keyof NaiveFigures]: NaiveFigures[Name] } = {
    open: null,
    page: null,
    mark: null,
    markMany: null,
    ingest: null,
    purge: null,
    file: 0,
    memory: 0,
    failure: null,
  };
  try {
    if (input.step === "make") {
      await makeFile(input);
      return figures;
    }
    globalThis.gc?.();
    const idle = process.memoryUsage.rss();
    const low = new Low<Document>(new JSONFile(input.path), { articles: [] });
    figures.open = await time(async () => {
      await low.read();
      newestPage(low.data, 0);
    });
    figures.memory = process.memoryUsage.rss() - idle;
    figures.file = (await stat(input.path)).size;
    await measureChanges(low, input, figures);
  } catch (error) {
    figures.failure = error instanceof Error ? error.message : String(error);
  }
  return figures;
});

async function measureChanges(
  low: Low<Document>,
  input: NaiveInput,
  figures: { -readonly [Name in keyof NaiveFigures]: NaiveFigures[Name] },
): Promise<void> {
  const { data } = low;
  const rounds = Array.from({ length: input.step === "briefly" ? 1 : 5 }, (_, round) => round);
  const pages: number[] = [];
  for (const round of rounds)
    pages.push(await time(() => newestPage(data, (round * data.articles.length) / 10)));
  figures.page = spread(pages);
  const marks: number[] = [];
  for (const round of rounds)
    marks.push(
      await time(async () => {
        const article = data.articles.find(({ id }) => id === (round * data.articles.length) / 10);
        if (article !== undefined) article.read = true;
        await low.write();
      }),
    );
  figures.mark = spread(marks);
  if (input.step === "briefly") return;
  figures.markMany = await time(async () => {
    for (const article of data.articles.slice(0, 10_000)) article.read = true;
    await low.write();
  });
  const maker = new ArticleMaker(makeTitles(input.titles));
  const known = new Set(data.articles.map(({ key }) => key));
  const waves: number[] = [];
  for (const round of rounds) {
    const first = input.articles + round * batchSize;
    const made = Array.from({ length: batchSize }, (_, at) => stored(maker, first + at, input.now));
    waves.push(
      await time(async () => {
        data.articles.push(...made.filter(({ key }) => !known.has(key)));
        await low.write();
      }),
    );
  }
  figures.ingest = spread(waves);
  const before = input.now - (daysOf(input.articles) - 30) * day;
  figures.purge = await time(async () => {
    data.articles = data.articles.filter(({ arrived }) => arrived >= before);
    await low.write();
  });
}

function newestPage({ articles }: Document, depth: number): Document["articles"] {
  return articles
    .toSorted((a, b) => (b.published ?? b.arrived) - (a.published ?? a.arrived))
    .slice(depth, depth + pageLength);
}

async function makeFile({ path, articles, titles, now }: NaiveInput): Promise<void> {
  const maker = new ArticleMaker(makeTitles(titles));
  const days = daysOf(articles);
  const low = new Low<Document>(new JSONFile(path), { articles: [] });
  for (let index = 0; index < articles; index++)
    low.data.articles.push(
      stored(maker, index, now - (days - 1 - Math.floor((index * days) / articles)) * day),
    );
  await low.write();
}

function stored(maker: ArticleMaker, index: number, arrived: number): Document["articles"][number] {
  const { title, article, html } = maker.make(index, arrived);
  return {
    ...article,
    body: undefined,
    html,
    id: index,
    feed: title,
    arrived,
    read: index % 5 < 3,
  };
}
