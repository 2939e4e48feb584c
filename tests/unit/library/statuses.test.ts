import { expect, test } from "vitest";
import {
  highestMarked,
  isGone,
  isRead,
  isRecoverable,
  statusesDocument,
  type StatusOp,
  type Statuses,
} from "../../../main/library/statuses.ts";
import { numbersOf } from "../../../main/library/article-bits.ts";
import type { ArticleId } from "../../../preload/contract/contract.ts";

const id = "20780-3" as ArticleId;

function after(...ops: StatusOp[]): Statuses {
  const statuses = statusesDocument.empty();
  for (const op of ops) statusesDocument.reduce(statuses, op);
  return statuses;
}

const gone = (statuses: Statuses) => numbersOf(statuses.gone, 20780);

test("deleting hides, undeleting brings back, and both tell what they changed", () => {
  const statuses = after({ op: "delete", articles: { 20780: "1-3" }, at: 5 });
  expect(gone(statuses)).toEqual([1, 2, 3]);
  expect(isRecoverable(statuses, 20780, 2)).toBe(true);
  const again = statusesDocument.reduce(statuses, {
    op: "delete",
    articles: { 20780: "3-4" },
    at: 6,
  });
  expect([...again]).toEqual([[20780, [4]]]);
  const back = statusesDocument.reduce(statuses, { op: "undelete", articles: { 20780: "1,4,9" } });
  expect([...back]).toEqual([[20780, [1, 4]]]);
  expect(gone(statuses)).toEqual([2, 3]);
  expect([...statuses.deletions.keys()]).toEqual([5]);
});

test("what was purged does not come back", () => {
  const statuses = after(
    { op: "delete", articles: { 20780: "1-2" }, at: 5 },
    { op: "purge", articles: { 20780: "2-3" } },
    { op: "undelete", articles: { 20780: "1-3" } },
  );
  expect(gone(statuses)).toEqual([2, 3]);
  expect(statuses.deletions.size).toBe(0);
});

test("marks of what has left the disk are let go, but for bookmarks and what can come back", () => {
  const statuses = after(
    { op: "read", articles: { 20780: "1-9" } },
    { op: "bookmark", id, at: 1 },
    { op: "delete", articles: { 20780: "3-4" }, at: 5 },
    { op: "purge", articles: { 20780: "3,7,12" } },
    { op: "swept", days: [20780] },
  );
  expect(gone(statuses)).toEqual([3, 4]);
  expect(isRead(statuses, 20780, 7)).toBe(true);
  expect(highestMarked(statuses, 20780)).toBe(12);
  statusesDocument.reduce(statuses, { op: "forgetDays", days: [20780] });
  expect(gone(statuses)).toEqual([3]);
  statusesDocument.reduce(statuses, { op: "unbookmark", id, at: 2 });
  statusesDocument.reduce(statuses, { op: "forget", id });
  statusesDocument.reduce(statuses, { op: "forgetDays", days: [20780] });
  expect(statuses.read.size + statuses.gone.size + statuses.deletions.size).toBe(0);
  expect(highestMarked(statuses, 20780)).toBe(12);
});

test("everything is there again after it was stored", () => {
  const statuses = after(
    { op: "read", articles: { 20780: "1-9", 3: "40" } },
    { op: "bookmark", id, at: 1 },
    { op: "delete", articles: { 20780: "3-4" }, at: 5 },
    { op: "purge", articles: { 20779: "1" } },
    { op: "swept", days: [20779] },
  );
  const stored: unknown = JSON.parse(JSON.stringify(statusesDocument.encode(statuses)));
  expect(statusesDocument.decode(stored)).toEqual(statuses);
});

test("statuses of before there were deletions are read", () => {
  const stored = { read: {}, bookmarks: {}, removed: {} };
  expect(isGone(statusesDocument.decode(stored) ?? after(), 1, 1)).toBe(false);
});
