import { expect, test } from "vitest";
import type { IncomingPage, ReadinessWishes } from "../../../main/library/library.ts";
import { packText } from "../../../main/offline/pack-text.ts";
import type { ArticleId, MediaName } from "../../../preload/contract/contract.ts";
import { TestLibrary } from "./open-library.ts";
import { noon, sampleArticle } from "./samples.ts";

const all = { kind: "all" } as const;
const wishes: ReadinessWishes = { pictures: true, wantsPages: () => true };
const hash = `${"ab".repeat(32)}.jpg` as MediaName;

const picture = (name: string) => ({
  address: `https://paper.example/${name}.jpg`,
  alt: "",
  width: null,
  height: null,
});

const page: IncomingPage = {
  body: packText("<p>Whole.</p>"),
  pictures: [picture("of-page")],
  leadPicture: null,
  leadCaption: "",
  leadCredit: "",
  standfirst: "",
  author: "",
  section: null,
  language: null,
  wordCount: 400,
  isBetter: true,
};

async function withArticles(keys: readonly string[]) {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const articles = keys.map((key) => sampleArticle(key, { pictures: [picture(key)] }));
  const { added } = await test.library.articles.ingest([{ feedId: feed.id, articles }]);
  // The first that is listed is the newest, and so comes last.
  const ids = added.toReversed();
  const pictured = (articleId: ArticleId, index = 0) =>
    test.library.pictures.record([
      { articleId, index, media: hash, width: 9, height: 9, bytes: 50_000, failure: null },
    ]);
  return { test, feed, ids, pictured };
}

test("counts what is here, what is to come and what stays missing, also after a restart", async () => {
  const { test, ids, pictured } = await withArticles(["a", "b", "c", "d", "e", "f"]);
  const { pages, pictures } = test.library;
  const [stored, refused, lesser, failed, waiting] = ids as [ArticleId, ...ArticleId[]] &
    [ArticleId, ArticleId, ArticleId, ArticleId, ArticleId];
  await pages.want(ids.slice(0, 5), "yes");
  await pages.record([
    { articleId: stored, kind: "stored", page, isExcerpt: false },
    { articleId: refused, kind: "refused", reason: "bot-wall", isExcerpt: false },
    { articleId: lesser, kind: "refused", reason: "less-than-feed", isExcerpt: false },
    { articleId: failed, kind: "failed", reason: "timed-out", nextTry: noon + 1 },
  ]);
  for (const id of [stored, refused, lesser]) await pictured(id);
  await pictured(stored, 1);
  const none = { media: null, width: null, height: null, bytes: 0 };
  await pictures.record([{ articleId: waiting, index: 0, ...none, failure: "http-status" }]);
  for (let opening = 0; opening < 2; opening++) {
    const { articles } = test.library;
    expect(await articles.readiness(all, wishes)).toMatchObject({
      articles: 6,
      ready: 2,
      incomplete: 1,
      pagesWaiting: 1,
      pagesFailed: 1,
      pagesUnasked: 1,
      picturesWaiting: 2,
    });
    expect(await articles.readiness(all, { ...wishes, wantsPages: () => false })).toMatchObject({
      ready: 3,
      incomplete: 1,
      picturesWaiting: 2,
    });
    expect(await articles.readiness(all, { ...wishes, pictures: false })).toMatchObject({
      ready: 2,
      incomplete: 1,
      picturesWaiting: 0,
    });
    expect(await articles.withoutPages(all, () => true, 9)).toEqual(ids.slice(5));
    expect(await articles.withoutPages(all, () => false, 9)).toEqual([]);
    await test.reopen();
  }
});

test("foretells bytes by what pictures of the title take", async () => {
  const { test, ids, pictured } = await withArticles(["a", "b", "c", "d", "e", "f", "g"]);
  const plain = { pictures: true, wantsPages: () => false };
  const before = await test.library.articles.readiness(all, plain);
  expect(before.bytes).toBe(7 * 90_000);
  for (const id of ids.slice(0, 5)) await pictured(id);
  const after = await test.library.articles.readiness(all, plain);
  expect(after.bytes).toBe(2 * 50_000);
});

test("looks for waiting pages and pictures within a scope only, also where no pictures are kept", async () => {
  const { test, ids } = await withArticles(["a"]);
  const { articles, feeds, pages, pictures, settings } = test.library;
  const [other] = await feeds.add([
    { ...(await test.follow("https://other.example/feed")), address: "https://third.example/" },
  ]);
  if (other === undefined) throw new Error("no title was added");
  const { added } = await articles.ingest([
    {
      feedId: other.id,
      articles: [sampleArticle("o", { pictures: [picture("o")] })],
      wantsPages: true,
    },
  ]);
  await pages.want(ids, "yes");
  await settings.change({ keepPictures: false });
  const scope = { kind: "feed", feedId: other.id } as const;
  const idsOf = (found: readonly { readonly articleId: ArticleId }[]) =>
    found.map(({ articleId }) => articleId);
  expect(idsOf(await pages.waiting(9, noon, () => true, scope))).toEqual(added);
  expect(await pages.waiting(9, noon)).toHaveLength(2);
  expect(idsOf(await pictures.waiting(9, () => true, scope))).toEqual(added);
  expect(await pictures.waiting(9)).toEqual([]);
});

test("lets pictures wait once more that were lost for some reasons", async () => {
  const { test, ids } = await withArticles(["a", "b"]);
  const { pictures } = test.library;
  const none = { index: 0, media: null, width: null, height: null, bytes: 0 } as const;
  const [one, other] = ids as [ArticleId, ArticleId];
  await pictures.record([
    { articleId: one, ...none, failure: "timed-out" },
    { articleId: other, ...none, failure: "unreadable-file" },
  ]);
  expect(pictures.countWaiting()).toBe(0);
  expect(await pictures.tryFailedAgain(all, ["timed-out"])).toBe(1);
  expect((await pictures.waiting(9)).map(({ articleId }) => articleId)).toEqual([one]);
});
