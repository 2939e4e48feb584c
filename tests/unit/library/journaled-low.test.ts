import { readdir, rm, truncate } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Disk } from "../../../main/library/files/disk.ts";
import { JournaledLow, type JournaledDocument } from "../../../main/library/files/journaled-low.ts";
import { Repairs } from "../../../main/library/files/repairs.ts";
import { FailingFiles } from "./failing-files.ts";
import { temporaryFolder } from "./samples.ts";

const numbers: JournaledDocument<Set<number>, { add: number }, boolean> = {
  empty: () => new Set(),
  encode: (set) => [...set],
  decode: (value) => new Set(value as number[]),
  decodeOp: (value) => value as { add: number },
  reduce: (set, { add }) => {
    const isNew = !set.has(add);
    set.add(add);
    return isNew;
  },
};

async function openNumbers(folder: string, disk = new Disk()) {
  const repairs = new Repairs();
  const low = new JournaledLow({ disk, path: join(folder, "numbers"), document: numbers, repairs });
  await low.read();
  onTestFinished(() => low.close());
  return { low, repairs: repairs.sentences };
}

test("commits survive without a snapshot, and answer what the change did", async () => {
  const folder = await temporaryFolder();
  const { low } = await openNumbers(folder);
  expect(await low.commit({ add: 1 })).toBe(true);
  expect(await low.commit({ add: 1 })).toBe(false);
  expect((await openNumbers(folder)).low.data).toEqual(new Set([1]));
});

test("keeps two generations of snapshots and what was committed since", async () => {
  const folder = await temporaryFolder();
  const { low } = await openNumbers(folder);
  for (const add of [1, 2, 3]) {
    await low.commit({ add });
    await low.write();
  }
  await low.commit({ add: 4 });
  expect(await readdir(folder)).toEqual([
    "numbers.2.json",
    "numbers.2.log",
    "numbers.3.json",
    "numbers.3.log",
  ]);
  expect((await openNumbers(folder)).low.data).toEqual(new Set([1, 2, 3, 4]));
});

test("nothing is lost when the only snapshot is damaged", async () => {
  const folder = await temporaryFolder();
  const { low } = await openNumbers(folder);
  await low.commit({ add: 1 });
  await low.write();
  await low.commit({ add: 2 });
  await truncate(join(folder, "numbers.1.json"), 5);
  expect((await openNumbers(folder)).low.data).toEqual(new Set([1, 2]));
});

test.for(["numbers.3.json", "numbers.2.json"])(
  "nothing is lost when %s is damaged",
  async (name) => {
    const folder = await temporaryFolder();
    const { low } = await openNumbers(folder);
    for (const add of [1, 2, 3]) {
      await low.commit({ add });
      await low.write();
    }
    await low.commit({ add: 4 });
    await truncate(join(folder, name), 5);
    const again = await openNumbers(folder);
    expect(again.low.data).toEqual(new Set([1, 2, 3, 4]));
    await again.low.close();
    expect((await openNumbers(folder)).low.data).toEqual(new Set([1, 2, 3, 4]));
  },
);

test("what journals hold is used when all snapshots are gone, and that is told", async () => {
  const folder = await temporaryFolder();
  const { low } = await openNumbers(folder);
  for (const add of [1, 2, 3]) {
    await low.commit({ add });
    await low.write();
  }
  await low.commit({ add: 4 });
  await rm(join(folder, "numbers.2.json"));
  await rm(join(folder, "numbers.3.json"));
  const again = await openNumbers(folder);
  expect(again.low.data).toEqual(new Set([3, 4]));
  expect(again.low.intact).toBe(false);
  expect(again.repairs).toHaveLength(1);
});

test("commits during a snapshot are in the snapshot or in the journal after it", async () => {
  const folder = await temporaryFolder();
  const { low } = await openNumbers(folder);
  const commits: Promise<unknown>[] = [];
  for (let add = 0; add < 300; add++) {
    commits.push(low.commit({ add }));
    if (add % 40 === 0) commits.push(low.write());
    if (add % 7 === 0) await new Promise(setImmediate);
  }
  await Promise.all(commits);
  expect((await openNumbers(folder)).low.data.size).toBe(300);
});

test("a snapshot that cannot be written loses nothing", async () => {
  const folder = await temporaryFolder();
  const failing = new FailingFiles();
  const { low } = await openNumbers(folder, new Disk(failing.files));
  await low.commit({ add: 1 });
  failing.writesLeft = 0;
  await expect(low.write()).rejects.toMatchObject({ code: "storage-full" });
  await expect(low.commit({ add: 2 })).rejects.toMatchObject({ code: "storage-full" });
  expect(low.data).toEqual(new Set([1]));
  failing.recover();
  await low.commit({ add: 3 });
  expect((await openNumbers(folder)).low.data).toEqual(new Set([1, 3]));
  await low.write();
  await low.close();
  expect((await openNumbers(folder)).low.data).toEqual(new Set([1, 3]));
});
