import { promises as nodeFiles } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { JSONFile } from "lowdb/node";
import { expect, test } from "vitest";
import { Disk } from "../../../main/library/files/disk.ts";
import { Random } from "../../newsstand/random.ts";
import { MemoryDisk } from "./memory-disk.ts";
import { MountedFiles } from "./mounted-files.ts";

const cuts = 400;

type Write = (files: MountedFiles, path: string, text: string) => Promise<void>;

/** What a power cut in a burst of writes of one file leaves behind. */
async function burst(write: Write) {
  const found = { unreadable: 0, lost: 0, whole: 0 };
  for (let seed = 1; seed <= cuts; seed++) {
    const random = new Random(`burst ${seed}`);
    const disk = new MemoryDisk();
    let mounted = new MountedFiles(disk, random);
    mounted.cutAt = random.whole(6, 40);
    let acknowledged = 0;
    for (let number = 1; !mounted.isCut(); number++) {
      const text = JSON.stringify({ number, filling: "x".repeat(random.whole(0, 2000)) });
      const written = write(mounted, join(mounted.folder, "data.json"), text);
      await Promise.race([written, mounted.off]);
      if (!mounted.isCut()) acknowledged = number;
    }
    mounted = new MountedFiles(disk, random);
    const number = await readNumber(mounted);
    if (number === null) found.unreadable++;
    else if (number < acknowledged) found.lost++;
    else found.whole++;
  }
  return found;
}

async function readNumber({ files, folder }: MountedFiles): Promise<number | null> {
  try {
    const text = await files.readFile(join(folder, "data.json"), "utf8");
    return (JSON.parse(text) as { number: number }).number;
  } catch {
    return null;
  }
}

test("lowdb's own adapter leaves an unreadable file behind after about half of the cuts", async () => {
  const { writeFile, rename } = nodeFiles;
  try {
    const found = await burst(async (mounted, path, text) => {
      const files = mounted.files as unknown as typeof nodeFiles;
      Object.assign(nodeFiles, { writeFile: files.writeFile, rename: files.rename });
      syncBuiltinESMExports();
      await new JSONFile(path).write(JSON.parse(text));
    });
    expect(found.unreadable / cuts).toBeGreaterThan(0.35);
    expect(found.unreadable / cuts).toBeLessThan(0.7);
    expect(found.lost / cuts).toBeGreaterThan(0.1);
  } finally {
    Object.assign(nodeFiles, { writeFile, rename });
    syncBuiltinESMExports();
  }
});

test("a sync of the file alone keeps it readable, and loses what was acknowledged", async () => {
  const found = await burst(async ({ files }, path, text) => {
    const handle = await files.open(`${path}.tmp`, "w");
    await handle.write(Buffer.from(text), 0, text.length, 0);
    await handle.sync();
    await handle.close();
    await files.rename(`${path}.tmp`, path);
  });
  expect(found.lost / cuts).toBeGreaterThan(0.3);
  expect(found.whole / cuts).toBeGreaterThan(0.3);
});

test("the library's replacing loses nothing", async () => {
  const found = await burst(({ files }, path, text) =>
    new Disk(files).replace(path, Buffer.from(text)),
  );
  expect(found).toEqual({ unreadable: 0, lost: 0, whole: cuts });
});

test("an append that was synced stays whole; one that was not may be anything", async () => {
  const ends = new Set<string>();
  for (let seed = 1; seed <= 300; seed++) {
    const random = new Random(`append ${seed}`);
    const disk = new MemoryDisk();
    let mounted = new MountedFiles(disk, random);
    const { files, folder } = mounted;
    const handle = await files.open(join(folder, "log"), "wx+");
    await new Disk(files).syncFolder(folder);
    await handle.write(Buffer.from("synced"), 0, 6, 0);
    await handle.datasync();
    await handle.write(Buffer.from("abc"), 0, 3, 6);
    await handle.write(Buffer.from("def"), 0, 3, 9);
    mounted.cut();
    mounted = new MountedFiles(disk, random);
    const content = await mounted.files.readFile(join(mounted.folder, "log"), "latin1");
    expect(content.slice(0, 6)).toBe("synced");
    ends.add(content.slice(6));
  }
  for (const end of ["", "abcdef", "abc", "a", "abcd", "\0\0\0\0\0\0", "\0\0\0def", "abc\0\0\0"])
    expect(ends).toContain(end);
});

test("names without a sync of their folder come and go, each rename as a whole", async () => {
  const ends = new Set<string>();
  for (let seed = 1; seed <= 300; seed++) {
    const random = new Random(`names ${seed}`);
    const disk = new MemoryDisk();
    let mounted = new MountedFiles(disk, random);
    const { files, folder } = mounted;
    await files.mkdir(join(folder, "one"));
    await files.mkdir(join(folder, "two"));
    await (await files.open(join(folder, "one", "a"), "wx")).close();
    for (const path of [folder, join(folder, "one")]) await new Disk(files).syncFolder(path);
    await files.rename(join(folder, "one", "a"), join(folder, "two", "b"));
    await (await files.open(join(folder, "one", "c"), "wx")).close();
    mounted.cut();
    mounted = new MountedFiles(disk, random);
    const list = (name: string) => mounted.files.readdir(join(mounted.folder, name));
    ends.add([...(await list("one")), "|", ...(await list("two"))].join(""));
  }
  expect([...ends].sort()).toEqual(["ac|", "a|", "c|b", "|b"].sort());
});
