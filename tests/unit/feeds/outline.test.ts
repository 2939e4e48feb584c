import { expect, test } from "vitest";
import fc from "fast-check";
import {
  OutlineError,
  parseOutline,
  writeOutline,
  type OutlineFeed,
} from "../../../main/feeds/feeds.ts";

const plain: Omit<OutlineFeed, "address" | "title"> = {
  ownTitle: null,
  site: null,
  folder: [],
  section: null,
  language: null,
  retention: null,
};

test("folders, sites, titles, and what cannot be used", () => {
  const outline = parseOutline(
    '<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>' +
      '<outline text="News"><outline text="World &amp; more" title="World" type="rss" xmlUrl="https://w.org/rss" htmlUrl="https://w.org"/>' +
      '<outline text="Deep"><outline text="D" xmlurl="feed://d.org/feed"/></outline></outline>' +
      '<outline text="Old" type="rss" url="http://old.org/rss"/><outline text="Broken" xmlUrl="ftp://x"/><outline text="A note"/></body></opml>',
  );
  expect(outline).toEqual({
    feeds: [
      {
        ...plain,
        address: "https://w.org/rss",
        title: "World",
        site: "https://w.org/",
        folder: ["News"],
      },
      { ...plain, address: "https://d.org/feed", title: "D", folder: ["News", "Deep"] },
      { ...plain, address: "http://old.org/rss", title: "Old" },
    ],
    skipped: ["Broken", "A note"],
  });
});

test.each([
  [
    "bare ampersands",
    '<opml><body><outline text="A & B" xmlUrl="https://x.org/?a=1&b=2"/></body></opml>',
    "https://x.org/?a=1&b=2",
  ],
  ["no body", '<opml><outline text="A" xmlUrl="https://x.org/a"/></opml>', "https://x.org/a"],
  [
    "capitals",
    '<OPML><BODY><OUTLINE TEXT="A" XMLURL="https://x.org/a"/></BODY></OPML>',
    "https://x.org/a",
  ],
  [
    "cut off",
    '<opml><body><outline text="A" xmlUrl="https://x.org/a"/><outline text="B" xml',
    "https://x.org/a",
  ],
  [
    "a single quote and dirt before",
    "\n<?xml version='1.0'?>\n\n<opml><body><outline text='A' xmlUrl='https://x.org/a'></outline></body></opml>",
    "https://x.org/a",
  ],
])("tolerates %s", (_name, text, address) => {
  expect(parseOutline(text).feeds.map((feed) => feed.address)).toEqual([address]);
});

/** One title as other programs write it. */
test.each([
  [
    "OPML 1.0 with all its attributes",
    '<opml version="1.0"><head><expansionState>1,3</expansionState></head><body><outline text="A" title="A" type="rss" version="RSS" description="" htmlUrl="https://x.org" xmlUrl="https://x.org/a" isComment="false" created="Mon, 01 Jan 2024 00:00:00 GMT"/></body></opml>',
  ],
  ["only text", '<opml><body><outline text="A" xmlUrl="https://x.org/a"/></body></opml>'],
  [
    "an empty title",
    '<opml><body><outline title="" text="A" xmlUrl="https://x.org/a"/></body></opml>',
  ],
  [
    "HTML in the name",
    '<opml><body><outline text="&lt;b&gt;A&lt;/b&gt;" xmlUrl="https://x.org/a"/></body></opml>',
  ],
  [
    "another attribute's name",
    '<opml><body><outline text="A" feedUrl="https://x.org/a"/></body></opml>',
  ],
  [
    "type and address",
    '<opml><body><outline text="A" type="podcast" url="https://x.org/a"/></body></opml>',
  ],
  [
    "white space in the address",
    '<opml><body><outline text="A" xmlUrl=" https://x.org/\n a "/></body></opml>',
  ],
  [
    "a quote inside a value",
    '<opml><body><outline text="A" description="he said "x" &amp; left" xmlUrl="https://x.org/a"/></body></opml>',
  ],
  [
    "a document type",
    '<!DOCTYPE opml SYSTEM "opml.dtd"><opml><body><outline text="A" xmlUrl="https://x.org/a"/></body></opml>',
  ],
  [
    "a mark at its beginning",
    '\ufeff<?xml version="1.0"?><opml><body><outline text="A" xmlUrl="https://x.org/a"/></body></opml>',
  ],
  [
    "elements of other programs",
    '<opml xmlns:frss="https://freshrss.org/opml" xmlns:rssowl="http://www.rssowl.org"><body><outline text="A" xmlUrl="https://x.org/a" frss:priority="main"><rssowl:set x="1"/></outline></body></opml>',
  ],
  [
    "settings of another program",
    '<opml><body><outline text="A" xmlUrl="https://x.org/a"/><outline text="tt-rss-prefs"><outline pref-name="X" value="1"/></outline></body></opml>',
  ],
  [
    "a namespace",
    '<opml xmlns="http://opml.org/spec2"><body><outline text="A" xmlUrl="https://x.org/a"/></body></opml>',
  ],
])("the dialect with %s", (_name, text) => {
  expect(parseOutline(text)).toMatchObject({
    feeds: [{ address: "https://x.org/a", title: "A", folder: [] }],
    skipped: [],
  });
});

test("titles inside titles stay in the folder, folders without a name are none", () => {
  const { feeds } = parseOutline(
    '<opml><body><outline text="F"><outline text="A" xmlUrl="https://x.org/a"><outline text="B" xmlUrl="https://x.org/b"/></outline>' +
      '<outline><outline text="C" xmlUrl="https://x.org/c"/></outline></outline></body></opml>',
  );
  expect(feeds.map(({ title, folder }) => [title, folder])).toEqual([
    ["A", ["F"]],
    ["B", ["F"]],
    ["C", ["F"]],
  ]);
});

test.each([
  ["/News/Politics,/Mine", "Politics"],
  ["Politics", "Politics"],
  ["", null],
  ["/", null],
])("category %j names the section %j", (category, section) => {
  const text = `<opml><body><outline text="A" xmlUrl="https://x.org/a" category="${category}"/></body></opml>`;
  expect(parseOutline(text).feeds[0]?.section).toBe(section);
});

test.each([
  ["de-AT", "de-AT"],
  ["en_US", "en-US"],
  ["unknown", null],
  ["English (US)", null],
])("language %j is %j", (written, language) => {
  const text = `<opml><body><outline text="A" xmlUrl="https://x.org/a" language="${written}"/></body></opml>`;
  expect(parseOutline(text).feeds[0]?.language).toBe(language);
});

test("what is written is OPML 2.0 that others understand", () => {
  const text = writeOutline({
    title: "Titles & more",
    created: Date.UTC(2026, 0, 2),
    feeds: [
      {
        address: "https://x.org/feed?a=1&b=2",
        title: "The Publisher",
        ownTitle: 'My "own" <name>',
        site: "https://x.org/",
        folder: ["News / Europe"],
        section: "World",
        language: "de",
        retention: { days: 30, articles: null, keepUnread: false },
      },
    ],
  });
  expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0" xmlns:broadsheet="https://broadsheet.example/opml">
  <head>
    <title>Titles &amp; more</title>
    <dateCreated>Fri, 02 Jan 2026 00:00:00 GMT</dateCreated>
    <docs>http://opml.org/spec2.opml</docs>
  </head>
  <body>
    <outline text="News / Europe" title="News / Europe">
      <outline type="rss" text="My &quot;own&quot; &lt;name&gt;" title="My &quot;own&quot; &lt;name&gt;" xmlUrl="https://x.org/feed?a=1&amp;b=2" htmlUrl="https://x.org/" language="de" category="/World" broadsheet:section="World" broadsheet:publisherTitle="The Publisher" broadsheet:keepDays="30" broadsheet:keepUnread="false"/>
    </outline>
  </body>
</opml>
`);
});

test("names and passwords in addresses are written only when asked", () => {
  const feed = { ...plain, address: "https://ann:secret@x.org/feed", title: "Private" };
  const outline = { title: "", created: 0, feeds: [feed] };
  expect(writeOutline(outline)).not.toContain("secret");
  expect(parseOutline(writeOutline(outline)).feeds[0]?.address).toBe("https://x.org/feed");
  const whole = writeOutline({ ...outline, withSecrets: true });
  expect(parseOutline(whole).feeds).toEqual([feed]);
});

/** A name as we show it: one line of text without spaces at its ends. */
const name = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 20 }),
      fc.constantFrom("<b>", "</i>", "&amp;", "&#65;", "&lt;", '"', "]]>", "<!--", "  ", "\n"),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(""))
  .map((text) => text.replace(/[\p{Cc}\p{Z}\ufeff]+/gu, " ").trim())
  .filter((text) => text !== "");
const feed = fc.record<OutlineFeed>({
  address: fc.webUrl({ withQueryParameters: true }).map((address) => new URL(address).href),
  title: name,
  ownTitle: fc.option(name),
  site: fc.option(fc.webUrl().map((address) => new URL(address).href)),
  folder: fc.array(name, { maxLength: 3 }),
  section: fc.option(fc.constantFrom("World", "Politics", "Science")),
  language: fc.option(fc.constantFrom("de", "en-GB", "zh-Hant-TW")),
  retention: fc.option(
    fc.record({
      days: fc.option(fc.integer({ min: 1, max: 36_500 })),
      articles: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
      keepUnread: fc.boolean(),
    }),
  ),
});

test("what is written is read back without loss", () => {
  fc.assert(
    fc.property(fc.array(feed, { maxLength: 12 }), (feeds) => {
      const text = writeOutline({ title: "x", created: 0, feeds });
      const read = parseOutline(text);
      expect(read.skipped).toEqual([]);
      const byAddress = (one: OutlineFeed, other: OutlineFeed): number =>
        JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
      const inOrder = (list: readonly OutlineFeed[]): OutlineFeed[] =>
        list.map((one) => ({ ...one })).toSorted(byAddress);
      expect(inOrder(read.feeds)).toEqual(inOrder(feeds));
    }),
    { numRuns: 300 },
  );
});

test.each([
  ["nothing", ""],
  ["a feed", "<rss><channel/></rss>"],
  ["a page", "<!doctype html><p>hi"],
  ["words", "hello"],
])("refuses %s", (_name, text) => {
  expect(() => parseOutline(text)).toThrow(OutlineError);
});
