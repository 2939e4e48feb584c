import type { ArticleId, Section } from "../../preload/contract/contract.ts";

/** What is indexed of an article. Plain text; nothing of it can be read back from the index. */
export interface SearchDocument {
  readonly articleId: ArticleId;
  readonly headline: string;
  readonly text: string;
  readonly author: string;
  /** The name of its title. */
  readonly title: string;
  readonly tags: readonly string[];
  /** What a person wrote to it, its bookmark's tags among it. */
  readonly note: string;
  readonly section: Section | null;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly published: number;
  /** Another number when something of the article changed: 32 bits. */
  readonly stamp: number;
}

/** Which of the marks that a query asks for an article has; the index does not know them. */
export interface ArticleMarks {
  readonly unread: (articleId: ArticleId) => boolean;
  readonly bookmarked: (articleId: ArticleId) => boolean;
  readonly offline: (articleId: ArticleId) => boolean;
}

export interface SearchOptions {
  /** Hits at most. */
  readonly limit: number;
  /** Newest first, or the best first among the newest 3,000. */
  readonly order: "newest" | "relevance";
  readonly marks: ArticleMarks;
  /** Milliseconds since 1970 at which a local day (`YYYY-MM-DD`) begins. */
  readonly beginningOf: (day: string) => number;
}

export interface SearchHits {
  readonly articleIds: readonly ArticleId[];
  /** There are more. */
  readonly hasMore: boolean;
}
