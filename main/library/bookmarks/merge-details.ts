import type { BookmarkDetails, Highlight } from "../../../preload/contract/contract.ts";
import { normalTag } from "../index/tag-index.ts";

/** What the contract lets a bookmark have. */
const mostTags = 100;
const mostHighlights = 1000;
const longestNote = 100_000;

/** What a bookmark has to which nothing was written. */
export const noDetails: BookmarkDetails = { tags: [], note: "", highlights: [] };

/** Both together, nothing twice; where they say different things of one highlight, the first does. */
export function mergeDetails(first: BookmarkDetails, second: BookmarkDetails): BookmarkDetails {
  const known = new Set(first.highlights.map(({ id }) => id));
  const others = second.highlights.filter(({ id }) => !known.has(id));
  return {
    tags: uniqueTags([...first.tags, ...second.tags]).slice(0, mostTags),
    note: mergeNotes(first.note, second.note),
    highlights: inOrder([...first.highlights, ...others].slice(0, mostHighlights)),
  };
}

/** Tags that differ in nothing but case, spacing or the spelling of their letters are one. */
export function uniqueTags(tags: readonly string[]): string[] {
  const unique = new Map<string, string>();
  for (const tag of tags) {
    const normal = normalTag(tag);
    if (normal !== "" && !unique.has(normal)) unique.set(normal, tag.normalize("NFC").trim());
  }
  return [...unique.values()];
}

/** Highlights in the order of the texts that they are in. */
export function inOrder(highlights: readonly Highlight[]): Highlight[] {
  return highlights.toSorted(
    (one, other) => one.text.localeCompare(other.text) || one.start - other.start,
  );
}

/** One note below the other, unless the first says what the second says. */
function mergeNotes(first: string, second: string): string {
  if (first.includes(second)) return first;
  const both = first === "" ? second : `${first}\n\n${second}`;
  return both.length > longestNote ? first : both;
}
