import { join } from "node:path";
import { expect, test } from "vitest";
import { Disk } from "../../../main/library/files/disk.ts";
import { Random } from "../../newsstand/random.ts";
import { MemoryDisk } from "./memory-disk.ts";
import { MountedFiles } from "./mounted-files.ts";

/** Runs an act on an empty disk with every seed, each time on another one. */
async function withSeeds(
  act: (disk: MemoryDisk, random: Random, message: string) => Promise<void>,
): Promise<void> {
  for (let seed = 1; seed <= 60; seed++)
    await act(new MemoryDisk(), new Random(`seed ${seed}`), `seed ${seed}`);
}

test("folders that were made on the way to one are durable with it", () =>
  withSeeds(async (disk, random, message) => {
    const { files, folder, ...mounted } = mount(disk, random);
    const path = join(folder, "a", "b", "c");
    await new Disk(files).makeFolder(path);
    await new Disk(files).replace(join(path, "file"), Buffer.from("kept"));
    mounted.cut();
    expect(await readAgain(disk, random, "a/b/c/file"), message).toBe("kept");
  }));

test("a folder that a killed process made is durable once another stores something in it", () =>
  withSeeds(async (disk, random, message) => {
    const killed = mount(disk, random);
    await killed.files.mkdir(join(killed.folder, "a"));
    killed.kill();
    const { files, folder, ...mounted } = mount(disk, random);
    const again = new Disk(files);
    await again.makeFolder(join(folder, "a"));
    await again.replace(join(folder, "a", "file"), Buffer.from("kept"));
    mounted.cut();
    expect(await readAgain(disk, random, "a/file"), message).toBe("kept");
  }));

test("while a file and the copy before it are replaced, the file is always there", async () => {
  for (let step = 0; ; step++) {
    const done = new Set<string>();
    await withSeeds(async (disk, random, message) => {
      const { files, folder, ...mounted } = mount(disk, random);
      const path = join(folder, "file");
      const replace = (text: string) =>
        new Disk(files).replace(path, Buffer.from(text), join(folder, "before"));
      await replace("one");
      mounted.cutAfter(step);
      const replaced = replace("two").then(() => true);
      const isDone = (await Promise.race([replaced, mounted.off])) === true;
      if (isDone) done.add(message);
      mounted.cut();
      const found = await readAgain(disk, random, "file");
      expect(isDone ? ["two"] : ["one", "two"], `${message}, ${step} steps`).toContain(found);
      const before = await readAgain(disk, random, "before");
      if (before !== null) expect(["one", "two"], message).toContain(before);
      if (isDone) expect(before, message).toBe("one");
    });
    if (done.size > 0) break;
    expect(step).toBeLessThan(50);
  }
});

function mount(disk: MemoryDisk, random: Random) {
  const mounted = new MountedFiles(disk, random);
  return {
    files: mounted.files,
    folder: mounted.folder,
    off: mounted.off,
    cut: () => mounted.cut(),
    kill: () => mounted.kill(),
    cutAfter: (steps: number) => (mounted.cutAt = mounted.steps + steps),
  };
}

async function readAgain(disk: MemoryDisk, random: Random, path: string): Promise<string | null> {
  const { files, folder } = new MountedFiles(disk, random);
  try {
    return await files.readFile(join(folder, path), "latin1");
  } catch {
    return null;
  }
}
