/** Whether a page gave all of its article. */
import type { Block } from "./blocks.ts";
import { textIn } from "./facts/linked-data.ts";
import type { PageSource } from "./facts/survey.ts";
import { isBlock, lineOf } from "./tree.ts";
import { cutOff, subscriptionPrompt } from "./words/walls.ts";

/** Prompts are short lines; longer ones are texts about subscriptions. */
const promptLimit = 320;
/** With a prompt beside it, a text of fewer characters is the beginning of one. */
const promptedText = 3_000;
/** The same for a prompt elsewhere on the page, which may only offer a newsletter. */
const promptElsewhere = 1_500;
const lockedText = 1_500;
/** A text with this share of what the publisher states is whole. */
const wholeShare = 0.8;

/** Characters that the publisher says the text has, or 0. */
export function statedLength({ article }: PageSource): number {
  return textIn(article, "articleBody").length;
}

/** Whether a text ends before the article does: a prompt to subscribe, or less than is stated. */
export function completenessOf(
  text: string,
  found: readonly Block[],
  source: PageSource,
  isFree: boolean | null,
): "whole" | "excerpt" {
  const words = statedWords(source);
  const has = text.split(/\s+/).length;
  if (words > 0 && has >= words * wholeShare) return "whole";
  const stated = statedLength(source);
  if (stated > 1_000 && text.length >= stated * wholeShare) return "whole";
  if (words > 200 && has < words * 0.4) return "excerpt";
  if (stated > 1_000 && text.length < stated * 0.4) return "excerpt";
  if (isFree === false && text.length < lockedText) return "excerpt";
  if (text.length < promptedText && endsInPrompt(found)) return "excerpt";
  if (text.length < promptElsewhere && hasPrompt(source)) return "excerpt";
  return cutOff.test(text) && text.length < lockedText ? "excerpt" : "whole";
}

function statedWords({ article }: PageSource): number {
  const stated = article?.wordCount;
  const words = Number(typeof stated === "string" ? stated.replace(/\D/g, "") : stated);
  return Number.isFinite(words) ? words : 0;
}

function endsInPrompt(found: readonly Block[]): boolean {
  return found
    .slice(-8)
    .some(({ line }) => line.length <= promptLimit && subscriptionPrompt.test(line));
}

/** A prompt anywhere on the page, in a block of its own. */
function hasPrompt({ elements }: PageSource): boolean {
  return elements.some((one) => {
    if (!isBlock(one) || one.name === "body") return false;
    // The blocks around it would be read again and again.
    if (one.children.some((child) => typeof child !== "string" && isBlock(child))) return false;
    const line = lineOf(one);
    return line.length >= 12 && line.length <= promptLimit && subscriptionPrompt.test(line);
  });
}
