/** Small linear scanners over HTML strings, for what feeds need of them; no tree is built. */
import { decodeHTML } from "entities/decode";

export interface Tag {
  /** Lower case, without `/`. */
  readonly name: string;
  readonly isEnd: boolean;
  /** Position of `<`. */
  readonly start: number;
  /** Position after `>`. */
  readonly end: number;
}

export interface Attribute {
  /** Lower case. */
  readonly name: string;
  /** As written, references not decoded. */
  readonly value: string;
  /** Position of the value and the position after it, without quotes. */
  readonly start: number;
  readonly end: number;
}

const tagName = /[a-zA-Z][^\s/>]*/y;
/** A name, and perhaps a value in either kind of quotes or none. */
const attribute = /[\s/]*([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>][^\s>]*)))?/y;

/**
 * The next tag at or after a position, skipping comments; null when there is none that is complete.
 * @param read called with each attribute of the tag.
 */
export function nextTag(html: string, from: number, read?: (found: Attribute) => void): Tag | null {
  let at = html.indexOf("<", from);
  for (; at !== -1; at = html.indexOf("<", at + 1)) {
    if (html.startsWith("<!--", at)) {
      const end = html.indexOf("-->", at + 4);
      if (end === -1) return null;
      at = end;
      continue;
    }
    const isEnd = html.charCodeAt(at + 1) === 0x2f;
    tagName.lastIndex = at + (isEnd ? 2 : 1);
    const name = tagName.exec(html)?.[0];
    if (name === undefined) continue;
    const end = readAttributes(html, tagName.lastIndex, read);
    return end === -1 ? null : { name: name.toLowerCase(), isEnd, start: at, end };
  }
  return null;
}

/** Returns the position after the closing `>`, or -1 when the tag is never closed. */
function readAttributes(
  html: string,
  from: number,
  read: ((found: Attribute) => void) | undefined,
): number {
  let at = from;
  for (;;) {
    attribute.lastIndex = at;
    const match = attribute.exec(html);
    if (match === null) {
      const close = html.indexOf(">", at);
      return close === -1 ? -1 : close + 1;
    }
    at = attribute.lastIndex;
    const value = match[2] ?? match[3] ?? match[4];
    if (value !== undefined && read !== undefined) {
      const end = match[4] === undefined ? at - 1 : at;
      read({ name: (match[1] ?? "").toLowerCase(), value, start: end - value.length, end });
    }
  }
}

/** The attributes of a tag by name, references decoded; the first of a repeated name counts. */
export function attributesOf(html: string, tag: Tag): Map<string, string> {
  const found = new Map<string, string>();
  nextTag(html.slice(tag.start, tag.end), 0, ({ name, value }) => {
    if (!found.has(name)) found.set(name, decodeHTML(value));
  });
  return found;
}

/** The position where the content of a raw-text element ends, or the end of the string. */
export function rawTextEnd(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, "gi");
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

/** HTML without its comments; one that is never closed stays. Linear, unlike a lazy expression. */
export function withoutComments(html: string): string {
  let kept = "";
  let at = 0;
  for (let start = html.indexOf("<!--"); start !== -1; start = html.indexOf("<!--", at)) {
    const end = html.indexOf("-->", start + 4);
    if (end === -1) break;
    kept += html.slice(at, start);
    at = end + 3;
  }
  return kept + html.slice(at);
}
