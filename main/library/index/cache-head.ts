import { crc32 } from "node:zlib";
import { section } from "../../../preload/contract/contract.ts";
import type { EditionFacts } from "../editions/edition-facts.ts";
import { pageReasons } from "../editions/page-record.ts";
import { bytesPerRow } from "./columns.ts";
import { blocksOf, fenceWidth } from "./postings.ts";

/**
 * Broadsheet index, version 4, with the words that its columns hold as numbers: a program that knows
 * others, or in another order, must not take it up. Little-endian like every machine Electron runs on.
 */
const magic = Buffer.alloc(4);
magic.writeUInt32LE(crc32(JSON.stringify(["BSX4", section.options, pageReasons])));
/** Magic, CRC-32 of all that follows in the head, five counts, CRC-32 of the columns. */
export const fixedLength = 32;

/** A day in a cache file: its rows, and how its files were. */
export interface CachedDay {
  readonly day: number;
  readonly first: number;
  readonly end: number;
  /** The highest number that the day had given out. */
  readonly highest: number;
  readonly facts: EditionFacts;
}

/** What a cache file holds, and where. */
export interface CacheHead {
  readonly rows: number;
  readonly keys: number;
  readonly tags: number;
  readonly days: readonly CachedDay[];
  readonly keyFences: Uint32Array;
  readonly tagFences: Uint32Array;
  readonly columnsChecksum: number;
}

/** Numbers that a day takes: day, rows, highest number, then size and change of its files. */
const dayWidth = 8;

/** Where the parts of a file begin, in bytes. */
export interface CacheLayout {
  readonly columns: number;
  readonly keys: number;
  readonly tags: number;
  readonly end: number;
}

interface Counts {
  readonly rows: number;
  readonly days: number;
  readonly keys: number;
  readonly tags: number;
}

export function layoutOf({ rows, days, keys, tags }: Counts): CacheLayout {
  const fences = (blocksOf(keys) + blocksOf(tags)) * fenceWidth * 4;
  const columns = fixedLength + days * dayWidth * 8 + fences;
  const keysStart = align(columns + rows * bytesPerRow);
  const tagsStart = keysStart + keys * 12;
  return { columns, keys: keysStart, tags: tagsStart, end: tagsStart + tags * 12 };
}

/** The counts at a file's beginning, or null when it is none of ours. */
export function parseCounts(fixed: Buffer): Counts | null {
  if (fixed.length < fixedLength || !fixed.subarray(0, 4).equals(magic)) return null;
  const [rows, days, keys, tags] = [8, 12, 16, 20].map((at) => fixed.readUInt32LE(at));
  if (rows === undefined || days === undefined || keys === undefined || tags === undefined)
    return null;
  return { rows, days, keys, tags };
}

/** The head of a file, whose layout says how long it is; null when it is not as it was written. */
export function parseHead(head: Buffer, counts: Counts): CacheHead | null {
  if (crc32(head.subarray(8)) !== head.readUInt32LE(4)) return null;
  const numbers = new Float64Array(counts.days * dayWidth);
  const daysEnd = fixedLength + numbers.byteLength;
  Buffer.from(numbers.buffer).set(head.subarray(fixedLength, daysEnd));
  const fences = new Uint32Array((blocksOf(counts.keys) + blocksOf(counts.tags)) * fenceWidth);
  Buffer.from(fences.buffer).set(head.subarray(daysEnd));
  const days: CachedDay[] = [];
  let first = 0;
  for (let at = 0; at < numbers.length; at += dayWidth) {
    const [day = 0, count = 0, highest = 0, ...files] = numbers.subarray(at, at + dayWidth);
    days.push({ day, first, end: first + count, highest, facts: decodeFacts(files) });
    first += count;
  }
  if (first !== counts.rows) return null;
  const keyWords = blocksOf(counts.keys) * fenceWidth;
  return {
    ...counts,
    days,
    keyFences: fences.subarray(0, keyWords),
    tagFences: fences.subarray(keyWords),
    columnsChecksum: head.readUInt32LE(24),
  };
}

export function encodeHead(head: CacheHead): Buffer {
  const numbers = Float64Array.from(
    head.days.flatMap(({ day, first, end, highest, facts }) => [
      ...[day, end - first, highest],
      ...encodeFacts(facts),
    ]),
  );
  const fixed = Buffer.alloc(fixedLength);
  magic.copy(fixed);
  fixed.writeUInt32LE(head.rows, 8);
  fixed.writeUInt32LE(head.days.length, 12);
  fixed.writeUInt32LE(head.keys, 16);
  fixed.writeUInt32LE(head.tags, 20);
  fixed.writeUInt32LE(head.columnsChecksum, 24);
  const bytes = Buffer.concat([
    fixed,
    bytesOf(numbers),
    bytesOf(head.keyFences),
    bytesOf(head.tagFences),
  ]);
  bytes.writeUInt32LE(crc32(bytes.subarray(8)), 4);
  return bytes;
}

/** A column's bytes, in place. */
export function bytesOf(column: NodeJS.TypedArray): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

/** Postings are words, and begin at a multiple of four. */
function align(position: number): number {
  return Math.ceil(position / 4) * 4;
}

/** A size of −1 stands for a file that is not there. */
function encodeFacts({ sealed, journal, pack }: EditionFacts): number[] {
  return [
    ...[sealed?.size ?? -1, sealed?.changed ?? 0],
    ...[journal?.size ?? -1, journal?.changed ?? 0],
    pack,
  ];
}

function decodeFacts([
  sealedSize = -1,
  sealedChanged = 0,
  journalSize = -1,
  journalChanged = 0,
  pack = 0,
]: readonly number[]): EditionFacts {
  return {
    sealed: sealedSize < 0 ? null : { size: sealedSize, changed: sealedChanged },
    journal: journalSize < 0 ? null : { size: journalSize, changed: journalChanged },
    pack,
  };
}
