import type { ArticleId } from "../../preload/contract/contract.ts";
import { flag } from "./index/article-index.ts";
import { parseArticleId } from "./editions/article-record.ts";
import { isGone, isRead, type Statuses } from "./statuses.ts";

/** The flags of an article whose newest record stands in its day's journal. */
export function marksOf(statuses: Statuses, id: ArticleId, inJournal = true): number {
  const { day, number } = parseArticleId(id);
  const isBookmarked = statuses.bookmarks.has(id);
  return (
    (isRead(statuses, day, number) ? flag.read : 0) |
    (isBookmarked ? flag.bookmarked : 0) |
    (isGone(statuses, day, number) ? (isBookmarked ? flag.hidden : flag.gone) : 0) |
    (inJournal ? flag.inJournal : 0)
  );
}
