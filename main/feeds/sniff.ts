/** Guessing from its first characters what a text is. */

import { withoutComments } from "./html.ts";

/** How far into a document the marks of a web page are looked for. */
const pageReach = 4_096;

/** JSON begins with a bracket; XML never does. */
export function startsAsJson(text: string): boolean {
  return text.startsWith("{") || text.startsWith("[");
}

/** Position of the first tag that can be the root of a feed, wherever it stands, or -1. */
export function rootPosition(text: string): number {
  return text.search(/<(?:[\w.-]+:)?(?:rss|rdf|feed|channel)[\s>]/i);
}

/** True for a web page: its marks stand at the beginning, or it is sent and written as HTML. */
export function looksLikeWebPage(text: string, contentType: string | undefined): boolean {
  const start = withoutComments(text.slice(0, pageReach)).trimStart();
  if (/^(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)[\s>]/i.test(start)) return true;
  if (/<(?:html|head|body)[\s>]/i.test(start) && !/<(?:rss|feed|[\w.-]+:rdf)[\s>]/i.test(start)) {
    return true;
  }
  return /\bhtml\b/i.test(contentType ?? "") && /^<[a-z!]/i.test(start);
}
