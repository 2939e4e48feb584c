import fc from "fast-check";
import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { fileNames, picturesIn, renderBookmark } from "../../../main/exchange/exchange.ts";
import { writeXhtml } from "../../../main/exchange/write-xhtml.ts";
import { sampleBookmark, somePicture } from "./sample-bookmark.ts";

describe("a bookmark for other programs", () => {
  it("is a link with tags and note, as browsers have them", () => {
    const written = renderBookmark("netscape", sampleBookmark({ note: "Two\nlines <b>" }));
    expect(written).toBe(
      `    <DT><A HREF="https://news.example/a?b=1&amp;c=2" ADD_DATE="1790000000" TAGS="Wine,long reads">“Quotes” &amp; &lt;tags&gt;</A>\n    <DD>Two lines &lt;b&gt;\n`,
    );
    expect(renderBookmark("netscape", sampleBookmark({ address: null }))).toBeNull();
  });

  it("is Markdown with its facts, text, pictures, note and highlights", () => {
    const written = renderBookmark("folder", sampleBookmark()) ?? "";
    expect(written).toMatch(/^---\ntitle: "“Quotes” & <tags>"\n/);
    expect(written).toContain('tags: ["Wine","long reads"]');
    expect(written).toContain("A **bold** claim.");
    expect(written).toContain(`![A boat](pictures/${somePicture})`);
    expect(written).toContain("<table>");
    expect(written).toContain("## Note\n\nFor the evening.");
    expect(written).toContain("> A bold claim.\n\nIs it?");
  });

  it("is data that has all of it", () => {
    const data = JSON.parse(renderBookmark("json", sampleBookmark()) ?? "") as object;
    expect(data).toMatchObject({
      headline: "“Quotes” & <tags>",
      bookmarked: "2026-09-21T14:13:20.000Z",
      tags: ["Wine", "long reads"],
      note: "For the evening.",
      highlights: [{ quote: "A bold claim.", note: "Is it?" }],
    });
  });

  it.each(["html", "epub"] as const)("runs nothing and loses nothing as %s", (format) => {
    const hostile = '"><script>alert(1)</script>';
    const written =
      renderBookmark(
        format,
        sampleBookmark({
          headline: hostile,
          note: hostile,
          tags: [hostile],
          title: hostile,
          author: hostile,
          standfirst: hostile,
          language: hostile,
          address: `https://news.example/${hostile}`,
          pictures: [{ file: somePicture, alt: hostile }],
          leadPicture: 0,
        }),
      ) ?? "";
    expect(written).not.toContain("<script");
    expect(written.split("&lt;script&gt;").length).toBeGreaterThan(6);
    expect(picturesIn(written).names).toContain(somePicture);
  });
});

describe("XHTML for books", () => {
  it.each([
    ["<p>One<br>two & three", "<p>One<br/>two &amp; three</p>"],
    ["<ul>loose<li>item</ul>", "<ul><li>loose</li><li>item</li></ul>"],
    ["<li>alone</li>", "alone"],
    ["<dl><p>x</p></dl>", "<dl><dd><p>x</p></dd></dl>"],
    ["<ul></ul>", ""],
    ['<a href="javascript:alert(1)">x</a>', "<a>x</a>"],
    ['<a href="#there" id="here" name="here">x</a>', "<a>x</a>"],
    ['<a href="https://a.example/ b"><a href="https://b.example">x</a></a>', null],
    ['<img src="pictures/no.avif" alt="A boat">', "A boat"],
    ["<h2><div>x</div></h2>", "<h2>x</h2>"],
    ["<math alttext='x²'><mi>x</mi></math>", "x²"],
    ["<section><custom-part>x</custom-part></section>", "x"],
    ["<td colspan='x' rowspan='2'>x</td>", null],
    ["<figcaption>x</figcaption>", "x"],
    ["a\u0000b\u000Bc", null],
    ["<p lang='??' dir='up'>x</p>", "<p>x</p>"],
    ["<p lang='ar' dir='rtl'>x</p>", '<p lang="ar" xml:lang="ar" dir="rtl">x</p>'],
  ])("%s", (html, xhtml) => {
    const written = writeXhtml(html, (source) => source.endsWith(".png"));
    if (xhtml !== null) expect(written).toBe(xhtml);
    expect(isWellFormed(written)).toBe(true);
  });

  it("is well-formed whatever comes", () => {
    const part = fc.constantFrom(
      "<p>",
      "</p>",
      "<ul>",
      "<li>",
      "</ul>",
      "<table>",
      "<tr>",
      "<td>",
      "</table>",
      "<a href='https://x.example/?a=1&b=2'>",
      "</a>",
      "<img alt='<' src=x.png>",
      "<b>",
      "<h2>",
      "&amp;",
      "<!-- -- -->",
      "<br>",
      "\u0001",
      "text",
      "]]>",
      "<figure>",
      "<figcaption>",
      "<details>",
      "<pre>",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        expect(isWellFormed(writeXhtml(parts.join(""), () => true))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("does not go down for ever", () => {
    const deep = `${"<div>".repeat(5000)}x`;
    expect(writeXhtml(deep, () => true)).toContain("x");
  });
});

it("gives every file another name that every system allows", () => {
  const nameOf = fileNames();
  const at = Date.UTC(2026, 10, 24);
  expect(nameOf("A/B: C?", at)).toBe("2026-11-24 A B C");
  expect(nameOf("a b c", at)).toBe("2026-11-24 a b c (2)");
  expect(nameOf("", at)).toBe("2026-11-24");
  expect(nameOf("CON", Number.NaN)).toBe("CON");
  expect(nameOf("東京".repeat(80), at).length).toBeLessThan(80);
  expect(nameOf("👩".repeat(80), at).isWellFormed()).toBe(true);
});

it("parts a text where its pictures are named, and loses nothing", () => {
  const text = `<p>a</p><img src="pictures/${somePicture}"><img src="pictures/x.png">`;
  const { texts, names } = picturesIn(text);
  expect(names).toEqual([somePicture]);
  expect(texts.join(`pictures/${somePicture}`)).toBe(text);
});

/** Tags close in order, and no sign stands bare: what a parser of XML asks of such markup. */
function isWellFormed(markup: string): boolean {
  const open: string[] = [];
  const rest = markup.replaceAll(
    /<(\/?)([a-z][a-z0-9]*)((?: [a-z:]+="[^"<]*")*)(\/?)>/g,
    (_, closes: string, name: string, _attributes, isEmpty: string) => {
      if (closes === "/") return open.pop() === name ? "" : "<";
      if (isEmpty === "") open.push(name);
      return "";
    },
  );
  // eslint-disable-next-line no-control-regex -- XML does not know them
  const isClean = !/[<\u0000-\u0008\u000B\u000C\u000E-\u001F]|&(?!(?:amp|lt|gt|quot);)/.test(rest);
  return open.length === 0 && isClean && parseFragment(markup).childNodes.length >= 0;
}
