import { spawn } from "node:child_process";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, uptime } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openLibrary } from "../../../main/library/library.ts";
import { temporaryFolder } from "./samples.ts";

test("makes the folder and explains it", async () => {
  const folder = join(await temporaryFolder(), "new", "library");
  const library = await openLibrary({ folder });
  expect(library.repairs).toEqual([]);
  expect(library.folder).toBe(folder);
  await library.close();
  expect(await readdir(folder)).toEqual(
    ["README.txt", "bookmarks", "cache", "editions", "format.json", "media", "trash"].sort(),
  );
  expect(JSON.parse(await readFile(join(folder, "format.json"), "utf8"))).toEqual({ version: 2 });
});

test("refuses a newer version's library and touches nothing", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "format.json"), '{"version":3}');
  await expect(openLibrary({ folder })).rejects.toMatchObject({ code: "newer-version" });
  expect(await readdir(folder)).toEqual(["format.json"]);
});

test("sets a damaged format.json aside and says so", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "format.json"), "\0\0\0");
  const library = await openLibrary({ folder });
  await library.close();
  expect(library.repairs).toHaveLength(1);
  expect(JSON.parse(await readFile(join(folder, "format.json"), "utf8"))).toEqual({ version: 2 });
});

test("can be opened once at a time in one process", async () => {
  const folder = await temporaryFolder();
  const library = await openLibrary({ folder });
  await expect(openLibrary({ folder })).rejects.toMatchObject({ code: "in-use" });
  await library.close();
  await library.close();
  await (await openLibrary({ folder })).close();
  expect(await readdir(folder)).not.toContain("lock");
});

async function sleeper() {
  const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  onTestFinished(() => void child.kill());
  await new Promise((resolve) => child.once("spawn", resolve));
  return { child, pid: child.pid ?? 0 };
}

const bootTime = () => Math.round(Date.now() / 1000 - uptime());

test("is refused while another process holds it, and taken over once that has died", async () => {
  const folder = await temporaryFolder();
  const { child, pid } = await sleeper();
  const holder = { pid, host: hostname(), startedUp: bootTime() };
  await writeFile(join(folder, "lock"), JSON.stringify(holder));
  await expect(openLibrary({ folder })).rejects.toMatchObject({ code: "in-use" });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
  await (await openLibrary({ folder })).close();
});

test.for([
  [
    "of a process before the machine was started anew",
    (pid: number) => ({ pid, host: hostname(), startedUp: bootTime() - 5000 }),
  ],
  [
    "of another machine, in a copied folder",
    (pid: number) => ({ pid, host: "elsewhere", startedUp: bootTime() }),
  ],
  ["without an owner", () => "garbage"],
] as const)("a lock %s is taken over", async ([, makeHolder]) => {
  const folder = await temporaryFolder();
  const { pid } = await sleeper();
  await writeFile(join(folder, "lock"), JSON.stringify(makeHolder(pid)));
  await (await openLibrary({ folder })).close();
});

test("a folder that cannot be written is refused", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "file"), "");
  await expect(openLibrary({ folder: join(folder, "file", "library") })).rejects.toMatchObject({
    code: "unwritable",
  });
  await expect(openLibrary({ folder: join(folder, "file") })).rejects.toMatchObject({
    code: "unwritable",
  });
});

test("opening after a failed opening works", async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "format.json"), '{"version":99}');
  await expect(openLibrary({ folder })).rejects.toThrow();
  await rm(join(folder, "format.json"));
  await (await openLibrary({ folder })).close();
});
