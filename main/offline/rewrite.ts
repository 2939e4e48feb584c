import { linkAddress, placeWithin } from "./addresses.ts";
import {
  cellAttributes,
  commonAttributes,
  inlineAttributes,
  integers,
  listAttributes,
} from "./attributes.ts";
import { flow, flowInside, inlineOnly } from "./flow.ts";
import { rewriteFormula } from "./formula.ts";
import type { SourceElement, SourceNode } from "./parse-markup.ts";
import { hasContent, isDependent, part, type Piece } from "./part.ts";
import {
  asCaption,
  rewriteEmbed,
  rewriteFigure,
  rewriteNoscript,
  rewritePicture,
  rewritePictureElement,
} from "./rewrite-picture.ts";
import type { Rewriting } from "./rewriting.ts";
import { withoutShareBars } from "./share-bars.ts";
import {
  endingAt,
  orderDefinitions,
  orderDetails,
  orderList,
  orderRow,
  orderTable,
} from "./tables.ts";
import { boxClass, shareBarClass, unseenClass } from "./trackers.ts";

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

const sections: readonly string[] = ["thead", "tbody", "tfoot"];

const space = /[ \t\n\r\f\v]+/g;
/** What is more than single spaces: most texts have none. */
const unevenSpace = /[\t\n\r\f\v]| {2}/;

/** Rewrites what stands in an element; `isPreformatted` keeps white space as it is. */
export function rewriteChildren(
  children: readonly SourceNode[],
  rewriting: Rewriting,
  isPreformatted = false,
): Piece[] {
  return children.flatMap((child) => {
    if (typeof child === "string")
      return [isPreformatted || !unevenSpace.test(child) ? child : child.replace(space, " ")];
    return rewriteElement(child, rewriting, isPreformatted);
  });
}

function rewriteElement(
  element: SourceElement,
  rewriting: Rewriting,
  isPreformatted: boolean,
): Piece[] {
  const { name } = element;
  if (name === "script" && /^math\/tex/i.test(element.attributes.type ?? ""))
    return formulaSource(element);
  if (dropped.has(name)) return [];
  const marks = element.attributes.class ?? "";
  if (marks !== "" && [shareBarClass, boxClass, unseenClass].some((known) => known.test(marks)))
    return [];
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
    case "amp-img":
      return rewritePicture(element, [], rewriting);
    case "picture":
      return rewritePictureElement(element, rewriting, inside);
    case "noscript":
      return rewriteNoscript(rewriting, (apart) => rewriteChildren(element.children, apart));
    case "lite-youtube":
    case "iframe":
    case "embed":
    case "object":
    case "video":
    case "audio":
      return rewriteEmbed(element, rewriting, inside);
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
    case "tfoot": {
      const [rows, after] = endingAt(sections, inside());
      return [part(name, rows, attributes), ...after];
    }
    case "tr": {
      const [cells, after] = endingAt(["tr", ...sections], inside());
      return [part("tr", orderRow(cells), attributes), ...after];
    }
    case "td":
    case "th": {
      const [held, after] = endingAt(["td", "th", "tr", ...sections], inside());
      const cell = part(name, flowInside(held), { ...attributes, ...cellAttributes(element) });
      return [cell, ...after];
    }
    case "span":
    case "font":
      return "dir" in attributes || "lang" in attributes || "id" in attributes
        ? rewriteInline("span", element, inside(), attributes)
        : inside();
    default:
      return inside();
  }
}

/** The source of a formula that a script would have set: better than nothing. */
function formulaSource({ children }: SourceElement): Piece[] {
  const source = children.filter((child) => typeof child === "string").join("");
  return source.trim() === "" ? [] : [part("code", [source.trim()])];
}

/** A container is only its blocks; its language and direction go over to each of them. */
function rewriteContainer(
  element: SourceElement,
  inside: Piece[],
  { id, ...inherited }: Record<string, string>,
): Piece[] {
  if (/(?:^|\s)wp-caption(?:\s|$)/.test(element.attributes.class ?? ""))
    return rewriteFigure(asCaption(inside), inherited);
  if (inside.some(isDependent)) return inside;
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

function rewriteInline(
  name: string,
  element: SourceElement,
  inside: Piece[],
  attributes: Record<string, string>,
): Piece[] {
  if (!hasContent(inside) && !("id" in attributes)) return inside;
  return [part(name, inside, { ...attributes, ...inlineAttributes(name, element) })];
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
