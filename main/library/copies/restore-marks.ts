import type { ArticleId, FeedId } from "../../../preload/contract/contract.ts";
import { flag } from "../index/article-index.ts";
import { dayOf } from "../editions/editions.ts";
import { Pace } from "../files/pace.ts";
import type { ArticleStore } from "../groups.ts";
import type { Parts } from "../parts.ts";
import { readRows } from "./article-keys.ts";
import { decodeKeys } from "./backup-format.ts";
import type { BackupReader } from "./read-backup.ts";
import { buryNew } from "./restore-bookmarks.ts";

/** Articles that are marked with one line of the journal. */
const marksAtOnce = 5000;

export interface RestoreMarksOptions {
  readonly parts: Parts;
  readonly articles: ArticleStore;
  readonly backup: BackupReader;
  /** Titles by their addresses in the backup. */
  readonly feedsByAddress: ReadonlyMap<string, FeedId>;
  /** Articles that came before the backup and are not read in it become unread. */
  readonly isReplacing: boolean;
}

/**
 * Marks what was read in the backup; returns how many marks are set. Articles are found by their
 * publishers' keys: numbers mean other articles in another library, and also in two copies of one
 * library that went their own ways. What is not here was read there, and shall not come as new.
 */
export async function restoreMarks(options: RestoreMarksOptions): Promise<number> {
  const { parts, backup, feedsByAddress, isReplacing } = options;
  const rows = new Set<number>();
  const buried = new Map<FeedId, string[]>();
  const pace = new Pace();
  await parts.keys.load();
  for await (const { address, read, gone } of backup.keys()) {
    const feedId = feedsByAddress.get(address);
    if (feedId === undefined) continue;
    const missing: string[] = [];
    for (const key of decodeKeys(read)) {
      const row = parts.keys.find(feedId, key);
      if (row === undefined) missing.push(key);
      else if (!parts.index.has(row, flag.gone)) rows.add(row);
      await pace.rest();
    }
    for (const key of decodeKeys(gone)) {
      if (parts.keys.find(feedId, key) === undefined) missing.push(key);
      await pace.rest();
    }
    buried.set(feedId, missing);
  }
  const marked = await markRows(options, [...rows], true);
  await buryNew(parts, buried);
  if (isReplacing) await markRows(options, await notReadThen(parts, rows, backup), false);
  return marked;
}

/** Rows that are read now, had come before the backup, and were not read in it. */
async function notReadThen(
  parts: Parts,
  wanted: ReadonlySet<number>,
  backup: BackupReader,
): Promise<number[]> {
  const { index, records } = parts;
  const { day } = index.columns;
  const { at } = backup.manifest;
  const others = (await readRows(parts)).filter((row) => !wanted.has(row));
  const sameDay = others.filter((row) => day[row] === dayOf(at));
  const arrivedLater = new Set<number>();
  for (const [position, record] of (await records.read(sameDay)).entries())
    if (record !== null && record.arrived > at) arrivedLater.add(sameDay[position] ?? -1);
  return others.filter((row) => (day[row] ?? 0) <= dayOf(at) && !arrivedLater.has(row));
}

async function markRows(
  { parts, articles }: RestoreMarksOptions,
  rows: readonly number[],
  read: boolean,
): Promise<number> {
  let marked = 0;
  for (let start = 0; start < rows.length; start += marksAtOnce) {
    const ids = rows
      .slice(start, start + marksAtOnce)
      .map((row): ArticleId => parts.index.idOf(row));
    marked += (await articles.setRead(ids, read)).length;
  }
  return marked;
}
