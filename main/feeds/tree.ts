/** The raw shape of an XML document: elements with canonical names, and how to look into them. */

import { decodeReferences } from "./references.ts";

export interface Element {
  /** Canonical name in lower case, such as `dc:creator` or `title`. */
  readonly name: string;
  /** Attributes as they were written; read them with `attributeOf`. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Child elements and text, references decoded. */
  readonly children: (Element | string)[];
  /** `xml:base` in force, resolved as far as the document allows, or null. */
  readonly base: string | null;
  /** `xml:lang` in force, or null. */
  readonly language: string | null;
}

/** The value of an attribute, trimmed and decoded; undefined when it is absent. */
export function attributeOf(element: Element, name: string): string | undefined {
  const { attributes } = element;
  let value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
  if (value === undefined) {
    for (const written in attributes) {
      if (written.length === name.length && written.toLowerCase() === name) {
        value = attributes[written];
      }
    }
  }
  return value === undefined ? undefined : decodeReferences(value).trim();
}

/** The first child element of that name. */
export function childOf(element: Element, name: string): Element | undefined {
  for (const child of element.children) {
    if (typeof child !== "string" && child.name === name) return child;
  }
  return undefined;
}

/** All child elements of that name, in document order. */
export function childrenOf(element: Element, name: string): Element[] {
  const found: Element[] = [];
  for (const child of element.children) {
    if (typeof child !== "string" && child.name === name) found.push(child);
  }
  return found;
}

/** The child elements, without the text between them. */
export function elementsOf(element: Element): Element[] {
  return element.children.filter((child) => typeof child !== "string");
}

/** All text inside an element, trimmed. */
export function textOf(element: Element): string {
  const { children } = element;
  if (children.length === 1 && typeof children[0] === "string") return children[0].trim();
  return deepText(element).trim();
}

function deepText(element: Element): string {
  let text = "";
  for (const child of element.children) text += typeof child === "string" ? child : deepText(child);
  return text;
}

/** The text of the first child of that name that has any, or "". */
export function childText(element: Element, name: string): string {
  for (const child of element.children) {
    if (typeof child === "string" || child.name !== name) continue;
    const text = textOf(child);
    if (text !== "") return text;
  }
  return "";
}

/** The first non-empty text among children of these names, in the order of the names, or "". */
export function firstText(element: Element, ...names: string[]): string {
  for (const name of names) {
    const text = childText(element, name);
    if (text !== "") return text;
  }
  return "";
}

/** The language that an element of RSS names, or that is in force there, or null. */
export function languageOf(holder: Element): string | null {
  return firstText(holder, "language", "dc:language") || holder.language;
}
