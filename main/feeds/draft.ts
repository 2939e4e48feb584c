/** What an adapter makes of a document, before items get their identity. */
import type { ParsedFeed, ParsedItem } from "./types.ts";

export type ItemDraft = Omit<ParsedItem, "key" | "aliases">;

export interface FeedDraft extends Omit<ParsedFeed, "ok" | "items" | "problems"> {
  readonly items: readonly ItemDraft[];
}

/** More items than this are not read; the first ones are the newest in nearly every feed. */
export const maximumItems = 10_000;

/**
 * The address against which links are resolved: what the document declares, else where it came
 * from, else its site. A site on another host than the document (FeedBurner) goes before the latter.
 */
export function baseOfLinks(
  declared: string | null,
  documentAddress: string | null,
  site: string | null,
): string | null {
  if (declared !== null) return declared;
  if (site === null || documentAddress === null) return documentAddress ?? site;
  return hostOf(site) === hostOf(documentAddress) ? documentAddress : site;
}

function hostOf(address: string): string {
  return URL.parse(address)?.host.replace(/^www\./, "") ?? "";
}
