/** From publisher's HTML to an article that is safe and whole on this disk: the public file. Pure. */
import type { IncomingPicture } from "../library/types.ts";
import { findAnchors } from "./anchors.ts";
import { webAddress } from "./addresses.ts";
import { countWords } from "./count-words.ts";
import { flow } from "./flow.ts";
import { parseMarkup } from "./parse-markup.ts";
import type { Part } from "./part.ts";
import { toPlainText } from "./plain-text.ts";
import { rewriteChildren, type Rewriting } from "./rewrite.ts";
import { isGenericPicture, pictureKey } from "./same-picture.ts";
import { sanitise } from "./sanitise.ts";
import { serialise } from "./serialise.ts";
import { withoutShareBars } from "./share-bars.ts";
import { isTracker } from "./pictures.ts";

export { excerpt } from "./excerpt.ts";
export { inspectPicture, namePicture, type InspectedPicture } from "./inspect-picture.ts";

export interface CleanedArticle {
  /** Allow-listed HTML; pictures only as `<img data-picture="index" alt="…">`. */
  readonly html: string;
  readonly pictures: readonly IncomingPicture[];
  /** Plain text, blocks parted by line feeds. */
  readonly text: string;
  readonly wordCount: number;
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
  const blocks = withoutShareBars(flow(rewriteChildren(root.children, rewriting)));
  const isRule = ({ name }: Part): boolean => name === "hr";
  const first = blocks.findIndex((block) => !isRule(block));
  const last = blocks.findLastIndex((block) => !isRule(block));
  return { blocks: first === -1 ? [] : blocks.slice(first, last + 1), pictures };
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
