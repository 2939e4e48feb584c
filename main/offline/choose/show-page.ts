/** A whole page as safe HTML in which a person can point at a block. */
import { escapeText } from "entities";
import { isBlock, isElement, type PageElement } from "../page/tree.ts";
import type { Candidate } from "./candidates.ts";

/** Elements that keep their names; of all others the contents are shown in a plain one. */
const kept = new Set(
  (
    "p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure figcaption table caption thead tbody " +
    "tfoot tr th td strong b em i u s sub sup small code kbd q cite mark"
  ).split(" "),
);
const renamed: Readonly<Record<string, string>> = { h1: "h2", center: "div" };
const empty = new Set(["br", "hr", "wbr"]);
const pictures = new Set(
  "img picture amp-img video audio iframe svg canvas object embed".split(" "),
);
/** Neither read nor seen. */
const left = new Set(
  (
    "head script style template noscript textarea select option input button link meta base title " +
    "source track param map area datalist dialog-backdrop"
  ).split(" "),
);
/** Which parts of a table may stand where; elsewhere they are plain. */
const tableParts: Readonly<Record<string, readonly string[]>> = {
  caption: ["table"],
  thead: ["table"],
  tbody: ["table"],
  tfoot: ["table"],
  tr: ["table", "thead", "tbody", "tfoot"],
  th: ["tr"],
  td: ["tr"],
};

/** Characters of text that are shown at most; pages with more are no articles. */
const textAtMost = 1_000_000;
/** Elements around a text that are kept; engines stop nesting at 512. */
const depthAtMost = 400;

/**
 * The page's text in its structure: no script, style, address, class, form or picture is left of it
 * (a picture is an empty box), so nothing in it can run, load or lead anywhere. Blocks carry
 * `data-block` with their numbers. It is written from an allow-list and is cleaned once more by
 * whoever shows it.
 */
export function writePage(page: PageElement, blocks: readonly Candidate[]): string {
  const numbers = new Map(
    blocks.flatMap(({ number, elements }) => {
      // The innermost: what is beside it in the others is nothing.
      const innermost = elements.at(-1);
      return innermost === undefined ? [] : [[innermost, number] as const];
    }),
  );
  const written: string[] = [];
  let room = textAtMost;
  const write = (element: PageElement, parent: string, depth: number): void => {
    if (left.has(element.name)) return;
    if (pictures.has(element.name)) {
      written.push('<span data-picture=""></span>');
      return;
    }
    if (empty.has(element.name)) {
      written.push(`<${element.name}>`);
      return;
    }
    const number = numbers.get(element);
    const name = nameOf(element, number !== undefined, parent);
    const isWritten = depth < depthAtMost;
    if (isWritten) written.push(`<${name}${attributesOf(element, name, number)}>`);
    for (const child of element.children) {
      if (isElement(child)) write(child, isWritten ? name : parent, depth + 1);
      else if (room > 0) {
        const text = child.slice(0, room);
        room -= text.length;
        written.push(escapeText(text));
      }
    }
    if (isWritten) written.push(`</${name}>`);
  };
  write(page, "", 0);
  return written.join("");
}

function nameOf(element: PageElement, isNumbered: boolean, parent: string): string {
  const name = renamed[element.name] ?? element.name;
  const mayStand = tableParts[name];
  if (mayStand !== undefined && !mayStand.includes(parent)) return "div";
  if (name === "li" && parent !== "ul" && parent !== "ol") return "div";
  if ((name === "dt" || name === "dd") && parent !== "dl") return "div";
  if (name === "p" && element.children.some((child) => isElement(child) && isBlock(child)))
    return "div";
  if (kept.has(name)) return name;
  const holdsBlocks = element.children.some((child) => isElement(child) && isBlock(child));
  return isNumbered || isBlock(element) || holdsBlocks || name.includes("-") ? "div" : "span";
}

function attributesOf(
  { attributes }: PageElement,
  name: string,
  number: number | undefined,
): string {
  const written = number === undefined ? [] : [` data-block="${number}"`];
  const { dir = "", lang = "" } = attributes;
  if (/^(?:ltr|rtl|auto)$/i.test(dir)) written.push(` dir="${dir.toLowerCase()}"`);
  if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}$/i.test(lang)) written.push(` lang="${lang}"`);
  if (name === "td" || name === "th")
    for (const span of ["colspan", "rowspan"])
      if (/^[1-9]\d?$/.test(attributes[span] ?? "")) written.push(` ${span}="${attributes[span]}"`);
  return written.join("");
}
