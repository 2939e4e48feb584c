import { readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Disk } from "../../../main/library/files/disk.ts";
import { Journal } from "../../../main/library/files/journal.ts";
import { Repairs } from "../../../main/library/files/repairs.ts";
import { FailingFiles } from "./failing-files.ts";
import { temporaryFolder } from "./samples.ts";

async function openJournal(folder: string, disk = new Disk()) {
  const repairs = new Repairs();
  const journal = new Journal(disk, join(folder, "some.log"), repairs);
  const { lines, damaged } = await journal.read();
  onTestFinished(() => journal.close());
  return { journal, damaged, values: lines.map(({ value }) => value), repairs: repairs.sentences };
}

async function writeLines(folder: string, values: readonly unknown[]): Promise<string> {
  const { journal } = await openJournal(folder);
  await Promise.all(values.map((value) => journal.append(value)));
  await journal.close();
  return join(folder, "some.log");
}

test("keeps lines in order, and tells where each one's JSON stands", async () => {
  const folder = await temporaryFolder();
  const { journal } = await openJournal(folder);
  const ranges = await Promise.all(
    [1, "zwölf", { deep: [3] }].map((value) => journal.append(value)),
  );
  await journal.close();
  const bytes = await readFile(join(folder, "some.log"));
  const texts = ranges.map(({ offset, length }) => bytes.toString("utf8", offset, offset + length));
  expect(texts).toEqual(["1", '"zwölf"', '{"deep":[3]}']);
  expect((await openJournal(folder)).values).toEqual([1, "zwölf", { deep: [3] }]);
});

test("what is appended in one turn shares one write and one sync", async () => {
  const folder = await temporaryFolder();
  const failing = new FailingFiles();
  const { journal } = await openJournal(folder, new Disk(failing.files));
  await journal.append("makes the file");
  const before = failing.syncs;
  await Promise.all(Array.from({ length: 500 }, (_, number) => journal.append(number)));
  expect(failing.syncs - before).toBe(1);
  await journal.close();
});

test("half a line at the end is cut silently: nobody was told that it was stored", async () => {
  const folder = await temporaryFolder();
  const path = await writeLines(folder, ["one", "two"]);
  await truncate(path, (await readFile(path)).length - 4);
  const { journal, values, repairs } = await openJournal(folder);
  expect(values).toEqual(["one"]);
  expect(repairs).toEqual([]);
  await journal.append("three");
  await journal.close();
  expect((await openJournal(folder)).values).toEqual(["one", "three"]);
});

const damages: [string, (bytes: Buffer) => Buffer, unknown[]][] = [
  ["a bit flipped in the middle", (b) => flip(b, 14 + 12), ["one", "three"]],
  ["zeros at the end", (b) => Buffer.concat([b, Buffer.alloc(64)]), ["one", "two", "three"]],
  ["all zeros", (b) => Buffer.alloc(b.length), []],
  ["garbage", (b) => Buffer.from("?".repeat(b.length)), []],
  [
    "garbage lines between",
    (b) => Buffer.concat([b, Buffer.from("x\ny z\n"), b]),
    ["one", "two", "three", "one", "two", "three"],
  ],
];

test.for(damages)("%s: good lines stay, a copy is kept", async ([, damage, expected]) => {
  const folder = await temporaryFolder();
  const path = await writeLines(folder, ["one", "two", "three"]);
  await writeFile(path, damage(await readFile(path)));
  const first = await openJournal(folder);
  expect(first.values).toEqual(expected);
  expect(first.damaged).toBe(true);
  expect(first.repairs).toHaveLength(1);
  expect((await readdir(folder)).filter((name) => name.includes(".damaged-"))).toHaveLength(1);
  await first.journal.append("four");
  await first.journal.close();
  const second = await openJournal(folder);
  expect(second.values).toEqual([...expected, "four"]);
  expect(second.repairs).toEqual([]);
});

test.for(["write", "sync"] as const)(
  "a failed %s leaves nothing, and the next append works",
  async (kind) => {
    const folder = await temporaryFolder();
    const failing = new FailingFiles();
    const { journal } = await openJournal(folder, new Disk(failing.files));
    await journal.append("one");
    if (kind === "write") failing.writesLeft = 0;
    else failing.syncsLeft = 0;
    await expect(journal.append("two")).rejects.toMatchObject({ code: "storage-full" });
    failing.recover();
    await journal.append("three");
    await journal.close();
    const again = await openJournal(folder);
    expect(again.values).toEqual(["one", "three"]);
    expect(again.repairs).toEqual([]);
  },
);

function flip(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
