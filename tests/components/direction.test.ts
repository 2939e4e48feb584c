import { expect, test } from "vitest";
import { directionOf } from "../../renderer/text/direction.ts";

test.each([
  ["English", "The harbour opens", "ltr"],
  ["Hebrew", "הנמל נפתח מחדש", "rtl"],
  ["Arabic", "بعد ستين عاماً", "rtl"],
  ["Persian", "بندر دوباره باز شد", "rtl"],
  ["Arabic that begins with a Latin name", "iPhone القديم ينقذ صياداً من الغرق", "rtl"],
  ["English about an Arabic word", "Why “كتاب” means book", "ltr"],
  ["Japanese", "港の灯台", "ltr"],
  ["numbers alone", "2026 – 1:0", "auto"],
  ["nothing", "", "auto"],
])("%s", (_name, text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
