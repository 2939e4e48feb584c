import type { IncomingPicture } from "../library/types.ts";
import { linkAddress } from "./addresses.ts";
import { findEmbed } from "./embeds.ts";
import { flow, flowInside, inlineOnly, trim } from "./flow.ts";
import { rewriteFormula } from "./formula.ts";
import type { SourceElement, SourceNode } from "./parse-markup.ts";
import { hasContent, part, type Piece } from "./part.ts";
import { findPicture } from "./pictures.ts";
import { pictureKey } from "./same-picture.ts";
import { withoutShareBars } from "./share-bars.ts";
import { orderDefinitions, orderDetails, orderList, orderRow, orderTable } from "./tables.ts";
import { shareBarClass } from "./trackers.ts";

/** Pictures that one article may have. */
const pictureLimit = 60;

/** What the rewriting of one article knows and gathers. */
export interface Rewriting {
  readonly baseUrl: string | null;
  /** The publisher's names of places that are linked to, and ours. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly pictures: IncomingPicture[];
}

/** Names that are kept or replaced by their modern equal. */
const inlineNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    (
      "abbr bdi bdo cite code del dfn em ins kbd mark q rp rt ruby samp small strong sub sup time " +
      "var"
    )
      .split(" ")
      .map((name) => [name, name]),
  ),
  b: "strong",
  i: "em",
  s: "del",
  strike: "del",
  tt: "code",
  acronym: "abbr",
};

/** The headline of the article is the only `h1`. */
const headingNames: Readonly<Record<string, string>> = {
  h1: "h2",
  h2: "h2",
  h3: "h3",
  h4: "h4",
  h5: "h5",
  h6: "h6",
};

const containers = new Set(
  (
    "p div section article main header footer aside address center body html hgroup fieldset form " +
    "nav dialog search"
  ).split(" "),
);

/** Dropped with everything in them. */
const dropped = new Set(
  (
    "script style template head title svg canvas button select option optgroup datalist textarea " +
    "input output progress meter map area frameset frame noframes noembed applet xmp plaintext " +
    "link meta base param track source col colgroup"
  ).split(" "),
);

/** Rewrites what stands in an element; `isPreformatted` keeps white space as it is. */
export function rewriteChildren(
  children: readonly SourceNode[],
  rewriting: Rewriting,
  isPreformatted = false,
): Piece[] {
  return children.flatMap((child) => {
    if (typeof child === "string")
      return [isPreformatted ? child : child.replace(/[ \t\n\r\f\v]+/g, " ")];
    return rewriteElement(child, rewriting, isPreformatted);
  });
}

function rewriteElement(
  element: SourceElement,
  rewriting: Rewriting,
  isPreformatted: boolean,
): Piece[] {
  const { name } = element;
  if (dropped.has(name)) return [];
  if (shareBarClass.test(element.attributes.class ?? "")) return [];
  const inside = (): Piece[] => rewriteChildren(element.children, rewriting, isPreformatted);
  const attributes = commonAttributes(element, rewriting);
  const keep = (kept: string, children: Piece[], own: Record<string, string> = {}): Piece[] =>
    hasContent(children) || "id" in attributes
      ? [part(kept, children, { ...attributes, ...own })]
      : [];

  const heading = headingNames[name];
  if (heading !== undefined) return keep(heading, inlineOnly(inside()));
  if (containers.has(name)) return rewriteContainer(element, inside(), attributes);
  const inline = inlineNames[name];
  if (inline !== undefined) return rewriteInline(inline, element, inside(), attributes);

  switch (name) {
    case "br":
      return isPreformatted ? ["\n"] : [part("br")];
    case "wbr":
    case "hr":
      return [part(name)];
    case "a":
      return rewriteLink(element, inside(), attributes, rewriting);
    case "img":
      return rewritePicture(element, [], rewriting);
    case "picture":
      return rewritePictureElement(element, rewriting);
    case "noscript":
      return rewriteNoscript(element, rewriting);
    case "iframe":
    case "embed":
    case "object":
    case "video":
    case "audio":
      return rewriteEmbed(element, rewriting);
    case "math":
      return rewriteFormula(element);
    case "pre":
    case "listing":
      return keep("pre", rewriteChildren(element.children, rewriting, true));
    case "ul":
    case "menu":
    case "dir":
      return keep("ul", orderList(inside()));
    case "ol":
      return keep("ol", orderList(inside()), listAttributes(element));
    case "li":
      return keep("li", flowInside(inside()), integers(element, ["value"]));
    case "blockquote":
      return keep("blockquote", flow(inside()));
    case "figure":
      return rewriteFigure(inside(), attributes);
    case "caption":
    case "figcaption":
    case "summary":
      return keep(name, inlineOnly(inside()));
    case "dl":
      return keep("dl", orderDefinitions(inside()));
    case "dt":
      return keep("dt", inlineOnly(inside()));
    case "dd":
      return keep("dd", flowInside(inside()));
    case "details":
      return orderDetails(inside());
    case "table":
      return orderTable(inside(), attributes);
    case "thead":
    case "tbody":
    case "tfoot":
      return [part(name, inside(), attributes)];
    case "tr":
      return [part("tr", orderRow(inside()), attributes)];
    case "td":
    case "th":
      return [part(name, flowInside(inside()), { ...attributes, ...cellAttributes(element) })];
    case "span":
    case "font":
      return "dir" in attributes || "lang" in attributes || "id" in attributes
        ? rewriteInline("span", element, inside(), attributes)
        : inside();
    default:
      return inside();
  }
}

/** Direction, language, and the id when something links to it. */
function commonAttributes(
  { attributes }: SourceElement,
  { anchors }: Rewriting,
): Record<string, string> {
  const common: Record<string, string> = {};
  const direction = attributes.dir?.toLowerCase();
  if (direction === "ltr" || direction === "rtl" || direction === "auto") common.dir = direction;
  const language = attributes.lang ?? attributes["xml:lang"];
  if (language !== undefined && /^[a-z]{2,8}(?:-[a-z0-9]{1,8}){0,4}$/i.test(language))
    common.lang = language;
  const anchor = anchors.get(attributes.id ?? attributes.name ?? "");
  if (anchor !== undefined) common.id = anchor;
  return common;
}

/** A container is only its blocks; its language and direction go over to each of them. */
function rewriteContainer(
  element: SourceElement,
  inside: Piece[],
  { id, ...inherited }: Record<string, string>,
): Piece[] {
  if (/(?:^|\s)wp-caption(?:\s|$)/.test(element.attributes.class ?? ""))
    return rewriteFigure(asCaption(inside), inherited);
  const blocks = withoutShareBars(flow(inside));
  const [first] = blocks;
  // Two breaks part what stands before and after an empty block.
  if (first === undefined && id === undefined) return [part("br"), part("br")];
  for (const block of blocks) block.attributes = { ...inherited, ...block.attributes };
  if (id === undefined) return blocks;
  if (first === undefined || "id" in first.attributes) return [part("p", [], { id }), ...blocks];
  first.attributes = { ...first.attributes, id };
  return blocks;
}

/** Takes what follows the pictures of a captioned box for their caption. */
function asCaption(inside: Piece[]): Piece[] {
  const blocks = flow(inside);
  const caption = blocks.filter((block) => block.name !== "figure");
  const pictures = blocks.flatMap((block) => (block.name === "figure" ? block.children : []));
  return [...pictures, part("figcaption", inlineOnly(caption))];
}

function rewriteInline(
  name: string,
  { attributes: source }: SourceElement,
  inside: Piece[],
  attributes: Record<string, string>,
): Piece[] {
  if (!hasContent(inside) && !("id" in attributes)) return inside;
  const own: Record<string, string> = {};
  const time = source.datetime;
  if (time !== undefined && /^[\dTZW:.+ -]{4,40}$/.test(time) && /^(?:time|del|ins)$/.test(name))
    own.datetime = time;
  if (name === "abbr" && source.title) own.title = source.title.slice(0, 300);
  return [part(name, inside, { ...attributes, ...own })];
}

function rewriteLink(
  { attributes: source }: SourceElement,
  inside: Piece[],
  attributes: Record<string, string>,
  { baseUrl, anchors }: Rewriting,
): Piece[] {
  const written = source.href ?? "";
  const place = placeWithin(written, baseUrl);
  const anchor = place === null ? undefined : anchors.get(place);
  const href = anchor === undefined ? linkAddress(written, baseUrl) : `#${anchor}`;
  const isShown = href !== null && hasContent(inside) && !(written.startsWith("#") && !anchor);
  if (isShown) return [part("a", inside, { ...attributes, href })];
  return "id" in attributes ? [part("span", inside, attributes)] : inside;
}

/** The place in this same article that a link names, or null when it leads elsewhere. */
export function placeWithin(written: string, baseUrl: string | null): string | null {
  const hash = written.indexOf("#");
  if (hash === -1 || hash === written.length - 1) return null;
  const page = written.slice(0, hash).trim();
  const isHere =
    page === "" || (baseUrl !== null && URL.parse(page, baseUrl)?.href === withoutHash(baseUrl));
  if (!isHere) return null;
  const place = written.slice(hash + 1).trim();
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}

function withoutHash(address: string): string | undefined {
  return URL.parse(address)?.href.replace(/#.*$/s, "");
}

function rewritePicture(
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

function rewritePictureElement(element: SourceElement, rewriting: Rewriting): Piece[] {
  const children = element.children.filter((child) => typeof child !== "string");
  const sources = children.filter(({ name }) => name === "source");
  const image = children.find(({ name }) => name === "img");
  if (image !== undefined) return rewritePicture(image, sources, rewriting);
  // Some put the fallback deeper, or leave it out.
  const rest = rewriteChildren(element.children, rewriting);
  if (hasContent(rest)) return rest;
  return rewritePicture({ name: "img", attributes: {}, children: [] }, sources, rewriting);
}

/** Lazy loaders repeat the picture here for readers without scripts. */
function rewriteNoscript(element: SourceElement, rewriting: Rewriting): Piece[] {
  const known = new Set(rewriting.pictures.map(({ address }) => pictureKey(address)));
  const shelf: Rewriting = { ...rewriting, pictures: [] };
  const pieces = rewriteChildren(element.children, shelf);
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
function rewriteEmbed(element: SourceElement, rewriting: Rewriting): Piece[] {
  const embed = findEmbed(element, rewriting.baseUrl);
  if (embed === null) return element.name === "object" ? insideObject(element, rewriting) : [];
  const still = embed.still === null ? [] : keepPicture(embed.still, rewriting);
  const link = part("a", [...still, embed.label], { href: embed.address });
  return [part("p", [link], { "data-embed": embed.host })];
}

function insideObject({ children }: SourceElement, rewriting: Rewriting): Piece[] {
  return rewriteChildren(children, rewriting);
}

/** Pictures (or code, or a quote) and their caption; a caption alone is a paragraph. */
function rewriteFigure(inside: Piece[], attributes: Record<string, string>): Piece[] {
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

function integers({ attributes }: SourceElement, names: string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = attributes[name]?.trim();
      return value !== undefined && /^-?\d{1,4}$/.test(value) ? [[name, value]] : [];
    }),
  );
}

function listAttributes(element: SourceElement): Record<string, string> {
  const type = element.attributes.type;
  return {
    ...integers(element, ["start"]),
    ...("reversed" in element.attributes ? { reversed: "" } : {}),
    ...(type !== undefined && /^[1aAiI]$/.test(type) ? { type } : {}),
  };
}

function cellAttributes(element: SourceElement): Record<string, string> {
  const scope = element.attributes.scope?.toLowerCase();
  return {
    ...integers(element, ["colspan", "rowspan"]),
    ...(element.name === "th" && /^(?:row|col|rowgroup|colgroup)$/.test(scope ?? "")
      ? { scope: scope ?? "" }
      : {}),
  };
}
