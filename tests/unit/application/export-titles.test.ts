import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, it, onTestFinished } from "vitest";
import { startApplication } from "./start-application.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "broadsheet-titles-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

const list = `<opml version="2.0"><body>
  <outline text="Home"><outline type="rss" text="Private" xmlUrl="http://ann:sesame@127.0.0.1:1/a"/></outline>
  <outline type="rss" text="Plain" xmlUrl="http://127.0.0.1:1/b"/></body></opml>`;

it("titles are written with folders and names, with user names but without passwords, and come back the same", async () => {
  const path = join(folder, "titles.opml");
  await writeFile(path, "what was there before");
  const asked: unknown[] = [];
  const askWhereToSave = (...question: unknown[]): Promise<string> => {
    asked.push(question);
    return Promise.resolve(path);
  };
  const running = await startApplication({ desktop: { askWhereToSave } });
  await running.application.followOutline(list);
  const before = await running.ask("sources.list", {});
  await running.ask("sources.rename", {
    feedId: before.feeds[1]?.id ?? expect.fail(),
    title: "My own",
  });
  expect(await running.ask("opml.export", { withSecrets: false })).toEqual({ path });
  expect(asked).toEqual([["Broadsheet titles.opml", "titles"]]);
  expect(await readdir(folder)).toEqual(["titles.opml"]);
  const text = await readFile(path, "utf8");
  expect(text).not.toContain("sesame");
  expect(text).toContain("//ann@");

  const other = await startApplication();
  await other.application.followOutline(text);
  const { feeds, folders } = await other.ask("sources.list", {});
  expect(folders.map(({ name }) => name)).toEqual(["Home"]);
  const shape = feeds.map(({ title, address, folderId }) => [title, address, folderId !== null]);
  expect(shape.toSorted()).toEqual([
    ["My own", "http://127.0.0.1:1/b", false],
    ["Private", "http://ann@127.0.0.1:1/a", true],
  ]);
});

it("a cancelled question writes nothing, and a place that cannot be written says so", async () => {
  const cancelled = await startApplication();
  expect(await cancelled.ask("opml.export", { withSecrets: false })).toEqual({ path: null });
  const askWhereToSave = (): Promise<string> => Promise.resolve(join(folder, "not", "there.opml"));
  const refused = await startApplication({ desktop: { askWhereToSave } });
  await expect(refused.ask("opml.export", { withSecrets: false })).rejects.toMatchObject({
    code: "storage-failed",
  });
});
