import fc from "fast-check";
import { expect, test } from "vitest";
import { countWords } from "../../../main/offline/count-words.ts";

test.each([
  ["", 0],
  ["It’s the well-known mayor’s 3.5 % – of 1,000", 7],
  ["L’été à Besançon: ½ prix, m² et n°", 8],
  ["Привет, мир", 2],
  ["東京で大雨 in Tokyo", 5],
  ["ﷺ กรุงเทพ", 2],
])("%j has %i words", (text, words) => {
  expect(countWords(text)).toBe(words);
});

test("Latin letters alone are counted as they are among others", () => {
  const letters = fc.string({
    unit: fc.constantFrom(...Array.from("abÀÿɏª²¾×÷09 .,:/-'’–\u00a0\n%")),
    maxLength: 30,
  });
  fc.assert(
    fc.property(letters, (text) => {
      expect(countWords(`${text} Привет`)).toBe(countWords(text) + 1);
    }),
  );
});
