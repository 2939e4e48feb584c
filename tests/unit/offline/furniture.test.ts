import { describe, expect, test } from "vitest";
import { cleanArticle } from "../../../main/offline/offline.ts";
import { readPage } from "../../../main/offline/page/read-page.ts";

const address = "https://quay.example/2026/05/story";
const paragraph = (number: number): string =>
  `<p>The harbour council met for the ${number}th time on Tuesday and decided, after a debate that lasted for most of the evening, that the northern quay would be rebuilt before the storms.</p>`;
const before = [1, 2, 3].map(paragraph).join("");
const after = [4, 5, 6].map(paragraph).join("");

function clean(html: string): { html: string; pictures: string[] } {
  const cleaned = cleanArticle(html, { baseUrl: address, image: null });
  return { html: cleaned.html, pictures: cleaned.pictures.map((picture) => picture.address) };
}

/** What is left of HTML between the paragraphs of an article that came in a feed. */
function inFeed(html: string): string {
  return clean(before + html + after)
    .html.replace(before, "")
    .replace(after, "");
}

/** The same for an article that was read from its page. */
function onPage(html: string): string {
  const page = `<html><head><title>A harbour to be rebuilt</title></head><body><main><article><h1>A harbour to be rebuilt</h1>${before}${html}${after}</article></main></body></html>`;
  const read = readPage(page, { address, readDate: () => null });
  if (!read.ok) throw new Error(read.reason);
  return clean(read.html).html.replace(before, "").replace(after, "");
}

const ways = [
  ["a feed", inFeed],
  ["a page", onPage],
] as const;

describe.each(ways)("in %s", (_way, left) => {
  test.each([
    [
      "related stories under a heading",
      '<h3>Related stories</h3><ul><li><a href="/2026/one-story">One other story entirely</a></li><li><a href="/2026/two-story">Another story of the harbour</a></li></ul>',
    ],
    [
      "related stories by their class",
      '<div class="yarpp yarpp-related"><p>You might enjoy</p><ol><li><a href="/a">A story about the quay</a></li></ol></div>',
    ],
    [
      "a line that leads to another story",
      '<p><strong>Read more:</strong> <a href="/2026/third-story">How the storm came over the harbour</a></p>',
    ],
    [
      "a box for a newsletter",
      '<div class="newsletter-signup"><h3>Sign up for our newsletter</h3><p>The best stories of the morning.</p><form action="/n"><input type="email"><button>Sign up</button></form></div>',
    ],
    [
      "a request to subscribe",
      '<p>Sign up for our newsletter: <a href="/letter">subscribe here</a>.</p>',
    ],
    ["a label of an advertisement", '<div class="ad-slot"><p>Advertisement</p></div>'],
    [
      "links to share, without a telling class",
      '<ul><li><a href="https://www.facebook.com/sharer/sharer.php?u=x">Facebook</a></li><li><a href="https://x.com/intent/post?u=x">X</a></li><li><a href="mailto:?subject=x&amp;body=y">E-mail</a></li><li><a href="javascript:window.print()">Print</a></li></ul>',
    ],
    [
      "empty paragraphs, whatever they are filled with",
      "<p>\u200b</p><p>&nbsp;\u2060</p><p>\ufeff</p><p>\u00ad</p><p><span>\u200b</span><br></p>",
    ],
    [
      "counting pictures",
      '<p><img src="https://pixel.wp.com/g.gif?x=1" width="1" height="1"><img src="https://sb.scorecardresearch.com/p?c1=2"></p>',
    ],
  ])("%s goes", (_what, html) => {
    expect(left(html)).toBe("");
  });

  test.each([
    [
      "a film of YouTube with its still",
      '<iframe src="https://www.youtube.com/embed/aBcDeFgHiJk?rel=0" title="The quay"></iframe>',
      '<p data-embed="youtube.com"><a href="https://www.youtube.com/watch?v=aBcDeFgHiJk"><img data-picture="0" alt="" />The quay</a></p>',
    ],
    [
      "a player that comes when it is clicked",
      '<lite-youtube videoid="aBcDeFgHiJk" playlabel="The quay"></lite-youtube>',
      '<p data-embed="youtube.com"><a href="https://www.youtube.com/watch?v=aBcDeFgHiJk"><img data-picture="0" alt="" />The quay</a></p>',
    ],
    [
      "a map",
      '<iframe src="https://www.google.com/maps/embed?pb=1" title="Map of the quay"></iframe>',
      '<p data-embed="google.com"><a href="https://www.google.com/maps/embed?pb=1">Map of the quay</a></p>',
    ],
    [
      "a chart",
      '<iframe src="https://datawrapper.dwcdn.net/abcde/1/" title="Landings"></iframe>',
      '<p data-embed="datawrapper.dwcdn.net"><a href="https://datawrapper.dwcdn.net/abcde/1/">Landings</a></p>',
    ],
    [
      "a formula that is set twice is shown once",
      '<p>Thus <span class="katex"><span class="katex-mathml"><math><mi>a</mi></math></span><span class="katex-html" aria-hidden="true"><span>a</span></span></span> holds.</p>',
      "<p>Thus <math><mi>a</mi></math> holds.</p>",
    ],
    [
      "a formula that a script would set",
      '<p>Also <span class="MathJax_Preview">y</span><span class="MathJax"><span>y</span></span><script type="math/tex">y = \\frac{1}{2}</script> here.</p>',
      "<p>Also <code>y = \\frac{1}{2}</code> here.</p>",
    ],
    [
      "a link that goes round by a counter leads to its end",
      '<p>See <a href="https://www.google.com/url?q=https%3A%2F%2Freal.example%2Fpage%3Futm_source%3Dx&amp;sa=D">this</a> and <a href="https://l.facebook.com/l.php?u=https%3A%2F%2Freal.example%2F2&amp;h=x">that</a>.</p>',
      '<p>See <a href="https://real.example/page">this</a> and <a href="https://real.example/2">that</a>.</p>',
    ],
    [
      "a quoted message without what counts it",
      '<blockquote class="twitter-tweet"><p>The quay is closed.</p>A. Name <a href="https://twitter.com/quay/status/12?ref_src=twsrc%5Etfw">May 5</a></blockquote>',
      '<blockquote><p>The quay is closed.</p><p>A. Name <a href="https://twitter.com/quay/status/12">May 5</a></p></blockquote>',
    ],
  ])("%s", (_what, html, expected) => {
    expect(left(html)).toBe(expected);
  });
});

describe("what looks like furniture and is the story stays", () => {
  test.each([
    [
      "a list of links alone",
      '<ul><li><a href="/a">One</a></li><li><a href="/b">Two</a></li></ul>',
    ],
    [
      "a heading over paragraphs",
      `<h3>Related stories</h3><p>Nobody in the harbour had told them in so many words before, and that is why they were told now, one after the other, by those who had been there.</p>`,
    ],
    [
      "a sentence with a link",
      '<p>Sign up as they might, the <a href="https://a.example/">sailors</a> stayed ashore.</p>',
    ],
  ])("%s", (_what, html) => {
    expect(inFeed(html)).toBe(clean(html).html);
  });

  test("a note that is all request stays: there is nothing else", () => {
    expect(clean("<p>Subscribe to our newsletter.</p>").html).toBe(
      "<p>Subscribe to our newsletter.</p>",
    );
  });
});
