import type { ArticleId } from "../../../preload/contract/contract.ts";
import { readFrame } from "../articles.ts";
import { entryOf, flag } from "../index/article-index.ts";
import { parseArticleId, type ArticleRecord } from "../editions/article-record.ts";
import { trashTime, type BookmarkCopy } from "./bookmarks.ts";
import { marksOf } from "../marks.ts";
import { feedTitle, type Parts } from "../parts.ts";
import { isGone } from "../statuses.ts";

/** Copies that are read at the same time. */
const copiesAtOnce = 32;

/** Copies an article into its bookmark, and only then sets the mark; false when there is none. */
export async function addBookmark(parts: Parts, id: ArticleId): Promise<boolean> {
  const { bookmarks, now, statuses } = parts;
  if (statuses.data.bookmarks.has(id) && (await bookmarks.has(id))) return true;
  const hadCopy = await bookmarks.has(id);
  await takeBackCopy(parts, id);
  const copy = (await copyOfArticle(parts, id)) ?? (await bookmarks.read(id));
  if (copy === null) return false;
  await keepCopy(parts, copy, now(), hadCopy);
  return true;
}

/** Takes a copy out of the trash, if it is there, with what was written to it. */
export async function takeBackCopy({ bookmarks, details }: Parts, id: ArticleId): Promise<void> {
  await bookmarks.takeBack(id);
  details.forget(id);
}

/** Takes a bookmark in that was kept elsewhere, with the pictures that already lie in its folder. */
export async function addCopy(parts: Parts, copy: BookmarkCopy, at: number): Promise<void> {
  await keepCopy(parts, copy, at, parts.statuses.data.bookmarks.has(copy.record.id));
}

/** Stores a copy, and only then its mark. */
async function keepCopy(
  parts: Parts,
  copy: BookmarkCopy,
  at: number,
  hadCopy: boolean,
): Promise<void> {
  const { bookmarks, statuses } = parts;
  const { id } = copy.record;
  try {
    await bookmarks.write(copy);
    // Lists of own tags and what counts them know only what was read.
    await parts.details.read(id);
    await statuses.commit({ op: "bookmark", id, at });
  } catch (error) {
    // Else the next opening would take the copy for a bookmark that has lost its mark.
    if (!hadCopy) await bookmarks.discard(id).catch(() => undefined);
    throw error;
  }
  if (!showMark(parts, id)) showCopy(parts, copy.record);
}

/** Removes the mark, and then moves the copy to the trash. */
export async function removeBookmark(parts: Parts, id: ArticleId): Promise<void> {
  const { bookmarks, index, now, statuses } = parts;
  if (!statuses.data.bookmarks.has(id)) return;
  await statuses.commit({ op: "unbookmark", id, at: now() });
  const row = index.rowOf(id);
  if (row !== undefined) {
    index.setFlag(row, flag.bookmarked, false);
    if (index.has(row, flag.copyOnly | flag.hidden)) index.setFlag(row, flag.gone, true);
  }
  // Should this fail, the next opening does it: the mark is what counts.
  await bookmarks.discard(id).catch(() => undefined);
  parts.details.forget(id);
}

/** Marks an article whose record is on disk as bookmarked; false when there is none. */
function showMark({ index, statuses }: Parts, id: ArticleId): boolean {
  const { day, number } = parseArticleId(id);
  const row = index.rowAt(day, number) ?? index.bringBack(day, number);
  if (row === undefined) return false;
  index.setFlag(row, flag.bookmarked, true);
  if (isGone(statuses.data, day, number)) index.drop([row]);
  return true;
}

/** Shows an article that only its bookmark has. */
export function showCopy({ index, keys, statuses, tags }: Parts, record: ArticleRecord): void {
  const marks = marksOf(statuses.data, record.id, false) | flag.copyOnly;
  const range = { offset: 0, length: 0 };
  const entry = {
    ...entryOf(record, range, marks),
    waiting: 0,
    pictures: 0,
    pictureBytes: 0,
    page: 0,
  };
  for (const row of index.put([entry])) {
    keys.add(record.feedId, record.keys, row);
    tags.add(record.tags, row);
  }
}

/** Deletes bookmarks that were removed 30 days before a moment. */
export async function emptyTrash({ bookmarks, statuses }: Parts, moment: number): Promise<void> {
  for (const [id, at] of statuses.data.removed) {
    if (moment - at < trashTime) continue;
    await bookmarks.forget(id);
    await statuses.commit({ op: "forget", id });
  }
}

/**
 * Brings marks and copies together after a crash or damage: a copy without a mark becomes a
 * bookmark again, a mark without a copy gets one, a removed bookmark leaves the folder.
 */
export async function reconcileBookmarks(parts: Parts): Promise<void> {
  const { bookmarks, now, repairs, statuses } = parts;
  const folders = new Set(await bookmarks.list());
  for (const id of folders) {
    if (statuses.data.removed.has(id)) {
      await bookmarks.discard(id);
    } else if (!statuses.data.bookmarks.has(id) && (await bookmarks.read(id)) !== null) {
      await statuses.commit({ op: "bookmark", id, at: now() });
      repairs.tell(`The bookmark ${id} had lost its mark and has it again.`);
    }
  }
  const copies: ArticleId[] = [];
  for (const id of statuses.data.bookmarks.keys()) {
    const hasFolder = folders.has(id);
    if (!hasFolder) await takeBackCopy(parts, id);
    if (!showMark(parts, id)) copies.push(id);
    // Whether a copy that has its folder is whole, `verifyCopies` sees to when there is time.
    else if (!hasFolder && !(await bookmarks.has(id))) await repairCopy(parts, id);
  }
  for (let start = 0; start < copies.length; start += copiesAtOnce)
    await Promise.all(copies.slice(start, start + copiesAtOnce).map((id) => readCopy(parts, id)));
}

/** Shows a bookmark whose article is nowhere else. */
async function readCopy(parts: Parts, id: ArticleId): Promise<void> {
  const copy = await parts.bookmarks.read(id);
  if (copy !== null) showCopy(parts, copy.record);
  else parts.repairs.tell(`The bookmarked article ${id} could not be found anywhere.`);
}

/** Reads every copy and writes damaged ones anew while their articles are still there. */
export async function verifyCopies(parts: Parts, isWanted: () => boolean): Promise<void> {
  for (const id of [...parts.statuses.data.bookmarks.keys()]) {
    if (!isWanted()) return;
    await parts.queue.run(async () => {
      const isMarked = parts.statuses.data.bookmarks.has(id);
      if (isMarked && (await parts.bookmarks.read(id)) === null) await repairCopy(parts, id);
    });
  }
}

async function repairCopy(parts: Parts, id: ArticleId): Promise<void> {
  const copy = await copyOfArticle(parts, id);
  if (copy === null) return;
  await parts.bookmarks.write(copy);
  parts.repairs.tell(`The bookmark ${id} was copied again from its article.`);
}

/** A bookmark's copy of what a frame holds; `record` may know more than the frame's own. */
export function copyOf(
  { html, page }: Pick<BookmarkCopy, "html"> & { readonly page: string | null },
  record: ArticleRecord,
  title: string,
): BookmarkCopy {
  return { record, html, ...(page !== null && { page }), feedTitle: title };
}

async function copyOfArticle(parts: Parts, id: ArticleId): Promise<BookmarkCopy | null> {
  const { index, records, sources } = parts;
  const row = index.rowOf(id);
  if (row === undefined || index.has(row, flag.copyOnly)) return null;
  const [record] = await records.read([row]);
  if (record === undefined || record === null) return null;
  const frame = await readFrame(parts, row, record);
  if (frame === null) return null;
  return copyOf(frame, record, feedTitle(sources, record.feedId));
}
