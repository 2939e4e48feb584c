import { isDeepStrictEqual } from "node:util";
import {
  feedId as feedIdSchema,
  type ArticleId,
  type BookmarkDetails,
  type FeedId,
  type MediaName,
} from "../../../preload/contract/contract.ts";
import { addCopy, removeBookmark, takeBackCopy } from "../bookmarks/bookmarking.ts";
import { mergeDetails, noDetails } from "../bookmarks/merge-details.ts";
import { mediaOf, type ArticleRecord } from "../editions/article-record.ts";
import { formatArticleId, parseArticleId } from "../editions/article-record.ts";
import { Pace } from "../files/pace.ts";
import type { Parts } from "../parts.ts";
import { highestMarked } from "../statuses.ts";
import type { BackupBookmark } from "./backup-format.ts";
import type { BackupReader } from "./read-backup.ts";
import { isNamedByContent } from "./shared-pictures.ts";

export interface RestoredBookmarks {
  readonly added: number;
  /** The bookmarks of the backup by their names here. */
  readonly ids: ReadonlySet<ArticleId>;
  readonly problems: readonly string[];
}

export interface RestoreBookmarksOptions {
  readonly parts: Parts;
  readonly backup: BackupReader;
  /** Titles of the backup as they are numbered here. */
  readonly feedIds: ReadonlyMap<FeedId, FeedId>;
  /** Bookmarks that are here already get the backup's text, too. */
  readonly isReplacing: boolean;
  readonly onDone: () => void;
}

/** Takes a backup's bookmarks in, one by one, each of them whole before it gets its mark. */
export async function restoreBookmarks(
  options: RestoreBookmarksOptions,
): Promise<RestoredBookmarks> {
  const { parts, backup, feedIds, isReplacing, onDone } = options;
  await Promise.all([parts.keys.load(), parts.tombstones.load()]);
  const present = await bookmarksByKey(parts);
  const strangers = new Strangers(parts);
  const ids = new Set<ArticleId>();
  const problems: string[] = [];
  const buried = new Map<FeedId, string[]>();
  let added = 0;
  for (const backupId of backup.bookmarkIds()) {
    const bookmark = await backup.bookmark(backupId);
    const title = feedIds.get(bookmark.record.feedId);
    const known = present.get(nameOf(title, bookmark.record));
    const feedId = title ?? known?.feedId ?? (await strangers.numberOf(bookmark.record.feedId));
    await parts.queue.run(async () => {
      const id = known?.id ?? articleHere(parts, feedId, bookmark, ids);
      ids.add(id);
      const isBookmarked = parts.statuses.data.bookmarks.has(id);
      const theirs = bookmark.details ?? noDetails;
      if (isBookmarked && !isReplacing) {
        await mergeInto(parts, id, theirs);
        return;
      }
      const record: ArticleRecord = { ...bookmark.record, id, feedId };
      await takeBackCopy(parts, id);
      problems.push(...(await restorePictures(options, backupId, record)));
      if (!isBookmarked) added++;
      const { at, html, page, feedTitle } = bookmark;
      const copy = { record, html, ...(page !== undefined && { page }), feedTitle };
      // What is replaced is replaced as a whole; what lay in the trash is not forgotten for it.
      if (isReplacing && bookmark.details !== undefined) await parts.details.write(id, theirs);
      else await mergeInto(parts, id, theirs);
      await addCopy(parts, copy, at);
      note(parts, present, record);
    });
    const { keys } = bookmark.record;
    if (keys.every((key) => parts.keys.find(feedId, key) === undefined))
      buried.set(feedId, [...(buried.get(feedId) ?? []), ...keys]);
    onDone();
  }
  await buryNew(parts, buried);
  return { added, ids, problems };
}

/** Adds what was written elsewhere to what is written here. */
async function mergeInto(parts: Parts, id: ArticleId, theirs: BookmarkDetails): Promise<void> {
  const ours = await parts.details.read(id);
  const both = mergeDetails(ours, theirs);
  if (!isDeepStrictEqual(ours, both)) await parts.details.write(id, both);
}

/** Moves bookmarks that the backup has not to the trash, from where they can be taken back. */
export async function removeOthers(parts: Parts, wanted: ReadonlySet<ArticleId>): Promise<void> {
  for (const id of [...parts.statuses.data.bookmarks.keys()])
    if (!wanted.has(id)) await parts.queue.run(() => removeBookmark(parts, id));
}

/**
 * Remembers articles that are not stored here, so that they do not come as new although their
 * publishers still list them: they were read elsewhere, or their bookmark is here already.
 */
export async function buryNew(
  { tombstones }: Parts,
  keys: ReadonlyMap<FeedId, readonly string[]>,
): Promise<void> {
  await tombstones.load();
  const fresh = new Map<FeedId, string[]>();
  for (const [feedId, ofFeed] of keys) {
    const unknown = ofFeed.filter((key) => !tombstones.has(feedId, key));
    if (unknown.length > 0) fresh.set(feedId, unknown);
  }
  await tombstones.bury(fresh);
}

type BookmarksByKey = Map<string, ArticleRecord>;

/** What is bookmarked here, by title and key: numbers mean other articles in another library. */
async function bookmarksByKey(parts: Parts): Promise<BookmarksByKey> {
  const present: BookmarksByKey = new Map();
  const pace = new Pace();
  for (const id of parts.statuses.data.bookmarks.keys()) {
    const copy = await parts.bookmarks.read(id);
    if (copy !== null) note(parts, present, copy.record);
    await pace.rest();
  }
  return present;
}

function note({ sources }: Parts, present: BookmarksByKey, record: ArticleRecord): void {
  if (record.keys.length > 0) present.set(nameOf(sources.feed(record.feedId)?.id, record), record);
}

/** Bookmarks without a title that is known are the same by their keys alone. */
function nameOf(title: FeedId | undefined, { keys }: ArticleRecord): string {
  return `${title ?? ""} ${keys[0] ?? ""}`;
}

/**
 * Numbers for titles that a backup does not list although it has bookmarks of them: in here their
 * own may be another title's.
 */
class Strangers {
  readonly #parts: Parts;
  readonly #numbers = new Map<FeedId, FeedId>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async numberOf(stranger: FeedId): Promise<FeedId> {
    const number =
      this.#numbers.get(stranger) ??
      (await this.#parts.sources.update((here) => ({
        next: { ...here, nextFeedId: here.nextFeedId + 1 },
        result: feedIdSchema.parse(here.nextFeedId),
      })));
    this.#numbers.set(stranger, number);
    return number;
  }
}

/** The article's own number where it is stored here; else a free one of its day. */
function articleHere(
  parts: Parts,
  feedId: FeedId,
  { record }: BackupBookmark,
  taken: ReadonlySet<ArticleId>,
): ArticleId {
  const { index, statuses } = parts;
  const [key] = record.keys;
  const row = key === undefined ? undefined : parts.keys.find(feedId, key);
  if (row !== undefined) {
    const id = index.idOf(row);
    if (!statuses.data.bookmarks.has(id) && !taken.has(id)) return id;
  }
  const { day } = parseArticleId(record.id);
  let number = Math.max(index.highestNumber(day), highestMarked(statuses.data, day)) + 1;
  while (taken.has(formatArticleId(day, number))) number++;
  return formatArticleId(day, number);
}

/** Stores the pictures of a copy that is about to be written; returns what was wrong with them. */
async function restorePictures(
  { parts, backup }: RestoreBookmarksOptions,
  backupId: ArticleId,
  record: ArticleRecord,
): Promise<string[]> {
  const problems: string[] = [];
  for (const name of mediaOf(record)) {
    if ((await parts.bookmarks.picturePath(record.id, name)) !== null) continue;
    const bytes = await wholePicture(backup, backupId, name);
    if (bytes !== null) await parts.bookmarks.putPicture(record.id, name, bytes);
    else problems.push(`A picture of the bookmark “${record.headline}” is not in the backup.`);
  }
  return problems;
}

async function wholePicture(
  backup: BackupReader,
  id: ArticleId,
  name: MediaName,
): Promise<Buffer | null> {
  const bytes = await backup.picture(id, name);
  return bytes !== null && (await isNamedByContent(name, bytes)) ? bytes : null;
}
