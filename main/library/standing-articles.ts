import type { FeedId } from "../../preload/contract/contract.ts";
import { flag } from "./index/article-index.ts";
import type { ListedArticle } from "./index/listed-articles.ts";
import { shortHash } from "./editions/article-record.ts";
import type { Parts } from "./parts.ts";
import type { StandingArticle } from "./types.ts";

/**
 * Of what a title listed when it was last read, that which would change nothing if it came again
 * as it was: it stands here as it was listed, or was removed and is not to come back.
 */
export async function standingArticles(parts: Parts, feedId: FeedId): Promise<StandingArticle[]> {
  const { keys, listed, tombstones } = parts;
  await Promise.all([keys.load(), listed.load(), tombstones.load()]);
  return listed
    .of(feedId)
    .filter((article) => isStanding(parts, feedId, article))
    .map(({ fingerprint, contentHash }) => ({ fingerprint, contentHash }));
}

function isStanding(
  { index, keys, tombstones }: Parts,
  feedId: FeedId,
  { key, contentHash }: ListedArticle,
): boolean {
  const row = keys.find(feedId, key);
  if (row === undefined) return tombstones.has(feedId, key);
  return (
    index.contentHash[row] === shortHash(contentHash) ||
    index.has(row, flag.gone | flag.hidden | flag.copyOnly)
  );
}
