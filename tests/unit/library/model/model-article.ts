import type { IncomingArticle } from "../../../../main/library/library.ts";
import type {
  ArticleId,
  ErrorCode,
  FeedId,
  MediaName,
} from "../../../../preload/contract/contract.ts";
import { hour } from "../samples.ts";
import { saidBytes, type Story } from "./stories.ts";

/** An article, as plainly as it can be. */
export interface ModelArticle {
  /** Null until the library has told it. */
  id: ArticleId | null;
  readonly feedId: FeedId;
  story: Story;
  content: IncomingArticle;
  readonly published: number;
  readonly arrived: number;
  updated: number | null;
  read: boolean;
  bookmarkedAt: number | null;
  /** Deleted by hand; hidden but for the list of bookmarks. */
  deleted: boolean;
  /** Removed for good; it does not come back, whatever its publisher lists. */
  purged: boolean;
  pictures: ModelPicture[];
  /** Null: its page was never asked for. */
  page: ModelPage | null;
}

export interface ModelPage {
  readonly state: "waiting" | "stored" | "failed" | "refused";
  readonly hasText: boolean;
}

export interface ModelPicture {
  readonly address: string;
  readonly media: MediaName | null;
  readonly failure: ErrorCode | null;
}

/** Whether some list may show it. */
export function isShown(article: ModelArticle): boolean {
  if (article.purged) return false;
  return !article.deleted || article.bookmarkedAt !== null;
}

export function waiting(address: string): ModelPicture {
  return { address, media: null, failure: null };
}

export function countWaiting(article: ModelArticle): number {
  return article.pictures.filter((one) => one.media === null && one.failure === null).length;
}

/** Days since 1970-01-01 UTC. */
export function dayOf(milliseconds: number): number {
  return Math.floor(milliseconds / (24 * hour));
}

/** By publication to the second, then by the number that the library gave. */
export function byPublication(one: ModelArticle, other: ModelArticle): number {
  const second = (article: ModelArticle) => Math.floor(article.published / 1000);
  return second(one) - second(other) || compareIds(one.id ?? "", other.id ?? "");
}

function compareIds(one: string, other: string): number {
  const [day = 0, number = 0] = one.split("-").map(Number);
  const [otherDay = 0, otherNumber = 0] = other.split("-").map(Number);
  return day - otherDay || number - otherNumber;
}

/** Leaves out what is over the cap of its title, in megabytes: the most valuable pictures stay. */
export function leaveOutPictures(
  articles: Iterable<ModelArticle>,
  cap: number | null,
  now: number,
): void {
  if (cap === null) return;
  const kept = new Map<FeedId, Set<MediaName>>();
  const rank = ({ id, read }: ModelArticle): number =>
    Number((id ?? "").split("-")[0]) >= dayOf(now) ? 0 : read ? 2 : 1;
  const mostValuable = [...articles]
    .filter((one) => !one.deleted && !one.purged && one.bookmarkedAt === null)
    .sort((one, other) => rank(one) - rank(other) || byPublication(other, one));
  for (const article of mostValuable) {
    const before = kept.get(article.feedId) ?? new Set();
    const after = new Set([...before, ...article.pictures.flatMap(({ media }) => media ?? [])]);
    if (after.size * saidBytes <= cap * 1_000_000) {
      kept.set(article.feedId, after);
      continue;
    }
    article.pictures = article.pictures.map((one) =>
      one.media === null ? one : { ...one, media: null, failure: "left-out" },
    );
  }
}
