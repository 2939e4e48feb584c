/** From publisher's HTML to an article that is safe and whole on this disk: the public file. Pure. */
import type { IncomingPicture } from "../library/types.ts";
import { webAddress } from "./addresses.ts";
import { findAnchors } from "./anchors.ts";
import { countWords } from "./count-words.ts";
import { flow } from "./flow.ts";
import { withoutFurniture } from "./furniture.ts";
import { parseMarkup } from "./parse-markup.ts";
import type { Part, Piece } from "./part.ts";
import { isTracker } from "./pictures.ts";
import { toPlainText } from "./plain-text.ts";
import { rewriteChildren } from "./rewrite.ts";
import type { Rewriting } from "./rewriting.ts";
import { isGenericPicture, pictureKey } from "./same-picture.ts";
import { sanitise } from "./sanitise.ts";
import { serialise } from "./serialise.ts";
import { withoutShareBars } from "./share-bars.ts";

export { excerpt } from "./excerpt.ts";
export { inspectIcon, type InspectedIcon } from "./inspect-icon.ts";
export { inspectPicture, namePicture, type InspectedPicture } from "./inspect-picture.ts";
export { packText } from "./pack-text.ts";

export interface CleanedArticle {
  /** Allow-listed HTML; pictures only as `<img data-picture="index" alt="…">`. */
  readonly html: string;
  readonly pictures: readonly IncomingPicture[];
  /** Plain text, blocks parted by line feeds. */
  readonly text: string;
  readonly wordCount: number;
  /** The text as `text`, but without captions: what an excerpt is taken from. */
  readonly opening: string;
}

export interface CleaningOptions {
  readonly baseUrl: string | null;
  /** Picture that stands for the article; added to `pictures` when the body does not show it. */
  readonly image: string | null;
}

/**
 * Cleans an article's HTML by an allow-list. Never throws; hostile input gives less, never harm.
 * `leadPicture` is the index of `image` in `pictures`, null when the body shows it itself.
 */
export function cleanArticle(
  html: string,
  { baseUrl, image }: CleaningOptions,
): CleanedArticle & { leadPicture: number | null } {
  const { blocks, pictures } = rewrite(html, baseUrl);
  const text = toPlainText(blocks);
  const leadPicture = addLeadPicture(image, baseUrl, pictures);
  return {
    html: sanitise(serialise(blocks)),
    pictures,
    text,
    wordCount: countWords(text),
    opening: openingOf(blocks) || text,
    leadPicture,
  };
}

/** The text of HTML that is not going to be shown itself, blocks parted by line feeds. */
export function plainText(html: string): string {
  return toPlainText(rewrite(html, null).blocks);
}

function rewrite(
  html: string,
  baseUrl: string | null,
): { blocks: Part[]; pictures: IncomingPicture[] } {
  const root = parseMarkup(html);
  const pictures: IncomingPicture[] = [];
  const rewriting: Rewriting = { baseUrl, anchors: findAnchors(root, baseUrl), pictures };
  const blocks = withoutFurniture(
    withoutShareBars(flow(rewriteChildren(root.children, rewriting))),
  );
  const isRule = ({ name }: Part): boolean => name === "hr";
  const first = blocks.findIndex((block) => !isRule(block));
  const last = blocks.findLastIndex((block) => !isRule(block));
  const shown = first === -1 ? [] : blocks.slice(first, last + 1);
  return { blocks: shown, pictures: keepShown(shown, pictures) };
}

/** The pictures that are left in the text, numbered anew in its order. */
function keepShown(
  blocks: readonly Part[],
  pictures: readonly IncomingPicture[],
): IncomingPicture[] {
  const kept: IncomingPicture[] = [];
  const numbers = new Map<string, string>();
  const walk = (pieces: readonly Piece[]): void => {
    for (const piece of pieces) {
      if (typeof piece === "string") continue;
      walk(piece.children);
      const number = piece.attributes["data-picture"];
      if (number === undefined) continue;
      const picture = pictures[Number(number)];
      if (picture !== undefined && !numbers.has(number))
        numbers.set(number, String(kept.push(picture) - 1));
      piece.attributes["data-picture"] = numbers.get(number) ?? "";
    }
  };
  walk(blocks);
  return kept;
}

/** Characters that an excerpt is taken from, and far more than it looks at. */
const openingLength = 4000;

/** Text of the blocks that tell: no figures, headings or tables. Enough of it for an excerpt. */
function openingOf(blocks: readonly Part[]): string {
  const telling = blocks.filter(({ name }) => !/^(?:figure|h\d|table|hr)$/.test(name));
  return toPlainText(telling.slice(0, 20), openingLength);
}

function addLeadPicture(
  image: string | null,
  baseUrl: string | null,
  pictures: IncomingPicture[],
): number | null {
  const address = image === null ? null : webAddress(image, baseUrl);
  if (address === null || isTracker(address) || isGenericPicture(address.href)) return null;
  const key = pictureKey(address.href);
  if (pictures.some((picture) => pictureKey(picture.address) === key)) return null;
  return pictures.push({ address: address.href, alt: "", width: null, height: null }) - 1;
}
