import { linkedLength } from "../page/blocks.ts";
import { copyOf, element, lineOf, type PageElement } from "../page/tree.ts";
import { findAll, placesOf, readSelector, type Placed } from "./selector.ts";

/** Share of links from which a block beside others is a teaser, not a piece of the article. */
const teaserShare = 0.5;

/**
 * What a selector means on a page: one element that holds copies of all that belongs to the
 * article, or null. Where it fits several, those that stand side by side are the pieces of one
 * article and are joined in their order; of several such groups the one with the most text counts.
 */
export function pickChosen(page: PageElement, selector: string): PageElement | null {
  const steps = readSelector(selector);
  if (steps === null) return null;
  const found = findAll(placesOf(page), steps);
  const all = new Set(found);
  const outermost = found.filter((one) => !isWithin(one, all));
  const groups = Map.groupBy(outermost, ({ parent }) => parent);
  let best: { pieces: PageElement[]; length: number } | null = null;
  for (const group of groups.values()) {
    const pieces = piecesOf(group);
    const length = pieces.reduce((sum, piece) => sum + lineOf(piece).length, 0);
    if (best === null || length > best.length) best = { pieces, length };
  }
  if (best === null || best.length === 0) return null;
  return element("div", best.pieces.map(copyOf));
}

function isWithin({ parent }: Placed, all: ReadonlySet<Placed>): boolean {
  for (let above = parent; above !== null; above = above.parent) if (all.has(above)) return true;
  return false;
}

/** Teasers of other articles are often marked as articles too. */
function piecesOf(group: readonly Placed[]): PageElement[] {
  const all = group.map((placed) => placed.element);
  const telling = all.filter((piece) => linkedLength(piece) < lineOf(piece).length * teaserShare);
  return telling.length === 0 ? all : telling;
}
