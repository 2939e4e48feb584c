import { expect, test } from "vitest";
import { brokenOff } from "../../../scripts/broken-off.ts";

const file = (name: string, status: string, ...tests: string[]) => ({
  name,
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});
const passed = file("a", "passed", "passed", "skipped");
const died = file("b", "failed", "passed", "pending");

test("a file whose process died may be run again", () => {
  expect(brokenOff({ testResults: [passed, died] })).toEqual(["b"]);
});

test("nothing is run again when a test failed, there or elsewhere", () => {
  expect(brokenOff({ testResults: [died, file("c", "failed", "failed")] })).toEqual([]);
  expect(brokenOff({ testResults: [file("b", "failed", "failed", "pending")] })).toEqual([]);
});

test("a file that broke before its tests is not run again", () => {
  expect(brokenOff({ testResults: [file("d", "failed")] })).toEqual([]);
});

test("what is no report of vitest tells nothing", () => {
  expect(brokenOff(null)).toEqual([]);
  expect(brokenOff({ stats: {} })).toEqual([]);
});
