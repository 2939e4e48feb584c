/** Elements of a feed that hold HTML as elements instead of as text. */
import type { Element } from "./tree.ts";
import { escapeHtml } from "./text.ts";

const voidNames = new Set(
  "area base br col embed hr img input link meta source track wbr".split(" "),
);

/** What text between the elements is: plain text, or (by mistake of the publisher) HTML itself. */
export type TextKind = "text" | "html";

/** The children of an element as HTML, without prefixes of namespaces. */
export function innerHtml(element: Element, text: TextKind): string {
  let html = "";
  for (const child of element.children) {
    html +=
      typeof child === "string"
        ? text === "text"
          ? escapeHtml(child)
          : child
        : outer(child, text);
  }
  return html;
}

function outer(element: Element, text: TextKind): string {
  const name = element.name.slice(element.name.indexOf(":") + 1);
  let tag = `<${name}`;
  for (const [attribute, value] of Object.entries(element.attributes)) {
    // Values are as written in the document: references stay, and only the quotes may differ.
    if (!attribute.startsWith("xmlns")) tag += ` ${attribute}="${value.replaceAll('"', "&quot;")}"`;
  }
  // An unclosed `<br>` has swallowed what follows it: put that after it again.
  if (voidNames.has(name)) return `${tag}>${innerHtml(element, text)}`;
  return `${tag}>${innerHtml(element, text)}</${name}>`;
}

/** True when there is at least one element among the children. */
export function hasMarkup(element: Element): boolean {
  return element.children.some((child) => typeof child !== "string");
}

/** The content of an XHTML construct: without the wrapping `div` that Atom demands. */
export function xhtmlContent(element: Element, text: TextKind): string {
  const solid = element.children.filter(
    (child) => typeof child !== "string" || child.trim() !== "",
  );
  const only = solid.length === 1 ? solid[0] : undefined;
  const isWrapped =
    only !== undefined && typeof only !== "string" && /^(?:xhtml:)?(?:div|body)$/.test(only.name);
  return innerHtml(isWrapped ? only : element, text).trim();
}
