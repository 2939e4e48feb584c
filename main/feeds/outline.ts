/** OPML 1.0 and 2.0: lists of feeds in folders, as other readers export them. */
import { isWebAddress, webAddress } from "./addresses.ts";
import { withoutFeedScheme } from "./discovery.ts";
import { readTree } from "./read-tree.ts";
import { closeOpenSection } from "./repair.ts";
import { plainText } from "./text.ts";
import { attributeOf, childrenOf, type Element } from "./tree.ts";
import type { Outline, OutlineFeed } from "./types.ts";

/** The text is no OPML document. */
export class OutlineError extends Error {
  override readonly name = "OutlineError";
}

/** More entries than anyone follows. */
const maximumEntries = 50_000;
const maximumName = 500;

/** Reads an OPML file. Throws `OutlineError` when it is not one. */
export function parseOutline(text: string): Outline {
  const root = readTree(closeOpenSection(text), null)?.root;
  if (root?.name !== "opml") throw new OutlineError("this is not an OPML file");
  const feeds: OutlineFeed[] = [];
  const skipped: string[] = [];
  const collect = (holder: Element, folder: readonly string[]): void => {
    for (const entry of childrenOf(holder, "outline")) {
      if (feeds.length + skipped.length >= maximumEntries) return;
      const name = nameOf(entry);
      const children = childrenOf(entry, "outline");
      const written = attributeOf(entry, "xmlurl") ?? linkedAddress(entry);
      if (written !== undefined) {
        const address = webAddress(withoutFeedScheme(written), null);
        if (address === null) skipped.push(name || written);
        else feeds.push({ address, title: name, site: siteOf(entry), folder });
      } else if (children.length === 0 && name !== "") skipped.push(name);
      collect(entry, written !== undefined || name === "" ? folder : [...folder, name]);
    }
  };
  for (const holder of [root, ...childrenOf(root, "body")]) collect(holder, []);
  return { feeds, skipped };
}

/** Old exports write the feed's address into `url` of an entry that says it is RSS. */
function linkedAddress(entry: Element): string | undefined {
  const type = attributeOf(entry, "type")?.toLowerCase() ?? "";
  if (!["rss", "atom", "feed", "pie", "rss1"].includes(type)) return undefined;
  return attributeOf(entry, "url");
}

function nameOf(entry: Element): string {
  for (const attribute of ["title", "text"]) {
    const name = plainText(attributeOf(entry, attribute) ?? "");
    if (name !== "") return name.slice(0, maximumName);
  }
  return "";
}

function siteOf(entry: Element): string | null {
  const written = attributeOf(entry, "htmlurl") ?? "";
  return isWebAddress(written) ? webAddress(written, null) : null;
}
