import { expect, test } from "vitest";
import { TestLibrary } from "./open-library.ts";
import { day, sampleArticle } from "./samples.ts";

test("bookmarks stand as they were set, under the days on which they were", async () => {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const articles = ["1", "2", "3", "4"].map((key) => sampleArticle(key));
  await test.library.articles.ingest([{ feedId: feed.id, articles }]);
  for (const [key, days] of [
    ["2", 0],
    ["1", 1],
    ["3", 0],
  ] as const) {
    test.clock.now += days * day + 5000;
    await test.library.bookmarks.add(await test.idOf(key));
  }
  const query = { scope: { kind: "bookmarks" }, order: "kept" } as const;
  const order = ["Headline of 3", "Headline of 1", "Headline of 2"];
  expect(await test.headlines(query)).toEqual(order);
  const timeline = test.library.articles.timeline({ ...query, filter: "all" });
  expect(timeline.days.map(({ count }) => count)).toEqual([2, 1]);
  await test.reopen();
  expect(await test.headlines(query)).toEqual(order);
  // Lists of others have no such order.
  const all = await test.headlines({ scope: { kind: "all" }, order: "kept" });
  expect(all).toEqual(await test.headlines({ scope: { kind: "all" }, order: "newest" }));
});
