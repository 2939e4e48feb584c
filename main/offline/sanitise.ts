import sanitizeHtml from "sanitize-html";
import { formulaElements, globalAttributes, htmlElements } from "./allowed.ts";

const elements: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({ ...htmlElements, ...formulaElements }),
);

/** Options by the elements that they allow; few combinations make up nearly all articles. */
const known = new Map<string, sanitizeHtml.IOptions>();
const knownAtMost = 1000;

/**
 * The last door: an allow-list with a parser of its own, so that a mistake in the rewriting
 * before it still lets nothing through.
 */
export function sanitise(html: string): string {
  return sanitizeHtml(html, optionsFor(html));
}

/**
 * Allows of the allow-list what the text seems to hold: the sanitiser goes through all that is
 * allowed at every call, which for a short article takes longer than its text.
 */
function optionsFor(html: string): sanitizeHtml.IOptions {
  const names = new Set<string>();
  for (const [, name = ""] of html.matchAll(/<([a-z][a-z\d]*)/gi)) names.add(name.toLowerCase());
  const allowed = [...names].filter((name) => elements.has(name)).sort();
  const key = allowed.join(" ");
  let options = known.get(key);
  if (options === undefined) {
    options = {
      allowedTags: allowed,
      allowedAttributes: Object.fromEntries(
        allowed.map((name) => [name, [...(elements.get(name) ?? []), ...globalAttributes]]),
      ),
      allowedSchemes: ["http", "https", "mailto"],
      allowProtocolRelative: false,
    };
    if (known.size >= knownAtMost) known.clear();
    known.set(key, options);
  }
  return options;
}
