import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { MediaName } from "../../preload/contract/contract.ts";
import { FailingFiles } from "../unit/library/failing-files.ts";
import { TestLibrary } from "../unit/library/open-library.ts";
import { day, noon, sampleArticle, sampleFeed, sampleVisit } from "../unit/library/samples.ts";

const media = `${"a".repeat(64)}.jpg` as MediaName;
const picture = { address: "https://a.example/1.jpg", alt: "", width: 600, height: 400 };

/** A library with some articles, on a disk that can be filled up. */
async function fillable() {
  const failing = new FailingFiles();
  const test = await TestLibrary.make(failing.files);
  const feed = await test.follow();
  const articles = ["1", "2"].map((key) => sampleArticle(key, { pictures: [picture] }));
  await test.library.articles.ingest([{ feedId: feed.id, articles }]);
  test.clock.now += day;
  await test.library.upkeep.sealPastDays();
  await test.library.articles.ingest([{ feedId: feed.id, articles: [sampleArticle("3")] }]);
  const state = async () => ({
    rows: await test.rows(),
    totals: { ...test.library.articles.totals(), bytes: 0 },
    feeds: test.library.feeds.followed(),
    folders: test.library.folders.all(),
    settings: test.library.settings.current(),
    visit: test.library.visits.of(feed.id),
  });
  return { failing, test, feed, articles, state };
}

type Fillable = Awaited<ReturnType<typeof fillable>>;

const acts: Record<string, (all: Fillable) => Promise<unknown>> = {
  "taking new articles": ({ test, feed }) =>
    test.library.articles.ingest([
      { feedId: feed.id, articles: [sampleArticle("4"), sampleArticle("5")] },
    ]),
  "taking a changed article of a sealed day with a new one": ({ test, feed, articles }) =>
    test.library.articles.ingest([
      {
        feedId: feed.id,
        articles: articles
          .map((one) => ({ ...one, contentHash: "new" }))
          .concat(sampleArticle("4")),
      },
    ]),
  "marking read": async ({ test }) => test.library.articles.setRead([await test.idOf("1")], true),
  bookmarking: async ({ test }) => test.library.bookmarks.add(await test.idOf("1")),
  "noting pictures": async ({ test }) =>
    test.library.pictures.record([
      {
        articleId: await test.idOf("1"),
        index: 0,
        media,
        width: 1,
        height: 1,
        bytes: 1,
        failure: null,
      },
    ]),
  "noting visits": ({ test, feed }) => test.library.visits.record([sampleVisit(feed.id)]),
  "following a title": ({ test }) => test.library.feeds.add([sampleFeed("more")]),
  "changing settings": ({ test }) => test.library.settings.change({ theme: "dark" }),
};

for (const [what, act] of Object.entries(acts)) {
  for (const kind of ["writesLeft", "syncsLeft"] as const) {
    test(`${what}: refused whole on a full disk (${kind}), and works again afterwards`, async () => {
      const all = await fillable();
      const before = await all.state();
      // The disk fills up at the first step, then at the second, until there is no such step.
      for (let steps = 0; ; steps++) {
        all.failing[kind] = steps;
        const failure = await act(all).then(
          () => null,
          (error: unknown) => error,
        );
        all.failing.recover();
        if (failure === null) {
          expect(steps).toBeGreaterThan(0);
          break;
        }
        expect(failure, `${steps}`).toMatchObject({ name: "LibraryError", code: "storage-full" });
        expect(await all.state(), `after failing at step ${steps}`).toEqual(before);
        // After a failed sync alone nobody can know what a power cut would leave.
        if (kind === "syncsLeft") continue;
        await all.test.library.close();
        // The cache would hide what was left behind in the files.
        await rm(join(all.test.folder, "cache"), { recursive: true });
        await all.test.open();
        expect(await all.state(), `opened after failing at step ${steps}`).toEqual(before);
        expect(all.test.library.repairs).toEqual([]);
      }
      const after = await all.state();
      expect(after).not.toEqual(before);
      await all.test.reopen();
      expect(await all.state()).toEqual(after);
      expect(all.test.library.repairs).toEqual([]);
      for (const row of await all.test.rows())
        if (row !== null) expect((await all.test.library.articles.read(row.id))?.html).not.toBe("");
    });
  }
}

test("a picture that does not fit is refused and not there", async () => {
  const { failing, test } = await fillable();
  failing.writesLeft = 0;
  await expect(test.library.pictures.store(media, new Uint8Array(9))).rejects.toMatchObject({
    code: "storage-full",
  });
  failing.recover();
  expect(await test.library.pictures.path(media)).toBeNull();
  await test.library.pictures.store(media, new Uint8Array(9));
  expect(await test.library.pictures.path(media)).not.toBeNull();
});

test("sealing on a full disk loses nothing and is done later", async () => {
  const { failing, test, state } = await fillable();
  test.clock.now = noon + 5 * day;
  const before = await state();
  failing.writesLeft = 0;
  await expect(test.library.upkeep.sealPastDays()).rejects.toMatchObject({ code: "storage-full" });
  failing.recover();
  expect(await state()).toEqual(before);
  await test.library.upkeep.sealPastDays();
  expect(await state()).toEqual(before);
  await test.reopen();
  expect(await state()).toEqual(before);
});
