import { expect, it } from "vitest";
import { selectorOf, showPage } from "../../../../main/offline/choose/choose.ts";
import { readPage } from "../../../../main/offline/page/read-page.ts";

const said = (about: string, count = 5): string =>
  Array.from(
    { length: count },
    (_, at) =>
      `<p>${at}: The ${about} was opened on Monday, said the keeper, after two years of work, and nobody was as glad as the neighbours were.</p>`,
  ).join("\n");

const origin = (name: string) => ({
  address: `https://paper.example/2026/${name}`,
  readDate: (text: string) => Date.parse(text) || null,
});

const inPage = (body: string): string =>
  `<!doctype html><html lang="en"><head><title>News</title></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav>${body}<footer><p>Paper, all rights reserved, and so on for a while.</p></footer></body></html>`;

/** The number of the innermost block that holds some words. */
function blockWith(html: string, ...words: string[]): number {
  const shown = showPage(html, origin("here"));
  if (!shown.ok) throw new Error(shown.reason);
  const starts = [...shown.html.matchAll(/<(\w+) data-block="(\d+)"/g)];
  const holding = starts.filter(({ index, 1: name }) => {
    let depth = 0;
    for (const tag of shown.html.slice(index).matchAll(new RegExp(`<(/?)${name}\\b`, "g"))) {
      depth += tag[1] === "/" ? -1 : 1;
      if (depth > 0) continue;
      const inside = shown.html.slice(index, index + tag.index);
      return words.every((word) => inside.includes(word));
    }
    return false;
  });
  return Number(holding.at(-1)?.[2]);
}

interface Layout {
  readonly what: string;
  readonly page: (about: string, name: string) => string;
  readonly selector: string;
}

const layouts: readonly Layout[] = [
  {
    what: "an id that says it",
    page: (about) => inPage(`<div id="story-text">${said(about)}</div>`),
    selector: "#story-text",
  },
  {
    what: "an id of this article alone, with a class that says it",
    page: (about, name) =>
      inPage(`<div id="post-${name.length}99" class="post-42 entry-content">${said(about)}</div>`),
    selector: ".entry-content",
  },
  {
    what: "microdata",
    page: (about) =>
      inPage(`<div class="x7f3a9"><div itemprop="articleBody">${said(about)}</div></div>`),
    selector: '[itemprop="articleBody"]',
  },
  {
    what: "classes that a build tool makes anew",
    page: (about, name) => inPage(`<div class="Story_text__${name}9Q">${said(about)}</div>`),
    selector: '[class*="Story_text__"]',
  },
  {
    what: "pieces that are named alike",
    page: (about) =>
      inPage(
        `<div><section class="chapter">${said(about)}</section><section class="chapter">${said(`second ${about}`)}</section></div>`,
      ),
    selector: ".chapter",
  },
  {
    what: "nothing but places",
    page: (about) => inPage(`<div><div>${said("weather", 2)}</div><div>${said(about)}</div></div>`),
    selector: "nth-of-type",
  },
];

it.each(layouts)("finds the block again on another page by $what", ({ page, selector }) => {
  const here = page("lighthouse", "aB3");
  const block = blockWith(here, "0: The lighthouse", "4: The lighthouse");
  const made = selectorOf(here, origin("lighthouse").address, block);
  expect(made).toContain(selector);
  const read = readPage(page("harbour bath", "zK8"), { ...origin("bath"), selector: made });
  expect(read).toMatchObject({ ok: true, ownChoice: "followed" });
  if (!read.ok) return;
  expect(read.text).toContain("0: The harbour bath was opened");
  expect(read.text).toContain("4: The harbour bath was opened");
  expect(read.text).not.toContain("weather");
});

/** A long box of reader's letters, which looks more like an article than the article does. */
const fooling = (about: string): string =>
  inPage(
    `<article class="letters">${said("letter about trams", 14)}</article><div class="news-item">${said(about, 4)}</div>`,
  );

it("a choice brings the right text where the reader takes the wrong one", () => {
  const html = fooling("lighthouse");
  const usual = readPage(html, origin("here"));
  expect(usual).toMatchObject({ ok: true, ownChoice: null });
  if (usual.ok) expect(usual.text).toContain("letter about trams");
  const block = blockWith(html, "0: The lighthouse", "3: The lighthouse");
  const selector = selectorOf(html, origin("here").address, block);
  const other = readPage(fooling("bath"), { ...origin("other"), selector });
  expect(other).toMatchObject({ ok: true, ownChoice: "followed" });
  if (!other.ok) return;
  expect(other.text).toContain("3: The bath was opened");
  expect(other.text).not.toContain("trams");
});

it.each(["#no-such-block", ".empty", "not [a selector", "", "p:hover"])(
  "goes the usual way where a choice finds nothing: %s",
  (selector) => {
    const html = inPage(`<p class="empty">Soon.</p><article>${said("lighthouse")}</article>`);
    const read = readPage(html, { ...origin("here"), selector });
    expect(read).toMatchObject({ ok: true, ownChoice: "outdated" });
    if (read.ok) expect(read.text).toContain("4: The lighthouse");
  },
);

it("tells which block the article is taken from as things are", () => {
  const html = inPage(`<main><h1>Opened</h1><div class="text">${said("lighthouse")}</div></main>`);
  expect(showPage(html, origin("here"))).toMatchObject({
    ok: true,
    problem: null,
    chosen: blockWith(html, "0: The lighthouse", "4: The lighthouse"),
  });
});

it("shows nothing of a hostile page that runs, loads or leads anywhere", () => {
  const html = inPage(`<div id="body" onclick="alert(1)" style="background:url(//evil.example)">
    <script>alert(1)</script><a href="javascript:alert(1)">go</a><img src=x onerror=alert(1)>
    <svg onload=alert(1)><script>alert(1)</script></svg><iframe srcdoc="<script>alert(1)</script>"></iframe>
    <form action="//evil.example"><input name="q"><button>Send</button></form><base href="//evil.example">
    <math><mi xlink:href="javascript:alert(1)">x</mi></math><x-y data-block="9" onfocus=alert(1) tabindex=1>&lt;img src=x onerror=alert(1)&gt;</x-y>
    ${said("lighthouse")}</div>`);
  const shown = showPage(html, origin("here"));
  expect(shown.ok).toBe(true);
  if (!shown.ok) return;
  expect(shown.html).not.toMatch(
    /<(?:script|a|img|svg|iframe|form|input|button|base|math|link)\b/i,
  );
  for (const [tag] of shown.html.matchAll(/<[a-z][^>]*>/gi))
    expect(tag).toMatch(/^<[a-z]\w*(?: data-(?:block="\d+"|picture=""))?(?: lang="\w+")?>$/);
});

it("is done with large and deep pages within seconds", () => {
  const wide = inPage(`<div>${said("lighthouse", 5000)}</div>`);
  const deep = inPage(`${"<div>x".repeat(400)}${said("lighthouse")}`);
  const start = performance.now();
  for (const html of [wide, deep]) expect(showPage(html, origin("here")).ok).toBe(true);
  expect(showPage("<div>".repeat(5000), origin("here"))).toEqual({ ok: false, reason: "too-deep" });
  expect(performance.now() - start).toBeLessThan(8000);
});
