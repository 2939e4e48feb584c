/** The texts of an RSS item, which publishers put into many elements. */
import { hasMarkup, innerHtml, xhtmlContent } from "./markup.ts";
import { resolveHtml } from "./resolve-html.ts";
import { childOf, childrenOf, childText, textOf, type Element } from "./tree.ts";

/** The longer text is the content; a different shorter one is the summary. */
export function readTexts(
  item: Element,
  base: string | null,
): { summary: string; content: string } {
  const full = firstHtml(item, [
    "content:encoded",
    "encoded",
    "xhtml:body",
    "xhtml:div",
    "atom:content",
    "content",
    "fulltext",
    "fullitem",
    "body",
  ]);
  const brief = firstHtml(item, [
    "description",
    "atom:summary",
    "summary",
    "itunes:summary",
    "dc:description",
    "media:description",
    "itunes:subtitle",
    "abstract",
  ]);
  const [content, summary] = full.length >= brief.length ? [full, brief] : [brief, full];
  return {
    content: resolveHtml(content, base),
    summary: summary === content ? "" : resolveHtml(summary, base),
  };
}

function firstHtml(item: Element, names: readonly string[]): string {
  for (const name of names) {
    for (const element of childrenOf(item, name)) {
      const html = htmlOf(element);
      if (html !== "") return html;
    }
  }
  const group = childOf(item, "media:group");
  return group === undefined || !names.includes("media:description")
    ? ""
    : childText(group, "media:description");
}

/** Escaped HTML is the rule; some publishers forget to escape it, or mean XHTML. */
function htmlOf(element: Element): string {
  if (!hasMarkup(element)) return textOf(element);
  if (element.name.startsWith("xhtml:")) return innerHtml(element, "text").trim();
  return xhtmlContent(element, "html");
}
