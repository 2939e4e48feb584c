import { readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Low } from "lowdb";
import { expect, test } from "vitest";
import { Disk } from "../../../main/library/files/disk.ts";
import { DurableJsonFile } from "../../../main/library/files/durable-json-file.ts";
import { Repairs } from "../../../main/library/files/repairs.ts";
import { temporaryFolder } from "./samples.ts";

interface Names {
  readonly names: string[];
}

const codec = {
  encode: (value: Names) => value,
  decode: (value: unknown) =>
    Array.isArray((value as Partial<Names>).names) ? (value as Names) : null,
};

async function openNames(folder: string) {
  const repairs = new Repairs();
  const path = join(folder, "names.json");
  const previous = join(folder, "names.previous.json");
  const low = new Low(new DurableJsonFile({ disk: new Disk(), path, previous, codec, repairs }), {
    names: [],
  });
  await low.read();
  return { low, path, previous, repairs: repairs.sentences };
}

test("is plain JSON with a checksum, and comes back", async () => {
  const folder = await temporaryFolder();
  const { low, path } = await openNames(folder);
  await low.update(({ names }) => names.push("Ärger", "\u2028", "朝日"));
  const text = await readFile(path, "utf8");
  expect(JSON.parse(text)).toEqual({
    crc: expect.stringMatching(/^[0-9a-f]{8}$/) as string,
    data: { names: ["Ärger", "\u2028", "朝日"] },
  });
  expect((await openNames(folder)).low.data).toEqual({ names: ["Ärger", "\u2028", "朝日"] });
});

const damages: [string, (path: string) => Promise<void>][] = [
  ["cut short", (path) => truncate(path, 20)],
  ["emptied", (path) => truncate(path, 0)],
  ["zeroed", async (path) => writeFile(path, Buffer.alloc((await readFile(path)).length))],
  [
    "edited by hand",
    async (path) => writeFile(path, (await readFile(path, "utf8")).replace("two", "six")),
  ],
  ["another document", (path) => writeFile(path, '{"crc":"a3830348","data":{}}')],
];

test.for(damages)("when %s: set aside, told, and the copy before it used", async ([, damage]) => {
  const folder = await temporaryFolder();
  const before = await openNames(folder);
  await before.low.update(({ names }) => names.push("one"));
  await before.low.update(({ names }) => names.push("two"));
  await damage(before.path);
  const after = await openNames(folder);
  expect(after.low.data).toEqual({ names: ["one"] });
  expect(after.repairs, "one sentence for one thing").toEqual([
    expect.stringMatching(/set aside as names\.json\.damaged-.*; the copy before it is used\.$/),
  ]);
  expect((await readdir(folder)).some((name) => name.startsWith("names.json.damaged-"))).toBe(true);
  await after.low.update(({ names }) => names.push("three"));
  expect((await openNames(folder)).low.data).toEqual({ names: ["one", "three"] });
});

test("a lost file is replaced by the copy before it", async () => {
  const folder = await temporaryFolder();
  const { low, path } = await openNames(folder);
  await low.update(({ names }) => names.push("one"));
  await low.update(({ names }) => names.push("two"));
  await rm(path);
  expect((await openNames(folder)).low.data).toEqual({ names: ["one"] });
});

test("a write that fails leaves the file as it was, and nothing beside it", async () => {
  const folder = await temporaryFolder();
  const { low } = await openNames(folder);
  await low.update(({ names }) => names.push("one"));
  low.data = { names: [1n as unknown as string] };
  await expect(low.write()).rejects.toThrow();
  expect(await readdir(folder)).toEqual(["names.json"]);
  expect((await openNames(folder)).low.data).toEqual({ names: ["one"] });
});
