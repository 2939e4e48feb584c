/** `npm test`: everything that is checked, in order, up to the first failure. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countTests, sum, type Counts } from "./count-tests.ts";
import { requireBrowser } from "./find-browser.ts";
import { run } from "./project.ts";

interface Step {
  readonly name: string;
  /** A script of package.json. */
  readonly script: string;
  readonly parameters?: readonly string[];
  readonly environment?: NodeJS.ProcessEnv;
  /** Where its reporter writes what it counted. */
  readonly report?: string;
}

const folder = mkdtempSync(join(tmpdir(), "broadsheet-test-"));
const withVitest = (name: string, script: string): Step => {
  const report = join(folder, `${script.replace(":", "-")}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return { name, script, parameters: reporters, report };
};
const playwrightReport = join(folder, "e2e.json");

const steps: readonly Step[] = [
  { name: "Types", script: "check:types" },
  { name: "Lint", script: "check:lint" },
  { name: "Format", script: "check:format" },
  { name: "Build", script: "build" },
  withVitest("Unit tests", "test:unit"),
  withVitest("Component tests", "test:components"),
  {
    name: "End-to-end tests",
    script: "test:e2e",
    parameters: ["--reporter=list,json"],
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
    report: playwrightReport,
  },
];

/** @returns undefined when the reporter wrote nothing that can be counted. */
function readCounts(report: string): Counts | undefined {
  try {
    return countTests(JSON.parse(readFileSync(report, "utf8")));
  } catch {
    return undefined;
  }
}

// Found or installed before anything runs: tests of all kinds want it, and its absence is told at once.
process.env.BROADSHEET_BROWSER = requireBrowser();

let exitCode = 0;
const counted: (Counts | undefined)[] = [];
for (const { name, script, parameters = [], environment, report } of steps) {
  console.log(`\n=== ${name} ===`);
  const extra = parameters.length === 0 ? [] : ["--", ...parameters];
  exitCode = run("npm", ["run", "-s", script, ...extra], environment);
  if (report !== undefined) counted.push(readCounts(report));
  if (exitCode !== 0) {
    console.error(`\n${name}: failed with exit code ${exitCode}.`);
    break;
  }
}
rmSync(folder, { recursive: true, force: true });

const total = sum(counted);
if (total !== undefined) console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = exitCode;
