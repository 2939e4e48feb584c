import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { locationFile, readLocation, writeLocation } from "../../../main/electron/location.ts";

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-location-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function makeLibrary(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "format.json"), '{"version":1}');
  return folder;
}

it("is the usual place as long as none was remembered, whether or not it is there", async () => {
  const folder = await makeFolder();
  const usual = { kind: "usual", folder: join(folder, "library") };
  expect(await readLocation(folder)).toEqual(usual);
});

it("is the place that was remembered last", async () => {
  const folder = await makeFolder();
  await writeLocation(folder, await makeLibrary(join(folder, "first")));
  const second = await makeLibrary(join(folder, "zweite Bücherei"));
  await writeLocation(folder, second);
  expect(await readLocation(folder)).toEqual({ kind: "moved", folder: second });
});

it("a place without a library is missing, and comes back when the library does", async () => {
  const folder = await makeFolder();
  const library = await makeLibrary(join(folder, "drive", "library"));
  await writeLocation(folder, library);
  await rename(join(folder, "drive"), join(folder, "unplugged"));
  expect(await readLocation(folder)).toEqual({ kind: "missing", folder: library });
  // An empty folder, as where a drive would be.
  await mkdir(library, { recursive: true });
  expect(await readLocation(folder)).toEqual({ kind: "missing", folder: library });
  await rm(join(folder, "drive"), { recursive: true });
  await rename(join(folder, "unplugged"), join(folder, "drive"));
  expect(await readLocation(folder)).toEqual({ kind: "moved", folder: library });
});

it.each(["", "{", "null", "[]", '{"library":""}', '{"library":5}', "\0\0\0\0"])(
  "what cannot be read (%j) is never taken for the usual place",
  async (text) => {
    const folder = await makeFolder();
    await makeLibrary(join(folder, "library"));
    await writeFile(locationFile(folder), text);
    expect(await readLocation(folder)).toEqual({ kind: "missing", folder: null });
  },
);

it("a library that has lost one of its files is still one", async () => {
  const folder = await makeFolder();
  const library = join(folder, "elsewhere");
  await mkdir(library);
  await writeFile(join(library, "library.json"), "{}");
  await writeLocation(folder, library);
  expect(await readLocation(folder)).toEqual({ kind: "moved", folder: library });
});

it("a folder in the file's place is not taken for the usual place either", async () => {
  const folder = await makeFolder();
  await mkdir(locationFile(folder));
  expect(await readLocation(folder)).toEqual({ kind: "missing", folder: null });
});
