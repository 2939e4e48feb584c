import { expect, it } from "vitest";
import { playWeeks } from "../../newsstand/weeks/play-weeks.ts";

it("in weeks of its own every rule is put to the test and kept", async () => {
  const { checks, score } = await playWeeks(2);
  expect(checks.filter(({ breaches }) => breaches.length > 0)).toEqual([]);
  expect(checks.filter(({ occasions }) => occasions === 0).map(({ name }) => name)).toEqual([]);
  expect(score).toBe(100);
}, 300_000);
