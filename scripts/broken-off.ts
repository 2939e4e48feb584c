/** The part of vitest's report that tells which files did not come to their end. */
interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/**
 * Files whose test process died (such as by a crash of the engine) with tests still to run, where
 * that is all that went wrong; none as soon as any test failed. They can be run once more: what the
 * tests themselves find is never run again.
 */
export function brokenOff(report: unknown): string[] {
  if (typeof report !== "object" || report === null || !("testResults" in report)) return [];
  const failed = (report as VitestReport).testResults.filter(({ status }) => status === "failed");
  const died = failed.filter(
    ({ assertionResults: tests }) =>
      tests.some(({ status }) => status === "pending") &&
      tests.every(({ status }) => status !== "failed"),
  );
  return died.length === failed.length ? died.map(({ name }) => name) : [];
}
