import type { KeyPlace } from "./key-table.ts";
import type { Pace } from "../files/pace.ts";
import { keyHash } from "./seen.ts";
import type { IncomingArticle } from "../types.ts";

/** An article that came, and the stored one it is, if it is known. */
export interface Match {
  readonly article: IncomingArticle;
  /** Hashes of its key and of those aliases that can only mean it. */
  readonly keys: readonly string[];
  readonly place: KeyPlace | null;
}

/** What a title's keys stand for. */
export interface KnownArticles {
  find(key: string): KeyPlace | undefined;
  /** Whether an article found by an alias is the same one, and not another under one address. */
  isSame(place: KeyPlace, article: IncomingArticle): boolean;
}

/**
 * Tells new articles of one title from known ones: by their key, else by an alias. An alias that
 * several articles of a document share (a link to the front page, say) tells nothing. Of articles
 * with the same key the first counts.
 */
export async function matchArticles(
  articles: readonly IncomingArticle[],
  known: KnownArticles,
  pace: Pace,
): Promise<Match[]> {
  const hashed = new Map<string, { article: IncomingArticle; aliases: string[] }>();
  const uses = new Map<string, number>();
  for (const article of articles) {
    const key = keyHash(article.key);
    if (hashed.has(key)) continue;
    const aliases = [...new Set(article.aliases.map(keyHash))].filter((alias) => alias !== key);
    hashed.set(key, { article, aliases });
    for (const hash of [key, ...aliases]) uses.set(hash, (uses.get(hash) ?? 0) + 1);
    await pace.rest();
  }
  const claimed = new Set<string>();
  const claim = (place: KeyPlace | undefined): KeyPlace | null => {
    if (place === undefined || claimed.has(`${place.day}-${place.number}`)) return null;
    claimed.add(`${place.day}-${place.number}`);
    return place;
  };
  const byKey = new Map<string, KeyPlace | null>();
  for (const key of hashed.keys()) byKey.set(key, claim(known.find(key)));
  const matches: Match[] = [];
  for (const [key, { article, aliases }] of hashed) {
    const own = aliases.filter((alias) => uses.get(alias) === 1);
    let place = byKey.get(key) ?? null;
    if (place === null && known.find(key) !== undefined) continue;
    for (const alias of place === null ? own : []) {
      const found = known.find(alias);
      if (found !== undefined && known.isSame(found, article)) place ??= claim(found);
    }
    matches.push({ article, keys: [key, ...own], place });
    await pace.rest();
  }
  return matches;
}
