import { rm } from "node:fs/promises";
import { runScript } from "../run-script.ts";
import type { NaiveFigures, NaiveInput } from "./measures/naive.ts";
import { folderOf, titleCount, type Made } from "./prepared.ts";

/** Up to here it can do everything, if slowly; above, one opening and one write are enough. */
const thorough = 10_000;
/** Above this V8 has no string as long as the file. */
const possible = 100_000;

const notTried: NaiveFigures = {
  open: null,
  page: null,
  mark: null,
  markMany: null,
  ingest: null,
  purge: null,
  file: 0,
  memory: 0,
  failure: "impossible",
};

/** Measures lowdb with the same articles in one file, where that is possible at all. */
export async function measureNaive({ articles, now }: Made): Promise<NaiveFigures> {
  const path = `${folderOf(articles)}.naive.json`;
  const run = (step: NaiveInput["step"]): Promise<NaiveFigures> =>
    runScript<NaiveFigures>(import.meta.resolve("./measures/naive.ts"), {
      path,
      articles,
      now,
      titles: titleCount,
      step,
    } satisfies NaiveInput);
  try {
    if (articles > possible) return notTried;
    const made = await run("make");
    if (made.failure !== null) return made;
    return await run(articles > thorough ? "briefly" : "thoroughly");
  } finally {
    await rm(path, { force: true });
  }
}
