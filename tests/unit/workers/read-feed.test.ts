import { afterAll, describe, expect, test } from "vitest";
import type { IncomingArticle } from "../../../main/library/types.ts";
import { createWorkerPool } from "../../../main/workers/workers.ts";
import { textOf } from "../library/samples.ts";
import { workerEntry } from "../../worker-entry.ts";

/** The real worker, run from source. */
const pool = createWorkerPool({
  entry: workerEntry,
  size: 1,
});
afterAll(() => pool.close());

const document = (text: string, address = "https://news.example/feed") => ({
  bytes: new TextEncoder().encode(text),
  contentType: null,
  address,
});
const escaped = (html: string): string => html.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const rss = (...items: string[]): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The News</title><link>https://news.example/</link><language>en-GB</language>${items.map((item) => `<item>${item}</item>`).join("")}</channel></rss>`;

async function readArticles(...items: string[]): Promise<readonly IncomingArticle[]> {
  const feed = await pool.run("readFeed", document(rss(...items)));
  return feed.ok ? feed.articles : [];
}
async function readArticle(item: string): Promise<IncomingArticle> {
  const [article] = await readArticles(item);
  if (article === undefined) throw new Error("the feed gave no article");
  return article;
}
const link = "<link>https://news.example/2026/flood.html</link>";
const body = `<p>The river rose by two metres on Monday, the mayor said.</p><p>Ten streets are closed.</p>`;

describe("an item becomes an article", () => {
  test("with everything that it says", async () => {
    const article = await readArticle(
      `<title>Flood &amp;amp; storm</title>${link}<guid isPermaLink="false">n-1</guid>` +
        "<pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate><category>Weather</category>" +
        "<dc:creator>Ann Author</dc:creator>" +
        `<description>The town is under water after a long night.</description>` +
        `<content:encoded>${escaped(`${body}<img src="/flood.jpg"><script>x</script>`)}</content:encoded>` +
        '<enclosure url="https://news.example/flood.mp3" type="audio/mpeg" length="9"/>' +
        '<enclosure url="https://news.example/flood.jpg" type="image/jpeg" length="9"/>',
    );
    expect(article).toMatchObject({
      address: "https://news.example/2026/flood.html",
      headline: "Flood & storm",
      author: "Ann Author",
      excerpt: "The town is under water after a long night.",
      published: Date.UTC(2026, 10, 2, 10),
      section: null,
      tags: ["Weather"],
      language: "en-GB",
      leadPicture: null,
      enclosures: [{ address: "https://news.example/flood.mp3", type: "audio/mpeg", length: 9 }],
      wordCount: 15,
    });
    expect(textOf(article)).toBe(`${body}<figure><img data-picture="0" alt="" /></figure>`);
    expect(article.pictures.map(({ address }) => address)).toEqual([
      "https://news.example/flood.jpg",
    ]);
    expect(article.key).not.toBe("");
    expect(article.contentHash).toMatch(/^[0-9a-f]{16}$/);
  });

  test("with the longer of two texts", async () => {
    const article = await readArticle(
      `<title>T</title>${link}<description>${escaped(body)}</description><content:encoded>Short</content:encoded>`,
    );
    expect(textOf(article)).toBe(body);
    expect(article.excerpt).toContain("The river rose");
  });

  test("with the beginning of its text for an excerpt when the summary says nothing", async () => {
    const article = await readArticle(
      `<title>T</title>${link}<description>Comments</description><content:encoded>${escaped(body)}</content:encoded>`,
    );
    expect(article.excerpt).toBe(
      "The river rose by two metres on Monday, the mayor said. Ten streets are closed.",
    );
  });

  test("without a headline it takes the first words, else the host", async () => {
    const [worded, bare] = await readArticles(
      `${link}<description>${escaped(body)}</description>`,
      "<link>https://news.example/x</link>",
    );
    expect(worded?.headline).toMatch(/^The river rose by two metres/);
    expect(worded && textOf(worded)).toBe(body);
    expect(bare?.headline).toBe("news.example");
  });

  test.each([
    ["no text", ""],
    ["the headline again", "<description>A headline</description>"],
    ["an empty paragraph", "<description>&lt;p&gt; &lt;/p&gt;</description>"],
  ])("a headline only: %s", async (_message, text) => {
    const article = await readArticle(`<title>A headline</title>${link}${text}`);
    expect(article).toMatchObject({ body: new Uint8Array(0), excerpt: "", headline: "A headline" });
  });

  test("a cartoon is shown though it has no words", async () => {
    const article = await readArticle(
      `<title>Cartoon</title>${link}<description>${escaped('<img src="/cartoon.png" alt="A joke">')}</description>`,
    );
    expect(textOf(article)).toBe('<figure><img data-picture="0" alt="A joke" /></figure>');
  });

  test("a picture enclosure leads when the text shows none", async () => {
    const article = await readArticle(
      `<title>T</title>${link}<description>${escaped(body)}</description>` +
        '<enclosure url="https://news.example/lead.jpg" type="image/jpeg" length="9"/>',
    );
    expect(article.leadPicture).toBe(0);
    expect(article.pictures[0]?.address).toBe("https://news.example/lead.jpg");
    expect(article.enclosures).toEqual([]);
  });
});

describe("the content hash", () => {
  const hash = async (title: string, html: string): Promise<string> =>
    (await readArticle(`<title>${title}</title>${link}<description>${escaped(html)}</description>`))
      .contentHash;

  test("changes with headline, text and pictures, and with nothing else", async () => {
    const before = await hash("A", '<p>Text</p><img src="/a.jpg?sig=1">');
    expect(await hash("A", '<div class="x">Text</div><img src="/a.jpg?sig=2">')).toBe(before);
    expect(await hash("B", '<p>Text</p><img src="/a.jpg">')).not.toBe(before);
    expect(await hash("A", '<p>Other</p><img src="/a.jpg">')).not.toBe(before);
    expect(await hash("A", '<p>Text</p><img src="/b.jpg">')).not.toBe(before);
  });
});

describe("other jobs", () => {
  test("what is not a feed is said to be none", async () => {
    const read = await pool.run("readFeed", document("<!doctype html><title>Page</title>"));
    expect(read).toMatchObject({ ok: false, reason: "html" });
  });

  test("the feeds that a page offers", async () => {
    const { links, guesses } = await pool.run("lookIntoPage", {
      ...document(
        '<link rel="alternate" type="application/rss+xml" title="All" href="/feed">',
        "https://news.example/",
      ),
      linkHeader: '</other>; rel="feed"',
    });
    expect(links).toEqual([
      { address: "https://news.example/other", title: "" },
      { address: "https://news.example/feed", title: "All" },
    ]);
    expect(guesses).toContain("https://news.example/atom.xml");
  });

  test("an outline, and what is none", async () => {
    const text =
      '<opml version="2.0"><body><outline type="rss" text="N" xmlUrl="https://news.example/feed"/></body></opml>';
    const read = await pool.run("readOutline", { bytes: new TextEncoder().encode(text) });
    expect(read.ok && read.outline.feeds.map(({ address }) => address)).toEqual([
      "https://news.example/feed",
    ]);
    expect(
      await pool.run("readOutline", { bytes: new TextEncoder().encode("no outline") }),
    ).toEqual({ ok: false });
  });

  test("a picture by its bytes, and what is none", async () => {
    const bytes = new TextEncoder().encode('<svg width="40" height="30"><g/></svg>');
    const picture = await pool.run("inspectPicture", { bytes });
    expect(picture).toMatchObject({ width: 40, height: 30 });
    expect(picture?.name).toMatch(/^[0-9a-f]{64}\.svg$/);
    const page = new TextEncoder().encode("<html>");
    expect(await pool.run("inspectPicture", { bytes: page })).toBeNull();
  });
});

test("a language that only the server names is the feed's and its articles'", async () => {
  const silent = rss("<title>Cheia</title>").replace("<language>en-GB</language>", "");
  for (const [text, language] of [
    [silent, "pt-BR"],
    [rss("<title>Flood</title>"), "en-GB"],
  ] as const) {
    const feed = await pool.run("readFeed", { ...document(text), language: "pt-BR" });
    expect(feed).toMatchObject({ ok: true, language, articles: [{ language }] });
  }
});
