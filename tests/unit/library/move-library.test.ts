import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import * as nodeFiles from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { checkMove, moveLibrary, openLibrary } from "../../../main/library/library.ts";
import { syncedBy } from "../../../main/library/files/synced-folder.ts";
import { filledLibrary } from "./backup-samples.ts";
import { FailingFiles } from "./failing-files.ts";
import type { TestLibrary } from "./open-library.ts";
import { everything, noon } from "./samples.ts";

/** Every file's content by its path; the lock is not part of it. */
async function contentOf(folder: string): Promise<Map<string, string>> {
  const content = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && entry.name !== "lock") {
      const path = join(entry.parentPath, entry.name);
      content.set(path.slice(folder.length), await readFile(path, "base64"));
    }
  return content;
}

/** A closed library, and the folder that it shall move to. */
async function closedLibrary(): Promise<{ test: TestLibrary; from: string; to: string }> {
  const { test, outside } = await filledLibrary();
  await test.library.copies.rotate();
  await test.library.close();
  return { test, from: test.folder, to: join(outside, "Broadsheet", "library") };
}

test("copies everything, with the automatic copies, and leaves the old folder as it is", async () => {
  const { test, from, to } = await closedLibrary();
  const before = await contentOf(dirname(from));
  const seen: number[] = [];
  await checkMove({ from, to });
  const report = await moveLibrary({
    from,
    to,
    onProgress: ({ done, total }) => seen.push(done / total),
  });
  expect(report).toMatchObject({ warning: null });
  expect(report.files).toBe(before.size);
  expect(seen.at(-1)).toBe(1);
  expect(await contentOf(dirname(from))).toEqual(before);
  expect(await contentOf(dirname(to))).toEqual(before);
  const library = await openLibrary({ folder: to, now: () => noon });
  expect(library.repairs).toEqual([]);
  expect(library.articles.timeline(everything).total).toBe(4);
  expect(await library.copies.automatic()).toHaveLength(1);
  await library.close();
  await test.open();
});

test("refuses a folder that holds something, one within the other, and an open library", async () => {
  const { test, from, to } = await closedLibrary();
  await mkdir(to, { recursive: true });
  await writeFile(join(to, "mine.txt"), "mine");
  for (const place of [to, from, join(from, "inner"), dirname(from)])
    for (const act of [checkMove, moveLibrary])
      await expect(act({ from, to: place })).rejects.toMatchObject({ code: "folder-not-empty" });
  expect(await readdir(to)).toEqual(["mine.txt"]);
  await rm(join(to, "mine.txt"));
  await test.open();
  await checkMove({ from, to });
  await expect(moveLibrary({ from, to })).rejects.toMatchObject({ code: "in-use" });
  expect(await readdir(to)).toEqual([]);
});

test("asks for enough room before anything is written", async () => {
  const { test, from, to } = await closedLibrary();
  const files = { ...nodeFiles, statfs: () => Promise.resolve({ bavail: 10, bsize: 4096 }) };
  const small = files as unknown as NonNullable<Parameters<typeof checkMove>[0]["files"]>;
  for (const act of [checkMove, moveLibrary])
    await expect(act({ from, to, files: small })).rejects.toMatchObject({
      code: "not-enough-room",
      message: "The library takes 1 MB, and 1 MB are free there.",
    });
  expect(existsSync(to)).toBe(false);
  await test.open();
});

test("an interrupted copy never opens as a library, and is completed by moving there again", async () => {
  const { test, from, to } = await closedLibrary();
  const before = await contentOf(from);
  const failing = new FailingFiles();
  for (const writes of [3, 6]) {
    failing.writesLeft = writes;
    await expect(moveLibrary({ from, to, files: failing.files })).rejects.toMatchObject({
      code: "storage-full",
    });
    failing.recover();
    await expect(openLibrary({ folder: to })).rejects.toMatchObject({
      code: "damaged",
      message: "This folder holds an unfinished copy of a library.",
    });
    expect(await contentOf(from)).toEqual(before);
  }
  const cancel = new AbortController();
  await expect(
    moveLibrary({ from, to, signal: cancel.signal, onProgress: () => cancel.abort() }),
  ).rejects.toThrow("aborted");
  // What the library has let go of since must not come back.
  await mkdir(join(to, "editions", "2026-01-01"), { recursive: true });
  await writeFile(join(to, "editions", "2026-01-01", "articles.log"), "old");
  await moveLibrary({ from, to });
  expect(await contentOf(to)).toEqual(before);
  const library = await openLibrary({ folder: to, now: () => noon });
  expect(library.repairs).toEqual([]);
  await library.close();
  await test.open();
});

test("notices what was not written as it was read", async () => {
  const { test, from, to } = await closedLibrary();
  const files = {
    ...nodeFiles,
    open: async (...args: Parameters<typeof nodeFiles.open>) => {
      const handle = await nodeFiles.open(...args);
      if (args[1] !== "w" || !String(args[0]).includes("bodies.pack")) return handle;
      return new Proxy(handle, {
        get: (target, name) => {
          const member: unknown = Reflect.get(target, name, target);
          if (typeof member !== "function") return member;
          if (name !== "write") return member.bind(target) as unknown;
          return async (bytes: Buffer, offset: number, length: number, position: number) => {
            const flipped = Buffer.from(bytes.subarray(offset, offset + length));
            flipped[0] = (flipped[0] ?? 0) ^ 1;
            return target.write(flipped, 0, length, position);
          };
        },
      });
    },
  };
  await expect(moveLibrary({ from, to, files })).rejects.toMatchObject({
    code: "damaged",
    message: "editions/2026-11-23/bodies.pack was not written as it was read.",
  });
  await expect(openLibrary({ folder: to })).rejects.toMatchObject({ code: "damaged" });
  await test.open();
});

test("copies that lie at the new place already are left alone", async () => {
  const { test, from, to } = await closedLibrary();
  await mkdir(`${to}-backups`, { recursive: true });
  await writeFile(join(`${to}-backups`, "2026-11-23.zip"), "another library's");
  await moveLibrary({ from, to });
  expect(await readFile(join(`${to}-backups`, "2026-11-23.zip"), "utf8")).toBe("another library's");
  await test.open();
});

test("warns of folders that a service synchronises", async () => {
  const { test, from, to } = await closedLibrary();
  const synced = join(dirname(to), "Dropbox", "library");
  expect((await moveLibrary({ from, to: synced })).warning).toBe(
    "The new folder is synchronised (Dropbox). Never open it on two machines at a time.",
  );
  await test.open();
});

test.each([
  ["C:\\Users\\me\\OneDrive - Company\\News", "OneDrive"],
  ["/Users/me/Library/Mobile Documents/com~apple~CloudDocs/News", "iCloud Drive"],
  ["/Users/me/Library/CloudStorage/GoogleDrive-me@mail.example/My Drive", "Google Drive"],
  ["/home/me/Dropbox (Personal)/library", "Dropbox"],
  ["/home/me/dropbox-archive/library", null],
  ["/home/me/.config/Broadsheet/library", null],
])("%s is synchronised by %s", (path, service) => {
  expect(syncedBy(path)).toBe(service);
});
