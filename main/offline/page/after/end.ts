import type { Block } from "../blocks.ts";
import type { PageElement } from "../tree.ts";
import {
  ending,
  dateLine,
  label,
  promotion,
  tailHeading,
  teaserStart,
} from "../words/furniture.ts";
import { subscriptionPrompt } from "../words/walls.ts";
import { isProse, isSolid, linkShare, shortLimit, type Rule, type TidyContext } from "./rule.ts";

/** What follows a heading is only taken with it while it is no more than this share of the text. */
const tailShare = 0.4;
const tailLine = 60;

/** "Related", "More from …", "Comments" and what follows, up to where the text goes on. */
export const tails: Rule = (blocks) => {
  const total = lengthOf(blocks);
  const gone = new Set<Block>();
  for (const [index, block] of blocks.entries()) {
    if (gone.has(block) || index === 0 || !isTailHeading(block)) continue;
    const goesOn = goingOn(blocks.slice(0, index));
    const tail = [block, ...leadingWhile(blocks.slice(index + 1), (next) => !goesOn(next))];
    const isAtEnd = index + tail.length === blocks.length;
    // In the middle of a text only what is mainly links goes with the heading.
    const taken = isAtEnd ? tail : [block, ...leadingWhile(tail.slice(1), isLinkish)];
    if (lengthOf(tail) <= total * tailShare || !isAtEnd) for (const one of taken) gone.add(one);
  }
  return [...gone].filter(isLoose);
};

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { line }) => sum + line.length, 0);
}

/** Figures stay, but not the little pictures of other stories. */
function isLoose(block: Block): boolean {
  return !isSolid(block) || linkShare(block) > 0.5 || block.line === "";
}

function isTailHeading({ kind, line }: Block): boolean {
  return (
    (kind === "heading" || kind === "text") && line.length <= tailLine && tailHeading.test(line)
  );
}

/** Tells paragraphs that belong to the story again: beside those before, or long. */
function goingOn(before: readonly Block[]): (block: Block) => boolean {
  const home = new Set(before.filter(isProse).map(placeOf));
  return (block) => {
    if ((block.kind !== "text" && block.kind !== "quote") || linkShare(block) >= 0.3) return false;
    if (block.line.length > shortLimit) return !ending.test(block.line);
    return block.line.length >= 80 && home.has(placeOf(block)) && !promotion.test(block.line);
  };
}

/** What a block stands in, told by name and class: texts are often cut into several boxes. */
function placeOf({ node, ancestors }: Block): string {
  const parent = ancestors.at(-1);
  return `${node.name} in ${parent?.name ?? ""}.${parent?.attributes.class ?? ""}`;
}

function isLinkish(block: Block): boolean {
  if (block.kind === "media") return true;
  return linkShare(block) > 0.5 && block.line.length < shortLimit;
}

function leadingWhile(blocks: readonly Block[], fits: (block: Block) => boolean): Block[] {
  const end = blocks.findIndex((block) => !fits(block));
  return blocks.slice(0, end === -1 ? blocks.length : end);
}

/** As many of them make a row of other stories. */
const cardMinimum = 3;

/**
 * Cards of other stories after the end: away from the paragraphs of the text, each with a title
 * that is a link.
 */
export const cards: Rule = (blocks) => {
  const home = homeOf(blocks);
  const last = blocks.findLastIndex(
    (block) =>
      isProse(block) && (block.line.length > 400 || block.ancestors.some((one) => home.has(one))),
  );
  const after = blocks.slice(last + 1);
  const titles = after.filter(
    (block) =>
      block.kind !== "list" &&
      linkShare(block) > 0.8 &&
      block.line.length >= 12 &&
      block.line.length <= 160,
  );
  if (last === -1 || titles.length < cardMinimum) return [];
  const first = after.findIndex((block) => titles.includes(block));
  // A label may stand over the first title.
  const label = after[first - 1];
  const start =
    label !== undefined && label.line.length < 40 && !isProse(label) ? first - 1 : first;
  const row = after.slice(start);
  return lengthOf(row) <= lengthOf(blocks) * 0.5 ? row.filter(isLoose) : [];
};

/** The elements that hold the paragraphs of the text: those with most of it as their children. */
function homeOf(blocks: readonly Block[]): ReadonlySet<PageElement> {
  const lengths = new Map<PageElement, number>();
  for (const { line, ancestors } of blocks.filter(isProse)) {
    const parent = ancestors.at(-1);
    if (parent) lengths.set(parent, (lengths.get(parent) ?? 0) + line.length);
  }
  const longest = Math.max(0, ...lengths.values());
  return new Set([...lengths].filter(([, length]) => length > longest * 0.3).map(([one]) => one));
}

/** Copyright, tags, contacts, notes about the author: from the end upwards. */
export const endings: Rule = (blocks, context) => {
  const gone: Block[] = [];
  for (const block of blocks.toReversed()) {
    if (block.kind === "media" || block.kind === "figure" || block.kind === "caption") continue;
    if (isSolid(block) || !isEnding(block, context)) break;
    gone.push(block);
  }
  return gone.length < blocks.length ? gone : [];
};

function isEnding(block: Block, { authors }: TidyContext): boolean {
  const { kind, line } = block;
  if (line.length > 400) return false;
  if (kind === "heading" || label.test(line) || dateLine.test(line)) return true;
  if (ending.test(line) || subscriptionPrompt.test(line)) return true;
  if (line.length > shortLimit) return false;
  if (promotion.test(line) || (teaserStart.test(line) && linkShare(block) > 0.2)) return true;
  if (linkShare(block) > 0.85 && line.length < 150) return true;
  const isNamed = authors.some((name) => line.startsWith(name));
  return isNamed && line.length < 80;
}
