import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { parseFeed } from "../../../main/feeds/feeds.ts";
import { bytesOf, read } from "./read.ts";

const five = Array.from(
  { length: 5 },
  (_, index) =>
    `<item><title>Item ${index}</title><link>https://x.org/${index}</link><guid>g${index}</guid><description>desc ${index}</description></item>`,
).join("");
const good = rss(five);

function rss(items: string, before = ""): string {
  return `${before}<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;
}

test.each([
  [
    "dirt before the root",
    `<br />\n<b>Warning</b>: foo() in <b>/x.php</b><br />\n<?xml version="1.0"?>${good}`,
  ],
  ["dirt after the root", `${good}<!-- cached --><script>alert(1)</script> & <`],
  ["an unclosed comment before the root", `<!-- oops ${good}`],
  ["two declarations", `<?xml version="1.0"?>\n<?xml version="1.0"?>${good}`],
  ["an unclosed CDATA section", good.replace("desc 3", "<![CDATA[never closed")],
  ["an unclosed comment", good.replace("desc 3", "<!-- never closed")],
  [
    "items that are not closed",
    good.replaceAll("</item>", "").replace("</channel>", "</item></channel>"),
  ],
  ["titles that are not closed", good.replaceAll("</title>", "")],
  ["mismatched elements", good.replace("desc 1", "<p>bad <b>nest</p></b>")],
  ["bare signs", good.replace("desc 1", "a < b & c <3 &unknown; d")],
  ["control characters", good.replace("Item 1", "Item\0\u0001 1")],
  [
    "references to control characters",
    good.replace("Item 1", "Item&#0;&#1;&#xFFFE;&#xD800;&#1114112; 1"),
  ],
  ["a page around it", `<!doctype html><html><body>${good}</body></html>`],
])("all items survive %s", (_name, text) => {
  const titles = read(text).items.map(({ title }) =>
    title.replace("\ufffd", "").replace(/\s+/g, " "),
  );
  expect(titles).toHaveLength(5);
  for (const [index, title] of titles.entries())
    expect(title).toMatch(new RegExp(`^Item.*${index}`));
});

test("references without their end bring no control characters in", () => {
  const item = read(rss("<item><title>&lt;b&gt;a&amp;#3x&lt;/b&gt;b&amp;#1;c</title></item>"))
    .items[0];
  expect(item?.title).toBe("axbc");
});

test.each([10, 30, 50, 70, 90, 99])(
  "cut off after %i percent: the complete items are kept",
  (share) => {
    const text = good.slice(0, (good.length * share) / 100);
    const complete = text.split("</item>").length - 1;
    const feed = read(text);
    expect(feed.items.length).toBe(complete);
    expect(feed.problems).toEqual(["the document ends before it is complete"]);
  },
);

test("gzip that nobody announced", () => {
  const feed = parseFeed(gzipSync(good), {});
  expect(feed.ok && feed.items.length).toBe(5);
});

test.each([
  ["nothing", "", "empty"],
  ["white space", " \n", "empty"],
  ["a page", "<!doctype html><html><head><title>x</title></head><body>hi", "html"],
  [
    "another vocabulary",
    '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>',
    "not-a-feed",
  ],
  ["words", "hello", "not-a-feed"],
  ["an outline", "<opml><body/></opml>", "not-a-feed"],
] as const)("refuses %s", (_name, text, reason) => {
  expect(parseFeed(bytesOf(text), {})).toEqual({ ok: false, reason });
});

test("refuses what is too large, packed or not, and packed rubbish", () => {
  const large = new Uint8Array(16 * 1024 * 1024 + 1).fill(0x20);
  expect(parseFeed(large, {})).toEqual({ ok: false, reason: "too-large" });
  expect(parseFeed(gzipSync(large), {})).toEqual({ ok: false, reason: "too-large" });
  expect(parseFeed(Uint8Array.of(0x1f, 0x8b, 1, 2, 3), {})).toEqual({
    ok: false,
    reason: "unreadable",
  });
});

test("a document that says it is a web page is one", () => {
  expect(parseFeed(bytesOf("<div>log in</div>"), { contentType: "text/html" })).toEqual({
    ok: false,
    reason: "html",
  });
});

const lol =
  '<!DOCTYPE rss [<!ENTITY a0 "lollollollollol">' +
  Array.from(
    { length: 9 },
    (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`,
  ).join("") +
  "]>";
const manyTimes = (piece: string, times: number): string => piece.repeat(times);

test.each([
  ["billion laughs", rss("<item><title>&a9;</title></item>", lol)],
  [
    "quadratic entities",
    rss(
      `<item><title>t</title><description>${manyTimes("&a;", 20_000)}</description></item>`,
      `<!DOCTYPE rss [<!ENTITY a "${manyTimes("A", 100_000)}">]>`,
    ),
  ],
  [
    "entities just small enough",
    rss(
      `<item><description>${manyTimes("&a;", 100_000)}</description></item>`,
      `<!DOCTYPE rss [<!ENTITY a "${manyTimes("A", 900)}">]>`,
    ),
  ],
  [
    "an external entity",
    rss(
      "<item><title>&x;</title></item>",
      '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ),
  ],
  [
    "depth",
    rss(`<item><title>t</title>${manyTimes("<a>", 200_000)}${manyTimes("</a>", 200_000)}</item>`),
  ],
  [
    "unmatched closings over depth",
    rss(`<item>${manyTimes("<a>", 300)}${manyTimes("</b>", 500_000)}</item>`),
  ],
  [
    "depth in JSON",
    `{"items":[{"id":"1","x":${manyTimes("[", 100_000)}${manyTimes("]", 100_000)}}]}`,
  ],
  ["open brackets in JSON", `{"items":[${manyTimes('{"a":[', 200_000)}`],
  ["escaped quotes in JSON", `{"items":[{"id":"${manyTimes('\\"', 1_000_000)}`],
  ["objects in broken JSON", `{"items":[${manyTimes('{"a":1},', 300_000)}x`],
  [
    "white space in HTML",
    rss(
      `<item><link>https://x.org/</link><description><![CDATA[<a href=${manyTimes(" ", 300_000)}#a>]]></description></item>`,
    ),
  ],
  ["authors", rss(manyTimes(`<item><author>(${manyTimes("@", 300)}</author></item>`, 5_000))],
  [
    "many attributes",
    rss(
      `<item ${Array.from({ length: 50_000 }, (_, index) => `a${index}="1"`).join(" ")}><title>t</title></item>`,
    ),
  ],
  [
    "many namespaces",
    `<rss ${Array.from({ length: 20_000 }, (_, index) => `xmlns:n${index}="u:${index}"`).join(" ")}><channel>${five}</channel></rss>`,
  ],
  [
    "smaller-than signs",
    rss(`<item><description>${manyTimes("<", 1_000_000)}</description></item>`),
  ],
  ["ampersands", rss(`<item><title>${manyTimes("&", 1_000_000)}</title></item>`)],
  [
    "open sections",
    rss(`<item><description>${manyTimes("<![CDATA[", 100_000)}</description></item>`),
  ],
  [
    "open comments in HTML",
    rss(`<item><title><![CDATA[${manyTimes("<!--", 200_000)}]]></title></item>`),
  ],
  [
    "open tags in HTML",
    rss(
      `<item><link>https://x.org/</link><description><![CDATA[${manyTimes('<a href="x', 100_000)}]]></description></item>`,
    ),
  ],
  [
    "quotes in HTML",
    rss(
      `<item><link>https://x.org/</link><description><![CDATA[${manyTimes("<a \"<a '", 100_000)}]]></description></item>`,
    ),
  ],
  [
    "pictures in HTML",
    rss(`<item><description><![CDATA[${manyTimes("<img ", 200_000)}]]></description></item>`),
  ],
  [
    "white space",
    rss(
      `<item><title>t${manyTimes(" ", 4_000_000)}x</title><author>${manyTimes("a ", 500_000)}</author></item>`,
    ),
  ],
  ["items", rss(manyTimes("<item/>", 100_000))],
  ["the same id", rss(manyTimes("<item><guid>1</guid></item>", 20_000))],
  ["an open declaration", `<?xml ${manyTimes("a", 1_000_000)}${good}`],
  ["an open document type", `<!DOCTYPE ${manyTimes("[", 1_000_000)}${good}`],
  ["a comment before a comment", `${manyTimes("<!-- -->", 100_000)}${good}`],
  [
    "a long source set",
    rss(
      `<item><link>https://x.org/</link><description><![CDATA[<img srcset="${manyTimes("a 1x, ", 100_000)}">]]></description></item>`,
    ),
  ],
])("takes little time and memory: %s", (_name, text) => {
  const started = performance.now();
  const feed = parseFeed(bytesOf(text), { baseUrl: "https://x.org/feed" });
  expect(performance.now() - started, "milliseconds").toBeLessThan(3_000);
  expect(JSON.stringify(feed).length, "characters that came out").toBeLessThan(
    Math.max(8_000_000, text.length * 12),
  );
  expect(JSON.stringify(feed)).not.toContain("root:");
});

test("no more than 10,000 items", () => {
  const feed = read(
    rss(
      Array.from({ length: 10_050 }, (_, index) => `<item><title>t${index}</title></item>`).join(
        "",
      ),
    ),
  );
  expect(feed.items).toHaveLength(10_000);
  expect(feed.problems).toEqual(["only the first 10000 items were read"]);
});

test("names of JavaScript's own do no harm", () => {
  const texts = [
    rss(
      '<item __proto__="1" constructor="2"><title polluted="y">t</title><__proto__><polluted>1</polluted></__proto__><constructor><prototype>1</prototype></constructor><hasOwnProperty>1</hasOwnProperty></item>',
    ),
    '<rss xmlns:__proto__="u:p" xmlns:constructor="u:c"><channel><__proto__:polluted>1</__proto__:polluted><item><title>t</title><constructor:prototype>1</constructor:prototype></item></channel></rss>',
    '{"__proto__":{"polluted":1},"items":[{"id":"1","title":"t","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]}',
    '{"rss":{"channel":{"__proto__":{"polluted":1},"item":[{"title":"t","__proto__":{"url":"x"}}]}}}',
  ];
  for (const text of texts) expect(read(text).items[0]?.title).toBe("t");
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
