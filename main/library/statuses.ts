import { z } from "zod";
import { articleId, type ArticleId } from "../../preload/contract/contract.ts";
import type { JournaledDocument } from "./files/journaled-low.ts";
import { parseArticleId } from "./editions/article-record.ts";
import { formatRanges, parseRanges } from "./number-ranges.ts";

/** Read marks and bookmark marks. They outlive the articles: one that returns is not new. */
export interface Statuses {
  /** For each arrival day one bit per article number. */
  readonly read: Map<number, Uint8Array>;
  /** When each bookmark was set, in milliseconds since 1970-01-01 UTC. */
  readonly bookmarks: Map<ArticleId, number>;
  /** When bookmarks were removed whose copies lie in the trash. */
  readonly removed: Map<ArticleId, number>;
}

/** Days are keys, numbers are ranges such as `1-40,42`: all read is one short line. */
const marks = z.record(z.string().regex(/^\d{1,6}$/), z.string());
const statusOp = z.discriminatedUnion("op", [
  z.object({ op: z.literal("read"), articles: marks }),
  z.object({ op: z.literal("unread"), articles: marks }),
  z.object({ op: z.literal("bookmark"), id: articleId, at: z.number() }),
  z.object({ op: z.literal("unbookmark"), id: articleId, at: z.number() }),
  z.object({ op: z.literal("forget"), id: articleId }),
]);
export type StatusOp = z.infer<typeof statusOp>;

const stored = z.object({
  read: z.record(z.string().regex(/^\d{1,6}$/), z.base64()),
  bookmarks: z.record(articleId, z.number()),
  removed: z.record(articleId, z.number()),
});

/** Article numbers by their day. */
export type MarkedNumbers = ReadonlyMap<number, readonly number[]>;

/** A mark of many articles as one line of the journal. */
export function markOp(
  op: "read" | "unread",
  index: { readonly day: Uint32Array; readonly number: Uint32Array },
  rows: readonly number[],
): StatusOp {
  const numbers = new Map<number, number[]>();
  for (const row of rows) {
    const day = index.day[row] ?? 0;
    const ofDay = numbers.get(day);
    if (ofDay === undefined) numbers.set(day, [index.number[row] ?? 0]);
    else ofDay.push(index.number[row] ?? 0);
  }
  const articles: Record<string, string> = {};
  for (const [day, ofDay] of numbers) articles[day] = formatRanges(ofDay);
  return { op, articles };
}

export function isRead(statuses: Statuses, day: number, number: number): boolean {
  return (((statuses.read.get(day)?.[number >> 3] ?? 0) >> (number & 7)) & 1) === 1;
}

/** The highest number of a day that carries a mark; 0 when none does. */
export function highestMarked(statuses: Statuses, day: number): number {
  let highest = 0;
  const bits = statuses.read.get(day) ?? new Uint8Array();
  for (let number = bits.length * 8 - 1; number > 0 && highest === 0; number--)
    if (isRead(statuses, day, number)) highest = number;
  for (const id of [...statuses.bookmarks.keys(), ...statuses.removed.keys()]) {
    const place = parseArticleId(id);
    if (place.day === day) highest = Math.max(highest, place.number);
  }
  return highest;
}

export const statusesDocument: JournaledDocument<Statuses, StatusOp, MarkedNumbers> = {
  empty: () => ({ read: new Map(), bookmarks: new Map(), removed: new Map() }),
  encode: ({ read, bookmarks, removed }) => ({
    read: Object.fromEntries(
      Array.from(read, ([day, bits]) => [day, Buffer.from(bits).toString("base64")]),
    ),
    bookmarks: Object.fromEntries(bookmarks),
    removed: Object.fromEntries(removed),
  }),
  decode: (value) => {
    const document = stored.parse(value);
    return {
      read: new Map(
        Object.entries(document.read).map(([day, bits]) => [
          Number(day),
          new Uint8Array(Buffer.from(bits, "base64")),
        ]),
      ),
      bookmarks: new Map(Object.entries(document.bookmarks) as [ArticleId, number][]),
      removed: new Map(Object.entries(document.removed) as [ArticleId, number][]),
    };
  },
  decodeOp: (value) => statusOp.safeParse(value).data ?? null,
  reduce,
};

/** Makes a change and returns the articles whose read mark is now another. */
function reduce(statuses: Statuses, op: StatusOp): MarkedNumbers {
  switch (op.op) {
    case "read":
    case "unread":
      return setRead(statuses, op.articles, op.op === "read");
    case "bookmark":
      statuses.removed.delete(op.id);
      if (!statuses.bookmarks.has(op.id)) statuses.bookmarks.set(op.id, op.at);
      break;
    case "unbookmark":
      if (statuses.bookmarks.delete(op.id)) statuses.removed.set(op.id, op.at);
      break;
    case "forget":
      statuses.removed.delete(op.id);
      break;
  }
  return new Map();
}

function setRead(
  statuses: Statuses,
  articles: Readonly<Record<string, string>>,
  read: boolean,
): MarkedNumbers {
  const changed = new Map<number, number[]>();
  for (const [dayText, ranges] of Object.entries(articles)) {
    const day = Number(dayText);
    const numbers = parseRanges(ranges).filter((number) => isRead(statuses, day, number) !== read);
    for (const number of numbers) setBit(statuses, day, number, read);
    if (numbers.length > 0) changed.set(day, numbers);
  }
  return changed;
}

function setBit(statuses: Statuses, day: number, number: number, on: boolean): void {
  let bits = statuses.read.get(day) ?? new Uint8Array(16);
  const index = number >> 3;
  if (index >= bits.length) {
    const larger = new Uint8Array(Math.max(bits.length * 2, index + 1));
    larger.set(bits);
    bits = larger;
  }
  const bit = 1 << (number & 7);
  bits[index] = on ? (bits[index] ?? 0) | bit : (bits[index] ?? 0) & ~bit;
  statuses.read.set(day, bits);
}
