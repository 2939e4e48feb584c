import { expect, test } from "vitest";
import { Pace } from "../../../main/library/files/pace.ts";
import {
  blocksHolding,
  blockSize,
  fenceWidth,
  LooseEntries,
  Postings,
} from "../../../main/library/index/postings.ts";

/** Entries of which many share a hash, and a map of what was put in. */
function makeEntries(count: number): { entries: LooseEntries; map: Map<string, number[]> } {
  const entries = new LooseEntries();
  const map = new Map<string, number[]>();
  let seed = 7;
  const random = (): number => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0);
  for (let value = 0; value < count; value++) {
    const isCommon = value % 3 === 0;
    const [high, low] = isCommon ? [0x80000000, 0xffffffff] : [random(), random() % 3];
    entries.add(high, low, value);
    const key = `${high}/${low}`;
    map.set(key, [...(value < 200 || !isCommon ? (map.get(key) ?? []) : []), value]);
    if (isCommon && value >= 200) map.delete(key);
  }
  return { entries, map };
}

test.for([0, 1, blockSize - 1, blockSize, 3 * blockSize + 5])(
  "%d entries are found by their hashes, in the order in which they came",
  async (count) => {
    const pace = new Pace();
    const { entries, map } = makeEntries(count);
    const sorted = await Postings.sort(entries, pace);
    expect(sorted.count).toBe(count);
    for (const [key, values] of map) {
      const [high = 0, low = 0] = key.split("/").map(Number);
      expect([...sorted.valuesOf(high, low)]).toEqual(values);
    }
    expect(sorted.valuesOf(0x80000000, 0xffffffff)).toHaveLength(Math.ceil(count / 3));
    expect(sorted.valuesOf(0x80000000, 0xfffffffe)).toHaveLength(0);
    expect(sorted.valuesOf(0xffffffff, 0xffffffff)).toHaveLength(0);
    const fences = await sorted.fences(pace);
    expect(await sorted.isWhole(fences, pace)).toBe(true);
    if (count === 0) return;
    sorted.words[count] = (sorted.words[count] ?? 0) ^ 1;
    expect(await sorted.isWhole(fences, pace)).toBe(false);
  },
);

test("only the blocks that can hold a hash are named", async () => {
  const pace = new Pace();
  const { entries } = makeEntries(6 * blockSize);
  const sorted = await Postings.sort(entries, pace);
  const fences = await sorted.fences(pace);
  expect(fences).toHaveLength(6 * fenceWidth);
  for (let at = 0; at < sorted.count; at += 97) {
    const [high, low] = [sorted.highAt(at), sorted.lowAt(at)];
    const { first, end } = blocksHolding(fences, high, low);
    const from = sorted.lowerBound(high, low);
    const to = from + sorted.valuesOf(high, low).length;
    expect(first * blockSize).toBeLessThanOrEqual(from);
    expect(end * blockSize).toBeGreaterThanOrEqual(to);
    expect(end - first).toBeLessThanOrEqual(2 + (to - from) / blockSize);
  }
  expect(blocksHolding(fences, 0, 0)).toEqual({ first: 0, end: 0 });
});
