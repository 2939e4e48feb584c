import type { ArticleId, FeedId, FolderId } from "../../../../preload/contract/contract.ts";
import {
  openLibrary,
  type Incoming,
  type IncomingArticle,
  type Library,
  type PictureResult,
} from "../../../../main/library/library.ts";
import { ArticleMaker } from "./articles.ts";
import { picturePool, type MadePicture } from "./pictures.ts";
import { seeded } from "./seeded.ts";
import { folderNames, makeTitles, type Title } from "./titles.ts";

export const day = 86_400_000;
/** Articles of a wave of visits. */
export const batchSize = 500;

export interface FillPlan {
  readonly folder: string;
  readonly articles: number;
  /** Days over which they arrive; the last one is still open at the end. */
  readonly days: number;
  readonly titles: number;
  readonly bookmarks: number;
  /** When the last article arrives, in milliseconds since 1970-01-01 UTC. */
  readonly end: number;
  /** Articles of the last days are unread; of those before, this share is read. */
  readonly readShare: number;
}

/** Days at the end that nobody has read yet. */
const unreadDays = 2;

/** Fills an empty folder through the library itself, one day after the other. */
export async function fill(plan: FillPlan): Promise<void> {
  let now = plan.end - (plan.days - 1) * day;
  const library = await openLibrary({ folder: plan.folder, now: () => now });
  const titles = makeTitles(plan.titles);
  const filler = new Filler(library, titles, await addTitles(library, titles));
  await filler.storePictures();
  const random = seeded(plan.articles);
  let made = 0;
  for (let today = 1; today <= plan.days; today++) {
    const until = Math.round((plan.articles * today) / plan.days);
    const ids: ArticleId[] = [];
    while (made < until) {
      const count = Math.min(batchSize, until - made);
      ids.push(...(await filler.ingest(made, count, now)));
      made += count;
    }
    if (today <= plan.days - unreadDays)
      await library.articles.setRead(
        ids.filter(() => random.chance(plan.readShare)),
        true,
      );
    const isDue = (at: number): number => Math.floor((plan.bookmarks * at) / plan.days);
    for (let kept = isDue(today - 1); kept < isDue(today); kept++)
      await library.bookmarks.add(random.pick(ids));
    if (today === plan.days) break;
    now += day;
    await library.upkeep.sealPastDays();
  }
  await library.close();
}

/** Follows the titles, filed into folders; returns their numbers in the same order. */
async function addTitles(library: Library, titles: readonly Title[]): Promise<FeedId[]> {
  await library.settings.change({ refreshOnStart: false });
  const folders: FolderId[] = [];
  for (const name of folderNames) folders.push(await library.folders.add(name));
  const feeds = await library.feeds.add(
    titles.map(({ feed, folder }) => ({
      ...feed,
      folderId: folder === null ? null : (folders[folder] ?? null),
    })),
  );
  return feeds.map(({ id }) => id);
}

/** Puts made articles into a library as a refresh does. */
export class Filler {
  readonly #library: Library;
  readonly #feeds: readonly FeedId[];
  readonly #maker: ArticleMaker;
  readonly #pictures = new Map<string, MadePicture>();

  /** `feeds` are the numbers of `titles` in the library. */
  constructor(library: Library, titles: readonly Title[], feeds: readonly FeedId[]) {
    this.#library = library;
    this.#feeds = feeds;
    this.#maker = new ArticleMaker(titles);
  }

  /** Articles from number `first` on, by title, as visits bring them. */
  make(first: number, count: number, arrival: number, revision = 0): Incoming[] {
    const byTitle = new Map<number, IncomingArticle[]>();
    for (let index = first; index < first + count; index++) {
      const { title, article } = this.#maker.make(index, arrival, revision);
      const known = byTitle.get(title);
      if (known === undefined) byTitle.set(title, [article]);
      else known.push(article);
    }
    return Array.from(byTitle, ([title, articles]) => {
      const feedId = this.#feeds[title];
      if (feedId === undefined) throw new Error(`Title ${title} is not followed.`);
      return { feedId, articles };
    });
  }

  /** Stores articles and notes that their pictures are here; returns the articles' ids. */
  async ingest(first: number, count: number, arrival: number): Promise<readonly ArticleId[]> {
    const { added } = await this.#library.articles.ingest(this.make(first, count, arrival));
    await this.recordPictures();
    return added;
  }

  /** Notes that every picture that is waited for has been fetched. */
  async recordPictures(): Promise<void> {
    const waiting = await this.#library.pictures.waiting(Infinity);
    const results = waiting.flatMap((picture): PictureResult[] => {
      const made = this.#pictures.get(picture.address);
      if (made === undefined) return [];
      const { articleId, index, address, width, height } = picture;
      const bytes = made.bytes.length;
      return [{ articleId, index, address, width, height, bytes, media: made.name, failure: null }];
    });
    await this.#library.pictures.record(results);
  }

  async storePictures(): Promise<void> {
    for (let index = 0; index < picturePool.size; index++) {
      const made = picturePool.make(index);
      this.#pictures.set(picturePool.address(index), made);
      await this.#library.pictures.store(made.name, made.bytes);
    }
  }
}
