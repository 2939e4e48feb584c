import { describe, expect, it } from "vitest";
import type { ArticleId, FeedId } from "../../../preload/contract/contract.ts";
import { TestLibrary } from "./open-library.ts";
import { hour, noon, sampleArticle } from "./samples.ts";

const day = 24 * hour;

async function factsOf({ library }: TestLibrary, id: FeedId) {
  return (await library.articles.facts()).get(id) ?? expect.fail("nothing is known of it");
}

describe("what a title's articles come to", () => {
  it("counts how many come a week by their dates, at once when those reach back", async () => {
    const test = await TestLibrary.make();
    const { id } = await test.follow();
    const articles = Array.from({ length: 20 }, (_, at) =>
      sampleArticle(`article ${at}`, { published: noon - at * day }),
    );
    await test.library.articles.ingest([{ feedId: id, articles }]);
    const facts = await factsOf(test, id);
    expect(facts.articlesAWeek).toBeCloseTo((20 / 19) * 7, 5);
    expect(facts.newest).toBe(noon);
  });

  it("counts no more than the last four weeks", async () => {
    const test = await TestLibrary.make();
    const { id } = await test.follow();
    const articles = [1, 2, 30, 200, 900].map((days) =>
      sampleArticle(`article ${days}`, { published: noon - days * day }),
    );
    await test.library.articles.ingest([{ feedId: id, articles }]);
    expect((await factsOf(test, id)).articlesAWeek).toBeCloseTo(2 / 4, 5);
  });

  it("waits a week with a title whose articles have no dates: all seem to be of one day", async () => {
    const test = await TestLibrary.make();
    const { id } = await test.follow();
    const undated = (key: string) => sampleArticle(key, { published: null });
    const backlog = Array.from({ length: 15 }, (_, at) => undated(`old ${at}`));
    await test.library.articles.ingest([{ feedId: id, articles: backlog }]);
    expect((await factsOf(test, id)).articlesAWeek).toBeNull();
    test.clock.now = noon + 3 * day;
    const more = [undated("new 1"), undated("new 2")];
    await test.library.articles.ingest([{ feedId: id, articles: more }]);
    expect((await factsOf(test, id)).articlesAWeek).toBeNull();
    test.clock.now = noon + 8 * day;
    expect((await factsOf(test, id)).articlesAWeek).toBeCloseTo(2, 5);
  });

  it("tells of a title without articles that it has none, and of one with pictures what is to come", async () => {
    const test = await TestLibrary.make();
    const { id } = await test.follow();
    expect(await factsOf(test, id)).toEqual({
      newest: null,
      ready: 0,
      articlesAWeek: null,
      bytes: 0,
      pages: null,
    });
    const picture = { address: "https://paper.example/a.jpg", alt: "", width: null, height: null };
    const articles = [sampleArticle("plain"), sampleArticle("pictured", { pictures: [picture] })];
    await test.library.articles.ingest([{ feedId: id, articles }]);
    expect((await factsOf(test, id)).ready).toBe(1);
  });

  it("shares the room on disk out among titles, more to those with long texts of more articles", async () => {
    const test = await TestLibrary.make();
    const small = await test.follow("https://small.example/feed");
    const large = await test.follow("https://large.example/feed");
    const html = `<p>${"A long story goes on. ".repeat(50)}</p>`;
    await test.library.articles.ingest([
      { feedId: small.id, articles: [sampleArticle("one", { html: "" })] },
      { feedId: large.id, articles: [1, 2, 3].map((at) => sampleArticle(`${at}`, { html })) },
    ]);
    const { articles } = await test.library.upkeep.usage();
    const [less, more] = [await factsOf(test, small.id), await factsOf(test, large.id)];
    expect(less.bytes).toBeGreaterThan(0);
    expect(more.bytes).toBeGreaterThan(3 * less.bytes);
    expect(less.bytes + more.bytes).toBeGreaterThan(articles * 0.9);
    expect(less.bytes + more.bytes).toBeLessThan(articles * 1.1);
  });

  it("counts what became of its pages, and says why most could not be had", async () => {
    const test = await TestLibrary.make();
    const { id } = await test.follow();
    const articles = ["a", "b", "c", "d", "e"].map((key) => sampleArticle(key));
    const { added } = await test.library.articles.ingest([
      { feedId: id, articles, wantsPages: true },
    ]);
    const [one, two, three, four] = added as [ArticleId, ArticleId, ArticleId, ArticleId];
    await test.library.pages.record([
      { articleId: one, kind: "refused", reason: "bot-wall", isExcerpt: false },
      { articleId: two, kind: "refused", reason: "bot-wall", isExcerpt: true },
      { articleId: three, kind: "refused", reason: "less-than-feed", isExcerpt: false },
      { articleId: four, kind: "failed", reason: "timed-out", nextTry: noon + day },
    ]);
    const counts = { stored: 0, better: 0, excerpts: 1, waiting: 1, failed: 1, refused: 3 };
    expect((await factsOf(test, id)).pages).toEqual({ ...counts, commonReason: "bot-wall" });
    await test.reopen();
    expect((await factsOf(test, id)).pages).toEqual({ ...counts, commonReason: "bot-wall" });
  });

  it("leaves deleted articles out", async () => {
    const test = await TestLibrary.make();
    const { id } = await test.follow();
    const articles = [0, 10].map((days) =>
      sampleArticle(`article ${days}`, { published: noon - days * day }),
    );
    const { added, addedTo } = await test.library.articles.ingest([{ feedId: id, articles }]);
    expect(addedTo).toEqual(new Map([[id, 2]]));
    const rows = await test.rows();
    const newest = rows.find((row) => row?.published === noon)?.id ?? expect.fail();
    expect(added).toContain(newest);
    await test.library.articles.delete([newest]);
    expect((await factsOf(test, id)).newest).toBe(noon - 10 * day);
  });

  it("reads the addresses of the newest articles, so many of each title", async () => {
    const test = await TestLibrary.make();
    const { id } = await test.follow();
    const articles = [0, 1, 2, 3].map((days) =>
      sampleArticle(`article ${days}`, {
        published: noon - days * day,
        address: `https://paper.example/${days}`,
      }),
    );
    await test.library.articles.ingest([{ feedId: id, articles }]);
    const addresses = await test.library.articles.recentAddresses([id], 2);
    expect(addresses.get(id)).toEqual(["https://paper.example/0", "https://paper.example/1"]);
  });
});
