import { describe, expect, test } from "vitest";
import { cleanArticle } from "../../../main/offline/offline.ts";

const options = { baseUrl: "https://news.example/world/story.html", image: null };
const clean = (html: string): string => cleanArticle(html, options).html;

describe("structure", () => {
  test.each([
    ["plain text becomes a paragraph", "Hello", "<p>Hello</p>"],
    ["divisions become paragraphs", "<div>One</div><div>Two</div>", "<p>One</p><p>Two</p>"],
    [
      "two line breaks part paragraphs",
      "One<br>\n<br/>Two<br>Three",
      "<p>One</p><p>Two<br />Three</p>",
    ],
    ["an empty block parts paragraphs too", "One<p></p>Two", "<p>One</p><p>Two</p>"],
    [
      "empty paragraphs go",
      "<p>One</p><p>&nbsp;</p><p> <br></p><p>Two</p>",
      "<p>One</p><p>Two</p>",
    ],
    [
      "text around a block keeps its place",
      "<div>a<ul><li>b</ul>c</div>",
      "<p>a</p><ul><li>b</li></ul><p>c</p>",
    ],
    [
      "the headline is the only first heading",
      "<h1>Part</h1><h3>Sub</h3>",
      "<h2>Part</h2><h3>Sub</h3>",
    ],
    [
      "an old tag becomes its equal",
      "<b>a</b> <i>b</i> <strike>c</strike> <tt>d</tt>",
      "<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>",
    ],
    ["an unknown element gives its content", "<x-note>a <blink>b</blink></x-note>", "<p>a b</p>"],
    ["preformatted text keeps its lines", "<pre>a\n  b<br>c</pre>", "<pre>a\n  b\nc</pre>"],
    [
      "code is text",
      "<pre><code>if (a &lt; b) &amp;&amp;</code></pre>",
      "<pre><code>if (a &lt; b) &amp;&amp;</code></pre>",
    ],
    [
      "a quote holds paragraphs",
      "<blockquote>One<br><br>Two</blockquote>",
      "<blockquote><p>One</p><p>Two</p></blockquote>",
    ],
    [
      "an item of two paragraphs keeps both",
      "<ul><li><p>a</p><p>b</p><li><p>c</p></ul>",
      "<ul><li><p>a</p><p>b</p></li><li>c</li></ul>",
    ],
    [
      "what stands loose in a list becomes an item",
      "<ol start=3>a<li>b</ol>",
      '<ol start="3"><li>a</li><li>b</li></ol>',
    ],
    ["definitions", "<dl><dt>a<dd>b</dl>", "<dl><dt>a</dt><dd>b</dd></dl>"],
    [
      "details",
      "<details open><p>b</p><summary>a</summary></details>",
      "<details><summary>a</summary><p>b</p></details>",
    ],
    [
      "ruby",
      "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>",
      "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>",
    ],
    [
      "a moment",
      '<time datetime="2026-01-02" class=x>today</time>',
      '<p><time datetime="2026-01-02">today</time></p>',
    ],
    ["rules at the ends go", "<hr><p>a</p><hr><p>b</p><hr>", "<p>a</p><hr /><p>b</p>"],
    [
      "language and direction stay",
      "<div dir=RTL lang=ar><p>ا</p></div>",
      '<p dir="rtl" lang="ar">ا</p>',
    ],
    [
      "a block within bold text stands in no paragraph",
      "<b>a<ul><li>b</ul></b>",
      "<strong>a<ul><li>b</li></ul></strong>",
    ],
    [
      "what follows a self-closed frame is kept",
      '<iframe src="/x"/><p>a</p>',
      '<p data-embed="news.example"><a href="https://news.example/x">news.example</a></p><p>a</p>',
    ],
  ])("%s", (_message, html, expected) => expect(clean(html)).toBe(expected));
});

describe("tables", () => {
  test.each([
    [
      "a table keeps heads, spans and scope",
      "<table border=1><caption>C</caption><tr><th scope=col colspan=2>H<tr><td>1<td rowspan=2>2</table>",
      '<table><caption>C</caption><tbody><tr><th colspan="2" scope="col">H</th></tr><tr><td>1</td><td rowspan="2">2</td></tr></tbody></table>',
    ],
    [
      "sections keep their order",
      "<table><thead><tr><th>H<tbody><tr><td>1<tfoot><tr><td>F</table>",
      "<table><thead><tr><th>H</th></tr></thead><tbody><tr><td>1</td></tr></tbody><tfoot><tr><td>F</td></tr></tfoot></table>",
    ],
    [
      "loose cells share a row",
      "<table><td>a</td> <td>b</td></table>",
      "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
    ],
    [
      "what may not stand in a table goes before it",
      "<table>stray<tr><td>a<td>b</table>",
      "<p>stray</p><table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
    ],
    [
      "a table that only lays out is taken apart",
      "<table><tr><td><p>a</p><p>b</p></td></tr></table>",
      "<p>a</p><p>b</p>",
    ],
    [
      "a form around the rows",
      "<table><form><tr><td>a<td>b</form></table>",
      "<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>",
    ],
    ["a row without a table", "<tr><td>a</td><td>b</td></tr>", "<p>a</p><p>b</p>"],
    ["an item without a list", "<div><li>a</li></div>", "<p>a</p>"],
    ["an empty table goes", "<table><tr><td> </td></tr></table>", ""],
  ])("%s", (_message, html, expected) => expect(clean(html)).toBe(expected));
});

describe("links", () => {
  test.each([
    ["a relative link", "../a?b=1#c", "https://news.example/a?b=1#c"],
    ["no scheme", "//other.example/", "https://other.example/"],
    [
      "tracking parameters go",
      "https://a.example/?utm_source=x&id=7&fbclid=y",
      "https://a.example/?id=7",
    ],
    [
      "the others keep their spelling",
      "https://a.example/?q=a+b%2Cc&utm_medium=x",
      "https://a.example/?q=a+b%2Cc",
    ],
    ["nothing but tracking", "https://a.example/b?gclid=1#part", "https://a.example/b#part"],
    [
      "a letter",
      "mailto:desk@news.example?subject=Hello",
      "mailto:desk@news.example?subject=Hello",
    ],
    ["a name and password go", "https://user:secret@a.example/", "https://a.example/"],
  ])("%s", (_message, href, expected) => {
    expect(clean(`<a href="${href}" target=_blank onclick=x>t</a>`)).toBe(
      `<p><a href="${expected}">t</a></p>`,
    );
  });

  test.each([
    "javascript:alert(1)",
    " java\nscript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://news.example/1",
    "app://broadsheet/",
    "https://",
    `https://a.example/${"x".repeat(5000)}`,
    "#nowhere",
    "",
  ])("a link that must not be followed is only its text: %s", (href) => {
    expect(clean(`a <a href="${href}">t</a>`)).toBe("<p>a t</p>");
  });

  test("a relative link without a base is only its text", () => {
    const { html } = cleanArticle('<a href="/a">t</a>', { baseUrl: null, image: null });
    expect(html).toBe("<p>t</p>");
  });

  test("links within the article lead to the same places, under names of ours", () => {
    expect(
      clean(
        'Text<a href="#fn:1" id="back">1</a><p id="fn:1">Note <a href="story.html#back">up</a></p>' +
          '<p id="unused">End <a name="old">x</a><a href="#old">y</a></p>',
      ),
    ).toBe(
      '<p>Text<a id="article-2" href="#article-1">1</a></p>' +
        '<p id="article-1">Note <a href="#article-2">up</a></p>' +
        '<p>End <span id="article-3">x</span><a href="#article-3">y</a></p>',
    );
  });
});

describe("what only played, counted or shared", () => {
  const link = (address: string, host: string, label = host): string =>
    `<p data-embed="${host}"><a href="${address}">${label}</a></p>`;
  test.each([
    [
      "a frame",
      '<iframe src="https://maps.example/e?x=1" title="A map"></iframe>',
      link("https://maps.example/e?x=1", "maps.example", "A map"),
    ],
    [
      "a film to be framed",
      '<iframe src="//www.youtube.com/embed/aBcDeFgHiJk?autoplay=1"></iframe>',
      link(
        "https://www.youtube.com/watch?v=aBcDeFgHiJk",
        "youtube.com",
        '<img data-picture="0" alt="" />youtube.com',
      ),
    ],
    [
      "a lazy frame",
      '<iframe data-src="https://player.vimeo.com/video/123?h=1"></iframe>',
      link("https://vimeo.com/123", "vimeo.com"),
    ],
    [
      "sound",
      '<audio controls><source src="/a.mp3">No sound</audio>',
      link("https://news.example/a.mp3", "news.example"),
    ],
    [
      "a film in an object",
      '<object data="/f.swf"><embed src="/g.swf"></object>',
      link("https://news.example/f.swf", "news.example"),
    ],
    [
      "an embed",
      '<p>a<embed src="https://e.example/x">b</p>',
      `<p>a</p>${link("https://e.example/x", "e.example")}<p>b</p>`,
    ],
    [
      "a frame that only counts",
      '<iframe src="https://www.googletagmanager.com/ns.html" ></iframe>',
      "",
    ],
    ["a frame nobody sees", '<iframe src="https://x.example/" width=1 height=1></iframe>', ""],
    ["a frame of a script", '<iframe src="javascript:alert(1)"></iframe>', ""],
    [
      "a bar of sharing buttons by its class",
      '<p>a</p><div class="sharedaddy sd-x">Share this: <a href="/s">b</a></div>',
      "<p>a</p>",
    ],
    [
      "a bar of sharing links",
      '<p>a</p><ul><li><a href="https://www.facebook.com/sharer/sharer.php?u=x">Facebook</a><li><a href="https://twitter.com/intent/tweet?url=x">X</a></ul>',
      "<p>a</p>",
    ],
    [
      "a sharing link in a sentence stays",
      '<p>Many people <a href="https://twitter.com/intent/tweet?url=x">tweeted</a> this at once.</p>',
      '<p>Many people <a href="https://twitter.com/intent/tweet?url=x">tweeted</a> this at once.</p>',
    ],
    [
      "a form",
      "<form action=/x><p>a</p><input value=b><button>c</button><select><option>d</select><textarea>e</textarea></form>",
      "<p>a</p>",
    ],
    [
      "scripts, styles and the like",
      "<base href=//x><meta http-equiv=refresh content=0><style>a{}</style><link rel=stylesheet href=x><script>x</script><template>x</template><svg><text>x</text></svg>a",
      "<p>a</p>",
    ],
    [
      "classes, styles and handlers",
      '<p class=a style="color:red" onclick=x data-x=1 hidden>a</p>',
      "<p>a</p>",
    ],
    ["comments", "a<!-- b --><!--[if IE]>c<![endif]-->d", "<p>ad</p>"],
  ])("%s", (_message, html, expected) => expect(clean(html)).toBe(expected));

  test("a film's still picture is its link", () => {
    const cleaned = cleanArticle(
      '<video src="/f.mp4" poster="/f.jpg" title="A film"></video>',
      options,
    );
    expect(cleaned.html).toBe(
      '<p data-embed="news.example"><a href="https://news.example/f.mp4"><img data-picture="0" alt="" />A film</a></p>',
    );
    expect(cleaned.pictures[0]?.address).toBe("https://news.example/f.jpg");
  });
});

describe("formulas", () => {
  test("MathML stays, its TeX source and its links go", () => {
    const math =
      '<math display="block"><semantics><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow>' +
      '<annotation encoding="application/x-tex">x^2</annotation></semantics></math>';
    expect(clean(`<p>${math}</p>`)).toBe(
      '<p><math display="block"><mrow><msup><mi>x</mi><mn>2</mn></msup></mrow></math></p>',
    );
    expect(clean('<math href="javascript:x"><mtext><img src=x onerror=y>t</mtext></math>')).toBe(
      "<p><math><mtext>t</mtext></math></p>",
    );
  });
});

describe("text", () => {
  test("blocks and lines are parted by line feeds, cells by spaces, embeds left out", () => {
    const { text } = cleanArticle(
      "<p>One <b>two</b><br>three</p><ul><li>a<li>b</ul><table><tr><td>1<td>2</table>" +
        "<pre>x\n  y</pre><iframe src='https://e.example/'></iframe><p>&amp; end</p>",
      options,
    );
    expect(text).toBe("One two\nthree\na\nb\n1 2\nx\ny\n& end");
  });

  test.each([
    ["It’s 3.5 per cent – a well-known rule", 7],
    ["日本語の文章です", 4],
    ["今天天气很好", 3],
    ["Ein Wort 中文 mehr", 4],
    ["", 0],
  ])("words of %j", (text, count) => {
    const counted = cleanArticle(`<p>${text}</p>`, options).wordCount;
    expect(Math.abs(counted - count)).toBeLessThanOrEqual(1);
  });

  test("the opening passes over captions", () => {
    const { opening } = cleanArticle(
      "<figure><img src=/a.jpg><figcaption>Photo: A. Name</figcaption></figure><h2>Part</h2><p>Text</p>",
      options,
    );
    expect(opening).toBe("Text");
  });
});
