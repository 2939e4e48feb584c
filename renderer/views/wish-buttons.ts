import { html, type TemplateResult } from "lit";
import type { FeedSummary } from "../../preload/contract/contract.ts";
import { TitleWishEvent } from "../app/title-wish-event.ts";
import { wishesFor, wordWish } from "./title-wishes.ts";

/** Buttons for what can be done about a title's failure, in the look of a class of `controls`. */
export function wishButtons(
  feed: FeedSummary,
  host: HTMLElement,
  look: "button" | "link-button",
): TemplateResult[] {
  return wishesFor(feed).map(
    (wish) =>
      html`<button class=${look} @click=${() => host.dispatchEvent(new TitleWishEvent(wish, feed))}>
        ${wordWish(wish, feed)}
      </button>`,
  );
}

/** Whether another visit may help: without its secret none is even made. */
export const mayHelpToTryAgain = ({ failure }: FeedSummary): boolean =>
  failure?.code !== "secret-missing";
