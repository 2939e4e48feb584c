import type { ArticleId, FeedSummary } from "../../preload/contract/contract.ts";

/** A reader wants to show where an article is on its page, for all articles of its title. */
export class ExtractionWishEvent extends Event {
  static readonly type = "bs-extraction-wish";
  readonly feed: FeedSummary;
  readonly articleId: ArticleId;

  constructor(feed: FeedSummary, articleId: ArticleId) {
    super(ExtractionWishEvent.type, { bubbles: true, composed: true });
    this.feed = feed;
    this.articleId = articleId;
  }
}

declare global {
  interface HTMLElementEventMap {
    "bs-extraction-wish": ExtractionWishEvent;
  }
}
