import { createWriteStream } from "node:fs";
import { copyFile, mkdir, open, readFile, rename, rm, type FileHandle } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { ArticleId, ExportFormat, MediaName } from "../../preload/contract/contract.ts";
import {
  bookFiles,
  chapterName,
  fileNames,
  frameOf,
  pictureFolder,
  picturesIn,
  type Chapter,
  type ExchangedBookmark,
} from "../exchange/exchange.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Progress } from "./long-tasks.ts";
import { RequestError } from "./request-error.ts";
import { storageFailure } from "./storage-failure.ts";

type Exporting = Pick<Collaborators, "library" | "workers" | "now">;

/** What an export came to. */
export interface ExportReport {
  readonly written: number;
  /** Bookmarks that the format cannot hold, or whose copies cannot be read. */
  readonly left: number;
}

interface Rendered {
  readonly bookmark: ExchangedBookmark;
  readonly text: string;
}

/**
 * Writes bookmarks where nothing is yet, or in place of a file that was there: whole, or not at all.
 * Throws `RequestError` when that cannot be written, and rejects with the signal's reason.
 */
export async function exportBookmarks(
  { path, format, ids }: { path: string; format: ExportFormat; ids: readonly ArticleId[] },
  context: Exporting,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<ExportReport> {
  const report = { written: 0, left: 0 };
  async function* bookmarks(): AsyncGenerator<Rendered> {
    for (const [at, id] of ids.entries()) {
      signal.throwIfAborted();
      const bookmark = await readBookmark(id, context);
      const text =
        bookmark === null
          ? null
          : await context.workers.run("renderBookmark", { format, bookmark });
      if (bookmark === null || text === null) report.left += 1;
      else {
        report.written += 1;
        yield { bookmark, text };
      }
      onProgress({ done: at + 1, total: ids.length });
    }
  }
  const unfinished = `${path}.unfinished`;
  try {
    await rm(unfinished, { force: true, recursive: true });
    if (format === "folder") await writeFolder(unfinished, bookmarks(), context);
    else if (format === "epub") await writeBook(unfinished, path, bookmarks(), context);
    else await writeFile(unfinished, format, bookmarks(), context);
    signal.throwIfAborted();
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true, recursive: true }).catch(() => undefined);
    if (signal.aborted || error instanceof RequestError) throw error;
    throw new RequestError(storageFailure(error), "the bookmarks could not be written");
  }
  return report;
}

async function readBookmark(
  id: ArticleId,
  { library }: Exporting,
): Promise<ExchangedBookmark | null> {
  const article = await library.articles.read(id);
  if (article?.bookmark === undefined || article.bookmark === null) return null;
  const { tags, note, highlights } = article.bookmark;
  return {
    headline: article.headline,
    address: article.address,
    title: article.feedTitle,
    author: article.author,
    section: article.section,
    language: article.language,
    standfirst: article.standfirst,
    published: article.published,
    kept: article.bookmarkedAt ?? article.published,
    tags,
    topics: article.tags,
    note,
    highlights,
    html: article.html,
    pictures: article.pictures.map(({ media, alt }) => ({ file: media, alt })),
    leadPicture: article.leadPicture,
  };
}

/** A picture's bytes; null when it is not on disk any more. */
async function readPicture(name: string, { library }: Exporting): Promise<Buffer | null> {
  const path = await library.pictures.path(name as MediaName);
  return path === null ? null : readFile(path).catch(() => null);
}

async function writeFile(
  path: string,
  format: "json" | "html" | "netscape",
  bookmarks: AsyncIterable<Rendered>,
  context: Exporting,
): Promise<void> {
  const { before, between, after } = frameOf(format, context.now());
  const file = await open(path, "wx");
  try {
    await file.write(before);
    let isFirst = true;
    for await (const { text } of bookmarks) {
      if (!isFirst) await file.write(between);
      isFirst = false;
      if (format === "html") await writePage(file, text, context);
      else await file.write(text);
    }
    await file.write(after);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Pictures stand in the page itself. */
async function writePage(file: FileHandle, text: string, context: Exporting): Promise<void> {
  const { texts, names } = picturesIn(text);
  for (const [at, part] of texts.entries()) {
    await file.write(part);
    const name = names[at];
    if (name === undefined) continue;
    const bytes = await readPicture(name, context);
    const kind = extname(name).slice(1).replace("jpg", "jpeg").replace("svg", "svg+xml");
    if (bytes !== null) await file.write(`data:image/${kind};base64,${bytes.toString("base64")}`);
  }
}

const folderNotice = `Bookmarks, written by Broadsheet.

Each is a Markdown file: facts at its top (YAML), its text, your note and your highlights.
pictures/ holds their pictures.
`;

async function writeFolder(
  folder: string,
  bookmarks: AsyncIterable<Rendered>,
  context: Exporting,
): Promise<void> {
  await mkdir(join(folder, pictureFolder), { recursive: true });
  await putFile(join(folder, "README.txt"), folderNotice);
  const nameOf = fileNames();
  for await (const { bookmark, text } of bookmarks) {
    await putFile(join(folder, `${nameOf(bookmark.headline, bookmark.published)}.md`), text);
    for (const { file } of bookmark.pictures) {
      const from = file === null ? null : await context.library.pictures.path(file as MediaName);
      if (from !== null && file !== null)
        await copyFile(from, join(folder, pictureFolder, basename(file)));
    }
  }
}

async function putFile(path: string, text: string): Promise<void> {
  const file = await open(path, "wx");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function writeBook(
  path: string,
  named: string,
  bookmarks: AsyncIterable<Rendered>,
  context: Exporting,
): Promise<void> {
  const made = context.now();
  const mtime = new Date(made);
  const zip = new ZipFile();
  const output = createWriteStream(path, { flags: "wx", flush: true });
  const written = finished(zip.outputStream.pipe(output));
  // Told where it is waited for below.
  written.catch(() => undefined);
  // The first entry, without compression and without anything more (EPUB 3.3, 4.2.3).
  zip.addBuffer(Buffer.from("application/epub+zip"), "mimetype", {
    compress: false,
    mtime,
    forceDosTimestamp: true,
  });
  const chapters: Chapter[] = [];
  const pictures = new Set<string>();
  for await (const { bookmark, text } of bookmarks) {
    const file = chapterName(chapters.length);
    chapters.push({ file, headline: bookmark.headline });
    let whole = text;
    for (const name of picturesIn(text).names) {
      if (pictures.has(name)) continue;
      const bytes = await readPicture(name, context);
      if (bytes === null) {
        // A chapter that names what is not there is not valid.
        whole = whole.replaceAll(new RegExp(`<img src="${pictureFolder}/${name}"[^>]*>`, "g"), "");
        continue;
      }
      pictures.add(name);
      zip.addBuffer(bytes, `book/${pictureFolder}/${name}`, { compress: false, mtime });
    }
    zip.addBuffer(Buffer.from(whole), `book/${file}`, { mtime });
  }
  const title = basename(named, extname(named));
  const files = bookFiles({ title, id: crypto.randomUUID(), made }, chapters, [...pictures]);
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content), name, { mtime });
  zip.end();
  await written;
}
