import { isDeepStrictEqual } from "node:util";
import type { FileSystem } from "../../../main/library/files/disk.ts";
import type { Library } from "../../../main/library/library.ts";
import type {
  Article,
  ArticleId,
  ArticleRow,
  MediaName,
} from "../../../preload/contract/contract.ts";
import {
  compareLists,
  comparePageText,
  contentOf,
  modelContent,
  same,
  show,
  sourcesOf,
  modelSources,
} from "../../unit/library/model/compare.ts";
import { nameOf, type LibraryModel } from "../../unit/library/model/library-model.ts";
import { isShown, type ModelArticle } from "../../unit/library/model/model-article.ts";
import {
  pictureFile,
  storyArticle,
  storyOf,
  type Story,
} from "../../unit/library/model/stories.ts";
import { everything } from "../../unit/library/samples.ts";

/**
 * What the library may hold after a cut: everything that was acknowledged, and of each act that
 * was under way whatever of its parts had come to the disk. The first model is what was
 * acknowledged, each further one has one more of the acts that were not.
 */
export type Possible = readonly [LibraryModel, ...LibraryModel[]];

/**
 * Wordings of stories whose texts came to the disk at an earlier cut without their records. They
 * are taken up when a day's records are found damaged and so have to be looked for.
 */
export type Lingering = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * Compares a library that was opened after a cut with what it may hold, and returns the model of
 * what it does hold, which from then on is what must stay.
 */
export async function compareSurvivors(
  library: Library,
  files: FileSystem,
  possible: Possible,
  lingering: Lingering = new Map(),
): Promise<LibraryModel> {
  const found = possible[0].clone();
  const all: LibraryModel[] = [...possible];
  const sources = sourcesOf(library);
  const one = all.find((model) => isDeepStrictEqual(modelSources(model), sources));
  same(sources, modelSources(one ?? possible[0]), "titles, folders and settings");
  if (one !== undefined)
    Object.assign(found, {
      sources: { ...one.sources },
      nextFeedId: one.nextFeedId,
      nextFolderId: one.nextFolderId,
    });
  for (const { id, address } of found.sources.feeds) {
    const visit = library.visits.of(id);
    const etags = all.map(({ visits }) => visits.get(id)?.etag);
    if (!etags.includes(visit?.etag)) same(visit?.etag, etags, `visit of ${address}`);
    if (visit === undefined) found.visits.delete(id);
    else found.visits.set(id, visit);
  }
  const listed = await listedStories(library, all, lingering);
  const names = new Set(all.flatMap((model) => [...model.articles.keys()]));
  for (const name of names) {
    const states = all.map(({ articles }) => articles.get(name));
    const id =
      states.find((state) => state !== undefined && state.id !== null)?.id ??
      listed.get(name)?.id ??
      null;
    const article = id === null ? null : await library.articles.read(id);
    const version = article === null ? null : storyOf(article.headline).version;
    if (version !== null && article !== null && lingering.get(name)?.has(version) === true)
      states.push(...states.flatMap((state) => reworded(state, article) ?? []));
    const survivor = survivorOf(name, article, states, id);
    const feed = found.sources.feeds.find((one) => one.id === survivor?.feedId);
    // That it is deleted shows in what is not listed; it may still be bookmarked.
    if (survivor !== null && article !== null && feed?.unfollowedAt === null)
      survivor.deleted = !listed.has(name);
    if (article !== null) await comparePageText(library, article);
    if (survivor !== null && article !== null)
      for (const { media } of survivor.pictures)
        if (media !== null) await comparePicture(library, files, media);
    if (survivor === null) found.articles.delete(name);
    else found.articles.set(name, survivor);
  }
  // Lists, counts and sums follow from what was found.
  await compareLists(library, found);
  return found;
}

async function comparePicture(library: Library, files: FileSystem, name: MediaName): Promise<void> {
  const path = await library.pictures.path(name);
  if (path === null) throw new Error(`the picture ${name} is missing`);
  const { bytes } = pictureFile(Number.parseInt(name.slice(0, 2), 16));
  same((await files.readFile(path)).toString("hex"), bytes.toString("hex"), `picture ${name}`);
}

/** What is listed, each story once, and nothing that nobody asked to be stored. */
async function listedStories(
  library: Library,
  all: readonly LibraryModel[],
  lingering: Lingering,
): Promise<ReadonlyMap<string, ArticleRow>> {
  const listed = new Map<string, ArticleRow>();
  const rows = await library.articles.timeline(everything).page(0, 1000);
  for (const row of rows) {
    if (row === null) throw new Error("a listed article of which nothing is left");
    const story: Story = storyOf(row.headline);
    const name = nameOf(story);
    if (listed.has(name)) throw new Error(`${name} is listed twice`);
    const isAsked = all.some(({ articles }) => articles.get(name)?.story.version === story.version);
    if (!isAsked && lingering.get(name)?.has(story.version) !== true)
      throw new Error(`${row.headline} is listed, but was not asked for`);
    listed.set(name, row);
  }
  return listed;
}

/** A state of an article with the wording that was found. */
function reworded(state: ModelArticle | undefined, article: Article): ModelArticle | null {
  if (state === undefined) return null;
  const story = storyOf(article.headline);
  const content = storyArticle(story);
  const known = new Map(state.pictures.map((picture) => [picture.address, picture]));
  const pictures = content.pictures.map(
    ({ address }) => known.get(address) ?? { address, media: null, failure: null },
  );
  return { ...state, story, content, pictures, updated: article.updated };
}

/** What has become of an article, each of its sides being as one of the states has it. */
function survivorOf(
  name: string,
  article: Article | null,
  states: readonly (ModelArticle | undefined)[],
  id: ArticleId | null,
): ModelArticle | null {
  const there = states.filter((state) => state !== undefined);
  if (article === null) {
    if (there.length < states.length) return null;
    const hidden = there.find((state) => !isShown(state));
    if (hidden === undefined) throw new Error(`${name} is lost`);
    return { ...hidden, id, pictures: [...hidden.pictures] };
  }
  const content = there.find((state) => isDeepStrictEqual(modelContent(state), contentOf(article)));
  if (content === undefined) {
    same(contentOf(article), there.map(modelContent), `article ${name}`);
    throw new Error(name);
  }
  if (!there.some(({ read }) => read === article.read))
    throw new Error(`${name} has lost its mark: read ${String(article.read)}`);
  // A copy that has lost its mark is bookmarked anew, by another clock.
  const times = there.map(({ bookmarkedAt }) => bookmarkedAt);
  const isSettled = times.every((time) => time === times[0]);
  const isBookmarked = article.bookmarkedAt !== null;
  if (
    isSettled
      ? times[0] !== article.bookmarkedAt
      : !times.some((time) => (time !== null) === isBookmarked)
  )
    throw new Error(`${name} is bookmarked ${show(article.bookmarkedAt)}, not ${show(times)}`);
  const { read, bookmarkedAt } = article;
  const pictures = [...content.pictures];
  return { ...content, id, read, bookmarkedAt, pictures, purged: false };
}
