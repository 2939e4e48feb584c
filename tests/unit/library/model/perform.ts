import type { Library } from "../../../../main/library/library.ts";
import type { ArticleId, FolderId } from "../../../../preload/contract/contract.ts";
import { packText } from "../../../../main/offline/pack-text.ts";
import { sampleFeed, sampleVisit } from "../samples.ts";
import type { Act, StoryName } from "./acts.ts";
import { same } from "./compare.ts";
import { nameOf, type Changed, type LibraryModel } from "./library-model.ts";
import { isShown } from "./model-article.ts";
import {
  isBare,
  nextTryOfPages,
  pageText,
  pictureFile,
  saidBytes,
  storyArticle,
  titleAddress,
} from "./stories.ts";

/** What the library told of an act. */
export interface Told {
  /** Articles that it says to have changed, by the names of stories. */
  readonly changed: Changed;
  /** The numbers that articles were given, by the names of stories. */
  readonly ids: ReadonlyMap<string, ArticleId>;
  /** How many articles it says to have changed, where it does not say which. */
  readonly count?: number;
}

/** Throws when the library did not tell of an act what the model expects. */
export function sameTold({ changed, count }: Told, expected: Changed, act: Act): void {
  const what = `changed by ${JSON.stringify(act)}`;
  if (count === undefined) same([...changed].sort(), [...expected].sort(), what);
  else same(count, expected.size, what);
}

const nothing: Told = { changed: new Set(), ids: new Map() };

/** Makes an act with the library itself; the model says what stories and titles are called there. */
export async function perform(library: Library, model: LibraryModel, act: Act): Promise<Told> {
  const feedIds = (titles: readonly number[]) =>
    titles.flatMap((title) => model.feed(title)?.id ?? []);
  const articleIds = (stories: readonly StoryName[]) =>
    stories.flatMap((story) => model.find(story)?.id ?? []);
  const folderOf = (number: number | null): FolderId | null =>
    model.sources.folders.find(({ id }) => id === number)?.id ?? null;
  const changedIds = (ids: readonly ArticleId[]): Told => {
    const names = new Map(Array.from(model.articles, ([name, { id }]) => [id, name]));
    return { changed: new Set(ids.map((id) => names.get(id) ?? id)), ids: new Map() };
  };
  switch (act.kind) {
    case "follow": {
      const folderId = folderOf(act.folder);
      const feeds = act.titles.map((title) => sampleFeed(titleAddress(title), { folderId }));
      await library.feeds.add(feeds);
      return nothing;
    }
    case "unfollow":
      await library.feeds.unfollow(feedIds(act.titles));
      return nothing;
    case "restore":
      await library.feeds.restore(feedIds(act.titles));
      return nothing;
    case "change title": {
      const { ownTitle, section } = act;
      const changes = feedIds([act.title]).map((id) => [id, { ownTitle, section }] as const);
      await library.feeds.change(new Map(changes));
      return nothing;
    }
    case "move": {
      const before = act.before === null ? null : (model.feed(act.before)?.id ?? null);
      await library.feeds.move(feedIds([act.title]), folderOf(act.folder), before);
      return nothing;
    }
    case "add folder":
      await library.folders.add(act.name);
      return nothing;
    case "rename folder":
      await library.folders.rename(act.folder as FolderId, act.name);
      return nothing;
    case "remove folder":
      await library.folders.remove(act.folder as FolderId);
      return nothing;
    case "settings":
      await library.settings.change(act.change);
      return nothing;
    case "ingest":
      return ingest(library, model, act);
    case "mark":
      return changedIds(await library.articles.setRead(articleIds(act.stories), act.read));
    case "mark all read": {
      await library.articles.prepare(act.query);
      const timeline = library.articles.timeline(act.query);
      return changedIds(await library.articles.markAllRead(timeline));
    }
    case "bookmark": {
      // What was removed may still be taken out of the trash; that is another story.
      const article = model.find(act.story);
      if (article === undefined || !isShown(article)) return nothing;
      for (const id of articleIds([act.story]))
        await (act.on ? library.bookmarks.add(id) : library.bookmarks.remove(id));
      return nothing;
    }
    case "delete":
      return changedIds(await library.articles.delete(articleIds(act.stories)));
    case "undelete":
      return changedIds(await library.articles.undelete(articleIds(act.stories)));
    case "picture":
      await notePicture(library, model, act);
      return nothing;
    case "want pages":
      await library.pages.want(articleIds(act.stories), act.wanted);
      return nothing;
    case "page":
      await notePage(library, model, act);
      return nothing;
    case "visit":
      await library.visits.record(
        feedIds(act.titles).map((id) => sampleVisit(id, { etag: act.etag })),
      );
      return nothing;
    case "purge": {
      const { articles } = await library.upkeep.purge();
      return { ...nothing, count: articles };
    }
    case "seal":
      await library.upkeep.sealPastDays();
      return nothing;
    case "pass time":
    case "reopen":
      return nothing;
  }
}

async function ingest(
  library: Library,
  model: LibraryModel,
  { stories }: Extract<Act, { kind: "ingest" }>,
): Promise<Told> {
  const incoming = stories.flatMap((story) => {
    const feed = model.feed(story.title);
    return feed === undefined ? [] : [{ feedId: feed.id, articles: [storyArticle(story)] }];
  });
  const { added, updated } = await library.articles.ingest(incoming);
  const known = new Map(Array.from(model.articles, ([name, { id }]) => [id, name]));
  const ids = new Map<string, ArticleId>();
  for (const id of added) {
    const article = await library.articles.read(id);
    const story = stories.find((one) => storyArticle(one).headline === article?.headline);
    ids.set(story === undefined ? id : nameOf(story), id);
  }
  const changed = updated.map((id) => known.get(id) ?? id);
  return { changed: new Set([...ids.keys(), ...changed]), ids };
}

async function notePage(
  library: Library,
  model: LibraryModel,
  { story, became }: Extract<Act, { kind: "page" }>,
): Promise<void> {
  const articleId = model.find(story)?.id ?? null;
  if (articleId === null || isBare(story.number)) return;
  if (became === "failed") {
    const nextTry = nextTryOfPages;
    await library.pages.record([{ articleId, kind: "failed", reason: "timed-out", nextTry }]);
    return;
  }
  const isExcerpt = false;
  if (became === "refused") {
    await library.pages.record([{ articleId, kind: "refused", reason: "bot-wall", isExcerpt }]);
    return;
  }
  const page = {
    body: packText(pageText(story)),
    pictures: [],
    leadPicture: null,
    leadCaption: "",
    leadCredit: "",
    standfirst: "",
    author: "",
    section: null,
    language: null,
    wordCount: 4,
    // The feed's own text stays the one that is shown, so that both can be looked at.
    isBetter: false,
  };
  await library.pages.record([{ articleId, kind: "stored", page, isExcerpt }]);
}

async function notePicture(
  library: Library,
  model: LibraryModel,
  { story, index, found }: Extract<Act, { kind: "picture" }>,
): Promise<void> {
  const article = model.find(story);
  if (article?.id === null || article?.pictures[index] === undefined) return;
  const file = found === null ? null : pictureFile(found);
  if (file !== null) await library.pictures.store(file.name, file.bytes);
  await library.pictures.record([
    {
      articleId: article.id,
      index,
      media: file?.name ?? null,
      width: null,
      height: null,
      bytes: file === null ? 0 : saidBytes,
      failure: file === null ? "not-found" : null,
    },
  ]);
}
