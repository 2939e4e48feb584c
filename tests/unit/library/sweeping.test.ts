import * as nodeFiles from "node:fs/promises";
import { expect, test } from "vitest";
import type { FileSystem } from "../../../main/library/files/disk.ts";
import { samplePicture } from "./backup-samples.ts";
import { TestLibrary } from "./open-library.ts";
import { day, noon, sampleArticle } from "./samples.ts";

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test("pictures of a day that is sealed while pictures are swept stay, and titles' icons", async () => {
  const hooks: { beforeRead: ((path: string) => Promise<void>) | null } = { beforeRead: null };
  const readFile = async (path: string): Promise<Buffer> => {
    await hooks.beforeRead?.(path);
    return nodeFiles.readFile(path);
  };
  const files = { ...nodeFiles, readFile } as unknown as FileSystem;
  const test = await TestLibrary.make(files);
  const feed = await test.follow();
  const picture = { address: "https://a.example/1.jpg", alt: "", width: 600, height: 400 };
  const stored = samplePicture("a picture");
  for (const [key, ago] of [["old", 2] as const, ["kept", 1] as const]) {
    test.clock.now = noon - ago * day;
    const article = sampleArticle(key, { pictures: [picture], published: test.clock.now });
    await test.library.articles.ingest([{ feedId: feed.id, articles: [article] }]);
    const { name, bytes } = key === "kept" ? stored : samplePicture("another");
    await test.library.pictures.store(name, bytes);
    await test.library.pictures.record([
      {
        articleId: await test.idOf(key),
        index: 0,
        media: name,
        width: 600,
        height: 400,
        bytes: 9,
        failure: null,
      },
    ]);
  }
  test.clock.now = noon;
  const former = await test.follow("former");
  const icons = ["icon", "dark icon", "icon of a former title"].map(samplePicture);
  for (const { name, bytes } of icons) await test.library.pictures.store(name, bytes);
  const [media = null, dark = null, formerIcon = null] = icons.map(({ name }) => name);
  const known = { lookedAt: noon, from: null };
  await test.library.feeds.change(
    new Map([
      [feed.id, { icon: { media, dark, ...known } }],
      [former.id, { icon: { media: formerIcon, dark: null, ...known } }],
    ]),
  );
  await test.library.feeds.unfollow([former.id]);
  await test.reopen();
  await test.library.articles.delete([await test.idOf("old")]);
  for (let use = 0; use < 31; use++) {
    test.clock.now = noon + use * day;
    await test.library.upkeep.forecast({ days: null, articles: null, keepUnread: true }, null);
  }
  test.clock.now = noon + 31 * day;
  let sealing: Promise<void> = Promise.resolve();
  hooks.beforeRead = async (path) => {
    if (!/2026-11-22.articles\.log$/.test(path)) return;
    hooks.beforeRead = null;
    sealing = test.library.upkeep.sealPastDays();
    await wait(200);
  };
  await test.library.upkeep.purge();
  // It waits until what was purged is off the disk.
  await test.library.upkeep.usage();
  hooks.beforeRead = null;
  await sealing;
  expect(await test.library.pictures.path(samplePicture("another").name)).toBeNull();
  for (const { name } of [stored, ...icons])
    expect(await test.library.pictures.path(name)).not.toBeNull();
});
