import { expect, test } from "vitest";
import { formatRanges, parseRanges } from "../../../main/library/number-ranges.ts";

test.for([
  [[], ""],
  [[5], "5"],
  [[3, 1, 2], "1-3"],
  [[9, 1, 2, 4, 2], "1-2,4,9"],
] as [number[], string][])("%j as %s", ([numbers, text]) => {
  expect(formatRanges(numbers)).toBe(text);
  expect(parseRanges(text)).toEqual([...new Set(numbers)].sort((a, b) => a - b));
});

test.for([
  ["1,x,2-,-3,4-5,99999999,7-6", [1, 4, 5]],
  [",,1,", [1]],
  ["1-2-3,4 ,5-99999999,6", [6]],
  ["9999999", [9999999]],
] as [string, number[]][])("of %s only what is a number", ([text, numbers]) => {
  expect(parseRanges(text)).toEqual(numbers);
});
