/** Between HTML and plain text. */
import { decodeHTML } from "entities/decode";
import { nextTag, rawTextEnd, withoutComments } from "./html.ts";

/** Elements that HTML knows; `<int>` in a title about C++ is text, `<b>` is not. */
const htmlNames = new Set(
  (
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink " +
    "blockquote body br button canvas caption center cite code col colgroup data datalist dd del " +
    "details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame " +
    "frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend " +
    "li link main map mark marquee math menu meta meter nav nobr noscript object ol optgroup option " +
    "output p param picture pre progress q rp rt ruby s samp script section select slot small " +
    "source span strike strong style sub summary sup svg table tbody td template textarea tfoot th " +
    "thead time title tr track tt u ul var video wbr"
  ).split(" "),
);

const inlineNames = new Set(
  (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q ruby " +
    "s samp small span strike strong sub sup time tt u var wbr"
  ).split(" "),
);

const rawTextNames = new Set(["script", "style", "noscript", "template", "iframe"]);

/** True for a tag that HTML, or a program writing HTML, would mean as markup. */
function isMarkup(name: string): boolean {
  return htmlNames.has(name) || name.includes(":") || name.includes("-");
}

/** True when a string holds at least one HTML tag. */
export function looksLikeHtml(text: string): boolean {
  for (let tag = nextTag(text, 0); tag !== null; tag = nextTag(text, tag.end)) {
    if (isMarkup(tag.name)) return true;
  }
  return false;
}

/** The text of an HTML fragment, references decoded, white space collapsed. */
export function plainText(html: string): string {
  if (!html.includes("<")) return collapseSpace(html.includes("&") ? decodeHTML(html) : html);
  let text = "";
  let at = 0;
  for (let tag = nextTag(html, 0); tag !== null; tag = nextTag(html, tag.end)) {
    if (!isMarkup(tag.name)) continue;
    text += withoutComments(html.slice(at, tag.start));
    if (!inlineNames.has(tag.name)) text += " ";
    at = tag.end;
    if (!tag.isEnd && rawTextNames.has(tag.name)) {
      const end = rawTextEnd(html, tag.name, at);
      // What an unclosed frame would swallow was meant to be read; an unclosed script was not.
      if (end < html.length || tag.name === "script" || tag.name === "style") {
        at = end;
        tag = { ...tag, end };
      }
    }
  }
  return collapseSpace(decodeHTML(text + withoutComments(html.slice(at))));
}

/** References of HTML such as `&#3` bring them in. */
// eslint-disable-next-line no-control-regex -- control characters are what it is about
const unprintable = /[\0-\u0008\u000e-\u001f]/g;

/** One space for each run of white space, none at the ends; no-break spaces stay. */
export function collapseSpace(text: string): string {
  return text
    .replace(unprintable, "")
    .trim()
    .replace(/[\t\n\v\f\r \u2028\u2029]+/g, " ");
}

/** Plain text as HTML that shows it. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>]/g, (character) =>
    character === "&" ? "&amp;" : character === "<" ? "&lt;" : "&gt;",
  );
}

/** Plain text as HTML that keeps its paragraphs and lines. */
export function paragraphs(text: string): string {
  const trimmed = text.trim();
  if (!trimmed.includes("\n")) return escapeHtml(trimmed);
  return trimmed
    .split(/\n[\t\r ]*\n\s*/)
    .map((paragraph) => `<p>${escapeHtml(paragraph.trim()).replace(/\r?\n/g, "<br>")}</p>`)
    .join("");
}
