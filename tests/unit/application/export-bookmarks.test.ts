import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import type { ExportFormat } from "../../../preload/contract/contract.ts";
import { readZip } from "../exchange/read-zip.ts";
import { fill, rows, temporaryFolder } from "./filled-application.ts";
import { startApplication, type RunningApplication } from "./start-application.ts";

const run = promisify(execFile);

/** Three articles, two of them bookmarks, one with tags and note; answers where exports go. */
async function kept() {
  const folder = await temporaryFolder();
  const asked: string[] = [];
  const running = await startApplication({
    desktop: {
      askWhereToSave(name) {
        asked.push(name);
        return Promise.resolve(join(folder, name));
      },
      askForFolder: () => Promise.resolve(folder),
    },
  });
  await fill(running);
  const [first, second] = await rows(running);
  if (first === undefined || second === undefined) throw new Error("no articles");
  await running.ask("bookmarks.write", { articleId: first.id, tags: ["Wine"], note: "Why?" });
  await running.ask("bookmarks.add", { articleId: second.id });
  return { running, folder, asked, first, second };
}

function write(
  { ask }: RunningApplication,
  format: ExportFormat,
  which: Parameters<typeof ask<"export.bookmarks">>[1]["which"] = { kind: "all" },
) {
  return ask("export.bookmarks", { format, which });
}

it.each(["json", "html", "netscape"] as const)("writes %s as one file", async (format) => {
  const { running, asked, first, second } = await kept();
  const { path, written, left } = await write(running, format);
  expect({ written, left }).toEqual({ written: 2, left: 0 });
  expect(asked[0]).toMatch(/^Broadsheet bookmarks \d{4}-\d\d-\d\d\.(?:json|html)$/);
  const text = await readFile(path ?? "", "utf8");
  for (const { headline } of [first, second]) expect(text).toContain(headline);
  expect(text).toContain("Wine");
  expect(text).toContain("Why?");
  if (format === "json") expect(JSON.parse(text)).toMatchObject({ bookmarks: [{}, {}] });
});

it("writes those of a tag, or those that were chosen", async () => {
  const { running, first, second } = await kept();
  const headlinesIn = async (which: Parameters<typeof write>[2]): Promise<string[]> => {
    const { path } = await write(running, "json", which);
    const { bookmarks } = JSON.parse(await readFile(path ?? "", "utf8")) as {
      bookmarks: { headline: string }[];
    };
    return bookmarks.map(({ headline }) => headline);
  };
  expect(await headlinesIn({ kind: "own-tag", tag: "wine" })).toEqual([first.headline]);
  expect(await headlinesIn({ kind: "articles", articleIds: [second.id] })).toEqual([
    second.headline,
  ]);
});

it("writes a folder of Markdown files, and another one beside it the next time", async () => {
  const { running, folder, first } = await kept();
  const { path } = await write(running, "folder");
  const names = await readdir(path ?? "");
  expect(names).toContain("README.txt");
  const [file = ""] = names.filter((name) => name.includes(first.headline));
  expect(await readFile(join(path ?? "", file), "utf8")).toContain(`# ${first.headline}`);
  const again = await write(running, "folder");
  expect(again.path).not.toBe(path);
  expect((await readdir(folder)).filter((name) => name.startsWith("Broadsheet"))).toHaveLength(2);
});

it("writes a book whose files are all there, named once, and in their order", async () => {
  const { running } = await kept();
  const { path } = await write(running, "epub");
  const files = await readZip(path ?? "");
  expect([...files.keys()][0]).toBe("mimetype");
  expect(files.get("mimetype")).toBe("application/epub+zip");
  const manifest = files.get("book/package.opf") ?? "";
  const named = [...manifest.matchAll(/href="([^"]+)"/g)].map(([, name]) => `book/${name ?? ""}`);
  expect(new Set(named).size).toBe(named.length);
  const own = ["mimetype", "META-INF/container.xml", "book/package.opf"];
  expect([...files.keys()].filter((name) => !own.includes(name)).sort()).toEqual(named.sort());
  for (const [name, text] of files)
    if (name.endsWith(".xhtml"))
      for (const [, target = ""] of text.matchAll(/(?:src|href)="(?!https?:|data:)([^"]+)"/g))
        expect(files.has(`book/${target}`), `${name}: ${target}`).toBe(true);
  // As a second opinion, where it is installed (Debian's package epubcheck).
  const checker = "/usr/share/java/epubcheck.jar";
  if (existsSync(checker)) await run("java", ["-jar", checker, path ?? ""]);
});

it("leaves what was there, and nothing half, when it cannot be written", async () => {
  const { running, folder, asked } = await kept();
  const { path } = await write(running, "json");
  await writeFile(path ?? "", "before");
  // A folder in its way, which is not removed with what is unfinished.
  await mkdir(join(folder, "in the way"));
  const stubborn = await startApplication({
    desktop: { askWhereToSave: () => Promise.resolve(join(folder, "not", "there.json")) },
  });
  await fill(stubborn);
  await expect(write(stubborn, "json")).rejects.toMatchObject({ code: "storage-failed" });
  expect(await readFile(path ?? "", "utf8")).toBe("before");
  expect((await readdir(folder)).filter((name) => name.endsWith(".unfinished"))).toEqual([]);
  expect(asked).toHaveLength(1);
});

it("asks, and does nothing when that is cancelled", async () => {
  const running = await startApplication();
  await fill(running);
  expect(await write(running, "epub")).toEqual({ path: null, written: 0, left: 0 });
});
