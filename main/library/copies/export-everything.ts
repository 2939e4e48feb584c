import { join } from "node:path";
import { dayName } from "../editions/editions.ts";
import { flag } from "../index/article-index.ts";
import type { Disk } from "../files/disk.ts";
import { LibraryError } from "../files/library-error.ts";
import { Pace } from "../files/pace.ts";
import type { Parts } from "../parts.ts";
import type { CopyProgress } from "../types.ts";
import { exportBookmark } from "./export-bookmark.ts";
import { exportRecordings } from "./export-recordings.ts";
import { describeArticle } from "./exported-article.ts";
import { writeOutline } from "./outline-file.ts";
import { TextFile } from "./text-file.ts";

const notice = `Everything that was in your Broadsheet library, in formats that any program can read.

titles.opml    the titles you follow, in their folders; any newsreader imports it
settings.json  the same with everything Broadsheet knows about them, and your settings
articles/      one file for each day on which articles came: JSON, one object for each article,
               with its text as HTML; times are ISO 8601, in UTC
pictures/      the articles' pictures, named by the SHA-256 of their content
recordings/    kept sounds and films, named alike; recordings.json says of which articles they
               are, by the articles' ids, and where you stopped listening
bookmarks/     one folder for each bookmark: open index.html in a browser; bookmark.json holds
               the same as data; both with your tags, notes and highlights
`;

/** Articles of which records are read together. */
const articlesAtOnce = 64;

export interface ExportOptions {
  readonly folder: string;
  readonly onProgress?: ((progress: CopyProgress) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Writes everything in open formats, a few articles at a time. What it cannot finish it removes. */
export async function exportEverything(parts: Parts, options: ExportOptions): Promise<void> {
  const { disk } = parts;
  const { folder } = options;
  if ((await disk.list(folder)).length > 0)
    throw new LibraryError("folder-not-empty", "The folder for the export is not empty.");
  await disk.makeFolder(folder);
  try {
    await writeEverything(parts, options);
    await disk.syncFolder(folder);
  } catch (error) {
    for (const name of await disk.list(folder).catch(() => []))
      await disk.remove(join(folder, name)).catch(() => undefined);
    throw error;
  }
}

async function writeEverything(parts: Parts, options: ExportOptions): Promise<void> {
  const { disk, editions, index, now, sources, statuses } = parts;
  const { folder, onProgress, signal } = options;
  const { document } = sources;
  const ids = [...statuses.data.bookmarks.keys()];
  const total = index.length + ids.length;
  let done = 0;
  await disk.replace(join(folder, "README.txt"), Buffer.from(notice));
  const outline = writeOutline(document.folders, document.feeds, now());
  await disk.replace(join(folder, "titles.opml"), Buffer.from(outline));
  const settings = `${JSON.stringify(document, null, 2)}\n`;
  await disk.replace(join(folder, "settings.json"), Buffer.from(settings));
  for (const name of ["articles", "pictures", "bookmarks"])
    await disk.makeFolder(join(folder, name));
  const pictures = new ExportedPictures(parts, join(folder, "pictures"));
  for (const day of await editions.list()) {
    const path = join(folder, "articles", `${dayName(day)}.json`);
    const rows = Array.from(index.rowsOf(day)).filter((row) => !index.has(row, flag.copyOnly));
    await writeDay(parts, path, rows, pictures, (count) => {
      signal?.throwIfAborted();
      onProgress?.({ done: (done += count), total });
    });
  }
  for (const id of ids) {
    signal?.throwIfAborted();
    await exportBookmark(parts, join(folder, "bookmarks"), id);
    onProgress?.({ done: ++done, total });
  }
  await exportRecordings(parts, folder, signal);
  onProgress?.({ done: total, total });
}

async function writeDay(
  parts: Parts,
  path: string,
  rows: readonly number[],
  pictures: ExportedPictures,
  onDone: (articles: number) => void,
): Promise<void> {
  if (rows.length === 0) return;
  const file = await TextFile.create(parts.disk, path);
  try {
    const pace = new Pace();
    let separator = "[\n";
    for (let start = 0; start < rows.length; start += articlesAtOnce) {
      const some = rows.slice(start, start + articlesAtOnce);
      const records = await parts.records.read(some);
      const articles = await Promise.all(
        records.map(async (record, at) =>
          record === null ? null : await describeArticle(parts, some[at], record),
        ),
      );
      for (const [at, article] of articles.entries()) {
        const record = records[at];
        if (record === undefined || record === null || article === null) continue;
        await file.write(`${separator}${JSON.stringify(article, null, 2)}`);
        separator = ",\n";
        for (const { media } of record.pictures) if (media !== null) await pictures.take(media);
        await pace.rest();
      }
      onDone(some.length);
    }
    await file.write(separator === "[\n" ? "[]\n" : "\n]\n");
  } catch (error) {
    await file.giveUp();
    throw error;
  }
  await file.finish();
}

/** The articles' pictures, each of them copied once. */
class ExportedPictures {
  readonly #parts: Parts;
  readonly #disk: Disk;
  readonly #folder: string;

  constructor(parts: Parts, folder: string) {
    this.#parts = parts;
    this.#disk = parts.disk;
    this.#folder = folder;
  }

  async take(name: Parameters<Parts["media"]["path"]>[0]): Promise<void> {
    const folder = join(this.#folder, name.slice(0, 2));
    const to = join(folder, name);
    const from = await this.#parts.media.path(name);
    if (from === null || (await this.#disk.look(to)) !== null) return;
    await this.#disk.makeFolder(folder);
    await this.#disk.copy(from, to, false);
  }
}
