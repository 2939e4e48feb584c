import { expect, test } from "vitest";
import { cleanArticle } from "../../../main/offline/offline.ts";
import { findHarm } from "./find-harm.ts";

const options = { baseUrl: "https://news.example/", image: null };
const many = (text: string, count: number): string => text.repeat(count);

/** Every one must come back, harmless, in bounded time on one slow core. */
const hostile: readonly (readonly [message: string, html: string, keeps?: string])[] = [
  ["nothing", ""],
  ["NULs", "<p>a\0b<scr\0ipt>alert(1)</scr\0ipt></p>", "ab"],
  ["lone surrogates", `<p title="\ud800">a\udc00b</p><img src="/\udfff.jpg" alt="\ud83d">`, "a"],
  [
    "10,000 nested divisions",
    `<p>before</p>${many("<div>", 10_000)}x${many("</div>", 10_000)}`,
    "before",
  ],
  ["a million open elements", many("<b>", 1_000_000)],
  ["10,000 nested inline levels", many("<i><span lang=en>", 5_000) + "x"],
  ["999 nested quotes", many("<blockquote>a", 999), "a"],
  ["990 nested lists", many("<ul><li>a", 495), "a"],
  ["300 nested tables", many("<table><tr><td>a<td>", 300), "a"],
  ["an unclosed comment", "<p>a</p><!-- <p>b</p>", "a"],
  ["half a million unclosed comments", many("<!--", 500_000)],
  ["an unclosed script", "<p>a</p><script><p>b</p>", "a"],
  ["an unclosed attribute", '<p>a</p><img alt="<p>b</p>', "a"],
  ["only angle brackets", many("<", 1_000_000)],
  ["only closing tags", many("</div>", 500_000)],
  ["only line breaks", many("<br>", 200_000)],
  ["only white space", many(" \n", 2_000_000)],
  ["50 MB of text", `<p>start ${many("words and ", 5_000_000)}</p>`, "start"],
  [
    "50 MB of comments before the text",
    `${many("<!-- nothing to see here -->", 1_800_000)}<p>end</p>`,
    "end",
  ],
  [
    "a 50 MB picture inline",
    `<img src="data:image/png;base64,${many("A", 50_000_000)}"><p>end</p>`,
    "end",
  ],
  [
    "100,000 attributes",
    `<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}=1`).join(" ")}>a</p>`,
    "a",
  ],
  ["50,000 pictures", many("<img src=/a.jpg?x>", 50_000)],
  [
    "20,000 anchors",
    Array.from({ length: 20_000 }, (_, index) => `<a href="#n${index}" id="n${index}">x</a>`).join(
      "",
    ),
    "x",
  ],
  ["a set of 100,000 candidates", `<img srcset="${many("/a.jpg 1w, ", 100_000)}">`],
  ["half a million entities", many("&amp;", 500_000), "&"],
  ["a crossing of tags", "<b><p><i>a</b>b</p></i><table><b><tr><td>c</b></table>", "a"],
  ["no HTML at all", '{"a": [1, 2, "<"]}', '{"a"'],
];

test.each(hostile.map(([message, html, keeps = ""]) => ({ message, html, keeps })))(
  "$message",
  ({ html, keeps }) => {
    const start = performance.now();
    const cleaned = cleanArticle(html, options);
    expect(performance.now() - start).toBeLessThan(8_000);
    expect(findHarm(cleaned.html)).toEqual([]);
    expect(cleaned.html.isWellFormed() && cleaned.text.isWellFormed()).toBe(true);
    expect(cleaned.html).not.toContain("\0");
    expect(cleaned.text).toContain(keeps);
  },
);
