/** An article was chosen in the list; the shell decides what that means in its layout. */
export class ArticleChosenEvent extends Event {
  static readonly type = "bs-article-chosen";
  readonly index: number;
  readonly by: "key" | "click";

  constructor(index: number, by: "key" | "click") {
    super(ArticleChosenEvent.type, { bubbles: true, composed: true });
    this.index = index;
    this.by = by;
  }
}

declare global {
  interface HTMLElementEventMap {
    "bs-article-chosen": ArticleChosenEvent;
  }
}
