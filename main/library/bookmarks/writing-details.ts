import type { ArticleId, BookmarkDetails } from "../../../preload/contract/contract.ts";
import { normalTag } from "../index/tag-index.ts";
import type { Parts } from "../parts.ts";
import { addBookmark } from "./bookmarking.ts";

/**
 * Changes what is written to a bookmark; an article that is none becomes one first. False: there is
 * no such article.
 */
export async function changeDetails(
  parts: Parts,
  id: ArticleId,
  change: (details: BookmarkDetails) => BookmarkDetails,
): Promise<boolean> {
  return parts.queue.run(async () => {
    if (!(await addBookmark(parts, id))) return false;
    await parts.details.write(id, change(await parts.details.read(id)));
    return true;
  });
}

/** All own tags by name, with how many bookmarks have each; as most of them spell it. */
export async function countTags({
  details,
}: Parts): Promise<{ readonly tag: string; readonly count: number }[]> {
  await details.load();
  const spellings = new Map<string, Map<string, number>>();
  for (const [, { tags }] of details.all()) {
    for (const tag of tags) {
      const normal = normalTag(tag);
      const counts = spellings.get(normal) ?? new Map<string, number>();
      spellings.set(normal, counts.set(tag, (counts.get(tag) ?? 0) + 1));
    }
  }
  const named = [...spellings.values()].map((counts) => {
    const [[tag] = [""]] = [...counts].sort(([, one], [, other]) => other - one);
    return { tag, count: [...counts.values()].reduce((sum, count) => sum + count, 0) };
  });
  const { compare } = new Intl.Collator(undefined, { sensitivity: "base", numeric: true });
  return named.sort((one, other) => compare(one.tag, other.tag));
}
