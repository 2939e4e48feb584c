import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { inProject } from "../../scripts/project.ts";
import { launch } from "../e2e/launch.ts";
import type { Section } from "./figures.ts";
import { fillLibrary } from "./fill-library.ts";
import { spread } from "./spread.ts";

const articles = 10_000;
const ratioBudget = 1.5;

/** Times the way from starting the process to headlines, five times, beside an empty window. */
export async function measureWindow(): Promise<Section> {
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-bench-"));
  const program: number[] = [];
  const empty: number[] = [];
  try {
    await fillLibrary(join(folder, "library"), articles);
    for (let round = 0; round < 5; round += 1) {
      const start = performance.now();
      const running = await launch({ dataFolder: folder });
      await running.page.getByRole("option").nth(5).waitFor();
      program.push(performance.now() - start);
      await running.close();

      const emptyStart = performance.now();
      const bare = await launch({ main: inProject("tests", "fixtures", "host-app", "main.js") });
      empty.push(performance.now() - emptyStart);
      await bare.kill();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const { median, best, p95 } = spread(program);
  const floor = spread(empty).median;
  return {
    title: `window, ${articles.toLocaleString("en")} articles`,
    figures: [
      {
        what: "process start → headlines on screen",
        value: median,
        unit: "ms",
        best,
        p95,
        floor,
        budget: floor * ratioBudget,
      },
    ],
  };
}
