/** Atom text constructs: `type` (1.0) and `mode` (0.3) say how their content is written. */
import { hasMarkup, xhtmlContent } from "./markup.ts";
import { collapseSpace, looksLikeHtml, paragraphs, plainText } from "./text.ts";
import { attributeOf, textOf, type Element } from "./tree.ts";

type Written = { readonly text: string } | { readonly html: string };

/** A text construct as plain text. */
export function atomText(element: Element): string {
  const written = read(element);
  return "text" in written ? collapseSpace(written.text) : plainText(written.html);
}

/** A text construct as HTML. */
export function atomHtml(element: Element): string {
  const written = read(element);
  return "text" in written ? paragraphs(written.text) : written.html;
}

function read(element: Element): Written {
  const type = (attributeOf(element, "type") ?? "").toLowerCase().replace(/;.*$/s, "").trim();
  const mode = (attributeOf(element, "mode") ?? "").toLowerCase();
  if (mode === "base64") return decoded(textOf(element), type);
  const isHtml = type === "html" || type === "text/html";
  if (hasMarkup(element)) return { html: xhtmlContent(element, isHtml ? "html" : "text") };
  const text = textOf(element);
  if (isHtml || type === "xhtml" || type === "application/xhtml+xml") return { html: text };
  if (type === "" || type === "text" || type === "text/plain") return undeclared(text, type);
  if (type.startsWith("text/") || type.endsWith("xml")) return { text };
  return decoded(text, type);
}

/** Without a type it should be plain text, but what holds HTML tags was meant as HTML. */
function undeclared(text: string, type: string): Written {
  return type === "" && looksLikeHtml(text) ? { html: text } : { text };
}

/** Base64 of UTF-8, or the text itself when it is none. */
function decoded(text: string, type: string): Written {
  const compact = text.replace(/\s+/g, "");
  if (compact === "" || !/^[\w+/-]+={0,2}$/.test(compact)) return undeclared(text, "");
  const plain = Buffer.from(compact, "base64").toString("utf8");
  if (plain.includes("\ufffd")) return { text };
  return type === "text/plain" || type === "text" ? { text: plain } : undeclared(plain, "");
}
