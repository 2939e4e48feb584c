import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { describePassage, PassageFinder, trimStretch } from "../../renderer/text/find-passage.ts";
import { sentencesOf } from "../../renderer/text/sentences.ts";

const text =
  "The harbour reopened on Monday.\nThe mayor said the harbour was safe.\nNobody asked the fishermen.";

function found(now: string, quote: string, before = text): string | null {
  const start = before.indexOf(quote);
  const passage = describePassage(before, { start, end: start + quote.length });
  const place = new PassageFinder(now).find(passage);
  return place === null ? null : now.slice(place.start, place.end);
}

describe("a passage is found again", () => {
  test.each([
    ["where nothing has changed", text, "the harbour was safe"],
    ["where something was added before it", `Updated at noon.\n${text}`, "the harbour was safe"],
    ["where the paragraph before it has gone", text.slice(32), "the harbour was safe"],
    ["over the end of a paragraph", text, "Monday.\nThe mayor"],
  ])("%s", (_, now, quote) => {
    expect(found(now, quote)).toBe(quote);
  });

  test.each([
    ["other white space", "a  long\nway home", "a long way"],
    ["a no-break space", "a long\u00A0way home", "a long way"],
    ["soft hyphens", "a long w\u00ADay home", "a long way"],
    ["other quotation marks", "he said “yes” to it, at last", 'said "yes" to'],
    ["another dash", "yes – no – perhaps not", "no — perhaps"],
  ])("with %s", (_, now, quote) => {
    const finder = new PassageFinder(now);
    const place = finder.find({ quote, before: "", after: "", start: 0 });
    expect(place).not.toBeNull();
    expect(now.slice(place?.start, place?.end).length).toBeGreaterThanOrEqual(quote.length);
  });

  test("of several, the one whose surroundings are as they were", () => {
    const before = "One car came. Two cars came. Then one car left.";
    const start = before.indexOf("car left");
    const passage = describePassage(before, { start, end: start + 3 });
    const now = `A car. ${before} A car.`;
    expect(new PassageFinder(now).find(passage)?.start).toBe(start + 7);
  });

  test("of equal ones, the nearest", () => {
    const row = "again ".repeat(200);
    const passage = describePassage(row, { start: 600, end: 605 });
    expect(new PassageFinder(row).find(passage)).toEqual({ start: 600, end: 605 });
  });

  test.each([
    ["東京で地震がありました。津波の心配はありません。", "津波の心配"],
    ["قال الوزير إن الميناء آمن. ولم يسأل أحد الصيادين.", "الميناء آمن"],
    ["Мэр сказал, что порт безопасен.", "порт безопасен"],
    ["The 👩‍👩‍👧 family 👩‍👩‍👧 came", "family 👩‍👩‍👧"],
  ])("in any script: %s", (before, quote) => {
    expect(found(`… ${before}`, quote, before)).toBe(quote);
  });
});

test.each([
  ["a passage that is no longer there", "Something else altogether.", "the harbour was safe"],
  ["a short word that stands somewhere else", "Not of that: safe.", "safe"],
  ["anything in no text", "", "the harbour was safe"],
])("%s is not found", (_, now, quote) => {
  expect(found(now, quote)).toBeNull();
});

test("whatever is marked in whatever text is found where it was marked", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: "binary" }), fc.nat(), fc.nat(), (any, a, b) => {
      const ends = [a % any.length, b % (any.length + 1)].sort((one, other) => one - other);
      const place = trimStretch(any, { start: ends[0] ?? 0, end: ends[1] ?? 0 });
      if (place === null) return;
      expect(new PassageFinder(any).find(describePassage(any, place))).toEqual(place);
    }),
  );
});

test("looking for anything in any other text never throws, and stays inside it", () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.string({ minLength: 1 }),
      fc.string(),
      fc.string(),
      (any, quote, before, after) => {
        const place = new PassageFinder(any).find({ quote, before, after, start: 3 });
        if (place === null) return;
        expect(place.start).toBeGreaterThanOrEqual(0);
        expect(place.end).toBeGreaterThan(place.start);
        expect(place.end).toBeLessThanOrEqual(any.length);
      },
    ),
  );
});

test.each<[string | null, string, string[]]>([
  ["en", "One. Two?  Three!", ["One.", "Two?", "Three!"]],
  ["en", "A heading\nA sentence. ", ["A heading", "A sentence."]],
  ["ja", "東京で地震。津波なし。", ["東京で地震。", "津波なし。"]],
  ["hi", "यह पहला है। यह दूसरा है।", ["यह पहला है।", "यह दूसरा है।"]],
  ["ar", "هل وصلت؟ نعم.", ["هل وصلت؟", "نعم."]],
  ["no-such-language-at-all-x", "One. Two.", ["One.", "Two."]],
  ["!!", "One. Two.", ["One.", "Two."]],
  [null, " \n\n ", []],
])("sentences in %s of “%s”", (language, of, sentences) => {
  expect(sentencesOf(of, language).map(({ start, end }) => of.slice(start, end))).toEqual(
    sentences,
  );
});
