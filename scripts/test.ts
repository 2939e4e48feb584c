/** `npm test`: everything that is checked, in order, up to the first failure. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brokenOff } from "./broken-off.ts";
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
    // The train with all its 2,400 articles is `npm run train`.
    environment: { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport, TRAIN_ARTICLES: "10" },
    report: playwrightReport,
  },
];

/** @returns undefined when the reporter wrote nothing that can be read. */
function readReport(report: string): unknown {
  try {
    return JSON.parse(readFileSync(report, "utf8"));
  } catch {
    return undefined;
  }
}

function runStep({ script, parameters = [], environment }: Step, files: string[] = []): number {
  const extra = [...parameters, ...files];
  return run(
    "npm",
    ["run", "-s", script, ...(extra.length === 0 ? [] : ["--", ...extra])],
    environment,
  );
}

// Found or installed before anything runs: tests of all kinds want it, and its absence is told at once.
process.env.BROADSHEET_BROWSER = requireBrowser();

/** At most so many test processes may die of the engine before that is taken for our own fault. */
const toleratedDeaths = 2;
const notes: string[] = [];
let exitCode = 0;
const counted: (Counts | undefined)[] = [];
for (const step of steps) {
  const { name, report } = step;
  console.log(`\n=== ${name} ===`);
  exitCode = runStep(step);
  if (report !== undefined) counted.push(countTests(readReport(report)));
  const died = exitCode === 0 || report === undefined ? [] : brokenOff(readReport(report));
  if (report !== undefined && died.length > 0 && died.length <= toleratedDeaths) {
    const note = `${name}: the test process of ${died.join(", ")} died; run once more.`;
    console.error(`\n${note}`);
    notes.push(note);
    exitCode = runStep(step, died);
    counted.push(countTests(readReport(report)));
  }
  if (exitCode !== 0) {
    console.error(`\n${name}: failed with exit code ${exitCode}.`);
    break;
  }
}
rmSync(folder, { recursive: true, force: true });

for (const note of notes) console.log(note);
const total = sum(counted);
if (total !== undefined) console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = exitCode;
