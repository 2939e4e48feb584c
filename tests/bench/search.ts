/** Finding articles in the index of words, beside a bare scan of the same text. */
import type { Section } from "./figures.ts";
import type { SearchFigures, SearchInput } from "./search-program.ts";
import { runScript } from "./run-script.ts";

/** Milliseconds, as in ARCHITECTURE.md: median and p95 of a query, p95 of a key as one types. */
const median = 3;
const typing = 10;

/** Measures with so many articles; needs a built program. */
export async function measureSearch(articles: number): Promise<Section> {
  const entry = import.meta.resolve("../../dist/main/search.js");
  const input: SearchInput = { articles, entry };
  const script = import.meta.resolve("./search-program.ts");
  const figures = await runScript<SearchFigures>(script, input);
  return {
    title: `searching ${articles.toLocaleString("en")} articles of 500 words`,
    figures: [
      { what: "articles indexed in a second", value: figures.indexedASecond, unit: "" },
      { what: "index by text, in bytes", value: figures.share, unit: "" },
      ...Object.entries(figures.queries).map(([kind, spread]) => ({
        what: `newest first, up to 5,000 hits: ${kind}`,
        value: spread.median,
        unit: "ms" as const,
        best: spread.best,
        p95: spread.p95,
        floor: figures.scan,
        budget: kind.startsWith("as typed") ? typing : median,
      })),
      { what: "main thread held while asking", value: figures.hold, unit: "ms", budget: 8 },
      { what: "memory of the process", value: figures.memory / 1e6, unit: "MB" },
    ],
  };
}
