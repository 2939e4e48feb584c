import { mediaOf } from "../editions/article-record.ts";
import { dirname } from "node:path";
import type { ArticleId, FeedId, MediaName } from "../../../preload/contract/contract.ts";
import { wrapChecked } from "../files/checksum.ts";
import { Pace } from "../files/pace.ts";
import type { Parts } from "../parts.ts";
import type { CopyProgress } from "../types.ts";
import { readKeys, removedKeys } from "./article-keys.ts";
import { collectFacts, type BackupFacts } from "./backup-facts.ts";
import {
  backupFormat,
  backupVersion,
  bookmarkEntry,
  encodeKeys,
  entryNames,
  notice,
  pictureEntry,
  type BackupBookmark,
  type BackupKeys,
  type Manifest,
} from "./backup-format.ts";
import { writeOutline } from "./outline-file.ts";
import { openBackup } from "./read-backup.ts";
import type { SharedPictures } from "./shared-pictures.ts";
import { ZipWriter, type EntryContent, type WrittenEntry } from "./zip-writer.ts";

export interface WriteBackupOptions {
  readonly path: string;
  /** Where pictures are stored once for all automatic copies; without it they go into the file. */
  readonly pictures?: SharedPictures;
  readonly facts?: BackupFacts;
  readonly onProgress?: ((progress: CopyProgress) => void) | undefined;
}

/**
 * Writes everything irreplaceable into one file: whole, read back and durable once resolved, else
 * not there at all (a file of that name keeps its content).
 */
export async function writeBackup(parts: Parts, options: WriteBackupOptions): Promise<void> {
  const { disk, now } = parts;
  const facts = options.facts ?? (await collectFacts(parts));
  await disk.makeFolder(dirname(options.path));
  const writer = await ZipWriter.create(disk, options.path, now());
  try {
    const manifest = await writeEntries(parts, writer, facts, options);
    await writer.seal();
    const backup = await openBackup(disk, writer.temporaryPath);
    try {
      await backup.check((progress) => options.onProgress?.(secondHalf(progress)));
      await options.pictures?.check(manifest.picturesBeside);
    } finally {
      await backup.close();
    }
    await writer.finish();
  } catch (error) {
    await writer.discard();
    throw error;
  }
}

async function writeEntries(
  parts: Parts,
  writer: ZipWriter,
  facts: BackupFacts,
  options: WriteBackupOptions,
): Promise<Manifest> {
  const at = parts.now();
  const { sources, statuses } = facts;
  const entries: Record<string, WrittenEntry> = {};
  const add = async (name: string, content: EntryContent, isPacked = false) => {
    entries[name] = await writer.add(name, content, isPacked);
  };
  await add(entryNames.notice, Buffer.from(notice));
  await add(entryNames.library, asJson(sources));
  await add(entryNames.titles, Buffer.from(writeOutline(sources.folders, sources.feeds, at)));
  await add(entryNames.statuses, asJson(statuses));
  await add(entryNames.keys, keyLines(parts));
  const beside = new Set<MediaName>();
  const ids = Object.keys(statuses.bookmarks) as ArticleId[];
  let bookmarks = 0;
  for (const [done, id] of ids.entries()) {
    options.onProgress?.({ done, total: ids.length * 2 });
    const bookmark = await readBookmark(parts, id, statuses.bookmarks[id] ?? at);
    if (bookmark === null) continue;
    bookmarks++;
    for (const name of picturesOf(bookmark)) {
      const path = await parts.bookmarks.picturePath(id, name);
      const bytes = path === null ? null : await parts.disk.read(path);
      if (bytes === null || entries[pictureEntry(id, name)] !== undefined) continue;
      if (options.pictures === undefined) await add(pictureEntry(id, name), bytes, true);
      else if (await options.pictures.store(name, bytes)) beside.add(name);
    }
    await add(bookmarkEntry(id), asJson(bookmark));
  }
  const manifest: Manifest = {
    format: backupFormat,
    version: backupVersion,
    libraryId: sources.libraryId,
    at,
    digest: facts.digest,
    counts: {
      titles: sources.feeds.filter((feed) => feed.unfollowedAt === null).length,
      bookmarks,
      read: facts.read,
    },
    entries,
    picturesBeside: [...beside],
  };
  await writer.add(entryNames.manifest, wrapChecked(JSON.stringify(manifest, null, 1)));
  return manifest;
}

/** A copy that has been removed meanwhile, or could not be read, is left out. */
async function readBookmark(
  parts: Parts,
  id: ArticleId,
  at: number,
): Promise<BackupBookmark | null> {
  const copy = await parts.bookmarks.read(id);
  if (copy === null) return null;
  const feedAddress = parts.sources.feed(copy.record.feedId)?.address ?? null;
  const { record, html, page, feedTitle } = copy;
  const details = await parts.details.of(id);
  const texts = { html, ...(page !== undefined && { page }) };
  return { at, feedAddress, feedTitle, record, ...texts, details };
}

function picturesOf({ record }: BackupBookmark): Set<MediaName> {
  return mediaOf(record);
}

/** One line for each title of which an article was read or removed. */
async function* keyLines(parts: Parts): AsyncGenerator<Buffer> {
  const read = await readKeys(parts);
  const gone = await removedKeys(parts);
  const pace = new Pace();
  for (const feedId of new Set<FeedId>([...read.keys(), ...gone.keys()])) {
    const address = parts.sources.feed(feedId)?.address;
    if (address === undefined) continue;
    const line: BackupKeys = {
      address,
      read: encodeKeys(read.get(feedId) ?? []),
      gone: encodeKeys(gone.get(feedId) ?? []),
    };
    yield Buffer.from(`${JSON.stringify(line)}\n`);
    await pace.rest();
  }
}

function asJson(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
}

function secondHalf({ done, total }: CopyProgress): CopyProgress {
  return { done: total + done, total: total * 2 };
}
