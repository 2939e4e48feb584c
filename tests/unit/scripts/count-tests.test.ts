import { expect, test } from "vitest";
import { countTests, sum } from "../../../scripts/count-tests.ts";

test("vitest's report, with a file that broke before its tests", () => {
  const testResults = [
    { status: "passed", assertionResults: [{}, {}, {}] },
    { status: "failed", assertionResults: [{}] },
    { status: "failed", assertionResults: [] },
  ];
  const report = { numPassedTests: 3, numFailedTests: 1, testResults };
  expect(countTests(report)).toEqual({ passed: 3, failed: 2 });
});

test("Playwright's report, with a test that needed a second try and an error outside tests", () => {
  const report = { stats: { expected: 5, unexpected: 1, flaky: 1 }, errors: [{}] };
  expect(countTests(report)).toEqual({ passed: 6, failed: 2 });
});

test("anything else is not counted", () => {
  expect(countTests({})).toBeUndefined();
  expect(countTests(null)).toBeUndefined();
});

test("a sum is given only when every part is known", () => {
  const parts = [
    { passed: 1, failed: 0 },
    { passed: 2, failed: 3 },
  ];
  expect(sum(parts)).toEqual({ passed: 3, failed: 3 });
  expect(sum([...parts, undefined])).toBeUndefined();
  expect(sum([])).toBeUndefined();
});
