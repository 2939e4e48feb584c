import { isDeepStrictEqual } from "node:util";
import type { Library } from "../../../../main/library/library.ts";
import type { Article, TimelineQuery } from "../../../../preload/contract/contract.ts";
import { everything, textOf } from "../samples.ts";
import { nameOf, type LibraryModel } from "./library-model.ts";
import { isShown, type ModelArticle } from "./model-article.ts";
import { nextTryOfPages, pageText, storyOf } from "./stories.ts";

/** Throws an error with both values, from shortly before where they differ. */
export function same(found: unknown, expected: unknown, what: string): void {
  if (isDeepStrictEqual(found, expected)) return;
  const [one, other] = [show(found), show(expected)];
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  const part = (text: string) => text.slice(Math.max(0, at - 80), at + 200);
  throw new Error(`${what}: found … ${part(one)} …, expected … ${part(other)} …`);
}

/** A value as JSON with its keys in order. */
export function show(value: unknown): string {
  if (value === undefined) return "nothing";
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

/** Titles, folders and settings as the library tells them. */
export function sourcesOf(library: Library): unknown {
  return {
    followed: library.feeds.followed(),
    former: library.feeds.former(),
    folders: library.folders.all(),
    settings: library.settings.current(),
  };
}

/** Titles, folders and settings as the model has them. */
export function modelSources(model: LibraryModel): unknown {
  const { followed, former, sources } = model;
  return { followed, former, folders: sources.folders, settings: sources.settings };
}

/** What an article says that its publisher and the visits decide. */
export function contentOf(article: Article): unknown {
  const { address, arrived, feedId, headline, html, published, updated, texts } = article;
  const page = article.page?.state ?? null;
  const pictures = article.pictures.map(({ media, failure }) => ({ media, failure }));
  return { address, arrived, feedId, headline, html, published, updated, pictures, page, texts };
}

export function modelContent(article: ModelArticle): unknown {
  const { arrived, content, feedId, published, updated } = article;
  const { address, headline } = content;
  const html = textOf(content);
  const pictures = article.pictures.map(({ media, failure }) => ({ media, failure }));
  const page = article.page?.state ?? null;
  const texts = article.page?.hasText === true ? ["feed", "page"] : ["feed"];
  return { address, arrived, feedId, headline, html, published, updated, pictures, page, texts };
}

/** The page's text, where one is stored, must be whole. */
export async function comparePageText(library: Library, article: Article): Promise<void> {
  if (!article.texts.includes("page")) return;
  const ofPage = await library.articles.read(article.id, "page");
  same(ofPage?.html, pageText(storyOf(article.headline)), `page of ${article.headline}`);
}

/** Compares everything that the library tells with the model; throws at the first difference. */
export async function compare(library: Library, model: LibraryModel): Promise<void> {
  await compareLists(library, model);
  for (const [name, expected] of model.articles) await compareArticle(library, expected, name);
}

/** Compares all but the articles themselves. */
export async function compareLists(library: Library, model: LibraryModel): Promise<void> {
  same(sourcesOf(library), modelSources(model), "titles, folders and settings");
  for (const feed of model.sources.feeds) {
    same(library.visits.of(feed.id), model.visits.get(feed.id), `visit of ${feed.address}`);
    same(library.articles.counts(feed.id), model.counts(feed.id), `counts of ${feed.address}`);
  }
  await compareSums(library, model);
  await compareList(library, model, everything);
  await compareList(library, model, { ...everything, scope: { kind: "bookmarks" } });
}

export async function compareSums(library: Library, model: LibraryModel): Promise<void> {
  const { bytes, ...totals } = library.articles.totals();
  if (!(bytes >= 0)) throw new Error(`${bytes} bytes`);
  same(totals, { ...totals, ...model.totals() }, "totals");
  same(library.pictures.countWaiting(), model.waitingPictures(), "waiting pictures");
  const waiting = await library.pictures.waiting(1000);
  same(waiting.length, model.waitingPictures(), "waiting pictures listed");
  same(library.pages.count(), model.pages(), "waiting pages");
  const pages = await library.pages.waiting(1000, model.now);
  const failed = model.now >= nextTryOfPages ? model.pages().failed : 0;
  same(pages.length, model.pages().waiting + failed, "waiting pages listed");
}

async function compareArticle(
  library: Library,
  expected: ModelArticle,
  name: string,
): Promise<void> {
  if (expected.id === null) throw new Error(`${name} has no number`);
  const article = await library.articles.read(expected.id);
  if (!isShown(expected)) {
    same(article, null, `deleted ${name}`);
    return;
  }
  if (article === null) throw new Error(`${name} is missing`);
  same(contentOf(article), modelContent(expected), `article ${name}`);
  await comparePageText(library, article);
  same(article.read, expected.read, `read mark of ${name}`);
  same(article.bookmarkedAt, expected.bookmarkedAt, `bookmark of ${name}`);
  for (const { media } of expected.pictures)
    if (media !== null && (await library.pictures.path(media)) === null)
      throw new Error(`the picture ${media} of ${name} is missing`);
}

/** Compares a list, its pages, its days and its places. */
export async function compareList(
  library: Library,
  model: LibraryModel,
  query: TimelineQuery,
): Promise<void> {
  const what = `list ${show(query)}`;
  const expected = model.list(query);
  await library.articles.prepare(query);
  const timeline = library.articles.timeline(query);
  const rows = await timeline.page(0, 1000);
  same(
    rows.map((row) => (row === null ? null : nameOf(storyOf(row.headline)))),
    expected.map(({ story }) => nameOf(story)),
    what,
  );
  same(
    rows.map((row) => [row?.read, row?.bookmarked]),
    expected.map(({ read, bookmarkedAt }) => [read, bookmarkedAt !== null]),
    `marks in ${what}`,
  );
  same(timeline.total, expected.length, `total of ${what}`);
  same(timeline.countNewer(), 0, `newer than ${what}`);
  same(timeline.days, localDays(expected), `days of ${what}`);
  const middle = Math.floor(expected.length / 2);
  same(await timeline.page(middle, 3), rows.slice(middle, middle + 3), `page of ${what}`);
  const places = expected.map(({ id }) => (id === null ? null : timeline.locate(id)));
  same(places, [...expected.keys()], `places in ${what}`);
  const unread = expected.findIndex(({ read }, at) => at > middle && !read);
  same(timeline.nextUnread(middle), unread < 0 ? null : unread, `next unread in ${what}`);
}

function localDays(articles: readonly ModelArticle[]): unknown[] {
  const days: { day: string; count: number }[] = [];
  for (const { published } of articles) {
    const date = new Date(published);
    const pad = (value: number) => String(value).padStart(2, "0");
    const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
    const last = days.at(-1);
    if (last?.day === day) last.count++;
    else days.push({ day, count: 1 });
  }
  return days;
}
