import type { Loaded } from "../../state/player-store.ts";

/** The reader wants to see the article that what is played came with. */
export class LoadedArticleWantedEvent extends Event {
  static readonly type = "bs-loaded-article-wanted";
  readonly loaded: Loaded;

  constructor(loaded: Loaded) {
    super(LoadedArticleWantedEvent.type, { bubbles: true, composed: true });
    this.loaded = loaded;
  }
}

declare global {
  interface HTMLElementEventMap {
    "bs-loaded-article-wanted": LoadedArticleWantedEvent;
  }
}
