import { expect, test } from "vitest";
import { only, read, readEntry } from "./read.ts";

test.each([
  ["text", "<title>1 &lt; 2</title>", "1 < 2"],
  ["text with an entity of HTML in it", '<title type="text">&amp;lt;</title>', "&lt;"],
  ["html", '<title type="html">&lt;b&gt;Bold&lt;/b&gt; &amp;amp; good</title>', "Bold & good"],
  [
    "xhtml",
    '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>B</b> &lt;c&gt;</div></title>',
    "A B <c>",
  ],
  ["html that nobody declared", "<title>&lt;b&gt;Bold&lt;/b&gt;</title>", "Bold"],
  ["Atom 0.3, base64", '<title type="text/html" mode="base64">PGI+Qm9sZDwvYj4=</title>', "Bold"],
])("title: %s", (_name, inner, wanted) => {
  expect(readEntry(inner).title).toBe(wanted);
});

test.each([
  ["html", '<content type="html">&lt;p&gt;a&lt;/p&gt;</content>', "<p>a</p>"],
  [
    "text is escaped",
    '<content type="text">a &lt;b&gt; &amp;amp; c</content>',
    "a &lt;b&gt; &amp;amp; c",
  ],
  [
    "text keeps its paragraphs",
    '<content type="text">a\n\nb\nc</content>',
    "<p>a</p><p>b<br>c</p>",
  ],
  [
    "xhtml without its wrapping div",
    '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>a &lt; b<br/></p><img src="https://x.org/i.png"/></div></content>',
    '<p>a &lt; b<br></p><img src="https://x.org/i.png">',
  ],
  [
    "xhtml with prefixes",
    '<content type="xhtml"><h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>a</h:p></h:div></content>',
    "<p>a</p>",
  ],
  ["base64", '<content type="application/octet-stream">PHA+YTwvcD4=</content>', "<p>a</p>"],
  ["a picture is no text", '<content type="image/png">iVBORw0KGgo=</content>', ""],
])("content: %s", (_name, inner, wanted) => {
  expect(readEntry(inner).content).toBe(wanted);
});

test.each([
  ["without relation", '<link href="https://x.org/a"/>', "https://x.org/a"],
  [
    "HTML goes before others",
    '<link rel="alternate" type="application/json" href="https://x.org/j"/><link rel="alternate" type="text/html" href="https://x.org/h"/>',
    "https://x.org/h",
  ],
  [
    "IANA's long name",
    '<link rel="http://www.iana.org/assignments/relation/alternate" href="https://x.org/l"/>',
    "https://x.org/l",
  ],
  ["replies are not it", '<link rel="replies" href="https://x.org/r"/><id>tag:x</id>', null],
  ["the id when it is an address", "<id>https://x.org/i</id>", "https://x.org/i"],
])("link: %s", (_name, inner, wanted) => {
  expect(readEntry(inner).link).toBe(wanted);
});

test("xml:base nests, and may be relative", () => {
  const feed = read(
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="/blog/"><entry xml:base="2020/"><id>rel</id><link href="a.html"/>' +
      '<content type="html" xml:base="img/">&lt;img src="i.png"&gt;</content></entry></feed>',
    { baseUrl: "https://x.org/feed.xml" },
  );
  expect(only(feed)).toMatchObject({
    id: "rel",
    link: "https://x.org/blog/2020/a.html",
    content: '<img src="https://x.org/blog/2020/img/i.png">',
  });
});

test("authors: entry, then source, then feed", () => {
  const entries = (inner: string): readonly string[] =>
    only(
      read(
        `<feed xmlns="http://www.w3.org/2005/Atom"><author><name>Feed</name></author><entry><title>t</title>${inner}</entry></feed>`,
      ),
    ).authors;
  expect(entries("<author><name>Ann</name></author><author><name>Bob</name></author>")).toEqual([
    "Ann",
    "Bob",
  ]);
  expect(entries("<source><author><name>Source</name></author></source>")).toEqual(["Source"]);
  expect(entries("")).toEqual(["Feed"]);
});

test("dates, enclosures, categories, language", () => {
  const entry = readEntry(
    '<published>2020-01-01T00:00:00Z</published><updated>2020-01-02T00:00:00Z</updated><link rel="enclosure" type="audio/mpeg" length="5" href="https://x.org/a.mp3"/>' +
      '<category term="t" label="Label"/><category term="bare"/>',
  );
  expect(entry).toMatchObject({
    published: Date.UTC(2020, 0, 1),
    updated: Date.UTC(2020, 0, 2),
    enclosures: [{ address: "https://x.org/a.mp3", type: "audio/mpeg", length: 5 }],
    categories: ["Label", "bare"],
  });
  expect(
    readEntry("<updated>2020-01-02T00:00:00Z</updated>").published,
    "the date of the change when there is no other",
  ).toBe(Date.UTC(2020, 0, 2));
});

test("every prefix of Atom's namespace, and none", () => {
  const entry = "<a:entry><a:title>t</a:title></a:entry>";
  expect(only(read(`<a:feed xmlns:a="http://www.w3.org/2005/Atom">${entry}</a:feed>`)).title).toBe(
    "t",
  );
  expect(
    only(
      read(
        `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:a="http://www.w3.org/2005/atom/">${entry}</feed>`,
      ),
    ).title,
  ).toBe("t");
  expect(only(read("<feed><entry><title>t</title></entry></feed>")).title).toBe("t");
});

test("a lone entry is a feed of one item", () => {
  const feed = read(
    '<entry xmlns="http://www.w3.org/2005/Atom"><id>1</id><title>t</title></entry>',
  );
  expect(only(feed)).toMatchObject({ id: "1", title: "t" });
});
