import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { formulaElements, globalAttributes, htmlElements } from "../../main/offline/allowed.ts";
import {
  articleSanitizer,
  articleSanitizerConfiguration,
} from "../../renderer/components/article-sanitizer.ts";

declare global {
  /** What the attacks call when they succeed. */
  var harm: (() => void) | undefined;
}

/** Each either runs `harm()` or loads an address with `leak` in it where it is not stopped. */
const attacks: readonly string[] = [
  // Handlers
  "<img src=/leak-1 onerror=harm()>",
  '<img src="data:," onerror="harm()">',
  "<details open ontoggle=harm()><summary>x</summary></details>",
  "<p onpointerenter=harm() onfocus=harm() tabindex=1 autofocus>x</p>",
  "<input autofocus onfocus=harm()>",
  "<video src=/leak-2 onerror=harm()></video>",
  "<audio src=/leak-3 onerror=harm()></audio>",
  "<video><source onerror=harm() src=/leak-4></video>",
  "<body onload=harm()><p>x</p></body>",
  "<svg onload=harm()></svg>",
  "<svg><g onload=harm()></g></svg>",
  "<math onclick=harm()><mi>x</mi></math>",
  "<marquee onstart=harm()>x</marquee>",
  "<p style='animation:x 1ms' onanimationend=harm()>x</p>",
  "<iframe onload=harm()></iframe>",
  "<object data=/leak-5 onerror=harm()></object>",
  "<link rel=stylesheet href=/leak-6 onerror=harm()>",
  "<style onload=harm()>p{}</style>",
  "<script>harm()</script>",
  "<script src=/leak-7 onerror=harm()></script>",
  "<svg><script>harm()</script></svg>",
  "<math><mtext><script>harm()</script></mtext></math>",
  // Loading and leaving
  "<img srcset='/leak-8 1x, /leak-9 2x'>",
  "<picture><source srcset=/leak-10><img></picture>",
  "<svg><image href=/leak-11 width=9 height=9></image></svg>",
  "<svg><use href='/leak-12#a'></use></svg>",
  "<svg><filter id=f><feImage href=/leak-13 /></filter></svg>",
  "<p style='background:url(/leak-14)'>x</p>",
  "<table background=/leak-15><tr><td background=/leak-16>x</table>",
  "<style>@import '/leak-17'; p{background:url(/leak-18)}</style>",
  "<iframe src=/leak-19></iframe>",
  "<iframe srcdoc='<script>parent.harm()</script>'></iframe>",
  "<embed src=/leak-20>",
  "<video poster=/leak-21></video>",
  "<track src=/leak-22>",
  "<link rel=preload as=image href=/leak-23>",
  "<link rel=prefetch href=/leak-24>",
  "<meta http-equiv=refresh content='0;url=/leak-25'>",
  "<base href=/leak-26/>",
  "<form action=/leak-27><button formaction=javascript:harm()>x</button></form>",
  "<input type=image src=/leak-28>",
  "<a href=x ping=/leak-29>x</a>",
  "<blockquote cite=/leak-30>x</blockquote>",
  "<frameset><frame src=/leak-31></frameset>",
  "<portal src=/leak-32></portal>",
  "<fencedframe></fencedframe>",
  // Schemes
  "<a href=javascript:harm()>x</a>",
  "<a href=' \u0001java\nscript:harm()'>x</a>",
  "<math><a xlink:href=javascript:harm()>x</a></math>",
  "<svg><a xlink:href=javascript:harm()><text>x</text></a></svg>",
  "<svg><a><animate attributeName=href values=javascript:harm() /><text>x</text></a></svg>",
  "<math href=javascript:harm()><mi>x</mi></math>",
  "<iframe src=javascript:parent.harm()></iframe>",
  "<object data='data:text/html,<script>parent.harm()</script>'></object>",
  // Parsing that changes between two readings
  "<math><mtext><table><mglyph><style><!--</style><img title='--><img src=/leak-33 onerror=harm()>'>",
  "<svg></p><style><a id='</style><img src=/leak-34 onerror=harm()>'>",
  "<form><math><mtext></form><form><mglyph><style></math><img src=/leak-35 onerror=harm()>",
  "<math><annotation-xml encoding='text/html'><img src=/leak-36 onerror=harm()></annotation-xml></math>",
  "<svg><foreignObject><img src=/leak-37 onerror=harm()></foreignObject></svg>",
  "<svg><desc><img src=/leak-38 onerror=harm()></desc></svg>",
  "<noscript><p title='</noscript><img src=/leak-39 onerror=harm()>'>",
  "<textarea><img title='</textarea><img src=/leak-40 onerror=harm()>'>",
  "<title><img title='</title><img src=/leak-41 onerror=harm()>'>",
  "<xmp><p title='</xmp><img src=/leak-42 onerror=harm()>'>",
  "<noembed><p title='</noembed><img src=/leak-43 onerror=harm()>'>",
  "<!--><img src=/leak-44 onerror=harm()>-->",
  "<![CDATA[><img src=/leak-45 onerror=harm()>]]>",
  "<?xml ><img src=/leak-46 onerror=harm()> ?>",
  "<select><template><img src=/leak-47 onerror=harm()></template></select>",
  "<template shadowrootmode=open><img src=/leak-48 onerror=harm()></template>",
  "<div><template shadowrootmode=open><slot onslotchange=harm()></slot></template>x</div>",
  // Reaching into the window
  "<p class=toolbar style='position:fixed;inset:0' slot=x part=y is=bs-app>x</p>",
  "<bs-app></bs-app>",
  "<dialog open>x</dialog>",
  "<p popover id=article-1>x</p><button popovertarget=article-1>y</button>",
  "<p contenteditable autofocus accesskey=x draggable=true>x</p>",
  "<img name=getElementById><form name=body></form>",
];

const names = new Set([...Object.keys(htmlElements), ...Object.keys(formulaElements)]);

/** Whatever is in the tree that the list of what may be stored does not know. */
function findStrange(root: ParentNode): string[] {
  return [...root.querySelectorAll("*")].flatMap((element) => {
    const name = element.localName;
    const known = [...(htmlElements[name] ?? globalAttributes), ...globalAttributes];
    const allowed = [...known, ...(formulaElements[name] ?? [])];
    const strange = element.getAttributeNames().filter((attribute) => !allowed.includes(attribute));
    const isScript = /^\s*javascript:/i.test(element.getAttribute("href") ?? "");
    return [
      ...(names.has(name) ? [] : [name]),
      ...strange.map((attribute) => `${name}[${attribute}]`),
      ...(isScript ? [`${name}[href]`] : []),
      ...(element.shadowRoot ? [`${name} with a shadow`] : []),
    ];
  });
}

let pane: HTMLElement;
let harmDone = 0;
beforeEach(() => {
  harmDone = 0;
  globalThis.harm = () => (harmDone += 1);
  pane = document.createElement("div");
  document.body.append(pane);
});
afterEach(() => {
  pane.remove();
  globalThis.harm = undefined;
});

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
const leaks = (): string[] =>
  performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.includes("leak"));

describe("hostile HTML that reaches the reading pane all the same", () => {
  test("the attacks are real: untreated, they run and load", async () => {
    pane.innerHTML = attacks.slice(0, 3).join("");
    await pause(300);
    expect(harmDone).toBeGreaterThan(1);
    expect(leaks().length).toBeGreaterThan(0);
    performance.clearResourceTimings();
  });

  test.each(attacks)("%s", (attack) => {
    pane.setHTML(`<p>before</p>${attack}<p>after</p>`, { sanitizer: articleSanitizer });
    expect(findStrange(pane)).toEqual([]);
  });

  test("nothing runs, loads or leaves", async () => {
    const address = location.href;
    const base = document.baseURI;
    performance.clearResourceTimings();
    for (const attack of attacks) {
      const one = document.createElement("div");
      pane.append(one);
      one.setHTML(attack, { sanitizer: articleSanitizer });
      for (const link of one.querySelectorAll<HTMLElement>("a[href^=java], [onclick]"))
        link.click();
    }
    await pause(500);
    expect(harmDone).toBe(0);
    expect(leaks()).toEqual([]);
    expect([location.href, document.baseURI]).toEqual([address, base]);
  });
});

describe("what was stored is shown", () => {
  test.each([
    '<p dir="rtl" lang="ar">ا <a href="https://news.example/">b</a></p>',
    '<p id="article-1">Note <a href="#article-1">up</a> <a href="mailto:a@b.example">c</a></p>',
    '<figure><img data-picture="3" alt="A &quot;cat&quot;"><figcaption>C</figcaption></figure>',
    '<p data-embed="films.example"><a href="https://films.example/1">A film</a></p>',
    '<table><caption>C</caption><thead><tr><th scope="col" colspan="2">H</th></tr></thead><tbody><tr><td rowspan="2">1</td></tr></tbody></table>',
    '<ol start="3" reversed="" type="a"><li value="4">a</li></ol><ul><li>b</li></ul>',
    "<blockquote><p>a</p></blockquote><pre><code>x\n  y</code></pre><hr>",
    "<dl><dt>a</dt><dd>b</dd></dl><details><summary>a</summary><p>b</p></details>",
    '<p><abbr title="T">a</abbr><time datetime="2026-01-02">b</time><del datetime="2026">c</del><q>d</q><sub>e</sub><sup>f</sup><mark>g</mark><br><wbr></p>',
    "<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>",
    '<p><math display="block"><mrow><msup><mi mathvariant="normal">x</mi><mn>2</mn></msup><mspace width="1em"></mspace></mrow></math></p>',
  ])("%s", (html) => {
    pane.setHTML(html, { sanitizer: articleSanitizer });
    expect(pane.innerHTML).toBe(html);
  });

  test("both cleaners let the same through", () => {
    const list = (entries: readonly (readonly [string, readonly string[]])[]): string[] =>
      entries.map(([name, attributes]) => `${name} ${attributes.toSorted().join(" ")}`).toSorted();
    const shown = articleSanitizerConfiguration.elements.map(
      ({ name, attributes }) => [name, attributes] as const,
    );
    const stored = [...Object.entries(htmlElements), ...Object.entries(formulaElements)];
    expect(list(shown)).toEqual(list(stored));
    expect(articleSanitizerConfiguration.attributes.toSorted()).toEqual(
      globalAttributes.toSorted(),
    );
  });
});
