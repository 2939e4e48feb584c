import { readdir, rm } from "node:fs/promises";
import { expect, test } from "vitest";
import { feedId } from "../../../preload/contract/contract.ts";
import { FailingFiles } from "./failing-files.ts";
import { TestLibrary } from "./open-library.ts";
import { day, hour, noon, sampleArticle } from "./samples.ts";

test("an article comes back whole, also after closing", async () => {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const { added } = await test.library.articles.ingest([
    {
      feedId: feed.id,
      articles: [
        sampleArticle("1", {
          html: "<p>Ärger \u{1F600} 朝日 lone \uD800</p>",
          enclosures: [{ address: "https://a.example/1.mp3", type: "audio/mpeg", length: 5 }],
        }),
      ],
    },
  ]);
  expect(added).toEqual(["20780-1"]);
  for (const library of [test.library, await test.reopen()])
    expect(await library.articles.read(await test.idOf("1"))).toEqual({
      id: "20780-1",
      feedId: feed.id,
      feedTitle: "Title of https://paper.example/feed",
      headline: "Headline of 1",
      excerpt: "How 1 begins",
      author: "A. Writer",
      published: noon - hour,
      read: false,
      bookmarked: false,
      updated: null,
      offline: "complete",
      thumbnail: null,
      wordCount: 4,
      address: "https://paper.example/1",
      section: null,
      tags: ["news"],
      language: "en",
      text: "feed",
      texts: ["feed"],
      page: null,
      standfirst: "",
      leadCaption: "",
      leadCredit: "",
      html: "<p>Ärger \u{1F600} 朝日 lone \uFFFD</p>",
      pictures: [],
      leadPicture: null,
      enclosures: [
        {
          address: "https://a.example/1.mp3",
          type: "audio/mpeg",
          length: 5,
          recording: {
            state: "none",
            file: null,
            received: 0,
            failure: null,
            nextTry: null,
            position: 0,
            duration: null,
          },
        },
      ],
      arrived: noon,
      bookmark: null,
      bookmarkedAt: null,
    });
  expect(await test.library.articles.address(await test.idOf("1"))).toBe("https://paper.example/1");
});

test("what did not change is not written again", async () => {
  const failing = new FailingFiles();
  const test = await TestLibrary.make(failing.files);
  const feed = await test.follow();
  const incoming = [{ feedId: feed.id, articles: [sampleArticle("1"), sampleArticle("2")] }];
  await test.library.articles.ingest(incoming);
  for (const library of [test.library, await test.reopen()]) {
    const { bytes, syncs } = failing;
    expect(await library.articles.ingest(incoming)).toMatchObject({ added: [], updated: [] });
    expect([failing.bytes, failing.syncs]).toEqual([bytes, syncs]);
  }
});

test("a batch of any size is made durable with one sync each for texts and records", async () => {
  const failing = new FailingFiles();
  const test = await TestLibrary.make(failing.files);
  const feed = await test.follow();
  await test.library.articles.ingest([
    { feedId: feed.id, articles: [sampleArticle("makes the files")] },
  ]);
  const { syncs } = failing;
  const articles = Array.from({ length: 300 }, (_, number) => sampleArticle(`${number}`));
  const { added } = await test.library.articles.ingest([{ feedId: feed.id, articles }]);
  expect(added).toHaveLength(300);
  expect(failing.syncs - syncs).toBe(2);
});

test("a changed article is updated in place and keeps its mark, its date and its pictures", async () => {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const picture = { address: "https://a.example/1.png", alt: "", width: 400, height: 300 };
  const before = sampleArticle("1", { pictures: [picture] });
  await test.library.articles.ingest([{ feedId: feed.id, articles: [before] }]);
  const id = await test.idOf("1");
  await test.library.articles.setRead([id], true);
  const name = `${"a".repeat(64)}.png` as never;
  const result = {
    articleId: id,
    index: 0,
    media: name,
    width: null,
    height: null,
    bytes: 9,
    failure: null,
  };
  await test.library.pictures.record([result]);
  test.clock.now += 2 * day;
  const after = sampleArticle("1", {
    html: "<p>Corrected.</p>",
    contentHash: "another",
    published: noon + day,
    pictures: [{ ...picture, address: "https://a.example/0.png" }, picture],
  });
  const { added, updated } = await test.library.articles.ingest([
    { feedId: feed.id, articles: [after] },
  ]);
  expect({ added, updated }).toEqual({ added: [], updated: [id] });
  for (const library of [test.library, await test.reopen()]) {
    const article = await library.articles.read(id);
    expect(article).toMatchObject({
      html: "<p>Corrected.</p>",
      read: true,
      published: noon - hour,
      updated: noon + 2 * day,
      arrived: noon,
    });
    expect(article?.pictures.map(({ media }) => media)).toEqual([null, name]);
    expect(library.articles.totals()).toMatchObject({ total: 1, unread: 0 });
  }
});

test.for([
  { what: "an hour ago", published: noon - hour, expected: noon - hour },
  { what: "in the future", published: noon + day, expected: noon },
  { what: "missing", published: null, expected: noon },
  { what: "before 1970", published: -5, expected: noon },
  { what: "not a number", published: NaN, expected: noon },
])("a date that is $what", async ({ published, expected }) => {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  await test.library.articles.ingest([
    { feedId: feed.id, articles: [sampleArticle("1", { published })] },
  ]);
  expect((await test.rows())[0]?.published).toBe(expected);
});

test("identity: aliases, shared aliases, repeated keys, other titles", async () => {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const other = await test.follow("https://other.example/feed");
  const ingest = (...articles: ReturnType<typeof sampleArticle>[]) =>
    test.library.articles.ingest([{ feedId: feed.id, articles }]);
  await ingest(sampleArticle("guid-1", { aliases: ["link-1"] }));
  // Another guid for the same address and date: the same article.
  const renamed = sampleArticle("guid-1b", { aliases: ["link-1"], contentHash: "edited" });
  expect(await ingest(renamed)).toMatchObject({ added: [], updated: ["20780-1"] });
  // The new guid is known from now on, also under another address.
  expect(await ingest({ ...renamed, aliases: ["link-9"] })).toMatchObject({
    added: [],
    updated: [],
  });
  // The same address, but neither the date nor the text: another article.
  const later = sampleArticle("guid-2", { aliases: ["link-1"], published: noon - 1000 });
  expect((await ingest(later)).added).toHaveLength(1);
  // An address that all items share says nothing.
  const shared = ["a", "b", "c"].map((key) => sampleArticle(key, { aliases: ["front page"] }));
  expect((await ingest(...shared)).added).toHaveLength(3);
  // The same key twice in one document counts once.
  expect(
    (await ingest(sampleArticle("d"), sampleArticle("d", { headline: "2" }))).added,
  ).toHaveLength(1);
  // Keys belong to their title.
  const elsewhere = [{ feedId: other.id, articles: [sampleArticle("d")] }];
  expect((await test.library.articles.ingest(elsewhere)).added).toHaveLength(1);
  expect((await test.library.articles.ingest(elsewhere)).added).toHaveLength(0);
});

test("of articles without a date the first in the document is the newest", async () => {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const articles = ["1", "2", "3"].map((key) => sampleArticle(key, { published: null }));
  await test.library.articles.ingest([{ feedId: feed.id, articles }]);
  expect(await test.headlines()).toEqual(["Headline of 1", "Headline of 2", "Headline of 3"]);
});

test("calls at the same time get different numbers, and days count from 1", async () => {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const ingest = (key: string) =>
    test.library.articles.ingest([{ feedId: feed.id, articles: [sampleArticle(key)] }]);
  const results = await Promise.all(["1", "2", "3", "1"].map(ingest));
  expect(results.flatMap(({ added }) => added)).toEqual(["20780-1", "20780-2", "20780-3"]);
  test.clock.now += day;
  expect((await ingest("4")).added).toEqual(["20781-1"]);
});

test("numbers are not given out again when the articles that had them are lost", async () => {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  await test.library.articles.ingest([
    { feedId: feed.id, articles: [sampleArticle("1"), sampleArticle("2")] },
  ]);
  await test.library.close();
  await rm(`${test.folder}/editions`, { recursive: true });
  await test.open();
  const { added } = await test.library.articles.ingest([
    { feedId: feed.id, articles: [sampleArticle("3")] },
  ]);
  expect(added).toEqual(["20780-3"]);
});

test("an unknown article is null", async () => {
  const { library } = await TestLibrary.make();
  expect(await library.articles.read("20780-1" as never)).toBeNull();
  expect(await library.articles.address("20780-1" as never)).toBeNull();
  expect(library.articles.counts(feedId.parse(7))).toEqual({ unread: 0, total: 0 });
});

test("past days are sealed, change afterwards, and are sealed again", async () => {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const ingest = (...articles: ReturnType<typeof sampleArticle>[]) =>
    test.library.articles.ingest([{ feedId: feed.id, articles }]);
  await ingest(sampleArticle("1"), sampleArticle("2"));
  test.clock.now += day;
  await test.library.upkeep.sealPastDays();
  expect(await test.headlines({ order: "oldest" })).toEqual(["Headline of 2", "Headline of 1"]);
  await ingest(
    sampleArticle("2", { contentHash: "edited", headline: "Edited" }),
    sampleArticle("3"),
  );
  const expected = ["Headline of 1", "Edited", "Headline of 3"];
  const sorted = async () => (await test.headlines()).sort();
  expect(await sorted()).toEqual([...expected].sort());
  await test.reopen();
  expect(await sorted()).toEqual([...expected].sort());
  await test.library.upkeep.sealPastDays();
  expect(await sorted()).toEqual([...expected].sort());
  await test.reopen();
  expect(await sorted()).toEqual([...expected].sort());
  expect(test.library.repairs).toEqual([]);
  expect(await readdir(`${test.folder}/editions/2026-11-23`)).toEqual([
    "articles.json",
    "bodies.pack",
  ]);
});

test("an article stored with a whole hash is not changed when it comes with a short one", async () => {
  const test = await TestLibrary.make();
  const feed = await test.follow();
  const whole = "0123456789abcdef".repeat(4);
  const ingest = (contentHash: string) =>
    test.library.articles.ingest([
      { feedId: feed.id, articles: [sampleArticle("1", { contentHash })] },
    ]);
  const { added } = await ingest(whole);
  for (const again of [false, true]) {
    if (again) await test.reopen();
    expect(await ingest(whole.slice(0, 16))).toMatchObject({ added: [], updated: [] });
  }
  expect(await ingest(`${whole.slice(0, 15)}0`)).toMatchObject({ added: [], updated: added });
});
