import { dirname } from "node:path";
import type { ArticleId, MediaName } from "../../../preload/contract/contract.ts";
import { unwrapChecked } from "../files/checksum.ts";
import type { Disk } from "../files/disk.ts";
import { LibraryError } from "../files/library-error.ts";
import { sourcesDocument, type SourcesDocument } from "../sources.ts";
import type { BackupSummary, CopyProgress } from "../types.ts";
import {
  backupKeys,
  backupStatuses,
  backupVersion,
  bookmarkEntry,
  entryNames,
  isEntryName,
  manifest as manifestSchema,
  manifestHead,
  parseBookmark,
  pictureEntry,
  readBookmarkName,
  type BackupBookmark,
  type BackupKeys,
  type BackupStatuses,
  type Manifest,
} from "./backup-format.ts";
import { SharedPictures } from "./shared-pictures.ts";
import { ZipReader } from "./zip-reader.ts";

/** Far more than these ever take, in bytes. */
const largestDocument = 256_000_000;
const largestLine = 16_000_000;
const largestPicture = 256_000_000;

/** A backup that is open for reading. Whoever opened it closes it. */
export class BackupReader {
  readonly manifest: Manifest;
  readonly #zip: ZipReader;
  readonly #bytes: number;
  readonly #pictures: SharedPictures;

  constructor(zip: ZipReader, manifest: Manifest, bytes: number, pictures: SharedPictures) {
    this.#zip = zip;
    this.manifest = manifest;
    this.#bytes = bytes;
    this.#pictures = pictures;
  }

  get summary(): BackupSummary {
    const { at, counts } = this.manifest;
    return { at, titles: counts.titles, bookmarks: counts.bookmarks, bytes: this.#bytes };
  }

  /** Reads everything to its end. Throws `LibraryError` `damaged` unless all is as it was written. */
  async check(onProgress?: (progress: CopyProgress) => void): Promise<void> {
    const names = Object.keys(this.manifest.entries);
    for (const [done, name] of names.entries()) {
      onProgress?.({ done, total: names.length });
      const expected = this.manifest.entries[name];
      if (this.#zip.sizeOf(name) !== expected?.bytes) throw changed(name);
      if ((await this.#zip.hash(name)) !== expected.sha256) throw changed(name);
    }
    await this.sources();
    await this.statuses();
    for (const id of this.bookmarkIds()) await this.bookmark(id);
    for await (const { address } of this.keys()) if (address === "") throw changed(entryNames.keys);
    onProgress?.({ done: names.length, total: names.length });
  }

  async sources(): Promise<SourcesDocument> {
    const document = await this.#document(entryNames.library, (value) =>
      sourcesDocument.parse(value),
    );
    if (new Set(document.feeds.map(({ id }) => id)).size < document.feeds.length)
      throw changed(entryNames.library);
    return document;
  }

  async statuses(): Promise<BackupStatuses> {
    return this.#document(entryNames.statuses, (value) => backupStatuses.parse(value));
  }

  /** Keys of read and removed articles, title by title. */
  async *keys(): AsyncGenerator<BackupKeys> {
    let rest = Buffer.alloc(0);
    for await (const chunk of this.#zip.chunks(entryNames.keys)) {
      rest = Buffer.concat([rest, chunk]);
      if (rest.length > largestLine) throw changed(entryNames.keys);
      for (let end = rest.indexOf(0x0a); end >= 0; end = rest.indexOf(0x0a)) {
        yield parseKeys(rest.toString("utf8", 0, end));
        rest = rest.subarray(end + 1);
      }
    }
    if (rest.length > 0) throw changed(entryNames.keys);
  }

  bookmarkIds(): ArticleId[] {
    return Object.keys(this.manifest.entries).flatMap((name) => {
      const found = readBookmarkName(name);
      return found?.picture === null ? [found.id] : [];
    });
  }

  async bookmark(id: ArticleId): Promise<BackupBookmark> {
    const name = bookmarkEntry(id);
    const bytes = await this.#zip.read(name, largestDocument);
    const bookmark = parseBookmark(bytes.toString("utf8"));
    if (bookmark?.record.id !== id) throw changed(name);
    return bookmark;
  }

  /** A bookmark's picture, from the file or from beside it; null when it is in neither. */
  async picture(id: ArticleId, name: MediaName): Promise<Buffer | null> {
    const entry = pictureEntry(id, name);
    if (this.#zip.has(entry)) return this.#zip.read(entry, largestPicture);
    return this.#pictures.read(name);
  }

  close(): Promise<void> {
    return this.#zip.close();
  }

  async #document<T>(name: string, parse: (value: unknown) => T): Promise<T> {
    const bytes = await this.#zip.read(name, largestDocument);
    try {
      return parse(JSON.parse(bytes.toString("utf8")));
    } catch (error) {
      throw new LibraryError("damaged", `${name} in the backup does not hold what it should.`, {
        cause: error,
      });
    }
  }
}

/**
 * Opens a backup and compares what is in it with its list of contents; `check` reads it all.
 * Throws `LibraryError` `damaged`, with a sentence that says what is wrong, or `newer-version`.
 */
export async function openBackup(disk: Disk, path: string): Promise<BackupReader> {
  const zip = await ZipReader.open(disk, path);
  try {
    const manifest = await readManifest(zip);
    const names = zip.names().filter((name) => name !== entryNames.manifest);
    for (const name of names)
      if (!isEntryName(name) || !Object.hasOwn(manifest.entries, name))
        throw new LibraryError("damaged", `${name} does not belong into this backup.`);
    for (const name of Object.keys(manifest.entries))
      if (!zip.has(name)) throw new LibraryError("damaged", `${name} is missing in this backup.`);
    const { library, statuses, keys } = entryNames;
    for (const name of [library, statuses, keys])
      if (!zip.has(name)) throw new LibraryError("damaged", `${name} is missing in this backup.`);
    const bytes = (await disk.look(path))?.size ?? 0;
    return new BackupReader(zip, manifest, bytes, new SharedPictures(disk, dirname(path)));
  } catch (error) {
    await zip.close();
    throw error;
  }
}

async function readManifest(zip: ZipReader): Promise<Manifest> {
  if (!zip.has(entryNames.manifest)) throw foreign();
  const data = unwrapChecked(await zip.read(entryNames.manifest, largestDocument));
  if (data === null) throw changed(entryNames.manifest);
  const value = parseJson(data.toString("utf8"));
  const head = manifestHead.safeParse(value).data;
  if (head === undefined) throw foreign();
  if (head.version > backupVersion)
    throw new LibraryError(
      "newer-version",
      "This backup was written by a newer Broadsheet. Update Broadsheet to restore it.",
    );
  const manifest = manifestSchema.safeParse(value).data;
  if (manifest === undefined) throw changed(entryNames.manifest);
  return manifest;
}

function parseKeys(line: string): BackupKeys {
  const keys = backupKeys.safeParse(parseJson(line)).data;
  if (keys === undefined) throw changed(entryNames.keys);
  return keys;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function foreign(): LibraryError {
  return new LibraryError("damaged", "This file is not a backup of a Broadsheet library.");
}

function changed(name: string): LibraryError {
  return new LibraryError("damaged", `${name} in the backup is not as it was written.`);
}
