import type { Pace } from "../files/pace.ts";
import { keyHash } from "./key-hash.ts";
import type { IncomingArticle, UnchangedArticle } from "../types.ts";

type Listed = IncomingArticle | UnchangedArticle;

/** An article that came, and the stored one it is, if it is known. */
export interface Match {
  readonly article: Listed;
  /** Hashes of its key and of those aliases that can only mean it. */
  readonly keys: readonly string[];
  /** Its row in the index; null for a new one. */
  readonly row: number | null;
}

/** What a title's keys stand for. */
export interface KnownArticles {
  /** The row of the article that a key stands for. */
  find(key: string): number | undefined;
  /** Whether an article found by an alias is the same one, and not another under one address. */
  isSame(row: number, article: Listed): boolean;
}

/**
 * Tells new articles of one title from known ones: by their key, else by an alias. An alias that
 * several articles of a document share (a link to the front page, say) tells nothing. Of articles
 * with the same key the first counts.
 */
export async function matchArticles(
  articles: readonly Listed[],
  known: KnownArticles,
  pace: Pace,
): Promise<Match[]> {
  const hashed = new Map<string, { article: Listed; aliases: string[] }>();
  const uses = new Map<string, number>();
  for (const article of articles) {
    const key = keyHash(article.key);
    if (hashed.has(key)) continue;
    const aliases = [...new Set(article.aliases.map(keyHash))].filter((alias) => alias !== key);
    hashed.set(key, { article, aliases });
    for (const hash of [key, ...aliases]) uses.set(hash, (uses.get(hash) ?? 0) + 1);
    await pace.rest();
  }
  const claimed = new Set<number>();
  const claim = (row: number | undefined): number | null => {
    if (row === undefined || claimed.has(row)) return null;
    claimed.add(row);
    return row;
  };
  const byKey = new Map<string, number | null>();
  for (const key of hashed.keys()) byKey.set(key, claim(known.find(key)));
  const matches: Match[] = [];
  for (const [key, { article, aliases }] of hashed) {
    const own = aliases.filter((alias) => uses.get(alias) === 1);
    let row = byKey.get(key) ?? null;
    if (row === null && known.find(key) !== undefined) continue;
    for (const alias of row === null ? own : []) {
      const found = known.find(alias);
      if (found !== undefined && known.isSame(found, article)) row ??= claim(found);
    }
    matches.push({ article, keys: [key, ...own], row });
    await pace.rest();
  }
  return matches;
}
