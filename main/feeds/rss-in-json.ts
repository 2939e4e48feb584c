/** RSS written as JSON (`{"rss": {"channel": {…}}}`), turned into the raw tree of RSS. */
import { isObject, textIn, type JsonObject } from "./json-feed.ts";
import type { Element } from "./tree.ts";

/** Deeper than any RSS. */
const maximumDepth = 12;

/** The `rss` element in a JSON document, or null when there is none. */
export function rssElement(document: JsonObject): Element | null {
  const rss = document.rss;
  if (isObject(rss)) return toElement("rss", rss, 0);
  return isObject(document.channel) ? toElement("rss", document, 0) : null;
}

/**
 * Members become elements, plain ones attributes too (for `enclosure` and its like); beside a text
 * member they are attributes alone.
 */
function toElement(name: string, value: unknown, depth: number): Element {
  const element = { name: name.toLowerCase(), base: null, language: null };
  if (!isObject(value)) {
    const text = typeof value === "string" || typeof value === "number" ? String(value) : "";
    return { ...element, attributes: {}, children: text === "" ? [] : [text] };
  }
  const attributes = new Map<string, string>();
  const children: (Element | string)[] = [];
  const members = Object.entries(value);
  const hasText = members.some(([member]) => isTextMember(member));
  for (const [member, inner] of members) {
    const isPlain = !isObject(inner) && !Array.isArray(inner);
    if (isPlain) attributes.set(member.replace(/^[@$]/, "").toLowerCase(), asAttribute(inner));
    if (isTextMember(member)) children.push(textIn(value, member));
    else if (depth < maximumDepth && !(isPlain && hasText)) {
      const list: readonly unknown[] = Array.isArray(inner) ? inner : [inner];
      for (const one of list) children.push(toElement(member, one, depth + 1));
    }
  }
  return { ...element, attributes: Object.fromEntries(attributes), children };
}

function isTextMember(name: string): boolean {
  return name === "#value" || name === "#text" || name === "_text" || name === "$t";
}

/** Attributes of the raw tree are as written in XML. */
function asAttribute(value: unknown): string {
  const isPlain =
    typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return isPlain ? String(value).replaceAll("&", "&amp;") : "";
}
