import type { Block } from "../blocks.ts";
import { lineOf, type PageElement } from "../tree.ts";
import { bareCredit, creditLine } from "../words/captions.ts";
import { marksOf } from "./rule.ts";

/** Captions of more characters are text. */
const captionLimit = 600;
const creditLimit = 160;
/** Longer texts in a box with a picture are slides or cards. */
const looseLimit = 200;
const shortLabel = 100;

const captionMark =
  /(?:^|[\s_-])(?:wp-caption-text|caption\w*|img-?caption|image-?(?:caption|credit|text|desc\w*)|photo-?(?:caption|credit|info|text)|media-?(?:caption|credit|info)|figcaption|legend|credits?|photographer|bildunterschrift|legende|didascalia|bildtext|cutline)(?:[\s_-]|$)/i;

/**
 * Tells captions and credits that are written as paragraphs, and makes a box of nothing but a
 * picture and its caption a figure.
 */
export function markCaptions(blocks: readonly Block[]): void {
  for (const [index, block] of [...blocks.entries()].reverse()) {
    if (block.kind !== "text" || block.line.length > captionLimit) continue;
    const isBesidePicture = [blocks[index - 1], blocks[index + 1]].some(
      (other) => other?.kind === "media" || other?.kind === "figure" || other?.kind === "caption",
    );
    if (!isCaption(block, isBesidePicture)) continue;
    block.kind = "caption";
    asFigure(block);
  }
}

function isCaption(block: Block, isBesidePicture: boolean): boolean {
  const { line } = block;
  if (line.length < looseLimit && isAloneWithPicture(block)) return true;
  if (captionMark.test(marksOf(block, 1))) return true;
  if (line.length > creditLimit)
    return isBesidePicture && creditLine.test(line) && line.length < 320;
  return bareCredit.test(line) || creditAtOnce(line) || (isBesidePicture && creditLine.test(line));
}

/** Nothing but a picture stands in the same box, or in the same paragraph. */
function isAloneWithPicture({ node, ancestors, line }: Block): boolean {
  if (isPictured(node)) return line.length < shortLabel && !/[.!?:]["”’]?$/.test(line);
  const parent = ancestors.at(-1);
  return (
    ancestors.length > 1 && parent !== undefined && isPictured(parent) && lineOf(parent) === line
  );
}

/** The line is a credit from its beginning, or ends in one between brackets. */
function creditAtOnce(line: string): boolean {
  const match = creditLine.exec(line);
  if (match === null) return false;
  return match.index === 0 ? line.length < 100 : match[0].startsWith("(");
}

function asFigure({ node, ancestors, line }: Block): void {
  const parent = ancestors.at(-1);
  if (parent === undefined || ancestors.length < 2) return;
  if (parent.name === "figure") node.name = "figcaption";
  else if (
    /^(?:div|section|span|p|center)$/.test(parent.name) &&
    isPictured(parent) &&
    lineOf(parent) === line
  ) {
    parent.name = "figure";
    node.name = "figcaption";
  }
}

function isPictured(node: PageElement): boolean {
  return (
    node.name === "img" ||
    node.name === "picture" ||
    node.children.some((child) => typeof child !== "string" && isPictured(child))
  );
}
