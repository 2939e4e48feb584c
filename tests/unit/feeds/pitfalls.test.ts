/**
 * What real feeds do wrong or in their own way, and the modules in use. What is not here:
 * encodings in `encoding.test.ts`, broken and hostile documents in `hostile.test.ts`, titles, links
 * and structure in `rss.test.ts` and `atom.test.ts`, identity in `identity.test.ts`, harm in HTML in
 * `tests/corpora/xss.test.ts`, dates to come and dates missing in the tests of the library.
 */
import { expect, test } from "vitest";
import { only, read, readEntry, readItem } from "./read.ts";

test.each([
  ["http://purl.org/dc/elements/1.1/", "x:creator"],
  ["https://purl.org/dc/elements/1.1", "X:Creator"],
  ["HTTP://PURL.ORG/DC/ELEMENTS/1.1/", "x:creator"],
])("a module is known by its address, not by its prefix: %s", (address, name) => {
  const feed = read(
    `<rss xmlns:x="${address}" xmlns:X="${address}"><channel><item><title>t</title><${name}>Ann</${name}></item></channel></rss>`,
  );
  expect(only(feed).authors).toEqual(["Ann"]);
});

test("a prefix in use for something else does not mislead", () => {
  const feed = read(
    '<rss xmlns:dc="https://x.org/other"><channel><item><title>t</title><dc:creator>Ann</dc:creator></item></channel></rss>',
  );
  expect(only(feed).authors, "declared with an address nobody knows: the prefix counts").toEqual([
    "Ann",
  ]);
});

test("titles of parts do not overwrite the title", () => {
  const item = readItem(
    "<image><title>wrong</title></image><s:variant xmlns:s='https://x.org/s'><title>wrong</title></s:variant>" +
      "<media:group><media:title>wrong</media:title></media:group><source><title>wrong</title></source><title>right</title>",
  );
  expect(item.title).toBe("right");
});

test.each([
  ["plain text is escaped", '{"content_text":"a <b> & c"}', "a &lt;b&gt; &amp; c"],
  ["HTML is kept", '{"content_html":"<p>a</p>","content_text":"b"}', "<p>a</p>"],
  ["an id that is a number", '{"id":7,"content_text":"7"}', "7"],
])("JSON Feed: %s", (_name, item, wanted) => {
  expect(only(read(`{"version":"https://jsonfeed.org/version/1","items":[${item}]}`)).content).toBe(
    wanted,
  );
});

test.each([
  ["escaped", '<content type="text/html" mode="escaped">&lt;b&gt;a&lt;/b&gt;</content>'],
  [
    "xml",
    '<content type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml"><b>a</b></div></content>',
  ],
  ["base64", '<content type="text/html" mode="base64">PGI+YTwvYj4=</content>'],
])("Atom 0.3 in mode %s", (_mode, content) => {
  const feed = read(
    `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>T</title><entry>${content}</entry></feed>`,
  );
  expect(only(feed).content).toBe("<b>a</b>");
});

test("every kind of address in a text is made absolute, ids and fragments are not", () => {
  const entry = readEntry(
    '<id>urn/relative</id><content type="html" xml:base="https://x.org/a/">' +
      "&lt;a href='b'&gt;&lt;/a&gt;&lt;a href='#f'&gt;&lt;/a&gt;&lt;a href=''&gt;&lt;/a&gt;&lt;video poster='p.jpg' src='v.mp4'&gt;&lt;/video&gt;" +
      "&lt;blockquote cite='c'&gt;&lt;/blockquote&gt;&lt;img srcset='s.jpg 1x, /t.jpg 2x'&gt;</content>",
  );
  expect(entry.id).toBe("urn/relative");
  expect(entry.content).toBe(
    "<a href='https://x.org/a/b'></a><a href='#f'></a><a href=''></a><video poster='https://x.org/a/p.jpg' src='https://x.org/a/v.mp4'></video>" +
      "<blockquote cite='https://x.org/a/c'></blockquote><img srcset='https://x.org/a/s.jpg 1x, https://x.org/t.jpg 2x'>",
  );
});

test("xml:lang nests: the innermost counts", () => {
  const languages = (inner: string): string | null =>
    only(
      read(
        `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>T</title>${inner}</feed>`,
      ),
    ).language;
  expect(languages("<entry><title>t</title></entry>")).toBe("de");
  expect(languages('<entry xml:lang="fr-CA"><title>t</title></entry>')).toBe("fr-CA");
  expect(languages('<entry xml:lang=""><title>t</title></entry>'), "unknown: the feed's").toBe(
    "de",
  );
});

test.each([
  [
    "the link goes before FeedBurner's original",
    "<link>https://x.org/a</link><feedburner:origLink>https://x.org/b</feedburner:origLink>",
    "https://x.org/a",
  ],
  [
    "the original goes before FeedBurner's own address",
    "<link>http://feedproxy.google.com/~r/x/~3/1/</link><feedburner:origLink>https://x.org/b</feedburner:origLink>",
    "https://x.org/b",
  ],
  [
    "the original goes before the guid",
    "<guid>https://x.org/?p=1</guid><feedburner:origLink>https://x.org/b</feedburner:origLink>",
    "https://x.org/b",
  ],
  ["an undecided guid that is no address", "<guid>1234</guid>", null],
  ["a guid that says it is one", '<guid isPermaLink="true">/c</guid>', "https://x.org/c"],
])("which link: %s", (_name, inner, wanted) => {
  expect(readItem(inner, { baseUrl: "https://x.org/feed" }).link).toBe(wanted);
});

test("several authors, and those of the other modules", () => {
  expect(readItem("<author>a@x.org (Ann)</author><author>Bob</author>").authors).toEqual([
    "Ann",
    "Bob",
  ]);
  expect(readItem("<itunes:author>Show &amp;amp; Tell</itunes:author>").authors).toEqual([
    "Show & Tell",
  ]);
});

test("categories: the label, else the text, else the term", () => {
  const entry = readEntry(
    '<category term="t1" label="Label"/><category term="t2">Text</category><category term="t3"/><dc:subject>Subject</dc:subject><media:category label="Media">m</media:category>',
  );
  expect(entry.categories).toEqual(["Label", "Text", "t3", "Subject", "Media"]);
});

test("categories of broadcasts nest", () => {
  const { categories } = readItem(
    '<itunes:category text="Technology"><itunes:category text="Software"/></itunes:category>',
  );
  expect(categories).toEqual(["Technology", "Software"]);
});

test("CDF, from before RSS: addresses as attributes, abstracts as texts", () => {
  const feed = read(
    '<CHANNEL HREF="https://x.org/"><TITLE>T</TITLE><ABSTRACT>About</ABSTRACT><ITEM HREF="https://x.org/1"><TITLE>a</TITLE><ABSTRACT>Brief</ABSTRACT></ITEM></CHANNEL>',
  );
  expect(feed).toMatchObject({ title: "T", link: "https://x.org/", description: "About" });
  expect(only(feed)).toMatchObject({ title: "a", link: "https://x.org/1" });
  expect(only(feed).content + only(feed).summary).toBe("Brief");
});

test("a frame that is never closed does not swallow the text behind it", () => {
  expect(readItem("<title>safe&lt;iframe src='x'> words</title>").title).toBe("safe words");
  expect(readItem("<title>safe&lt;script> words</title>").title).toBe("safe");
});

test("media in groups: films are enclosures, the widest thumbnail is the picture", () => {
  const entry = readEntry(
    '<media:group><media:title>wrong</media:title><media:content url="https://x.org/v.mp4" type="video/mp4" duration="61"/>' +
      '<media:thumbnail url="https://x.org/s.jpg" width="120"/><media:thumbnail url="https://x.org/l.jpg" width="480"/>' +
      "<media:description>One\n\nTwo</media:description></media:group>",
  );
  expect(entry).toMatchObject({
    enclosures: [{ address: "https://x.org/v.mp4", type: "video/mp4", length: 0 }],
    image: "https://x.org/l.jpg",
    summary: "<p>One</p><p>Two</p>",
    duration: 61,
  });
});

test.each([
  ["<itunes:duration>1:02:03</itunes:duration>", 3723],
  ["<itunes:duration>62:03</itunes:duration>", 3723],
  ["<itunes:duration>3723</itunes:duration>", 3723],
  ["<itunes:duration>about an hour</itunes:duration>", null],
  ["<itunes:duration>0</itunes:duration>", null],
])("how long it plays: %s", (inner, wanted) => {
  expect(readItem(inner).duration).toBe(wanted);
});

test.each([
  ["<georss:point>45.256 -71.92</georss:point>", 45.256, -71.92],
  [
    "<georss:where><gml:Point><gml:pos>45.256 -71.92</gml:pos></gml:Point></georss:where>",
    45.256,
    -71.92,
  ],
  ["<geo:lat>45.256</geo:lat><geo:long>-71.92</geo:long>", 45.256, -71.92],
  ["<geo:Point><geo:lat>1</geo:lat><geo:long>2</geo:long></geo:Point>", 1, 2],
])("where it plays: %s", (inner, latitude, longitude) => {
  expect(readItem(inner).place).toEqual({ latitude, longitude });
});

test.each(["<georss:point>95 10</georss:point>", "<geo:lat>4</geo:lat>", "<title>t</title>"])(
  "nowhere: %s",
  (inner) => {
    expect(readItem(inner).place).toBeNull();
  },
);

test("where readers talk about it, and what it answers", () => {
  expect(
    readItem(
      "<comments>https://x.org/1#comments</comments><slash:comments>12</slash:comments><wfw:commentRss>https://x.org/1/feed</wfw:commentRss>",
    ).discussion,
  ).toEqual({ page: "https://x.org/1#comments", feed: "https://x.org/1/feed", count: 12 });
  const entry = readEntry(
    '<link rel="replies" type="application/atom+xml" href="https://x.org/r.atom" thr:count="3"/><link rel="replies" type="text/html" href="https://x.org/r"/>' +
      '<thr:in-reply-to ref="tag:x.org,1" href="https://x.org/1"/>',
  );
  expect(entry.discussion).toEqual({
    page: "https://x.org/r",
    feed: "https://x.org/r.atom",
    count: 3,
  });
  expect(entry.replyTo).toBe("tag:x.org,1");
  expect(readEntry("<thr:total>5</thr:total>").discussion).toEqual({
    page: null,
    feed: null,
    count: 5,
  });
  expect(readItem("<title>t</title>")).toMatchObject({ discussion: null, replyTo: null });
});

test.each([
  [
    "RSS",
    '<rss xmlns:a="http://www.w3.org/2005/Atom"><channel><a:link rel="self" href="/feed"/><a:link rel="hub" href="https://hub.example/"/></channel></rss>',
  ],
  [
    "Atom",
    '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="hub" href="https://hub.example/"/><link rel="self" href="/feed"/></feed>',
  ],
  [
    "JSON Feed",
    '{"version":"https://jsonfeed.org/version/1","feed_url":"https://x.org/feed","hubs":[{"type":"WebSub","url":"https://hub.example/"},{"type":"rssCloud","url":"https://no.example/"}],"items":[]}',
  ],
])("its own address and its hubs: %s", (_format, text) => {
  expect(read(text, { baseUrl: "https://x.org/other" })).toMatchObject({
    self: "https://x.org/feed",
    hubs: ["https://hub.example/"],
  });
});

test.each([
  '<rss><channel><atom:link rel="self" href="https://x.org/a/feed"/><item><link>b</link></item></channel></rss>',
  '<feed><link rel="self" href="https://x.org/a/feed"/><entry/><entry><link href="b"/></entry></feed>',
  '{"version":"https://jsonfeed.org/version/1","feed_url":"https://x.org/a/feed","items":[{"url":"b"}]}',
])("a document from nowhere resolves its links by its own address: %s", (text) => {
  expect(only(read(text)).link).toBe("https://x.org/a/b");
  expect(only(read(text, { baseUrl: "https://y.org/" })).link).toBe("https://y.org/b");
});

test("white space in ids and dates does no harm", () => {
  expect(readItem("<guid>\n  a\n b </guid><pubDate>\n 1 Jan 2020 </pubDate>")).toMatchObject({
    id: "a b",
    published: Date.UTC(2020, 0, 1),
  });
});

const item = "<item><title>a</title><guid>1</guid></item>";
test.each([
  ["", `<rss><channel>${item}<image/></channel></rss>`],
  ["something stands before the feed", `Warning: x<rss><channel>${item}</channel></rss>`],
  ["something stands before the feed", `<br/><rss><channel>${item}</channel></rss>`],
  ["ampersands are not escaped", `<rss><channel><title>A & B</title>${item}</channel></rss>`],
  [
    "elements are not closed, or not in their order",
    `<rss><channel><p>never closed${item}</channel></rss>`,
  ],
  [
    "a section was never closed",
    `<rss><channel>${item}<item><title><![CDATA[b</title><guid>2</guid></item></channel></rss>`,
  ],
  [
    "1 items have the id of another",
    `<rss><channel>${item}<item><title>b</title><guid>1</guid></item></channel></rss>`,
  ],
])("what was wrong is told: %s", (problem, text) => {
  expect(read(text).problems).toEqual(problem === "" ? [] : [problem]);
});
