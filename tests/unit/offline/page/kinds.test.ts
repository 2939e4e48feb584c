/** Pages that are no plain articles, and articles that are cut into several pages. */
import { describe, expect, test } from "vitest";
import { parseDate } from "../../../../main/feeds/feeds.ts";
import { joinPages } from "../../../../main/offline/page/join-pages.ts";
import { readPage, type PageArticle } from "../../../../main/offline/page/read-page.ts";
import { sentences } from "./sentences.ts";

const address = "https://news.example/town/the-bridge";

function read(html: string, at = address): PageArticle {
  const page = readPage(html, { address: at, readDate: parseDate });
  if (!page.ok) throw new Error(page.reason);
  return page;
}

const data = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe("live reports", () => {
  const entry = (time: string, text: string): string =>
    `<div class="live-blog__entry"><time datetime="2024-03-01T${time}:00Z">${time}</time><h3>At ${time}</h3><p>${text}</p><button>Share</button></div>`;

  test("the entries of the page, the newest first, under their times", () => {
    const page =
      read(`<title>Bridge live</title><body>${data({ "@type": "LiveBlogPosting", headline: "Bridge live" })}
      <main><h1>Bridge live</h1>${entry("09:00", "The first walkers cross the bridge in the rain.")}
      ${entry("11:30", "The mayor has cut the ribbon, and the band plays.")}</main>`);
    expect(page.kind).toBe("live");
    expect(page.text.split("\n")).toEqual([
      "11:30 – At 11:30",
      "The mayor has cut the ribbon, and the band plays.",
      "09:00 – At 09:00",
      "The first walkers cross the bridge in the rain.",
    ]);
  });

  test("those that the publisher lists, where programs build the page", () => {
    const updates = [1, 2, 3].map((hour) => ({
      "@type": "BlogPosting",
      headline: `Hour ${hour}`,
      articleBody: `What happened in hour ${hour} on the bridge, and who saw it happen there.`,
      datePublished: `2024-03-01T0${hour}:00:00+01:00`,
    }));
    const page = read(`<title>Bridge live</title><body>
      ${data({ "@type": "LiveBlogPosting", headline: "Bridge live", datePublished: "2024-03-01", liveBlogUpdate: updates })}<h1>Bridge live</h1>${sentences("en", 1)}`);
    expect(page.kind).toBe("live");
    expect(page.text).toMatch(/^2024-03-01 03:00 – Hour 3\nWhat happened in hour 3/);
  });
});

describe("galleries and films", () => {
  test("all pictures of a gallery with their captions", () => {
    const figures = Array.from(
      { length: 8 },
      (_, at) =>
        `<div class="slide"><figure><img src="/p/${at}.jpg"><figcaption>The bridge, seen from ${at}</figcaption></figure></div>`,
    ).join("");
    const page = read(
      `<title>The bridge</title><body><article><h1>The bridge</h1>${sentences("en", 2)}</article><div class="photo-gallery">${figures}</div>
      <aside><figure><img src="/p/other.jpg"></figure></aside>`,
    );
    expect(page.kind).toBe("gallery");
    for (let at = 0; at < 8; at += 1) {
      expect(page.html.split(`/p/${at}.jpg`)).toHaveLength(2);
      expect(page.html).toContain(`seen from ${at}`);
    }
    expect(page.html).not.toContain("other.jpg");
  });

  test("a film gives its still and what is said of it", () => {
    const page = read(
      `<title>The bridge, filmed</title><body>${data({
        "@type": "VideoObject",
        name: "The bridge, filmed",
        description:
          "Two minutes on the old bridge, filmed from a boat on the day on which it opened again.",
        thumbnailUrl: ["https://news.example/p/still.jpg"],
      })}<h1>The bridge, filmed</h1><div id="player"></div>`,
    );
    expect(page).toMatchObject({
      kind: "video",
      leadPicture: { address: "https://news.example/p/still.jpg" },
    });
    expect(page.text).toContain("filmed from a boat");
  });
});

describe("articles of several pages", () => {
  const part = (number: number, body: string): PageArticle =>
    read(
      `<title>The bridge</title><body><article><h1>The bridge</h1><figure><img src="/p/lead.jpg"><figcaption>The bridge</figcaption></figure>
      ${body}<p>Page ${number} of 3</p></article>`,
      number === 1 ? address : `${address}?page=${number}`,
    );

  test("what was on a page before is left out: headline, picture, paragraphs", () => {
    const joined = joinPages(part(1, sentences("en", 5)), [
      part(2, sentences("en", 1) + sentences("de", 4)),
      part(3, sentences("fr", 4)),
    ]);
    expect(joined.text.match(/^1\. The old bridge/gm)).toHaveLength(1);
    expect(joined.text).toContain("Die alte Brücke");
    expect(joined.text).toContain("Le vieux pont");
    expect(joined.html.split("lead.jpg")).toHaveLength(2);
    expect(joined.text).not.toMatch(/Page \d of 3/);
    expect(joined.text.split("\n")).toHaveLength(13);
  });

  test("an article of one page stays as it is", () => {
    const only = part(1, sentences("en", 5));
    expect(joinPages(only, [])).toBe(only);
  });
});
