import { expect, test } from "vitest";
import { excerpt, plainText } from "../../../main/offline/offline.ts";

test.each([
  ["short text stays", "One two.", "One two."],
  ["lines become one", "One\ntwo\n  three", "One two three"],
  ["a tail of more", "The story. Read more…", "The story."],
  ["a tail in brackets", "The story goes [&hellip;]".replace("&hellip;", "…"), "The story goes"],
  ["a tail that names the headline", "The story… Continue reading A headline →", "The story"],
  ["two tails", "The story […] The post A headline appeared first on A title.", "The story"],
  ["a German tail", "Die Geschichte. Weiterlesen …", "Die Geschichte."],
  ["a Japanese tail", "物語です。続きを読む", "物語です。"],
  [
    "the same words within a sentence",
    "He could not read more than this.",
    "He could not read more than this.",
  ],
  ["more at the end of a sentence", "They want more", "They want more"],
])("%s", (_message, text, expected) => expect(excerpt(text)).toBe(expected));

test("long text is cut between words", () => {
  const cut = excerpt("word, ".repeat(100));
  expect(cut).toMatch(/^(?:word, )+word…$/);
  expect(cut.length).toBeLessThanOrEqual(200);
  expect(cut.length).toBeGreaterThan(185);
});

test("text without spaces is cut within the limit, never through a character", () => {
  expect(excerpt("字".repeat(500), 50)).toBe(`${"字".repeat(49)}…`);
  const faces = excerpt("😀".repeat(100), 50);
  expect(faces.isWellFormed()).toBe(true);
  expect(faces.length).toBeLessThanOrEqual(50);
});

test("text for the excerpt comes from HTML", () => {
  expect(plainText("<p>One &amp; <b>two</b></p><script>x</script><p>three</p>")).toBe(
    "One & two\nthree",
  );
});
