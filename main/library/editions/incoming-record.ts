import type { ArticleId, FeedId } from "../../../preload/contract/contract.ts";
import { sameContent, type ArticleRecord, type StoredPicture } from "./article-record.ts";
import type { IncomingArticle, IncomingPicture } from "../types.ts";
import type { NewFrame } from "./frame.ts";
import { wantedPage, type PageRecord } from "./page-record.ts";

type BodilessRecord = Omit<ArticleRecord, "body">;

/** The record of a new article. */
export function newRecord(
  article: IncomingArticle,
  facts: {
    readonly id: ArticleId;
    readonly feedId: FeedId;
    readonly keys: readonly string[];
    readonly arrived: number;
  },
): BodilessRecord {
  return {
    ...facts,
    published: publicationTime(article.published, facts.arrived),
    updated: null,
    ...contentOf(article),
    pictures: article.pictures.map(waitingPicture),
  };
}

/** The record of an article that its publisher changed: same place, same date, new content. */
export function updatedRecord(
  article: IncomingArticle,
  old: BodilessRecord,
  facts: { readonly keys: readonly string[]; readonly updated: number },
): BodilessRecord {
  const pictures = new Map(old.pictures.map((picture) => [picture.address, picture]));
  return {
    id: old.id,
    feedId: old.feedId,
    published: old.published,
    arrived: old.arrived,
    ...contentOf(article),
    keys: joinKeys(old.keys, facts.keys),
    updated: sameContent(old.contentHash, article.contentHash) ? old.updated : facts.updated,
    pictures: [
      ...article.pictures.map((picture) => {
        const known = pictures.get(picture.address);
        return known === undefined
          ? waitingPicture(picture)
          : { ...known, alt: picture.alt.toWellFormed() };
      }),
      ...picturesOfPage(old),
    ],
    ...(old.page !== undefined && { page: moved(old.page, article.pictures.length) }),
  };
}

/** A record with its texts, the feed's and behind it the page's; without one it is asked for anew. */
export function withPage(
  record: BodilessRecord,
  feed: Uint8Array,
  pageText: Uint8Array | null,
): NewFrame {
  const { page } = record;
  if (page === undefined || page.text === null) return { record, body: feed };
  if (pageText === null) return { record: { ...record, page: wantedPage }, body: feed };
  const text = { ...page.text, start: feed.length };
  return {
    record: { ...record, hasText: true, page: { ...page, text } },
    body: Buffer.concat([feed, pageText]),
  };
}

/** A publisher that makes up another key at every visit must not let records grow for ever. */
export const keyLimit = 8;

/** An article's keys and further ones, the publisher's own before all others. */
export function joinKeys(keys: readonly string[], further: readonly string[]): string[] {
  return [...new Set([...keys, ...further])].slice(0, Math.max(keyLimit, keys.length));
}

/** The page's own pictures, which stand behind the feed's. */
export function picturesOfPage({ page, pictures }: BodilessRecord): readonly StoredPicture[] {
  const text = page?.text ?? null;
  return text === null ? [] : pictures.slice(text.firstPicture);
}

function moved(page: PageRecord, firstPicture: number): PageRecord {
  return page.text === null ? page : { ...page, text: { ...page.text, firstPicture } };
}

function contentOf(article: IncomingArticle) {
  return {
    address: article.address,
    headline: article.headline.toWellFormed(),
    author: article.author.toWellFormed(),
    excerpt: article.excerpt.toWellFormed(),
    section: article.section,
    tags: article.tags.map((tag) => tag.toWellFormed()),
    language: article.language,
    leadPicture: article.leadPicture,
    enclosures: article.enclosures,
    wordCount: article.wordCount,
    contentHash: article.contentHash,
    hasText: article.body.length > 0,
  };
}

/** A picture that is still to be fetched. */
export function waitingPicture(picture: IncomingPicture): StoredPicture {
  const { address, alt, width, height } = picture;
  return { address, alt: alt.toWellFormed(), width, height, media: null, bytes: 0, failure: null };
}

/** Never in the future; a missing or impossible date is the arrival. */
function publicationTime(published: number | null, arrived: number): number {
  if (published === null || !Number.isFinite(published) || published < 0) return arrived;
  return Math.min(published, arrived);
}
