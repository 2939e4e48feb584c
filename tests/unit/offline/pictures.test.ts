import { describe, expect, test } from "vitest";
import { cleanArticle } from "../../../main/offline/offline.ts";

const options = { baseUrl: "https://news.example/world/", image: null };
const addresses = (html: string): string[] =>
  cleanArticle(html, options).pictures.map(({ address }) =>
    address.replace("https://news.example/", "/"),
  );

describe("which picture is taken", () => {
  const placeholder = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
  test.each([
    ["a relative address", "<img src=a.jpg>", ["/world/a.jpg"]],
    ["white space and entities", '<img src=" /a.jpg?x=1&amp;y=2 ">', ["/a.jpg?x=1&y=2"]],
    ["lazy, behind data:", `<img src="${placeholder}" data-src="/a.jpg">`, ["/a.jpg"]],
    ["lazy, behind a stand-in", '<img src="/img/spacer.gif" data-lazy-src="/a.jpg">', ["/a.jpg"]],
    ["a real address before a lazy one", '<img src="/a.jpg" data-src="/b.jpg">', ["/a.jpg"]],
    [
      "the smallest that is wide enough",
      '<img src="/s.jpg" srcset="/a.jpg 640w, /b.jpg 1280w, /c.jpg 2560w">',
      ["/b.jpg"],
    ],
    ["else the widest", '<img src="/s.jpg" srcset="/b.jpg 1024w, /a.jpg 640w">', ["/b.jpg"]],
    [
      "else twice as dense",
      '<img src="/s.jpg" srcset="/a.jpg 1x, /b.jpg 2x, /c.jpg 3x">',
      ["/b.jpg"],
    ],
    [
      "commas within an address",
      '<img srcset="/w_424,c_limit/a.jpg 424w, /w_1456,c_limit/a.jpg 1456w">',
      ["/w_1456,c_limit/a.jpg"],
    ],
    ["a lazy set", `<img src="${placeholder}" data-srcset="/a.jpg 1400w">`, ["/a.jpg"]],
    [
      "the img of a picture first",
      '<picture><source srcset="/a.avif"><img src="/b.jpg"></picture>',
      ["/b.jpg"],
    ],
    [
      "a source when the img has none",
      '<picture><source type="image/avif" srcset="/a.avif"><source type="image/webp" srcset="/a.webp 1300w"><img alt=x></picture>',
      ["/a.webp"],
    ],
    ["a source without an img", '<picture><source srcset="/a.jpg"></picture>', ["/a.jpg"]],
    [
      "for readers without scripts",
      `<img src="${placeholder}"><noscript><img src="/a.jpg"></noscript>`,
      ["/a.jpg"],
    ],
    [
      "not twice",
      '<img data-src="/a-300x200.jpg"><noscript><img src="/a.jpg"></noscript>',
      ["/a-300x200.jpg"],
    ],
    ["one entry for the same address", "<img src=/a.jpg><p>t</p><img src=/a.jpg>", ["/a.jpg"]],
  ])("%s", (_message, html, expected) => expect(addresses(html)).toEqual(expected));

  test.each([
    ["one pixel", "<img src=/a.gif width=1 height=1>"],
    ["one pixel high", "<img src=/a.gif height=1px>"],
    ["hidden", '<img src=/a.gif style="display: none">'],
    ["small by style", '<img src=/a.gif style="width:1px;height:1px">'],
    ["a tracker's host", "<img src=https://pixel.wp.com/b.gif?x>"],
    ["a tracker's subdomain", "<img src=https://sb.scorecardresearch.com/p?c1=2>"],
    ["a tracker's path", "<img src=https://www.facebook.com/tr?id=1>"],
    ["inline data", "<img src='data:image/png;base64,iVBORw0KGgo='>"],
    ["a script", "<img src=javascript:alert(1)>"],
    ["a broken set", "<img srcset=',,,  ,'>"],
    ["nothing", "<img alt=x>"],
    ["a stand-in alone", "<img src=/placeholder.png>"],
  ])("none: %s", (_message, html) => {
    expect(cleanArticle(html, options)).toMatchObject({ html: "", pictures: [] });
  });

  test("size and description", () => {
    const { html, pictures } = cleanArticle(
      '<img src=/a.jpg width="640" height="480px" alt=" A \n &quot;cat&quot; ">',
      options,
    );
    expect(pictures).toEqual([
      { address: "https://news.example/a.jpg", alt: 'A "cat"', width: 640, height: 480 },
    ]);
    expect(html).toBe('<figure><img data-picture="0" alt="A &quot;cat&quot;" /></figure>');
  });

  test("an emoji is text", () => {
    const { html } = cleanArticle(
      '<p>Good <img src="https://s.w.org/images/core/emoji/1/72x72/1f600.png" class="wp-smiley" alt="😀"></p>',
      options,
    );
    expect(html).toBe("<p>Good 😀</p>");
  });

  test("sixty at most, numbered without a gap", () => {
    const { html, pictures } = cleanArticle(
      Array.from({ length: 70 }, (_, index) => `<p>${index}<img src=/${index}.jpg></p>`).join(""),
      options,
    );
    expect(pictures).toHaveLength(60);
    expect(html.match(/<img/g)).toHaveLength(60);
  });

  test("pictures of what is taken out are not fetched", () => {
    const { html, pictures } = cleanArticle(
      '<p><a href="https://twitter.com/intent/tweet?x"><img src=/icon.png></a></p><img src=/a.jpg>',
      options,
    );
    expect(html).toBe('<figure><img data-picture="0" alt="" /></figure>');
    expect(pictures.map(({ address }) => address)).toEqual(["https://news.example/a.jpg"]);
  });
});

describe("figures", () => {
  test.each([
    [
      "a caption",
      "<figure><div><img src=/a.jpg></div><figcaption><p>C <b>D</b></p></figcaption></figure>",
      '<figure><img data-picture="0" alt="" /><figcaption>C <strong>D</strong></figcaption></figure>',
    ],
    [
      "a captioned box",
      '<div class="wp-caption"><a href="/a"><img src=/a.jpg></a><p class="wp-caption-text">C</p></div>',
      '<figure><a href="https://news.example/a"><img data-picture="0" alt="" /></a><figcaption>C</figcaption></figure>',
    ],
    ["a caption alone", "<figure><figcaption>C</figcaption></figure>", "<p>C</p>"],
    [
      "a figure of code",
      "<figure><pre>x</pre><figcaption>C</figcaption></figure>",
      "<figure><pre>x</pre><figcaption>C</figcaption></figure>",
    ],
    ["nothing in it", "<figure><img></figure>", ""],
  ])("%s", (_message, html, expected) => expect(cleanArticle(html, options).html).toBe(expected));
});

describe("the picture that stands for the article", () => {
  const lead = (body: string, image: string): number | null =>
    cleanArticle(`<p>Text</p>${body}`, { ...options, image }).leadPicture;

  test.each([
    ["is added when the body has none", "", "https://c.example/flood.jpg", 0],
    ["is added after others", "<img src=/harbour.jpg>", "https://c.example/flood.jpg", 1],
    ["is relative", "", "/flood.jpg", 0],
    ["is in the body", "<img src=/flood.jpg>", "/flood.jpg?w=1200", null],
    ["is in the body in another size", "<img src=/flood-1024x683.jpg>", "/flood-150x150.jpg", null],
    [
      "is in the body on another host",
      "<img src=https://i0.cdn.example/x/flood-scaled.jpg>",
      "/flood.jpg",
      null,
    ],
    [
      "has a vague name and the same folder",
      "<img src=/media/7f3a/1000.jpg>",
      "/media/7f3a/500.jpg",
      null,
    ],
    [
      "has a vague name and another folder",
      "<img src=/media/7f3a/1000.jpg>",
      "/media/99bc/500.jpg",
      1,
    ],
    ["is told by its query alone", "<img src='/_next/image?url=a'>", "/_next/image?url=b", 1],
    ["is a logo", "", "/assets/site-logo.png", null],
    ["is a tracker", "", "https://pixel.wp.com/g.gif", null],
    ["is no address", "", "javascript:alert(1)", null],
  ])("%s", (_message, body, image, expected) => expect(lead(body, image)).toBe(expected));
});
