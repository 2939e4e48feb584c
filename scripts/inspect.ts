/**
 * `npm run -s inspect -- …`: prints what a module makes of its input, as JSON, for bug reports, for
 * corpora and for the curious. Exit code 2 and one line on standard error for unusable arguments.
 */
import { UsageError, type Inspector } from "./inspect/usage.ts";
import { inspectArticle } from "./inspect/article.ts";
import { inspectFeed } from "./inspect/feed.ts";
import { inspectLibraryFolder } from "./inspect/library.ts";
import { inspectSearch } from "./inspect/search.ts";

const inspectors: ReadonlyMap<string, Inspector> = new Map<string, Inspector>([
  ["article", inspectArticle],
  ["feed", inspectFeed],
  ["library", inspectLibraryFolder],
  ["search", inspectSearch],
]);

/** Planned in ARCHITECTURE.md, "Looking inside", and said so instead of "unknown". */
const notYet: readonly string[] = ["stories", "sections"];

async function run([name, ...given]: readonly string[]): Promise<void> {
  const known = [...inspectors.keys()].join(", ");
  const inspector = name === undefined ? undefined : inspectors.get(name);
  if (inspector !== undefined) await inspector(given);
  else if (name === undefined) throw new UsageError(`say what to inspect: ${known}`);
  else if (notYet.includes(name)) {
    throw new UsageError(`inspecting "${name}" does not exist yet; there is: ${known}`);
  } else throw new UsageError(`there is nothing to inspect called "${name}"; there is: ${known}`);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`inspect: ${error.message.replace(/\s+/g, " ")}`);
  process.exitCode = 2;
}
