import { parseFragment, type DefaultTreeAdapterTypes } from "parse5";
import { escape } from "./escape.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that stand in a book's chapter; of others what is in them. */
const elements = new Set(
  (
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del dfn div dl dt em figcaption " +
    "figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span strong sub " +
    "sup table tbody td tfoot th thead time tr u ul var wbr"
  ).split(" "),
);
const voidElements = new Set(["br", "col", "hr", "img", "wbr"]);
const attributes: Readonly<Record<string, readonly string[]>> = {
  a: ["href"],
  img: ["src", "alt"],
  td: ["colspan", "rowspan"],
  th: ["colspan", "rowspan", "scope"],
  ol: ["start", "reversed"],
  li: ["value"],
  col: ["span"],
  colgroup: ["span"],
};
const whole = new Set(["colspan", "rowspan", "start", "value", "span"]);

/** Elements that hold others alone: text and anything else in them is put into one of these. */
const items: Readonly<
  Record<string, { readonly takes: readonly string[]; readonly item: string }>
> = {
  ul: { takes: ["li"], item: "li" },
  ol: { takes: ["li"], item: "li" },
  dl: { takes: ["dt", "dd"], item: "dd" },
};
/** Where they may stand, and nowhere else. */
const parents: Readonly<Record<string, readonly string[]>> = {
  li: ["ul", "ol"],
  dt: ["dl"],
  dd: ["dl"],
  figcaption: ["figure"],
  caption: ["table"],
};
const phrasing = new Set(
  "p h2 h3 h4 h5 h6 pre span b i em strong small s u sub sup code kbd samp var q cite abbr dfn mark bdi bdo time rt".split(
    " ",
  ),
);
const blocks = new Set(
  "blockquote div dl figure h2 h3 h4 h5 h6 hr li ol p pre table ul".split(" "),
);

/**
 * Writes an article's HTML as the XHTML that EPUB 3 asks for (https://www.w3.org/TR/epub-33/):
 * well-formed, with nothing in it but what is known and no two things of one name.
 *
 * @param hasPicture - whether the book holds a picture (`src` as in the text); others give their description
 */
export function writeXhtml(html: string, hasPicture: (source: string) => boolean): string {
  const written: string[] = [];
  writeAll(parseFragment(html).childNodes, "body", false, { written, hasPicture, depth: 0 });
  return written.join("");
}

interface Writing {
  readonly written: string[];
  readonly hasPicture: (source: string) => boolean;
  readonly depth: number;
}

/** Deeper than this only text goes on. */
const deepest = 100;

function writeAll(
  nodes: readonly Node[],
  parent: string,
  isInLink: boolean,
  writing: Writing,
): void {
  const list = items[parent];
  for (const node of nodes) {
    if (list === undefined || ("tagName" in node && list.takes.includes(node.tagName))) {
      writeNode(node, parent, isInLink, writing);
      continue;
    }
    if (textOf(node).trim() === "" && !hasElement(node, "img")) continue;
    writing.written.push(`<${list.item}>`);
    writeNode(node, list.item, isInLink, writing);
    writing.written.push(`</${list.item}>`);
  }
}

function writeNode(node: Node, parent: string, isInLink: boolean, writing: Writing): void {
  if ("value" in node) {
    writing.written.push(escape(node.value));
    return;
  }
  if (!("tagName" in node)) return;
  const { tagName: name, childNodes } = node;
  if (name === "math" || writing.depth > deepest) {
    writing.written.push(escape(attributeOf(node, "alttext") ?? textOf(node)));
    return;
  }
  const isMisplaced =
    parents[name]?.includes(parent) === false ||
    (name === "a" && isInLink) ||
    (phrasing.has(parent) && blocks.has(name));
  const inner = { ...writing, depth: writing.depth + 1 };
  if (!elements.has(name) || isMisplaced) {
    writeAll(childNodes, items[parent] === undefined ? parent : "div", isInLink, inner);
    return;
  }
  if (name === "img" && !writing.hasPicture(attributeOf(node, "src") ?? "")) {
    writing.written.push(escape(attributeOf(node, "alt") ?? ""));
    return;
  }
  if (items[name] !== undefined && textOf(node).trim() === "" && !hasElement(node, "img")) return;
  writing.written.push(`<${name}${attributesOf(node)}`);
  if (voidElements.has(name)) {
    writing.written.push("/>");
    return;
  }
  writing.written.push(">");
  writeAll(childNodes, name, isInLink || name === "a", inner);
  writing.written.push(`</${name}>`);
}

function attributesOf(element: Element): string {
  const known = [...(attributes[element.tagName] ?? []), "lang", "dir", "title"];
  const written: string[] = [];
  for (const name of known) {
    const value = attributeOf(element, name);
    if (value === undefined) continue;
    if (name === "href" && !/^(?:https?:|mailto:)/i.test(value)) continue;
    if (name === "href" && !URL.canParse(value)) continue;
    if (name === "dir" && !["ltr", "rtl", "auto"].includes(value)) continue;
    if (name === "scope" && !["row", "col", "rowgroup", "colgroup"].includes(value)) continue;
    if (name === "lang" && !/^[a-z]{2,8}(?:-[a-z0-9]{1,8})*$/i.test(value)) continue;
    if (whole.has(name) && !/^\d{1,4}$/.test(value)) continue;
    const href = name === "href" ? (URL.parse(value)?.href ?? value) : value;
    written.push(` ${name}="${escape(name === "reversed" ? "reversed" : href)}"`);
    if (name === "lang") written.push(` xml:lang="${escape(value)}"`);
  }
  if (element.tagName === "img" && attributeOf(element, "alt") === undefined)
    written.push(' alt=""');
  return written.join("");
}

function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** The text in a node; without recursion, since what publishers nest can be deeper than the stack. */
function textOf(node: Node): string {
  let text = "";
  for (const inner of within(node)) if ("value" in inner) text += inner.value;
  return text;
}

function hasElement(node: Node, name: string): boolean {
  for (const inner of within(node)) if ("tagName" in inner && inner.tagName === name) return true;
  return false;
}

/** A node and all that is in it, in the order of the text. */
function* within(node: Node): Generator<Node> {
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    if ("childNodes" in next) waiting.push(...next.childNodes.toReversed());
  }
}
