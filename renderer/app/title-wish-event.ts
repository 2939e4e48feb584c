import type { FeedSummary } from "../../preload/contract/contract.ts";

/** What a reader can want of a title that is done elsewhere, or asks for more before it is done. */
export type TitleWish =
  | "show-details"
  | "change-address"
  | "give-credentials"
  | "sign-in"
  | "sign-out"
  | "choose-extraction"
  | "reset-extraction";

/** A view asks for something to be done with a title; the shell sees to it, with a dialog if need be. */
export class TitleWishEvent extends Event {
  static readonly type = "bs-title-wish";
  readonly wish: TitleWish;
  readonly feed: FeedSummary;

  constructor(wish: TitleWish, feed: FeedSummary) {
    super(TitleWishEvent.type, { bubbles: true, composed: true });
    this.wish = wish;
    this.feed = feed;
  }
}

declare global {
  interface HTMLElementEventMap {
    "bs-title-wish": TitleWishEvent;
  }
}
