import { parseArticleId } from "../editions/article-record.ts";
import { showMoved } from "../editions/sealing.ts";
import { showCopy } from "../bookmarks/bookmarking.ts";
import { flag } from "../index/article-index.ts";
import { Pace } from "../files/pace.ts";
import type { Parts } from "../parts.ts";
import { isGone, isRecoverable } from "../statuses.ts";
import { measureDay } from "./day-sizes.ts";

/** Days that are removed in one turn of the queue. */
const daysAtOnce = 40;
/** A day is written anew when at least this share of it can leave; when room is short, less will do. */
export const worthwhileShare = 0.25;
export const urgentShare = 0.05;

/** A day's articles that are on disk. */
interface DayRows {
  /** Removed for good: their records can leave the disk. */
  readonly leaving: readonly number[];
  /** Bookmarked, and nothing else keeps the day: their copies are enough. */
  readonly copied: readonly number[];
  readonly staying: readonly number[];
}

/** What a sweep freed; `hadPictures` when records left that referred to stored pictures. */
export interface Swept {
  bytes: number;
  hadPictures: boolean;
}

/**
 * Lets the records and texts of removed articles leave the disk: whole days where nothing else is
 * in them, else days of which a good part can go. Whatever a crash interrupts is found again.
 */
export async function sweepDays(parts: Parts, today: number, share: number): Promise<Swept> {
  const { editions, queue, statuses } = parts;
  const swept: Swept = { bytes: 0, hadPictures: false };
  const pace = new Pace();
  const there = new Set(await editions.list());
  const whole: number[] = [];
  for (const day of [...statuses.data.gone.keys()].sort((a, b) => a - b)) {
    if (day >= today || !there.has(day)) continue;
    const { leaving, copied, staying } = rowsOf(parts, day);
    await pace.rest();
    if (leaving.length === 0) continue;
    if (staying.length === 0) whole.push(day);
    else if (leaving.length >= share * (leaving.length + copied.length + staying.length))
      await queue.run(() => rewriteDay(parts, day, swept));
  }
  for (let from = 0; from < whole.length; from += daysAtOnce)
    await queue.run(() => removeDays(parts, whole.slice(from, from + daysAtOnce), swept));
  await editions.clearRemoved();
  return swept;
}

function rowsOf({ index, statuses }: Parts, day: number): DayRows {
  const leaving: number[] = [];
  const copied: number[] = [];
  const staying: number[] = [];
  for (const row of index.storedRowsOf(day)) {
    const number = index.number[row] ?? 0;
    const isHidden = isGone(statuses.data, day, number);
    if (isHidden && !isRecoverable(statuses.data, day, number)) leaving.push(row);
    else if (!isHidden && index.has(row, flag.bookmarked)) copied.push(row);
    else staying.push(row);
  }
  return { leaving, copied, staying };
}

/** Moves days out of sight, durably, then forgets their marks; the bytes follow. */
async function removeDays(parts: Parts, days: readonly number[], swept: Swept): Promise<void> {
  const { editions, index, keys, statuses, tombstones } = parts;
  const removed: number[] = [];
  const rows: number[] = [];
  for (const day of days) {
    const { leaving, copied, staying } = rowsOf(parts, day);
    if (staying.length > 0 || !(await leaveToCopies(parts, [...leaving, ...copied]))) continue;
    await tombstones.bury(await keys.collect(copied));
    swept.bytes += await measureDay(editions, day);
    swept.hadPictures ||= await editions.of(day).hasPictures();
    await editions.putAway(day);
    removed.push(day);
    rows.push(...leaving, ...copied);
  }
  if (removed.length === 0) return;
  await editions.sync();
  const copies = copiedRows(parts, rows);
  index.forgetRecords(rows);
  await showCopies(parts, copies);
  parts.records.clear();
  await statuses.commit({ op: "forgetDays", days: removed });
}

async function rewriteDay(parts: Parts, day: number, swept: Swept): Promise<void> {
  const { editions, index, statuses } = parts;
  const { leaving } = rowsOf(parts, day);
  if (!(await leaveToCopies(parts, leaving))) return;
  const edition = editions.of(day);
  const gone = new Set(leaving.map((row) => index.number[row] ?? 0));
  const before = await measureDay(editions, day);
  swept.hadPictures ||= await edition.hasPictures();
  await edition.rewrite(
    ({ id }) => !gone.has(parseArticleId(id).number),
    (moved) => showMoved(parts, moved),
  );
  const copies = copiedRows(parts, leaving);
  index.forgetRecords(leaving);
  await showCopies(parts, copies);
  parts.records.clear();
  await statuses.commit({ op: "swept", days: [day] });
  swept.bytes += before - (await measureDay(editions, day));
}

/** Whether the bookmarks among some articles have whole copies, so that their editions may go. */
async function leaveToCopies(parts: Parts, rows: readonly number[]): Promise<boolean> {
  for (const row of copiedRows(parts, rows))
    if ((await parts.bookmarks.read(parts.index.idOf(row))) === null) return false;
  return true;
}

function copiedRows({ index }: Parts, rows: readonly number[]): number[] {
  return rows.filter((row) => index.has(row, flag.bookmarked));
}

/** From now on only their bookmarks have them. */
async function showCopies(parts: Parts, rows: readonly number[]): Promise<void> {
  for (const row of rows) {
    const copy = await parts.bookmarks.read(parts.index.idOf(row));
    if (copy !== null) showCopy(parts, copy.record);
  }
}
