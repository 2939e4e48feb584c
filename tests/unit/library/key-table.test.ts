import { expect, test } from "vitest";
import { KeyTable } from "../../../main/library/index/key-table.ts";
import { formatRanges, parseRanges } from "../../../main/library/number-ranges.ts";
import { keyHash } from "../../../main/library/index/seen.ts";

test("holds what a map of strings would hold, and comes back the same", () => {
  const table = new KeyTable();
  const map = new Map<string, { day: number; number: number }>();
  for (let n = 1; n <= 3000; n++) {
    const place = { day: 20_000 + (n % 7), number: n };
    const key = keyHash(`${n % 2500}`);
    expect(table.add(key, place)).toBe(!map.has(key));
    if (!map.has(key)) map.set(key, place);
  }
  for (const one of [table, KeyTable.decode(table.encode())]) {
    expect(one.size).toBe(2500);
    for (const [key, place] of map) expect(one.get(key)).toEqual(place);
    expect(one.get(keyHash("unknown"))).toBeUndefined();
    expect(one.highestNumber(20_003)).toBe(
      Math.max(
        ...[...map.values()].filter(({ day }) => day === 20_003).map(({ number }) => number),
      ),
    );
  }
});

test("keys that differ in one half only are different", () => {
  const table = new KeyTable();
  table.add("00000000000000ff", { day: 1, number: 1 });
  table.add("000000ff00000000", { day: 1, number: 2 });
  table.add("000000ff000000ff", { day: 1, number: 3 });
  expect(table.get("00000000000000ff")?.number).toBe(1);
  expect(table.get("000000ff00000000")?.number).toBe(2);
  expect(table.get("000000ff000000ff")?.number).toBe(3);
  expect(table.get("0000000000000000")).toBeUndefined();
});

test.for([
  [[], ""],
  [[5], "5"],
  [[3, 1, 2], "1-3"],
  [[9, 1, 2, 4, 2], "1-2,4,9"],
] as [number[], string][])("%j as %s", ([numbers, text]) => {
  expect(formatRanges(numbers)).toBe(text);
  expect(parseRanges(text)).toEqual([...new Set(numbers)].sort((a, b) => a - b));
});

test("what is not a number is passed over", () => {
  expect(parseRanges("1,x,2-,-3,4-5,99999999,7-6")).toEqual([1, 4, 5]);
});
