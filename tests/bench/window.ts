import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { inProject } from "../../scripts/project.ts";
import { launch } from "../e2e/launch.ts";
import { fillLibrary } from "./fill-library.ts";

export interface WindowFigures {
  /** Milliseconds from starting the process to 20 headlines on screen. */
  readonly program: number;
  /** The same to the first page of a program that has only an empty window. */
  readonly empty: number;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** Times the way from starting the process to headlines, with 10,000 articles, five times. */
export async function measureWindow(): Promise<WindowFigures> {
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-bench-"));
  const program: number[] = [];
  const empty: number[] = [];
  try {
    await fillLibrary(join(folder, "library"), 10_000);
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
  return { program: median(program), empty: median(empty) };
}
