import { z } from "zod";
import { articleId, type ArticleId } from "../../preload/contract/contract.ts";
import {
  decodeBits,
  encodeBits,
  hasBit,
  highestNumber,
  numbersOf,
  setBit,
  storedBits,
  type ArticleBits,
  type MarkedNumbers,
} from "./article-bits.ts";
import type { JournaledDocument } from "./files/journaled-low.ts";
import { parseArticleId } from "./editions/article-record.ts";
import { formatRanges, parseRanges } from "./number-ranges.ts";

export type { MarkedNumbers };

/** What a person marked. Marks outlive the articles: one that returns is not new. */
export interface Statuses {
  readonly read: ArticleBits;
  /** Deleted or purged: lists show them no more, while their records may still be on disk. */
  readonly gone: ArticleBits;
  /** Those of `gone` that can be brought back, by the time when they were deleted. */
  readonly deletions: Map<number, ArticleBits>;
  /** All of `deletions` together: each article is in one of them at the most. */
  readonly recoverable: ArticleBits;
  /** When each bookmark was set, in milliseconds since 1970-01-01 UTC. */
  readonly bookmarks: Map<ArticleId, number>;
  /** When bookmarks were removed whose copies lie in the trash. */
  readonly removed: Map<ArticleId, number>;
  /** Highest numbers of days whose marks were let go, so that none is given out twice. */
  readonly highest: Map<number, number>;
}

/** Days are keys, numbers are ranges such as `1-40,42`: all read is one short line. */
const marks = z.record(z.string().regex(/^\d{1,6}$/), z.string());
type Marks = Readonly<z.infer<typeof marks>>;
const days = z.array(z.int());
const statusOp = z.discriminatedUnion("op", [
  z.object({ op: z.literal("read"), articles: marks }),
  z.object({ op: z.literal("unread"), articles: marks }),
  z.object({ op: z.literal("bookmark"), id: articleId, at: z.number() }),
  z.object({ op: z.literal("unbookmark"), id: articleId, at: z.number() }),
  z.object({ op: z.literal("forget"), id: articleId }),
  z.object({ op: z.literal("delete"), articles: marks, at: z.number() }),
  z.object({ op: z.literal("undelete"), articles: marks }),
  z.object({ op: z.literal("purge"), articles: marks }),
  /** What was gone of these days has left the disk. */
  z.object({ op: z.literal("swept"), days }),
  /** These days have left the disk. */
  z.object({ op: z.literal("forgetDays"), days }),
]);
export type StatusOp = z.infer<typeof statusOp>;

const stored = z.object({
  read: storedBits,
  bookmarks: z.record(articleId, z.number()),
  removed: z.record(articleId, z.number()),
  gone: storedBits.default({}),
  deletions: z.array(z.object({ at: z.number(), articles: storedBits })).default([]),
  highest: z.record(z.string().regex(/^\d{1,6}$/), z.int()).default({}),
});

/** Articles as an op has them. */
export function marksOfRows(
  index: { readonly day: ArrayLike<number>; readonly number: ArrayLike<number> },
  rows: readonly number[],
): Marks {
  const numbers = new Map<number, number[]>();
  for (const row of rows) {
    const day = index.day[row] ?? 0;
    const ofDay = numbers.get(day);
    if (ofDay === undefined) numbers.set(day, [index.number[row] ?? 0]);
    else ofDay.push(index.number[row] ?? 0);
  }
  const articles: Record<string, string> = {};
  for (const [day, ofDay] of numbers) articles[day] = formatRanges(ofDay);
  return articles;
}

/** A mark of many articles as one line of the journal. */
export function markOp(
  op: "read" | "unread",
  index: { readonly day: ArrayLike<number>; readonly number: ArrayLike<number> },
  rows: readonly number[],
): StatusOp {
  return { op, articles: marksOfRows(index, rows) };
}

export function isRead(statuses: Statuses, day: number, number: number): boolean {
  return hasBit(statuses.read, day, number);
}

/** Whether an article was deleted or purged. */
export function isGone(statuses: Statuses, day: number, number: number): boolean {
  return hasBit(statuses.gone, day, number);
}

/** Whether an article was deleted by hand and can be brought back. */
export function isRecoverable(statuses: Statuses, day: number, number: number): boolean {
  return hasBit(statuses.recoverable, day, number);
}

/** The highest number of a day that carries a mark or ever did; 0 when none does. */
export function highestMarked(statuses: Statuses, day: number): number {
  const copies = copiesOf(statuses, [day]).get(day) ?? [];
  return Math.max(highestOfDay(statuses, day), ...copies);
}

/** The same without those of which only a bookmark is left. */
function highestOfDay(statuses: Statuses, day: number): number {
  return Math.max(
    statuses.highest.get(day) ?? 0,
    highestNumber(statuses.read, day),
    highestNumber(statuses.gone, day),
  );
}

export const statusesDocument: JournaledDocument<Statuses, StatusOp, MarkedNumbers> = {
  empty: () => ({
    read: new Map(),
    gone: new Map(),
    deletions: new Map(),
    recoverable: new Map(),
    bookmarks: new Map(),
    removed: new Map(),
    highest: new Map(),
  }),
  encode: ({ read, gone, deletions, bookmarks, removed, highest }) => ({
    read: encodeBits(read),
    bookmarks: Object.fromEntries(bookmarks),
    removed: Object.fromEntries(removed),
    gone: encodeBits(gone),
    deletions: Array.from(deletions, ([at, articles]) => ({ at, articles: encodeBits(articles) })),
    highest: Object.fromEntries(highest),
  }),
  decode: (value) => {
    const document = stored.parse(value);
    const deletions = new Map(
      document.deletions.map(({ at, articles }) => [at, decodeBits(articles)]),
    );
    return {
      read: decodeBits(document.read),
      gone: decodeBits(document.gone),
      deletions,
      recoverable: joined(deletions.values()),
      bookmarks: new Map(Object.entries(document.bookmarks) as [ArticleId, number][]),
      removed: new Map(Object.entries(document.removed) as [ArticleId, number][]),
      highest: new Map(
        Object.entries(document.highest).map(([day, number]) => [Number(day), number]),
      ),
    };
  },
  decodeOp: (value) => statusOp.safeParse(value).data ?? null,
  reduce,
};

/** Makes a change and returns the articles whose mark is now another. */
function reduce(statuses: Statuses, op: StatusOp): MarkedNumbers {
  switch (op.op) {
    case "read":
    case "unread":
      return setBits(statuses.read, op.articles, op.op === "read");
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
    case "delete":
      return remove(statuses, op.articles, op.at);
    case "undelete":
      return bringBack(statuses, op.articles);
    case "purge":
      for (const [at, deletion] of statuses.deletions) {
        setBits(deletion, op.articles, false);
        dropEmptyDeletion(statuses, at);
      }
      setBits(statuses.recoverable, op.articles, false);
      return setBits(statuses.gone, op.articles, true);
    case "swept":
      for (const [day, copies] of copiesOf(statuses, op.days)) forgetGone(statuses, day, copies);
      break;
    case "forgetDays":
      forgetDays(statuses, op.days);
      break;
  }
  return new Map();
}

function setBits(bits: ArticleBits, articles: Marks, on: boolean): MarkedNumbers {
  const changed = new Map<number, number[]>();
  for (const [dayText, ranges] of Object.entries(articles)) {
    const day = Number(dayText);
    const numbers = parseRanges(ranges).filter((number) => hasBit(bits, day, number) !== on);
    for (const number of numbers) setBit(bits, day, number, on);
    if (numbers.length > 0) changed.set(day, numbers);
  }
  return changed;
}

function remove(statuses: Statuses, articles: Marks, at: number): MarkedNumbers {
  const changed = setBits(statuses.gone, articles, true);
  if (changed.size === 0) return changed;
  const deletion: ArticleBits = statuses.deletions.get(at) ?? new Map<number, Uint8Array>();
  for (const [day, numbers] of changed)
    for (const number of numbers) {
      setBit(deletion, day, number, true);
      setBit(statuses.recoverable, day, number, true);
    }
  statuses.deletions.set(at, deletion);
  return changed;
}

/** Only what was deleted by hand comes back; what was purged has left the disk or soon will. */
function bringBack(statuses: Statuses, articles: Marks): MarkedNumbers {
  const back = new Map<number, number[]>();
  for (const [at, deletion] of statuses.deletions) {
    for (const [day, numbers] of setBits(deletion, articles, false)) {
      for (const number of numbers) {
        setBit(statuses.gone, day, number, false);
        setBit(statuses.recoverable, day, number, false);
      }
      back.set(day, [...(back.get(day) ?? []), ...numbers]);
    }
    dropEmptyDeletion(statuses, at);
  }
  return back;
}

function dropEmptyDeletion({ deletions }: Statuses, at: number): void {
  for (const bits of deletions.get(at)?.values() ?? []) if (bits.some((byte) => byte !== 0)) return;
  deletions.delete(at);
}

/** Lets go of the marks of what is not on disk any more, but for bookmarks that stay hidden. */
function forgetGone(statuses: Statuses, day: number, copies: ReadonlySet<number>): void {
  const highest = Math.max(highestOfDay(statuses, day), ...copies);
  if (highest === 0) return;
  statuses.highest.set(day, highest);
  for (const number of numbersOf(statuses.gone, day))
    if (!copies.has(number) && !isRecoverable(statuses, day, number))
      setBit(statuses.gone, day, number, false);
  if (highestNumber(statuses.gone, day) === 0) statuses.gone.delete(day);
}

function forgetDays(statuses: Statuses, forgotten: readonly number[]): void {
  for (const [day, copies] of copiesOf(statuses, forgotten)) {
    for (const deletion of statuses.deletions.values()) deletion.delete(day);
    statuses.recoverable.delete(day);
    forgetGone(statuses, day, copies);
    if (copies.size === 0) statuses.read.delete(day);
  }
  for (const at of [...statuses.deletions.keys()]) dropEmptyDeletion(statuses, at);
}

/** For each of some days the numbers of articles of which a bookmark, or the trash, has a copy. */
function copiesOf(
  { bookmarks, removed }: Statuses,
  ofDays: readonly number[],
): Map<number, Set<number>> {
  const copies = new Map(ofDays.map((day) => [day, new Set<number>()]));
  for (const ids of [bookmarks, removed])
    for (const id of ids.keys()) {
      const { day, number } = parseArticleId(id);
      copies.get(day)?.add(number);
    }
  return copies;
}

function joined(deletions: Iterable<ArticleBits>): ArticleBits {
  const all: ArticleBits = new Map();
  for (const deletion of deletions)
    for (const day of deletion.keys())
      for (const number of numbersOf(deletion, day)) setBit(all, day, number, true);
  return all;
}
