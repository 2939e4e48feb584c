/** A second extractor for the few pages on which the first went wrong. */
import Defuddle from "defuddle";
import { toDocument } from "./extract.ts";
import { readTree } from "./read-tree.ts";
import { linesOf, type PageElement } from "./tree.ts";

/** Less text than this is suspicious. */
const textMinimum = 250;
/** Long words of the headline that a text about it holds at least. */
const wordShare = 0.2;
/** By how much more of them another text must hold to be believed. */
const wordGain = 0.3;

/** True when what was found is so little, or so far from the headline, that another look pays. */
export function isSuspicious(text: string, headline: string, statedLength: number): boolean {
  if (text.length < textMinimum) return true;
  if (statedLength > 500 && text.length < statedLength * 0.4) return true;
  return shareOfWords(text, headline) < wordShare;
}

/** True when the other text is the better one. */
export function isBetter(other: string, text: string, headline: string): boolean {
  if (other.length < textMinimum) return false;
  const gain = shareOfWords(other, headline) - shareOfWords(text, headline);
  if (gain >= wordGain) return true;
  return other.length > text.length * 2 && gain >= 0;
}

/** What the other extractor takes for the article, or null. It changes nothing of the page. */
export function extractAgain(page: PageElement, address: string): PageElement | null {
  let content: string;
  try {
    // Without `useAsync: false` it may ask services on the net.
    const options = { url: address, useAsync: false };
    content = new Defuddle(toDocument(page, address) as never, options).parse().content;
  } catch {
    // It is not written for this kind of document; what was found first stays.
    return null;
  }
  const tree = readTree(content);
  const body = typeof tree === "string" ? undefined : tree.children[1];
  return typeof body === "object" && linesOf(body) !== "" ? body : null;
}

/** Share of the headline's long words, or of its pairs of characters, that a text holds. */
function shareOfWords(text: string, headline: string): number {
  const words = longWords(headline);
  if (words.length === 0) return 1;
  const lower = text.toLowerCase();
  return words.filter((word) => lower.includes(word)).length / words.length;
}

function longWords(headline: string): string[] {
  const lower = headline.toLowerCase();
  const words = lower.match(/[\p{L}\p{N}]{5,}/gu) ?? [];
  // Scripts without spaces have no long words, but telling pairs.
  const unspaced =
    lower.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2,}/gu) ??
    [];
  const pairs = unspaced.flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, index) => run.slice(index, index + 2)),
  );
  return pairs.length > 0 ? pairs : words;
}
