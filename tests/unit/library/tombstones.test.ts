import { hash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Disk } from "../../../main/library/files/disk.ts";
import { Repairs } from "../../../main/library/files/repairs.ts";
import { KeyDays } from "../../../main/library/retention/key-days.ts";
import { Tombstones } from "../../../main/library/retention/tombstones.ts";
import type { FeedId } from "../../../preload/contract/contract.ts";
import { day, noon, temporaryFolder } from "./samples.ts";

const [one, two] = [1 as FeedId, 2 as FeedId];
const keyOf = (text: string) => hash("sha256", text, "hex").slice(0, 16);

async function graveyard() {
  const folder = await temporaryFolder();
  const clock = { now: noon };
  const repairs = new Repairs();
  const open = async () => {
    const tombstones = new Tombstones(new Disk(), folder, repairs, () => clock.now);
    await tombstones.load();
    return tombstones;
  };
  return { folder, clock, repairs, open };
}

test("remembers removed articles of a title, also in the next run", async () => {
  const { open, repairs } = await graveyard();
  let tombstones = await open();
  await tombstones.bury(new Map([[one, [keyOf("a"), keyOf("b")]]]));
  await tombstones.bury(new Map([[one, [keyOf("b"), keyOf("c")]]]));
  for (const again of [false, true]) {
    if (again) {
      await tombstones.close();
      tombstones = await open();
    }
    expect(["a", "b", "c", "d"].map((text) => tombstones.has(one, keyOf(text)))).toEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(tombstones.has(two, keyOf("a"))).toBe(false);
    expect(tombstones.size).toBe(3);
    expect(tombstones.all().get(one)).toEqual(["a", "b", "c"].map(keyOf).toSorted());
  }
  await tombstones.close();
  expect(repairs.sentences).toEqual([]);
});

test("forgets what no publisher has listed for 400 days", async () => {
  const { open, clock } = await graveyard();
  const tombstones = await open();
  await tombstones.bury(new Map([[one, [keyOf("listed"), keyOf("not listed")]]]));
  clock.now += 200 * day;
  await tombstones.note(one, [keyOf("listed"), keyOf("unknown")]);
  clock.now += 201 * day;
  await tombstones.dropOutdated(Math.floor(clock.now / day));
  await tombstones.close();
  const again = await open();
  expect(again.has(one, keyOf("listed"))).toBe(true);
  expect(again.has(one, keyOf("not listed"))).toBe(false);
  expect(again.has(one, keyOf("unknown"))).toBe(false);
  await again.close();
});

test("a date that is not old is not written anew, nor set back by a clock set back", async () => {
  const { open, clock, folder } = await graveyard();
  const tombstones = await open();
  await tombstones.bury(new Map([[one, [keyOf("a")]]]));
  const size = async () => (await stat(join(folder, "tombstones.0.log"))).size;
  const before = await size();
  clock.now += 30 * day;
  await tombstones.note(one, [keyOf("a")]);
  clock.now -= 4000 * day;
  await tombstones.note(one, [keyOf("a")]);
  await tombstones.dropOutdated(Math.floor(clock.now / day));
  expect(await size()).toBe(before);
  expect(tombstones.has(one, keyOf("a"))).toBe(true);
  await tombstones.close();
});

test("33,000 articles take less than a megabyte", async () => {
  const { open, folder } = await graveyard();
  const tombstones = await open();
  const keys = Array.from({ length: 33_000 }, (_, number) => keyOf(`${number}`));
  await tombstones.bury(
    new Map([
      [one, keys.slice(0, 3000)],
      [two, keys.slice(3000)],
    ]),
  );
  const log = await stat(join(folder, "tombstones.0.log"));
  expect(log.size).toBeLessThan(1_000_000);
  await tombstones.close();
  const [snapshot] = (await readdir(folder)).filter((name) => name.endsWith(".json"));
  expect((await stat(join(folder, snapshot ?? ""))).size).toBeLessThan(1_000_000);
  const again = await open();
  expect(keys.every((key, at) => again.has(at < 3000 ? one : two, key))).toBe(true);
  await again.close();
});

const key = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
const entries = fc.array(fc.tuple(fc.oneof(key, fc.bigInt({ min: 0n, max: 9n })), fc.nat(65_535)));

test("tables of keys merge, renew, thin out and are stored as plain maps would be", () => {
  const build = (list: readonly (readonly [bigint, number])[]) => {
    let table = KeyDays.of(new BigUint64Array(), 0);
    for (const [one, day] of list)
      table = table.mergedWith(KeyDays.of(BigUint64Array.of(one, one), day));
    return table;
  };
  fc.assert(
    fc.property(entries, entries, fc.nat(65_535), (some, others, limit) => {
      const model = new Map<bigint, number>();
      for (const [one, day] of [...some, ...others])
        model.set(one, Math.max(day, model.get(one) ?? 0));
      const merged = build(some).mergedWith(build(others));
      const refreshed = [...model.keys()].slice(0, 2);
      merged.refresh([...refreshed, 77n], limit);
      for (const one of refreshed) model.set(one, Math.max(limit, model.get(one) ?? 0));
      const { keys, days } = merged.encode();
      const again = KeyDays.decode(keys, days);
      expect(again.size).toBe(model.size);
      for (const [one, day] of model) expect(again.get(one)).toBe(day);
      const since = again.since(limit);
      for (const [one, day] of model) expect(since.get(one)).toBe(day >= limit ? day : undefined);
    }),
  );
});
