import { promotion, tailHeading, teaserStart } from "./page/words/furniture.ts";
import { textOf, type Part, type Piece } from "./part.ts";

/** Longer paragraphs are never taken for furniture by how they begin. */
const shortLimit = 250;
const headingLimit = 60;
/** Paragraphs of so many characters tell a story; with fewer of them, nothing is known to be beside it. */
const proseLength = 100;
const proseMinimum = 3;
/** Share of a text that must be links before it only leads elsewhere. */
const linkedShare = 0.4;

/** The labels of advertisements, each alone on its line. */
const advertisement =
  /^[\s\p{P}\p{S}]*(?:ad(?:vert(?:isement|ising)?s?)?|sponsored(?: content)?|anzeige|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|annons|annonse|reklama?|реклама|広告|广告|廣告|광고)[\s\p{P}\p{S}]*$/iu;

/**
 * Drops what publishers set between the paragraphs of a text: requests to subscribe, lines and lists
 * that lead to other stories, labels of advertisements. Only where there is a text around them.
 */
export function withoutFurniture(blocks: readonly Part[]): Part[] {
  const isProse = (block: Part): boolean =>
    block.name === "p" && lineOf(block).length >= proseLength && linkShare(block) < 0.5;
  if (blocks.filter(isProse).length < proseMinimum) return [...blocks];
  const kept: Part[] = [];
  for (const block of blocks) {
    if (isFurniture(block)) continue;
    const heading = kept.at(-1);
    if (isLinkList(block) && heading !== undefined && isTailHeading(heading)) {
      kept.pop();
      continue;
    }
    kept.push(block);
  }
  return kept;
}

function isFurniture(block: Part): boolean {
  const isHeading = /^h\d$/.test(block.name);
  if ((block.name !== "p" && !isHeading) || "data-embed" in block.attributes) return false;
  if (holdsPicture(block)) return false;
  const line = lineOf(block);
  if (line.length === 0 || line.length > shortLimit) return false;
  if (line.length < 40 && advertisement.test(line)) return true;
  if (isHeading) return false;
  const share = linkShare(block);
  return share > linkedShare ? teaserStart.test(line) : share > 0 && promotion.test(line);
}

/** "Related stories" and its like, as a heading or set in bold. */
function isTailHeading(block: Part): boolean {
  const isHeading = /^h\d$/.test(block.name);
  const isBold =
    block.name === "p" && block.children.every((one) => isOf(one, "strong") || isSpace(one));
  const line = lineOf(block);
  return (isHeading || isBold) && line.length <= headingLimit && tailHeading.test(line);
}

const isOf = (piece: Piece, name: string): boolean =>
  typeof piece !== "string" && piece.name === name;
const isSpace = (piece: Piece): boolean => typeof piece === "string" && piece.trim() === "";

/** A list of short items, each of them nearly all a link. */
function isLinkList(block: Part): boolean {
  if (block.name !== "ul" && block.name !== "ol") return false;
  return (
    linkShare(block) > 0.8 &&
    block.children.every((item) => isSpace(item) || lineOf(item).length < shortLimit)
  );
}

function lineOf(piece: Piece): string {
  return textOf([piece]).replace(/\s+/g, " ").trim();
}

function linkShare(block: Part): number {
  const length = lineOf(block).length;
  return length === 0 ? 0 : linkedLength(block.children) / length;
}

function linkedLength(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => {
    if (typeof piece === "string") return sum;
    if (piece.name !== "a") return sum + linkedLength(piece.children);
    return sum + (piece.attributes.href?.startsWith("#") ? 0 : lineOf(piece).length);
  }, 0);
}

function holdsPicture({ children }: Part): boolean {
  return children.some(
    (piece) => typeof piece !== "string" && (piece.name === "img" || holdsPicture(piece)),
  );
}
