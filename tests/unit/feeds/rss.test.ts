import { expect, test } from "vitest";
import { only, read, readItem } from "./read.ts";

test.each([
  ["plain", "<title>A title</title>", "A title"],
  ["escaped HTML", "<title>&lt;b&gt;Bold&lt;/b&gt; move</title>", "Bold move"],
  ["escaped twice", "<title>Q&amp;amp;A</title>", "Q&A"],
  ["CDATA with HTML", "<title><![CDATA[<i>A</i> &amp; B]]></title>", "A & B"],
  ["a tag that is none", "<title>vector&lt;int&gt; explained</title>", "vector<int> explained"],
  ["a comparison", "<title>1 &lt; 2</title>", "1 < 2"],
  ["an ampersand alone", "<title>AT&T</title>", "AT&T"],
  ["a name of HTML", "<title>caf&eacute;</title>", "café"],
  ["comments inside", "<title>a<!-- x -->b</title>", "ab"],
  ["CDATA and text mixed", "<title>a <![CDATA[b]]> c</title>", "a b c"],
  ["media:title does not win", "<media:title>wrong</media:title><title>right</title>", "right"],
  ["dc:title when there is no other", "<dc:title>Dublin</dc:title>", "Dublin"],
  ["an empty first one", "<title/><title>second</title>", "second"],
  ["white space", "<title>\n  a\t b\n</title>", "a b"],
])("title: %s", (_name, inner, wanted) => {
  expect(readItem(inner).title).toBe(wanted);
});

test.each([
  ["text", "<link> https://x.org/a </link>", "https://x.org/a"],
  ["an empty one does not win", "<link/><link>https://x.org/b</link>", "https://x.org/b"],
  ["as attribute", '<link href="https://x.org/c"/>', "https://x.org/c"],
  [
    "atom:link",
    '<atom:link rel="self" href="https://x.org/no"/><atom:link href="https://x.org/d"/>',
    "https://x.org/d",
  ],
  ["guid", "<guid>https://x.org/e</guid>", "https://x.org/e"],
  ["guid that denies it", '<guid isPermaLink="false">https://x.org/f</guid>', null],
  ["other schemes", "<link>javascript:alert(1)</link>", null],
  ["relative", "<link>/g</link>", "https://feed.org/g"],
])("link: %s", (_name, inner, wanted) => {
  expect(readItem(inner, { baseUrl: "https://feed.org/rss.xml" }).link).toBe(wanted);
});

test.each([
  ["mail (Name)", "<author>a@x.org (Ann Author)</author>", ["Ann Author"]],
  ["Name <mail>", "<author>Ann Author &lt;a@x.org&gt;</author>", ["Ann Author"]],
  [
    "dc:creator, several",
    "<dc:creator>Ann</dc:creator><dc:creator>Bob</dc:creator><dc:creator>Ann</dc:creator>",
    ["Ann", "Bob"],
  ],
  ["nested as in Atom", "<author><name>Ann</name><email>a@x.org</email></author>", ["Ann"]],
])("authors: %s", (_name, inner, wanted) => {
  expect(readItem(inner).authors).toEqual(wanted);
});

test("the longer text is the content, the other the summary", () => {
  const long = "<p>Long <b>text</b> of the story</p>";
  const item = readItem(
    `<content:encoded><![CDATA[${long}]]></content:encoded><description>Brief</description>`,
  );
  expect(item).toMatchObject({ content: long, summary: "Brief" });
  const swapped = readItem(
    `<content:encoded>Brief</content:encoded><description><![CDATA[${long}]]></description>`,
  );
  expect(swapped).toMatchObject({ content: long, summary: "Brief" });
});

test("HTML that was not escaped keeps its elements", () => {
  const { content } = readItem(
    "<description><p>one<br>two <a href='/x?a=1&amp;b=2'>three</a></p></description>",
  );
  expect(content).toBe('<p>one<br>two <a href="/x?a=1&amp;b=2">three</a></p>');
});

test("addresses in the text are absolute", () => {
  const html =
    '<a href="/a">a</a><a href="#n">n</a><img src="i.png" srcset="i.png 1x, /j.png 2x"><a href="https://y.org/">y</a>';
  const item = readItem(
    `<link>https://x.org/story/</link><description><![CDATA[${html}]]></description>`,
  );
  expect(item.content).toBe(
    '<a href="https://x.org/a">a</a><a href="#n">n</a><img src="https://x.org/story/i.png" srcset="https://x.org/story/i.png 1x, https://x.org/j.png 2x"><a href="https://y.org/">y</a>',
  );
});

test("enclosures: each address once, with what is known of it", () => {
  const item = readItem(
    '<enclosure url="/a.mp3" type="audio/mpeg" length="12"/><enclosure url="" type="audio/mpeg"/>' +
      '<enclosure url="https://x.org/b.mp4" length="junk"/><media:group><media:content url="https://x.org/b.mp4" fileSize="9" type="video/mp4"/>' +
      '<media:content url="https://x.org/c.jpg" medium="image"/></media:group>',
    { baseUrl: "https://x.org/feed" },
  );
  expect(item.enclosures).toEqual([
    { address: "https://x.org/a.mp3", type: "audio/mpeg", length: 12 },
    { address: "https://x.org/b.mp4", type: "video/mp4", length: 9 },
  ]);
});

test.each([
  [
    "the widest thumbnail",
    '<media:thumbnail url="https://x.org/s.jpg" width="10"/><media:thumbnail url="https://x.org/l.jpg" width="200"/>',
    "https://x.org/l.jpg",
  ],
  [
    "a picture of media:content",
    '<media:content url="https://x.org/m.jpg" medium="image"/>',
    "https://x.org/m.jpg",
  ],
  ["itunes:image", '<itunes:image href="https://x.org/p.jpg"/>', "https://x.org/p.jpg"],
  [
    "an enclosed picture",
    '<enclosure url="https://x.org/e.jpg" type="image/jpeg"/>',
    "https://x.org/e.jpg",
  ],
  [
    "the first in the text that is no pixel",
    "<description>&lt;img src='https://x.org/t.gif' width='1' height='1'&gt;&lt;img src='https://x.org/f.jpg'&gt;</description>",
    "https://x.org/f.jpg",
  ],
  ["none", "<description>text</description>", null],
])("picture: %s", (_name, inner, wanted) => {
  expect(readItem(inner).image).toBe(wanted);
});

test("categories: plain, distinct, lists taken apart", () => {
  const item = readItem(
    "<category>News &amp;amp; Views</category><category>news &amp; views</category><dc:subject>a, b, c</dc:subject><category>Paris, France</category>",
  );
  expect(item.categories).toEqual(["News & Views", "Paris, France", "a", "b", "c"]);
});

test("dates: the first that can be read", () => {
  const item = readItem("<pubDate>soon</pubDate><dc:date>2020-01-02T03:04:05Z</dc:date>");
  expect(item.published).toBe(Date.UTC(2020, 0, 2, 3, 4, 5));
});

test("the channel", () => {
  const feed = read(
    "<rss><channel><atom:link rel='self' href='https://x.org/feed'/><title>The &amp;quot;T&amp;quot;</title><link>https://x.org</link>" +
      "<image><title>IMG</title><url>/logo.png</url><link>https://x.org/img</link></image><textInput><title>TI</title></textInput>" +
      "<description>About &lt;b&gt;it&lt;/b&gt;</description><language>de-AT</language><ttl>60</ttl>" +
      "<skipHours><hour>24</hour><hour>3</hour><hour>99</hour></skipHours><skipDays><day>Sunday</day><day>Someday</day></skipDays></channel></rss>",
    { baseUrl: "https://x.org/feed" },
  );
  expect(feed).toMatchObject({
    format: "rss",
    title: 'The "T"',
    link: "https://x.org/",
    description: "About it",
    language: "de-AT",
    image: "https://x.org/logo.png",
    waitMinutes: 60,
    skipHours: [0, 3],
    skipDays: [0],
    items: [],
  });
});

test("the syndication module says how often", () => {
  const wait = (inner: string): number | null =>
    read(`<rss><channel>${inner}</channel></rss>`).waitMinutes;
  expect(
    wait("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>"),
  ).toBe(360);
  expect(wait("<sy:updatePeriod>hourly</sy:updatePeriod>")).toBe(60);
  expect(wait("<sy:updatePeriod>sometimes</sy:updatePeriod><ttl>-5</ttl>")).toBeNull();
});

test("RSS 1.0: items beside the channel, about as identity", () => {
  const feed = read(
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://x.org/rdf"><title>R</title><link>https://x.org/</link></channel>' +
      '<item rdf:about="https://x.org/1"><title>one</title></item></rdf:RDF>',
  );
  expect(feed.format).toBe("rdf");
  expect(only(feed)).toMatchObject({
    id: "https://x.org/1",
    link: "https://x.org/1",
    title: "one",
  });
});

test.each([
  [
    "a prefixed root",
    '<r:rss xmlns:r="http://purl.org/rss/1.0/"><r:channel><r:item><r:title>t</r:title></r:item></r:channel></r:rss>',
  ],
  [
    "a default namespace",
    '<rss xmlns="http://backend.userland.com/rss2"><channel><item><title>t</title></item></channel></rss>',
  ],
  [
    "Atom's namespace as default",
    '<rss xmlns="http://www.w3.org/2005/Atom"><channel><item><title>t</title></item></channel></rss>',
  ],
  ["no channel", "<rss><item><title>t</title></item></rss>"],
  [
    "items outside the channel",
    "<rss><channel><title>c</title></channel><item><title>t</title></item></rss>",
  ],
  ["only a channel", "<channel><item><title>t</title></item></channel>"],
  ["another case", "<RSS><Channel><Item><Title>t</Title></Item></Channel></RSS>"],
  [
    "an element that is never closed",
    "<rss><channel><itunes:category text='x'><item><title>t</title></item></channel></rss>",
  ],
])("structure: %s", (_name, text) => {
  expect(only(read(text)).title).toBe("t");
});

test("an empty item inside an item is none", () => {
  const feed = read(
    "<rss><channel><item><title>a</title><item/><guid>1</guid></item><item><title>b</title><item /></item></channel></rss>",
  );
  expect(feed.items.map(({ id, title }) => [id, title])).toEqual([
    ["1", "a"],
    [null, "b"],
  ]);
});

test("an item that stands there twice is one", () => {
  const feed = read(
    `<rss><channel>${"<item><guid>1</guid><title>a</title></item>".repeat(2)}</channel></rss>`,
  );
  expect(only(feed).title).toBe("a");
  expect(feed.problems).toEqual(["1 items were exact repetitions of others"]);
});
