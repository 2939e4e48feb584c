import * as nodeFiles from "node:fs/promises";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Disk, type FileSystem } from "../../../main/library/files/disk.ts";
import { Lock } from "../../../main/library/files/lock.ts";
import { Media } from "../../../main/library/media.ts";
import type { MediaName } from "../../../preload/contract/contract.ts";
import { samplePicture } from "./backup-samples.ts";
import { day, noon, temporaryFolder } from "./samples.ts";

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** File calls of which one is slow. */
function slowly(call: "rm" | "readdir"): FileSystem {
  const slow = async (...args: unknown[]): Promise<unknown> => {
    await wait(50);
    return (nodeFiles[call] as (...args: unknown[]) => unknown)(...args);
  };
  return { ...nodeFiles, [call]: slow };
}

test("a picture that is stored while it is being removed is there", async () => {
  const folder = await temporaryFolder();
  const { name, bytes } = samplePicture("a picture");
  const clock = { now: noon };
  const media = new Media(new Disk(slowly("rm")), folder, () => clock.now);
  await media.store(name, bytes);
  clock.now += day;
  const removing = media.removeUnless(() => false);
  await wait(25);
  await media.store(name, bytes);
  await removing;
  expect(await media.path(name)).not.toBeNull();
  expect(media.bytes).toBe(bytes.length);
});

test("a picture that is stored while pictures are measured counts once", async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, "ff"));
  const there = `${"f".repeat(64)}.jpg` as MediaName;
  await writeFile(join(folder, "ff", there), "four");
  const media = new Media(new Disk(slowly("readdir")), folder, () => noon);
  const measuring = media.measure();
  await media.store(`ff${"e".repeat(62)}.jpg` as MediaName, Buffer.from("seventh"));
  await media.store(there, Buffer.from("four"));
  await measuring;
  expect(media.bytes).toBe(11);
});

test("a lock that is being released is not taken from whoever takes it next", async () => {
  const folder = await temporaryFolder();
  const disk = new Disk(slowly("rm"));
  const first = await Lock.take(disk, folder);
  const releasing = first.release();
  await expect(Lock.take(disk, folder)).rejects.toMatchObject({ code: "in-use" });
  await releasing;
  const second = await Lock.take(disk, folder);
  expect(await disk.look(join(folder, "lock"))).not.toBeNull();
  await second.release();
});
