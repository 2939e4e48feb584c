import type { ArticleId } from "../../../preload/contract/contract.ts";
import type { MarkedNumbers } from "../article-bits.ts";
import { rescanDay } from "../index/filling.ts";
import { formatArticleId, parseArticleId } from "../editions/article-record.ts";
import { Pace } from "../files/pace.ts";
import { formatRanges } from "../number-ranges.ts";
import type { Parts } from "../parts.ts";

/** How long a deleted article can be brought back, in milliseconds. */
export const recoveryTime = 30 * 86_400_000;

/** Takes articles out of all lists; returns those that were there before. */
export async function deleteArticles(
  parts: Parts,
  ids: readonly ArticleId[],
): Promise<ArticleId[]> {
  const { index, now, statuses } = parts;
  const known = ids.filter((id) => index.rowOf(id) !== undefined);
  if (known.length === 0) return [];
  const changed = await statuses.commit({ op: "delete", articles: rangesOf(known), at: now() });
  const pace = new Pace();
  for (const [day, numbers] of changed) {
    index.drop(numbers.flatMap((number) => index.rowAt(day, number) ?? []));
    await pace.rest();
  }
  return idsOf(changed);
}

/** Brings deleted articles back; returns those that could be. */
export async function undeleteArticles(
  parts: Parts,
  ids: readonly ArticleId[],
): Promise<ArticleId[]> {
  const { index, statuses } = parts;
  if (ids.length === 0) return [];
  const changed = await statuses.commit({ op: "undelete", articles: rangesOf(ids) });
  const pace = new Pace();
  for (const [day, numbers] of changed) {
    const rows = numbers.map((number) => index.bringBack(day, number));
    if (rows.includes(undefined)) await rescanDay(parts, day);
    await pace.rest();
  }
  return idsOf(changed);
}

function rangesOf(ids: readonly ArticleId[]): Record<string, string> {
  const numbers = new Map<number, number[]>();
  for (const id of ids) {
    const { day, number } = parseArticleId(id);
    const ofDay = numbers.get(day);
    if (ofDay === undefined) numbers.set(day, [number]);
    else ofDay.push(number);
  }
  return Object.fromEntries(Array.from(numbers, ([day, ofDay]) => [day, formatRanges(ofDay)]));
}

function idsOf(changed: MarkedNumbers): ArticleId[] {
  return Array.from(changed, ([day, numbers]) =>
    numbers.map((number) => formatArticleId(day, number)),
  ).flat();
}
