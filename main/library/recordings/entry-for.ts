import type { ArticleId, Enclosure } from "../../../preload/contract/contract.ts";
import type { Parts } from "../parts.ts";
import type { StoredRecording } from "../types.ts";

/**
 * What is known of an enclosure. Many publishers sign addresses in the query, anew at each visit:
 * one that is listed no more is the same as one that differs from it in nothing else.
 */
export function entryFor(
  { recordings }: Parts,
  articleId: ArticleId,
  enclosures: readonly Enclosure[],
  index: number,
): StoredRecording | undefined {
  const ofArticle = recordings.data.byArticle.get(articleId);
  const address = enclosures[index]?.address;
  if (ofArticle === undefined || address === undefined) return undefined;
  const exact = ofArticle.get(address);
  if (exact !== undefined) return exact;
  const listed = new Set(enclosures.map((enclosure) => enclosure.address));
  return [...ofArticle.values()].find(
    (entry) => !listed.has(entry.address) && withoutQuery(entry.address) === withoutQuery(address),
  );
}

function withoutQuery(address: string): string {
  return address.replace(/[?#].*$/s, "");
}
