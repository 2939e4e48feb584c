import { setImmediate as nextTurn } from "node:timers/promises";
import type { CatalogueEntry } from "../../preload/contract/contract.ts";
import { meantAddresses } from "./feed-address.ts";

/** Details of a refusal that name a title of the catalogue. */
export interface Suggestion {
  readonly suggestedTitle: string;
  readonly suggestedAddress: string;
}

/** Shorter names are like too many others. */
const shortestName = 4;

/** Titles that are looked at before others get their turn. */
const entriesAtOnce = 100;

/** Words that begin half of all titles. */
const articles: ReadonlySet<string> = new Set(
  "the der die das le la les el los il lo de".split(" "),
);

/**
 * The title of the catalogue that someone may have meant: of the very host, of a host that is
 * spelt nearly so, or of that name; nothing when there is none.
 */
export async function suggestTitle(
  typed: string,
  catalogue: readonly CatalogueEntry[],
): Promise<Suggestion | Record<string, never>> {
  const [address] = meantAddresses(typed);
  const entry =
    address === undefined ? await byName(typed, catalogue) : await byHost(address, catalogue);
  return entry === undefined ? {} : { suggestedTitle: entry.title, suggestedAddress: entry.feed };
}

async function byHost(
  address: string,
  catalogue: readonly CatalogueEntry[],
): Promise<CatalogueEntry | undefined> {
  const host = hostOf(address);
  if (host.length < shortestName) return undefined;
  let best: CatalogueEntry | undefined;
  let bestDistance = host.length <= 7 ? 2 : 3;
  for (const [index, entry] of catalogue.entries()) {
    if (index % entriesAtOnce === entriesAtOnce - 1) await nextTurn();
    for (const known of new Set([hostOf(entry.site), hostOf(entry.feed)])) {
      const distance = editDistance(host, known, bestDistance);
      if (distance < bestDistance) [best, bestDistance] = [entry, distance];
    }
  }
  return best;
}

function hostOf(address: string): string {
  return URL.parse(address)?.hostname.replace(/^(?:www|m|feeds|rss)\./, "") ?? "";
}

/** The title of that very name; else the first with all its words; else one spelt nearly so. */
async function byName(
  typed: string,
  catalogue: readonly CatalogueEntry[],
): Promise<CatalogueEntry | undefined> {
  const name = plain(typed);
  if (name.length < 3) return undefined;
  const words = name.split(" ").filter((word) => !articles.has(word));
  if (words.length === 0) return undefined;
  let worded: CatalogueEntry | undefined;
  let similar: CatalogueEntry | undefined;
  for (const [index, entry] of catalogue.entries()) {
    if (index % entriesAtOnce === entriesAtOnce - 1) await nextTurn();
    const title = plain(entry.title);
    if (title === name) return entry;
    const inTitle = new Set(title.split(" "));
    if (words.every((word) => inTitle.has(word))) worded ??= entry;
    else if (name.length >= shortestName && editDistance(name, title, 2) < 2) similar ??= entry;
  }
  return worded ?? similar;
}

/** Lower case, without accents, signs between words as spaces. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * Letters put in, left out, exchanged or swapped with their neighbour between two words; `limit`
 * when there are that many or more.
 */
export function editDistance(first: string, second: string, limit: number): number {
  if (Math.abs(first.length - second.length) >= limit) return limit;
  let before: number[] = [];
  let above = Array.from({ length: second.length + 1 }, (_, index) => index);
  for (let row = 1; row <= first.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= second.length; column += 1) {
      const cost = first[row - 1] === second[column - 1] ? 0 : 1;
      const isSwapped =
        row > 1 &&
        column > 1 &&
        first[row - 1] === second[column - 2] &&
        first[row - 2] === second[column - 1];
      current.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + cost,
          isSwapped ? (before[column - 2] ?? 0) + 1 : Infinity,
        ),
      );
    }
    if (Math.min(...current) >= limit) return limit;
    before = above;
    above = current;
  }
  return Math.min(above[second.length] ?? limit, limit);
}
