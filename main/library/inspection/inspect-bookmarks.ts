import { join } from "node:path";
import { mediaName, type MediaName } from "../../../preload/contract/contract.ts";
import { mediaOf, isArticleRecord, type ArticleRecord } from "../editions/article-record.ts";
import { bookmarkDetails } from "../../../preload/contract/contract.ts";
import { detailsFile, earlierDetailsFile } from "../bookmarks/own-details.ts";
import type { Disk } from "../files/disk.ts";
import { hashOf } from "./inspect-pictures.ts";
import type { Statuses } from "../statuses.ts";
import { readChecked } from "./inspect-documents.ts";
import type { Findings } from "./findings.ts";

export interface InspectBookmarksOptions {
  readonly disk: Disk;
  readonly library: string;
  readonly isDeep: boolean;
  readonly findings: Findings;
  readonly statuses: Statuses;
  /** Articles that have a record in some day. */
  readonly articles: ReadonlySet<string>;
}

/** What lies in a bookmark's folder beside its pictures. */
const ownFiles = new Set(["bookmark.json", detailsFile, earlierDetailsFile]);
const idPattern = /^\d{1,6}-\d{1,7}$/;

/** Looks at every bookmark's copy, its pictures, and whether mark and copy fit together. */
export async function inspectBookmarks(options: InspectBookmarksOptions): Promise<number> {
  const { disk, library, findings, statuses, articles } = options;
  const folders = await disk.list(join(library, "bookmarks"));
  const ids = folders.filter((name) => idPattern.test(name));
  for (const id of ids) await inspectBookmark(options, id);
  const marks = new Set<string>(statuses.bookmarks.keys());
  const removed = new Set<string>(statuses.removed.keys());
  for (const id of ids)
    if (!marks.has(id) && !removed.has(id))
      findings.notice(`The bookmark ${id} has no mark; the next start gives it one.`);
  for (const id of marks) {
    if (ids.includes(id)) continue;
    if (articles.has(id))
      findings.notice(`The bookmark ${id} has no copy; the next start makes it.`);
    else findings.damaged(`The bookmarked article ${id} is nowhere.`);
  }
  for (const name of folders)
    if (!idPattern.test(name) && !name.includes(".damaged-"))
      findings.notice(`bookmarks/${name} does not belong there.`);
  for (const name of await disk.list(join(library, "trash")))
    if (!removed.has(name)) findings.notice(`trash/${name} is no removed bookmark.`);
  return ids.length;
}

async function inspectBookmark(options: InspectBookmarksOptions, id: string): Promise<void> {
  const { disk, library, findings } = options;
  const folder = join(library, "bookmarks", id);
  const copy = (await readChecked(disk, join(folder, "bookmark.json"))) as {
    record?: ArticleRecord;
    html?: unknown;
  } | null;
  const record = copy?.record;
  if (!isArticleRecord(record) || record.id !== id || typeof copy?.html !== "string") {
    const isThere = options.articles.has(id);
    const hope = isThere ? "its article is still there, and it will be copied again" : "";
    findings.damaged(`The bookmark ${id} is damaged${hope === "" ? "" : `; ${hope}`}.`);
    return;
  }
  const present = new Set(await disk.list(folder));
  for (const media of mediaOf(record)) {
    if (!present.has(media))
      findings.damaged(`A picture of the bookmark “${record.headline}” is missing.`);
    else if (options.isDeep && !(await isAsNamed(disk, folder, media)))
      findings.damaged(`A picture of the bookmark “${record.headline}” is damaged.`);
  }
  if (present.has(detailsFile)) {
    const details = await readChecked(disk, join(folder, detailsFile));
    if (!bookmarkDetails.safeParse(details).success)
      findings.damaged(`What was written to the bookmark “${record.headline}” is damaged.`);
  }
  for (const name of present)
    if (!ownFiles.has(name) && !mediaName.safeParse(name).success && !name.includes(".damaged-"))
      findings.notice(`bookmarks/${id}/${name} does not belong there.`);
}

async function isAsNamed(disk: Disk, folder: string, name: MediaName): Promise<boolean> {
  return name.startsWith(`${await hashOf(disk, join(folder, name))}.`);
}
