import type { Stretch } from "./find-words.ts";

export type { Stretch };

/** A passage as it is remembered: by its words and by what stands around them. */
export interface Passage {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  /** Where it began when it was made, in UTF-16 units. */
  readonly start: number;
}

/** Units of what stands before and after a passage that are remembered. */
const around = 80;
/** A quote shorter than this says nothing by itself: so much around it has to be as it was. */
const telling = 20;
const likeEnough = 8;

/** A stretch of a text as a passage that can be found again when the text has changed a little. */
export function describePassage(text: string, { start, end }: Stretch): Passage {
  return {
    quote: text.slice(start, end),
    before: text.slice(Math.max(0, start - around), start),
    after: text.slice(end, end + around),
    start,
  };
}

/** A stretch without the white space at its ends; null when nothing else is in it. */
export function trimStretch(text: string, { start, end }: Stretch): Stretch | null {
  const inside = text.slice(start, end);
  const trimmed = inside.trim();
  if (trimmed === "") return null;
  const from = start + inside.indexOf(trimmed);
  return { start: from, end: from + trimmed.length };
}

/**
 * Finds passages in a text again, after the model of the Web Annotation Data Model's text quote
 * selector (https://www.w3.org/TR/annotation-model/#text-quote-selector): the quote has to be there;
 * of several places the one is taken whose surroundings are most like those remembered, then the
 * nearest. White space, hyphenation and the form of quotation marks may have changed.
 */
export class PassageFinder {
  readonly #text: string;
  #loose: Loosened | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** Where a passage stands; null where it does not any more. */
  find(passage: Passage): Stretch | null {
    const exact = findBest(this.#text, passage);
    if (exact !== null) return exact;
    const loose = (this.#loose ??= loosen(this.#text));
    const quote = loosen(passage.quote.trim()).text;
    if (quote === "") return null;
    const found = findBest(loose.text, {
      quote,
      before: loosen(passage.before).text,
      after: loosen(passage.after).text,
      // The texts are about as long: near enough to choose between equals.
      start: passage.start,
    });
    if (found === null) return null;
    const last = loose.origins[found.end - 1] ?? 0;
    return { start: loose.origins[found.start] ?? 0, end: last + 1 };
  }
}

function findBest(text: string, { quote, before, after, start }: Passage): Stretch | null {
  if (quote === "") return null;
  let best: { readonly at: number; readonly likeness: number } | null = null;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const likeness = commonEnd(before, text, at) + commonBeginning(after, text, at + quote.length);
    const isBetter =
      best === null ||
      likeness > best.likeness ||
      (likeness === best.likeness && Math.abs(at - start) < Math.abs(best.at - start));
    if (isBetter) best = { at, likeness };
  }
  if (best === null) return null;
  const wanted = Math.min(likeEnough, before.length + after.length);
  if (quote.length < telling && best.likeness < wanted) return null;
  return { start: best.at, end: best.at + quote.length };
}

/** How many units before `at` are as at the end of `before`. */
function commonEnd(before: string, text: string, at: number): number {
  let count = 0;
  while (count < before.length && count < at && before.at(-1 - count) === text[at - 1 - count])
    count++;
  return count;
}

/** How many units from `at` on are as at the beginning of `after`. */
function commonBeginning(after: string, text: string, at: number): number {
  let count = 0;
  while (count < after.length && after[count] === text[at + count]) count++;
  return count;
}

interface Loosened {
  readonly text: string;
  /** Where each unit stood. */
  readonly origins: readonly number[];
}

const unseen = /[\u00AD\u200B\u2060\uFEFF]/;
const alike: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  "‚": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "-",
  "‑": "-",
};

/** A text as it reads, whatever its white space, unseen characters and kind of quotation marks. */
function loosen(text: string): Loosened {
  const origins: number[] = [];
  let loose = "";
  for (let index = 0; index < text.length; index++) {
    const unit = text[index] ?? "";
    if (unseen.test(unit)) continue;
    const isSpace = /\s/.test(unit);
    if (isSpace && (loose === "" || loose.endsWith(" "))) continue;
    loose += isSpace ? " " : (alike[unit] ?? unit);
    origins.push(index);
  }
  return { text: loose, origins };
}
