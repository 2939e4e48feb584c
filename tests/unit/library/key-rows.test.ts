import { expect, test } from "vitest";
import { keyHash, mixKey, unmixKey } from "../../../main/library/index/key-hash.ts";
import { Pace } from "../../../main/library/files/pace.ts";
import { KeyRows } from "../../../main/library/index/key-rows.ts";

test("holds what a map of strings would hold", async () => {
  const rows = new KeyRows();
  const map = new Map<string, number>();
  for (let row = 0; row < 30_000; row++) {
    const key = keyHash(`${row % 25_000}`);
    rows.set(...mixKey(7, key), row);
    map.set(key, row);
  }
  expect(rows.size).toBe(25_000);
  for (const [key, row] of map) expect(rows.get(...mixKey(7, key))).toBe(row);
  expect(rows.get(...mixKey(7, keyHash("unknown")))).toBeUndefined();
  const all = new Map<string, number>();
  await rows.forEach(new Pace(), (high, low, row) => all.set(unmixKey(7, high, low), row));
  expect(all).toEqual(map);
});

test("keys that differ in one half only are different", () => {
  const rows = new KeyRows();
  rows.set(0, 255, 1);
  rows.set(255, 0, 2);
  rows.set(255, 255, 0x80000003);
  expect([rows.get(0, 255), rows.get(255, 0), rows.get(255, 255)]).toEqual([1, 2, 0x80000003]);
  expect(rows.get(0, 0)).toBeUndefined();
});

test("a key is another in another title, and can be told from what is kept of it", () => {
  const key = "0123456789abcdef";
  const mixed = [1, 2, 300, 1_000_000].map((feed) => mixKey(feed, key));
  expect(new Set(mixed.map(String)).size).toBe(4);
  expect(
    mixed.map(([high, low], at) => unmixKey([1, 2, 300, 1_000_000][at] ?? 0, high, low)),
  ).toEqual([key, key, key, key]);
});
