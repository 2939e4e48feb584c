import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Article, ArticleRow, Bridge, TitleRecord } from "../../preload/contract/contract.ts";
import { expect, test } from "./fixtures.ts";
import type { ReaderPage } from "./reader-page.ts";
import { addTitles, type Expected } from "./train/titles.ts";

declare global {
  interface Window {
    readonly broadsheet: Bridge;
  }
}

/** What became of one article when it was opened. */
interface Opened {
  readonly row: ArticleRow;
  readonly article: Article;
  /** Pictures that this disk is said to have and that the engine could not show. */
  readonly broken: readonly string[];
  /** The title's report says that its pages are no longer asked for. */
  readonly arePagesStopped: boolean;
}

/** Articles a title: 40 make 2,400; `TRAIN_ARTICLES` makes it fewer on small machines. */
const articles = Number(process.env.TRAIN_ARTICLES ?? 40);
const titles = 60;

/** Waits until the newsstand has not been asked for anything for so many milliseconds. */
async function untilQuiet(asked: () => number, quiet: number): Promise<void> {
  let [last, since] = [asked(), Date.now()];
  await expect
    .poll(
      () => {
        if (asked() !== last) [last, since] = [asked(), Date.now()];
        return Date.now() - since;
      },
      { timeout: 400_000, intervals: [500] },
    )
    .toBeGreaterThan(quiet);
}

/** Asks for everything that is listed, as the dialog does, and waits until nothing more can be had now. */
async function prepare({ page }: ReaderPage): Promise<void> {
  const state = await page.evaluate(async () => {
    const ends = ["finished", "waiting"];
    const given = await window.broadsheet.request("preparation.start", {
      scope: { kind: "all" },
      pages: true,
      pictures: true,
      recordings: false,
      evenMetered: false,
    });
    if (!given.ok) throw new Error(given.error.code);
    for (;;) {
      const now = await window.broadsheet.request("preparation.status", {});
      if (!now.ok) throw new Error(now.error.code);
      const { preparation } = now.value;
      if (preparation !== null && ends.includes(preparation.state)) return preparation.state;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  });
  expect(["finished", "waiting"]).toContain(state);
}

/** Opens every listed article in the window itself and has the engine decode its pictures. */
async function openAll({ page }: ReaderPage): Promise<Opened[]> {
  return page.evaluate(async () => {
    const ask = async <Value>(reply: Promise<{ ok: boolean }>): Promise<Value> => {
      const answer = (await reply) as { ok: true; value: Value } | { ok: false };
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.value;
    };
    const request: Bridge["request"] = (...given) => window.broadsheet.request(...given);
    const decoded = new Map<string, Promise<boolean>>();
    const decode = (media: string): Promise<boolean> => {
      const known = decoded.get(media);
      if (known !== undefined) return known;
      const image = new Image();
      image.src = `media/${media}`;
      const isShown = image.decode().then(
        () => image.naturalWidth > 0,
        () => false,
      );
      decoded.set(media, isShown);
      return isShown;
    };
    const list = await ask<{ timelineId: number; total: number }>(
      request("timeline.open", { scope: { kind: "all" }, filter: "all", order: "newest" }),
    );
    const { records } = await ask<{ records: TitleRecord[] }>(request("titles.records", {}));
    const stopped = new Set(
      records.flatMap(({ feedId, pages }) =>
        (pages?.stoppedUntil ?? null) === null ? [] : [feedId],
      ),
    );
    const opened: Opened[] = [];
    for (let offset = 0; offset < list.total; offset += 100) {
      const { rows } = await ask<{ rows: (ArticleRow | null)[] }>(
        request("timeline.page", { timelineId: list.timelineId, offset, limit: 100 }),
      );
      for (const row of rows) {
        if (row === null) continue;
        const article = await ask<Article>(request("article.open", { articleId: row.id }));
        const broken: string[] = [];
        for (const { media } of article.pictures)
          if (media !== null && !(await decode(media))) broken.push(media);
        opened.push({ row, article, broken, arePagesStopped: stopped.has(row.feedId) });
      }
    }
    return opened;
  });
}

/** What of an article is not here although nothing says so; empty: it keeps its promise. */
function brokenPromises(
  { row, article, broken, arePagesStopped }: Opened,
  expected: Expected,
): string[] {
  const saysIncomplete = article.page === null ? arePagesStopped : article.page.state !== "stored";
  const isExcerpt = article.page?.isExcerpt === true || (article.page?.missing ?? null) !== null;
  const isWhole = article.html.includes(expected.ending);
  const here = article.pictures.filter(({ media }) => media !== null).length;
  const told = article.pictures.filter(({ media, failure }) => media === null && failure !== null);
  const isAwaited = row.offline === "text" || row.offline === "headline";
  return [
    ...(article.html === "" && article.standfirst === "" ? ["it is empty"] : []),
    ...broken.map((media) => `the engine cannot show ${media}`),
    ...(isWhole || saysIncomplete || isExcerpt ? [] : ["its end is missing"]),
    ...(row.offline === "complete" && here < article.pictures.length
      ? ["it says that all pictures are here"]
      : []),
    ...(isWhole && article.pictures.length < expected.pictures ? ["a picture was left out"] : []),
    ...(here + told.length < article.pictures.length && !isAwaited
      ? ["nothing says why a picture is missing"]
      : []),
  ];
}

/** Nothing was said to be missing: all of the text and all pictures are here. */
function isAllHere({ row, article }: Opened, expected: Expected): boolean {
  return (
    row.offline === "complete" &&
    article.html.includes(expected.ending) &&
    article.pictures.length >= expected.pictures
  );
}

test("on a train without a network, whatever is listed opens", async ({
  play,
  open,
  dataFolder,
}) => {
  test.setTimeout(600_000);
  const newsstand = await play({ publishers: 0 });
  const expected = addTitles(newsstand, articles);
  expect(newsstand.publishers.length).toBe(titles);
  const outline = join(dataFolder, "titles.opml");
  await writeFile(outline, newsstand.opml());
  const { reader, program } = await open({ arguments: ["--follow", outline] });
  const asked = (): number => newsstand.requests().length;
  await untilQuiet(asked, 3_000);
  await prepare(reader);
  await untilQuiet(asked, 3_000);
  const askedAtHome = newsstand.requests().length;

  // The train leaves: no publisher answers any more, and the program knows of no network.
  newsstand.plug(false);
  await newsstand.close();
  await reader.page.context().setOffline(true);

  const opened = await openAll(reader);
  const promises = opened.map((one) => {
    const known = expected.get(one.row.headline);
    if (known === undefined) throw new Error(`nobody published “${one.row.headline}”`);
    return { one, known, broken: brokenPromises(one, known) };
  });
  const all = articles * titles;
  const whole = promises.filter(({ one, known }) => isAllHere(one, known)).length;
  const number = (value: number): string => value.toLocaleString("en");
  console.log(
    `${number(opened.length)} of ${number(all)} open; ${number(whole)} with everything promised; ` +
      `${number(opened.length - whole)} said beforehand what is missing`,
  );
  expect(
    promises.flatMap(({ one, known, broken }) =>
      broken.map((what) => `${known.kind}: ${one.row.headline}: ${what}`),
    ),
  ).toEqual([]);
  expect(opened.length).toBe(all);
  // Well-kept titles have nothing to say beforehand.
  const sound = new Set(["full", "full-atom", "full-json", "short", "short-drawn", "legacy"]);
  expect(
    promises
      .filter(({ one, known }) => sound.has(known.kind) && !isAllHere(one, known))
      .map(
        ({ one }) => `${one.row.headline}: ${one.row.offline}, ${one.article.page?.state ?? ""}`,
      ),
  ).toEqual([]);

  // Some of them as a person does it.
  await reader.source("All articles").click();
  for (const [index] of Array.from({ length: 12 }).entries()) {
    await reader.rows.nth(index).click();
    await expect(reader.body).toHaveText(/\S/);
    await reader.page.waitForTimeout(50);
    const states = await reader.pictures.evaluateAll((images) =>
      (images as HTMLImageElement[])
        .filter((image) => !image.hidden)
        .map((image) => {
          image.loading = "eager";
          return image.decode().then(
            () => image.naturalWidth > 0,
            () => false,
          );
        })
        .reduce<Promise<boolean>>(
          (before, one) => before.then(async (isGood) => (await one) && isGood),
          Promise.resolve(true),
        ),
    );
    expect(states).toBe(true);
  }
  expect(reader.leftTheApp).toEqual([]);
  expect(newsstand.requests().length).toBe(askedAtHome);
  await program.kill();
});
