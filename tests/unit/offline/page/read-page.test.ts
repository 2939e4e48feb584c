import { describe, expect, test } from "vitest";
import { parseDate } from "../../../../main/feeds/feeds.ts";
import { cleanArticle } from "../../../../main/offline/offline.ts";
import { readPage, type PageArticle } from "../../../../main/offline/page/read-page.ts";
import { findHarm } from "../find-harm.ts";
import { sentences, type StoryLanguage } from "./sentences.ts";

const address = "https://news.example/town/2024/03/01/the-bridge-opens";

function read(html: string, at = address): PageArticle {
  const page = readPage(html, { address: at, readDate: parseDate });
  if (!page.ok) throw new Error(page.reason);
  return page;
}

function story(body: string, head = ""): string {
  return `<!doctype html><html lang="en"><head><title>The bridge opens again | The Example</title>${head}</head>
    <body><nav><ul><li><a href="/">Home</a><li><a href="/sport">Sport</a></ul></nav>
    <article><h1>The bridge opens again</h1>${body}</article><footer>© 2024 The Example</footer></body></html>`;
}

describe("facts", () => {
  test("linked data, with references, entities and what templates break", () => {
    const data = `<!-- {"@context":"https://schema.org","@graph":[
      {"@type":"Person","@id":"#ann","name":"Ann Author"},
      {"@type":["NewsArticle"],"headline":"The bridge opens again","alternativeHeadline":"Two years of repairs are over &amp; done",
       "author":[{"@id":"#ann"},{"@type":"Person","name":"Ben Scribe"}],"publisher":{"@type":"Organization","name":"The Example"},
       "datePublished":"2024-03-01T08:00:00+01:00","dateModified":"2024-03-01T12:00:00+01:00","articleSection":["Town"],
       "keywords":["Bridges","Rivers"],"inLanguage":"en-GB","isAccessibleForFree":"True","image":{"url":"/p/bridge.jpg"},},
    ]} -->`;
    const page = read(
      story(sentences("en", 5), `<script type="application/ld+json">${data}</script>`),
    );
    expect(page).toMatchObject({
      headline: "The bridge opens again",
      standfirst: "Two years of repairs are over & done",
      byline: "Ann Author, Ben Scribe",
      published: Date.UTC(2024, 2, 1, 7),
      updated: Date.UTC(2024, 2, 1, 11),
      section: "Town",
      tags: ["Bridges", "Rivers"],
      language: "en-GB",
      paywalled: false,
      kind: "article",
      leadPicture: { address: "https://news.example/p/bridge.jpg" },
    });
  });

  test.each([
    ["By Ann Author", "Ann Author"],
    ["By Ann Author and Ben Scribe", "Ann Author, Ben Scribe"],
    ["Von Anna Autorin", "Anna Autorin"],
    ["Par Anne Auteur et Jean Dupont", "Anne Auteur, Jean Dupont"],
    ["By Ann Author, Staff Writer", "Ann Author"],
    ["By Ann Author, The Example", "Ann Author"],
    ["ann@news.example", ""],
    ["admin", ""],
    ["https://news.example/author/ann", ""],
  ])("the byline %s", (written, byline) => {
    expect(
      read(
        story(
          sentences("en", 5),
          `<meta name="author" content="${written}"><meta property="og:site_name" content="The Example">`,
        ),
      ).byline,
    ).toBe(byline);
  });

  test("the day in the address, where nothing else tells it", () => {
    expect(read(story(sentences("en", 5))).published).toBe(Date.UTC(2024, 2, 1));
  });

  test("the lead picture with its caption and credit", () => {
    const figure =
      '<figure><img src="/p/bridge-800x600.jpg" alt="A bridge"><figcaption>The bridge in the rain. <span class="credit">Photo: Eve Eye / Agency</span></figcaption></figure>';
    const page = read(
      story(
        figure + sentences("en", 5),
        '<meta property="og:image" content="https://news.example/p/bridge.jpg">',
      ),
    );
    expect(page.leadPicture).toEqual({
      address: "https://news.example/p/bridge.jpg",
      caption: "The bridge in the rain.",
      credit: "Eve Eye / Agency",
      alt: "A bridge",
    });
  });

  test("an address on another site, or a front page, is not canonical", () => {
    const canonical = (href: string): string =>
      read(story(sentences("en", 5), `<link rel=canonical href="${href}">`)).address;
    expect(canonical("https://www.news.example/bridge")).toBe("https://www.news.example/bridge");
    expect(canonical("https://other.example/bridge")).toBe(address);
    expect(canonical("https://news.example/")).toBe(address);
  });

  test("other versions of the page", () => {
    const page = read(
      story(
        sentences("en", 5),
        '<link rel=amphtml href="/amp/bridge"><link rel=alternate media=print href="/print/bridge">',
      ),
    );
    expect(page).toMatchObject({
      amp: "https://news.example/amp/bridge",
      print: "https://news.example/print/bridge",
    });
  });
});

describe("the article alone", () => {
  test.each<[StoryLanguage, string, string, string]>([
    [
      "en",
      "Advertisement",
      "Read more: <a href=/2024/03/02/the-old-bridge-and-its-makers>The old bridge and its makers</a>",
      "Related stories",
    ],
    [
      "de",
      "Anzeige",
      "Lesen Sie auch: <a href=/2024/03/02/die-alte-bruecke-und-ihre-bauleute>Die alte Brücke und ihre Bauleute</a>",
      "Mehr zum Thema",
    ],
    [
      "fr",
      "Publicité",
      "À lire aussi : <a href=/2024/03/02/le-vieux-pont-et-ses-batisseurs>Le vieux pont et ses bâtisseurs</a>",
      "Sur le même sujet",
    ],
    [
      "es",
      "Publicidad",
      "Lee también: <a href=/2024/03/02/el-viejo-puente-y-sus-constructores>El viejo puente y sus constructores</a>",
      "Noticias relacionadas",
    ],
    [
      "it",
      "Pubblicità",
      "Leggi anche: <a href=/2024/03/02/il-vecchio-ponte-e-i-costruttori>Il vecchio ponte e i suoi costruttori</a>",
      "Articoli correlati",
    ],
    [
      "ja",
      "広告",
      "関連記事：<a href=/2024/03/02/the-old-bridge-and-its-makers>古い橋とそれを造った人々の物語を読む</a>",
      "関連記事",
    ],
    [
      "ru",
      "Реклама",
      "Читайте также: <a href=/2024/03/02/stary-most-i-ego-stroiteli>Старый мост и его строители</a>",
      "Читайте также",
    ],
  ])("%s: without labels, teasers and what follows the end", (language, label, teaser, heading) => {
    const half = sentences(language, 4);
    const html = `<html lang=${language}><head><title>Die Brücke | News</title></head><body><article><h1>Die Brücke</h1>
      ${half}<p>${label}</p><p>${teaser}</p>${half}<h3>${heading}</h3>
      <ul><li><a href=/2024/03/02/another-story-of-the-town>Another story of the town</a><li><a href=/2024/03/02/and-one-more-of-the-river>And one more of the river</a></ul></article></body></html>`;
    const { text } = read(html);
    expect(text.split("\n")).toHaveLength(8);
    expect(text).not.toContain(label);
    expect(text).not.toContain(heading);
  });

  test("figures, tables, code, lists, quotes and embeds survive; nothing active does", () => {
    const page = read(
      story(`${sentences("en", 3)}
        <figure><img data-src="/p/lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><figcaption>Seen from the west</figcaption></figure>
        <div class="image"><noscript><img src="/p/without-scripts.jpg"></noscript></div>
        <picture><source srcset="/p/wide.webp 1600w" type="image/webp"><img src="/p/small.jpg"></picture>
        <p>The figures of the last three years, as the town has published them in its report of spring:</p>
        <table><tr><th>Year</th><th>Cost</th></tr><tr><td>2023</td><td>4 million</td></tr></table>
        <pre><code>length = 120
width = 9</code></pre>
        <ul><li>It is 120 metres long, and nine wide</li><li>It has three arches, as it always had</li></ul>
        <blockquote><p>“We thank everybody who waited for so long”, said the mayor to the crowd on Friday.</p></blockquote>
        <iframe src="https://www.youtube.com/embed/abcdefghijk" width="560" height="315"></iframe>
        ${sentences("en", 3)}<p onclick="steal()">Done, said the mayor, and <a href="javascript:steal()">went</a> home for the day with everybody else.</p>
        <script>steal()</script><form action="/steal"><input name="q"></form>`),
    );
    const { html, pictures } = cleanArticle(page.html, { baseUrl: page.address, image: null });
    expect(pictures.map((picture) => picture.address)).toEqual([
      "https://news.example/p/lazy",
      "https://news.example/p/without-scripts.jpg",
      expect.stringMatching(/\/p\/(?:small\.jpg|wide\.webp)$/) as string,
      "https://i.ytimg.com/vi/abcdefghijk/hqdefault.jpg",
    ]);
    for (const kept of [
      "<figcaption>Seen from the west",
      "<th>Year</th>",
      "length = 120\nwidth = 9",
      "three arches",
      "<blockquote>",
      "data-embed",
    ])
      expect(html).toContain(kept);
    expect(findHarm(html)).toEqual([]);
    expect(html).not.toContain("steal");
    expect(page.text).toContain("4 million");
    expect(page.text).not.toContain("Seen from the west");
  });

  test("relative addresses are relative to the base that the page states", () => {
    const page = read(
      story(
        `${sentences("en", 4)}<p>See <a href="report.pdf">the report</a> of the town about the bridge, which is long but worth it.</p>`,
        '<base href="https://files.example/2024/">',
      ),
    );
    expect(page.html).toContain('href="https://files.example/2024/report.pdf"');
  });

  test("a fragment without html, head or body", () => {
    expect(
      read(`<h1>The bridge opens again</h1>${sentences("en", 4)}`).text.split("\n"),
    ).toHaveLength(4);
  });

  test("a second body, and a head that is never closed", () => {
    const html = `<html><head><title>The bridge</title><div><p>Menu</p></div><body><h1>The bridge</h1>${sentences("en", 3)}</body><body>${sentences("de", 3)}</body></html>`;
    const { text } = read(html);
    expect(text).toContain("old bridge");
    expect(text).toContain("alte Brücke");
  });
});

describe("whole or not", () => {
  const free = (value: boolean): string =>
    `<script type="application/ld+json">{"@type":"NewsArticle","headline":"The bridge opens again","isAccessibleForFree":${value}}</script>`;

  test.each([
    ["Subscribe to continue reading"],
    ["This article is for subscribers only."],
    ["Already a subscriber? Log in"],
    ["Weiterlesen mit NewsPlus"],
    ["Sie haben bereits ein Abo?"],
    ["Cet article est réservé aux abonnés."],
    ["Il vous reste 80 % de cet article à lire."],
    ["Suscríbete para seguir leyendo"],
    ["Questo articolo è riservato agli abbonati"],
    ["Conteúdo exclusivo para assinantes"],
    ["この記事は有料会員限定です。残り1200文字"],
    ["Чтобы прочитать целиком, оформите подписку"],
  ])("a text that ends in a prompt is an excerpt: %s", (prompt) => {
    const page = read(story(`${sentences("en", 2)}<div><p>${prompt}</p></div>`));
    expect(page.completeness).toBe("excerpt");
    expect(page.text).not.toContain(prompt);
  });

  test("what the publisher locks and is short", () => {
    expect(read(story(sentences("en", 3), free(false)))).toMatchObject({
      paywalled: true,
      completeness: "excerpt",
    });
    expect(read(story(sentences("en", 20), free(false)))).toMatchObject({
      paywalled: true,
      completeness: "whole",
    });
    expect(read(story(sentences("en", 3), free(true)))).toMatchObject({
      paywalled: false,
      completeness: "whole",
    });
  });

  test("much less than the publisher states", () => {
    const stated = `<script type="application/ld+json">{"@type":"NewsArticle","wordCount":1200}</script>`;
    expect(read(story(sentences("en", 4), stated)).completeness).toBe("excerpt");
  });
});

describe("several pages", () => {
  test.each([
    [address, "/town/2024/03/01/the-bridge-opens/2", "rel=next"],
    [address, "/town/2024/03/01/the-bridge-opens?page=2", "rel=next"],
    [`${address}?page=2`, "/town/2024/03/01/the-bridge-opens?page=3", "rel=next"],
    ["https://news.example/town/bridge-2.html", "/town/bridge-3.html", ""],
    ["https://news.example/town/bridge.html", "/town/bridge-2.html", ""],
    [address, "/town/2024/03/01/the-bridge-opens/page/2/", ""],
    [address, "/town/2024/03/01/the-bridge-opens/seite-2", ""],
  ])("after %s comes %s", (at, href, rel) => {
    const html = story(
      `${sentences("en", 4)}<div class=pages>1 <a href="${href}" ${rel}>2</a> <a href="${href}">Next page</a></div>`,
    );
    expect(read(html, at).next).toBe(new URL(href, at).href);
  });

  test.each([
    ["another article", "/town/2024/03/02/the-mayor-speaks"],
    ["another site", "https://other.example/town/2024/03/01/the-bridge-opens/2"],
    ["the page before", "/town/2024/03/01/the-bridge-opens/1"],
    ["an article with a number", "/town/2024/03/01/the-bridge-opens-1234.html"],
  ])("%s is no next page", (_name, href) => {
    const html = story(`${sentences("en", 4)}<a href="${href}" rel=next>Next</a>`);
    expect(read(html).next).toBeNull();
  });
});

describe("other kinds of pages", () => {
  test("a live report", () => {
    const head =
      '<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"The bridge opens again"}</script>';
    expect(read(story(sentences("en", 6), head)).kind).toBe("live");
  });

  test("a film with a few words", () => {
    expect(
      read(story(sentences("en", 1), '<meta property="og:type" content="video.other">')).kind,
    ).toBe("video");
  });

  test("a gallery", () => {
    const slides = Array.from(
      { length: 8 },
      (_, index) =>
        `<figure><img src="/p/slide-${index}-of-the-bridge.jpg"><figcaption>Slide ${index}</figcaption></figure>`,
    );
    const page = read(story(sentences("en", 2) + slides.join("")));
    expect(page.kind).toBe("gallery");
    expect(page.html.match(/<img/g)).toHaveLength(8);
  });
});
