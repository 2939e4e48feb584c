import { parseArticleId } from "../editions/article-record.ts";
import { showMoved } from "../editions/sealing.ts";
import { showCopy } from "../bookmarks/bookmarking.ts";
import { flag } from "../index/article-index.ts";
import { Pace } from "../files/pace.ts";
import type { Parts } from "../parts.ts";
import { isGone, isRecoverable } from "../statuses.ts";

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

/**
 * Takes whole days out of the library of which all that is there was removed; durable once
 * resolved. Their files are deleted by `clearRemoved`. Returns whether stored pictures were named.
 */
export async function removeWholeDays(parts: Parts, today: number): Promise<boolean> {
  const { queue } = parts;
  const whole: number[] = [];
  for await (const { day, leaving, staying } of daysToSweep(parts, today))
    if (leaving.length > 0 && staying.length === 0) whole.push(day);
  let hadPictures = false;
  for (let from = 0; from < whole.length; from += daysAtOnce) {
    const some = whole.slice(from, from + daysAtOnce);
    hadPictures = (await queue.run(() => removeDays(parts, some))) || hadPictures;
  }
  return hadPictures;
}

/**
 * Writes those days anew of which at least a share can leave, while that `isWanted`. Whatever a
 * crash interrupts is found again. Returns whether stored pictures were named.
 */
export async function rewriteDays(
  parts: Parts,
  today: number,
  share: number,
  isWanted: () => boolean,
): Promise<boolean> {
  let hadPictures = false;
  for await (const { day, leaving, copied, staying } of daysToSweep(parts, today)) {
    if (!isWanted()) break;
    if (leaving.length === 0 || staying.length === 0) continue;
    if (leaving.length < share * (leaving.length + copied.length + staying.length)) continue;
    hadPictures = (await parts.queue.run(() => rewriteDay(parts, day))) || hadPictures;
  }
  return hadPictures;
}

/** Past days of which articles were removed, oldest first. */
async function* daysToSweep(
  parts: Parts,
  today: number,
): AsyncGenerator<DayRows & { readonly day: number }> {
  const pace = new Pace();
  const there = new Set(await parts.editions.list());
  for (const day of [...parts.statuses.data.gone.keys()].sort((a, b) => a - b)) {
    if (day >= today || !there.has(day)) continue;
    yield { day, ...rowsOf(parts, day) };
    await pace.rest();
  }
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
async function removeDays(parts: Parts, days: readonly number[]): Promise<boolean> {
  const { editions, index, keys, statuses, tombstones } = parts;
  const removed: number[] = [];
  const rows: number[] = [];
  const lonely: number[] = [];
  for (const day of days) {
    const { leaving, copied, staying } = rowsOf(parts, day);
    if (staying.length > 0 || !(await leaveToCopies(parts, [...leaving, ...copied]))) continue;
    removed.push(day);
    for (const row of leaving) rows.push(row);
    lonely.push(...copied);
  }
  if (removed.length === 0) return false;
  await tombstones.bury(await keys.collect(lonely));
  let hadPictures = false;
  for (const day of removed) {
    hadPictures ||= await editions.of(day).hasPictures();
    await editions.putAway(day);
  }
  await editions.sync();
  rows.push(...lonely);
  const copies = copiedRows(parts, rows);
  index.forgetRecords(rows);
  await showCopies(parts, copies);
  parts.records.clear();
  await statuses.commit({ op: "forgetDays", days: removed });
  return hadPictures;
}

async function rewriteDay(parts: Parts, day: number): Promise<boolean> {
  const { editions, index, statuses } = parts;
  const { leaving } = rowsOf(parts, day);
  if (leaving.length === 0 || !(await leaveToCopies(parts, leaving))) return false;
  const edition = editions.of(day);
  const gone = new Set(leaving.map((row) => index.number[row] ?? 0));
  const hadPictures = await edition.hasPictures();
  await edition.rewrite(
    ({ id }) => !gone.has(parseArticleId(id).number),
    (moved) => showMoved(parts, moved),
  );
  const copies = copiedRows(parts, leaving);
  index.forgetRecords(leaving);
  await showCopies(parts, copies);
  parts.records.clear();
  await statuses.commit({ op: "swept", days: [day] });
  return hadPictures;
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
