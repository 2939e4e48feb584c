import type { IncomingPicture } from "../library/types.ts";
import { findEmbed } from "./embeds.ts";
import { flow, inlineOnly, trim } from "./flow.ts";
import type { SourceElement } from "./parse-markup.ts";
import { hasContent, part, type Piece } from "./part.ts";
import { findPicture } from "./pictures.ts";
import type { Rewriting } from "./rewriting.ts";
import { pictureKey } from "./same-picture.ts";

/** Pictures that one article may have. */
const pictureLimit = 60;

/** An `img`, with the sources of its `picture` if it stands in one; an emoji becomes text. */
export function rewritePicture(
  image: SourceElement,
  sources: readonly SourceElement[],
  rewriting: Rewriting,
): Piece[] {
  const { attributes } = image;
  const alt = attributes.alt?.trim() ?? "";
  if (/emoji|smiley/i.test(`${attributes.class ?? ""} ${attributes.src ?? ""}`))
    if (alt !== "" && alt.length <= 16) return [alt];
  const picture = findPicture(image, sources, rewriting.baseUrl);
  return picture === null ? [] : keepPicture(picture, rewriting);
}

function keepPicture(picture: IncomingPicture, { pictures }: Rewriting): Piece[] {
  const known = pictures.findIndex(({ address }) => address === picture.address);
  if (known === -1 && pictures.length >= pictureLimit) return [];
  const index = known === -1 ? pictures.push(picture) - 1 : known;
  return [part("img", [], { "data-picture": String(index), alt: picture.alt })];
}

/** A `picture`; `inside` rewrites its children where its `img` is not among them. */
export function rewritePictureElement(
  element: SourceElement,
  rewriting: Rewriting,
  inside: () => Piece[],
): Piece[] {
  const children = element.children.filter((child) => typeof child !== "string");
  const sources = children.filter(({ name }) => name === "source");
  const image = children.find(({ name }) => name === "img");
  if (image !== undefined) return rewritePicture(image, sources, rewriting);
  // Some put the fallback deeper, or leave it out.
  const rest = inside();
  if (hasContent(rest)) return rest;
  return rewritePicture({ name: "img", attributes: {}, children: [] }, sources, rewriting);
}

/**
 * Lazy loaders repeat the picture in a `noscript` for readers without scripts: it is kept when it
 * was not found before. `inside` rewrites the children, with their pictures apart.
 */
export function rewriteNoscript(
  rewriting: Rewriting,
  inside: (apart: Rewriting) => Piece[],
): Piece[] {
  const known = new Set(rewriting.pictures.map(({ address }) => pictureKey(address)));
  const shelf: Rewriting = { ...rewriting, pictures: [] };
  const pieces = inside(shelf);
  const isNew = shelf.pictures.some(({ address }) => !known.has(pictureKey(address)));
  if (!isNew) return [];
  return trim(pieces).flatMap(function again(piece): Piece[] {
    if (typeof piece === "string") return [];
    if (piece.name !== "img") return piece.children.flatMap(again);
    const picture = shelf.pictures[Number(piece.attributes["data-picture"])];
    return picture === undefined ? [] : keepPicture(picture, rewriting);
  });
}

/** What played on the page becomes a link, with a still picture where there is one. */
export function rewriteEmbed(
  element: SourceElement,
  rewriting: Rewriting,
  inside: () => Piece[],
): Piece[] {
  const embed = findEmbed(element, rewriting.baseUrl);
  if (embed === null) return element.name === "object" ? inside() : [];
  const still = embed.still === null ? [] : keepPicture(embed.still, rewriting);
  const link = part("a", [...still, embed.label], { href: embed.address });
  return [part("p", [link], { "data-embed": embed.host })];
}

/** Pictures (or code, or a quote) and their caption; a caption alone is a paragraph. */
export function rewriteFigure(inside: Piece[], attributes: Record<string, string>): Piece[] {
  const isCaption = (piece: Piece): boolean =>
    typeof piece !== "string" && piece.name === "figcaption";
  const isWrapped = (piece: Piece): boolean =>
    typeof piece !== "string" && piece.name === "figure" && !piece.children.some(isCaption);
  const captions = inside.filter(isCaption);
  const shown = trim(inside.filter((piece) => !isCaption(piece))).flatMap((piece) =>
    typeof piece !== "string" && isWrapped(piece) ? piece.children : [piece],
  );
  const caption = captions.flatMap((piece) => (typeof piece === "string" ? [] : piece.children));
  if (!hasContent(shown)) return flow(caption);
  const captioned = hasContent(caption) ? [part("figcaption", trim(caption))] : [];
  return [part("figure", [...shown, ...captioned], attributes)];
}

/** Takes what follows the pictures of a captioned box for their caption. */
export function asCaption(inside: Piece[]): Piece[] {
  const blocks = flow(inside);
  const caption = blocks.filter((block) => block.name !== "figure");
  const pictures = blocks.flatMap((block) => (block.name === "figure" ? block.children : []));
  return [...pictures, part("figcaption", inlineOnly(caption))];
}
