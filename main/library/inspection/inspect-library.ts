import { join } from "node:path";
import { isWhole, manifestOf, measureCopies, nameCopies } from "../copies/automatic-copies.ts";
import { numbersOf } from "../article-bits.ts";
import { Disk } from "../files/disk.ts";
import { isLockHeld } from "../files/lock.ts";
import { layoutVersion } from "../layout.ts";
import { iconsOf } from "../sources.ts";
import { Findings } from "./findings.ts";
import { inspectBookmarks } from "./inspect-bookmarks.ts";
import { inspectDays } from "./inspect-days.ts";
import { inspectGenerations, inspectSources } from "./inspect-documents.ts";
import { inspectFolder } from "./inspect-folder.ts";
import { inspectPictures } from "./inspect-pictures.ts";
import { inspectRecordings } from "./inspect-recordings.ts";
import type { LibraryReport } from "./library-report.ts";
import { readOnlyFiles } from "./read-only-files.ts";

export interface InspectOptions {
  /** Reads every text and every picture too, and compares them with their checksums. */
  readonly deep?: boolean;
}

/**
 * Looks at a library's folder without changing anything in it: also one that is open, damaged, or
 * of a newer program. Returns null when there is no such folder or it holds no library.
 */
export async function inspectLibrary(
  library: string,
  { deep: isDeep = false }: InspectOptions = {},
): Promise<LibraryReport | null> {
  const disk = new Disk(readOnlyFiles);
  const isLibrary = (await disk.look(library))?.isFolder === true;
  const names = isLibrary ? await disk.list(library) : [];
  if (!["format.json", "library.json", "editions"].some((name) => names.includes(name)))
    return null;
  const findings = new Findings();
  const format = await inspectFormat(disk, library, findings);
  const sizes = await inspectFolder(disk, library, findings);
  const sources = await inspectSources(disk, library, findings);
  const statuses = await inspectGenerations(disk, library, findings);
  const days = await inspectDays({ disk, library, isDeep, findings });
  const articles = days.ids;
  const bookmarks = await inspectBookmarks({
    disk,
    library,
    isDeep,
    findings,
    statuses,
    articles,
  });
  const wanted = days.pictures;
  const icons = new Set(iconsOf(sources?.feeds ?? []));
  const pictures = await inspectPictures({ disk, library, isDeep, findings, wanted, icons });
  const recordings = await inspectRecordings(disk, library, isDeep, findings);
  const copies = await inspectCopies(disk, library, isDeep, findings);
  let read = 0;
  for (const day of statuses.read.keys()) read += numbersOf(statuses.read, day).length;
  const feeds = sources?.feeds ?? [];
  const titles = feeds.filter((feed) => feed.unfollowedAt === null).length;
  const [first, last] = [days.names[0], days.names.at(-1)];
  return {
    folder: library,
    isWhole: findings.all.every(({ kind }) => kind !== "damaged"),
    format,
    isOpen: await isLockHeld(disk, library),
    titles,
    formerTitles: feeds.length - titles,
    folders: sources?.folders.length ?? 0,
    days: days.names.length,
    span: first === undefined || last === undefined ? null : [first, last],
    articles: { count: days.articles, bytes: sizes.of("editions").bytes },
    textsRead: days.textsRead,
    read,
    bookmarks: { count: bookmarks, bytes: sizes.of("bookmarks").bytes },
    trash: { count: statuses.removed.size, bytes: sizes.of("trash").bytes },
    pictures: { count: pictures, bytes: sizes.of("media").bytes },
    recordings: { count: recordings, bytes: sizes.of("recordings").bytes },
    copies,
    cacheBytes: sizes.of("cache").bytes + sizes.of("search").bytes,
    totalBytes: sizes.total,
    findings: findings.all,
  };
}

async function inspectFormat(
  disk: Disk,
  library: string,
  findings: Findings,
): Promise<number | null> {
  const text = (await disk.read(join(library, "format.json")))?.toString("utf8");
  const format = text === undefined ? null : versionIn(text);
  if (format === null)
    findings.damaged("format.json, which says how the library is written, cannot be read.");
  else if (format > layoutVersion)
    findings.notice(
      `A newer Broadsheet wrote this library (format ${format}, known is ${layoutVersion}): what ` +
        "looks wrong below may be right.",
    );
  return format;
}

function versionIn(text: string): number | null {
  try {
    const value = JSON.parse(text) as { version?: unknown } | null;
    return typeof value?.version === "number" ? value.version : null;
  } catch {
    return null;
  }
}

async function inspectCopies(
  disk: Disk,
  library: string,
  isDeep: boolean,
  findings: Findings,
): Promise<LibraryReport["copies"]> {
  const copies = await nameCopies(disk, library);
  for (const { path } of copies) {
    const isGood = isDeep ? await isWhole(disk, path) : (await manifestOf(disk, path)) !== null;
    if (!isGood) findings.damaged(`The automatic copy ${path} is damaged.`);
  }
  return { count: copies.length, bytes: await measureCopies(disk, library) };
}
