/** What the test runners' JSON reports count. */

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** The part of vitest's report that counts. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: unknown[];
  }[];
}
/** The part of Playwright's report that counts. */
interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
  };
  readonly errors?: readonly unknown[];
}

/**
 * Reads a report of vitest or of Playwright. A test that passed in a second try counts as passed;
 * a file that failed before its tests counts as one failure.
 * @returns undefined when it is neither's
 */
export function countTests(report: unknown): Counts | undefined {
  if (typeof report !== "object" || report === null) return undefined;
  if ("numPassedTests" in report) {
    const { numPassedTests, numFailedTests, testResults } = report as VitestReport;
    const brokenFiles = testResults.filter(
      (file) => file.status === "failed" && file.assertionResults.length === 0,
    );
    return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length };
  }
  if ("stats" in report) {
    const { stats, errors = [] } = report as PlaywrightReport;
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length };
  }
  return undefined;
}

/** @returns the total; undefined when nothing was counted or a part is not known. */
export function sum(parts: readonly (Counts | undefined)[]): Counts | undefined {
  const known = parts.filter((part) => part !== undefined);
  if (known.length === 0 || known.length < parts.length) return undefined;
  return {
    passed: known.reduce((total, { passed }) => total + passed, 0),
    failed: known.reduce((total, { failed }) => total + failed, 0),
  };
}
