import type { ArticleId, Scope } from "../../preload/contract/contract.ts";

/** A view asks for the dialog that prepares for offline, at a scope. */
export class PrepareEvent extends Event {
  static readonly type = "bs-prepare";
  readonly scope: Scope;

  constructor(scope: Scope) {
    super(PrepareEvent.type, { bubbles: true, composed: true });
    this.scope = scope;
  }
}

/** An article is to be opened, with a list that it is in. */
export class ArticleWantedEvent extends Event {
  static readonly type = "bs-article-wanted";
  readonly scope: Scope;
  readonly articleId: ArticleId;

  constructor(scope: Scope, articleId: ArticleId) {
    super(ArticleWantedEvent.type, { bubbles: true, composed: true });
    this.scope = scope;
    this.articleId = articleId;
  }
}

declare global {
  interface HTMLElementEventMap {
    "bs-article-wanted": ArticleWantedEvent;
    "bs-prepare": PrepareEvent;
  }
}
