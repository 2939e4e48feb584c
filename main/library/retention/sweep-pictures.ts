import { join } from "node:path";
import { journalName, sealedName } from "../editions/edition.ts";
import { Pace } from "../files/pace.ts";
import { flag } from "../index/article-index.ts";
import type { Parts } from "../parts.ts";
import { iconsOf } from "../sources.ts";
import { isGone, isRecoverable } from "../statuses.ts";
import { PictureSet } from "./picture-set.ts";

const lineFeed = 10;
/** How a record names a stored picture: its file name begins with the hash of its content. */
const mention = Buffer.from('"media":"');
/** How a record begins. */
const recordStart = '{"id":"';
/** Letters of a line in which its article's number stands, behind a checksum in a journal. */
const startLength = 40;
/** Bytes that are searched before others may have their turn. */
const bytesAtOnce = 1_000_000;

/** Whether what a line names counts; `start` and `end` are its place in its file. */
type LineJudge = (line: Buffer, start: number, end: number) => boolean;

/**
 * Removes pictures that no article, no bookmark and no title (its icon) refers to. Records are searched as bytes: to
 * parse a million of them would take a hundred times as long. Stops when it is no longer wanted.
 */
export async function sweepPictures(parts: Parts, isWanted: () => boolean): Promise<void> {
  const { bookmarks, disk, editions, media, queue, sources } = parts;
  const kept = new PictureSet();
  const pace = new Pace();
  const search = async (path: string, isKept: LineJudge | null) => {
    const bytes = await disk.read(path);
    for (let from = 0; bytes !== null && from < bytes.length; from += bytesAtOnce) {
      // A mention that the border cuts belongs to the piece in which it begins.
      const end = Math.min(bytes.length, from + bytesAtOnce + mention.length - 1);
      addMentions(bytes, from, end, kept, isKept);
      await pace.rest();
    }
  };
  for (const day of await editions.list()) {
    if (!isWanted()) return;
    // In the queue of writes: the index says then what stands where in the files.
    await queue.run(async () => {
      const { folder } = editions.of(day);
      for (const name of [journalName, sealedName])
        await search(join(folder, name), newestRecords(parts, name === journalName));
    });
  }
  for (const path of await bookmarks.copyPaths()) await search(path, null);
  // Titles last: an icon that came while this searched is named by its title, or stored just now.
  for (const name of iconsOf(sources.document.feeds)) kept.add(Buffer.from(name), 0);
  await media.removeUnless((name) => kept.has(name));
}

/**
 * Tells of a line whether it is the newest record of an article that is still there; an older one
 * may name pictures that were left out or replaced since. Of any other line that it counts.
 */
function newestRecords({ index, statuses }: Parts, isJournal: boolean): LineJudge {
  return (line, start, end) => {
    const text = line.toString("latin1", 0, startLength);
    const match = /^(\d+)-(\d+)"/.exec(text.slice(text.indexOf(recordStart) + recordStart.length));
    if (match === null) return true;
    const [day, number] = [Number(match[1]), Number(match[2])];
    if (isGone(statuses.data, day, number) && !isRecoverable(statuses.data, day, number))
      return false;
    const row = index.find(day, number);
    if (row === undefined || index.bytes[row] === 0 || index.has(row, flag.copyOnly)) return true;
    const offset = index.offset[row] ?? 0;
    return index.has(row, flag.inJournal) === isJournal && offset >= start && offset < end;
  };
}

/** Adds the pictures that are named in a piece of a file, without those of lines not kept. */
function addMentions(
  bytes: Buffer,
  from: number,
  to: number,
  kept: PictureSet,
  isKept: LineJudge | null,
): void {
  const piece = bytes.subarray(from, to);
  let judgedUntil = 0;
  for (let at = piece.indexOf(mention); at >= 0; at = piece.indexOf(mention, at + 1)) {
    if (isKept !== null && from + at >= judgedUntil) {
      const start = bytes.lastIndexOf(lineFeed, from + at) + 1;
      const end = bytes.indexOf(lineFeed, start);
      judgedUntil = end < 0 ? bytes.length : end;
      if (!isKept(bytes.subarray(start, judgedUntil), start, judgedUntil)) {
        at = judgedUntil - from;
        continue;
      }
    }
    kept.add(bytes, from + at + mention.length);
  }
}
