import { expect, test } from "vitest";
import type { PageResult, PictureResult } from "../../../main/library/library.ts";
import type { ArticleId, PageRefusal } from "../../../preload/contract/contract.ts";
import { TestLibrary } from "./open-library.ts";
import { everything, sampleArticle } from "./samples.ts";

const picture = {
  address: "https://paper.example/one.jpg",
  alt: "",
  width: 640,
  height: 480,
};
const all = { pages: true, pictures: true };

/** Three articles: with nothing missing, with a picture to come, and with a page to come. */
async function withGaps() {
  const paper = await TestLibrary.make();
  const feed = await paper.follow();
  const { articles } = paper.library;
  await articles.ingest([{ feedId: feed.id, articles: [sampleArticle("whole")] }]);
  const [pictured] = (
    await articles.ingest([
      { feedId: feed.id, articles: [sampleArticle("pictured", { pictures: [picture] })] },
    ])
  ).added;
  const [paged] = (
    await articles.ingest([
      { feedId: feed.id, articles: [sampleArticle("paged")], wantsPages: true },
    ])
  ).added;
  if (pictured === undefined || paged === undefined) throw new Error("articles came");
  return { paper, pictured, paged };
}

const refused = (articleId: ArticleId, reason: PageRefusal): PageResult => ({
  articleId,
  kind: "refused",
  reason,
  isExcerpt: false,
});
const failed = (articleId: ArticleId): PictureResult => ({
  articleId,
  index: 0,
  media: null,
  width: null,
  height: null,
  bytes: 0,
  failure: "timed-out",
});

async function headlinesOf(paper: TestLibrary, wishes = all, limit = 100) {
  const { total, gaps } = await paper.library.articles.gaps(
    paper.library.articles.timeline(everything),
    wishes,
    limit,
  );
  return { total, ids: gaps.map(({ articleId }) => articleId).toSorted() };
}

test("what is still to come is missing, each for itself", async () => {
  const { paper, pictured, paged } = await withGaps();
  const both = [pictured, paged].toSorted();
  expect(await headlinesOf(paper)).toEqual({ total: 2, ids: both });
  expect(await headlinesOf(paper, { pages: true, pictures: false })).toEqual({
    total: 1,
    ids: [paged],
  });
  expect(await headlinesOf(paper, { pages: false, pictures: true })).toEqual({
    total: 1,
    ids: [pictured],
  });
  expect((await headlinesOf(paper, all, 1)).total).toBe(2);
  const { articles } = paper.library;
  expect(await articles.listReadiness(articles.timeline(everything))).toEqual({
    articles: 3,
    ready: 1,
  });
});

test("what could not be had is told with its reason, also after a restart", async () => {
  const { paper, pictured, paged } = await withGaps();
  await paper.library.pages.record([refused(paged, "login")]);
  await paper.library.pictures.record([failed(pictured)]);
  await paper.reopen();
  const { articles } = paper.library;
  expect(await articles.gapOf(pictured)).toMatchObject({
    offline: "failed",
    page: null,
    picturesWaiting: 0,
    picturesFailed: 1,
    pictureFailure: "timed-out",
  });
  expect(await articles.gapOf(paged)).toMatchObject({
    page: { state: "refused", reason: "login", nextTry: null },
    picturesFailed: 0,
    pictureFailure: null,
  });
  expect((await headlinesOf(paper)).total).toBe(2);
});

test("a page that holds no more than the feed leaves no gap; what is deleted neither", async () => {
  const { paper, pictured, paged } = await withGaps();
  await paper.library.pages.record([refused(paged, "less-than-feed")]);
  expect((await headlinesOf(paper)).ids).toEqual([pictured]);
  await paper.library.articles.delete([pictured]);
  expect((await headlinesOf(paper)).total).toBe(0);
  expect(await paper.library.articles.gapOf(pictured)).toBeNull();
});
