/**
 * `npm run bench [-- library search refresh offline window]`: what speed and memory are, beside floors measured in
 * the same run. Absolute figures are for orientation; the ratios are what counts (docs/benchmarks.md).
 */
import { cpus, loadavg, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { buildWhenNeeded } from "../../scripts/build.ts";
import { formatSection, listOver, type Section } from "./figures.ts";
import { describeLibrary } from "./library/describe.ts";
import { measureLibrary } from "./library/library.ts";
import { measureOffline } from "./offline.ts";
import { measureRefresh } from "./refresh.ts";
import { takeProfiles } from "./run-script.ts";
import { measureSearch } from "./search.ts";
import { measureWindow } from "./window.ts";

const parts = ["library", "search", "refresh", "offline", "window"] as const;
const usage = `npm run bench -- [${parts.join("] [")}] [--articles 10000,100000] [--fresh] [--json] [--profile <folder>]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: "string", default: "10000,100000" },
    fresh: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    profile: { type: "string" },
  },
});
const sizes = values.articles.split(",").map(Number);
const unknown = positionals.filter((part) => !(parts as readonly string[]).includes(part));
if (unknown.length > 0 || !sizes.every((size) => Number.isInteger(size) && size >= 10_000)) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}
if (values.profile !== undefined) takeProfiles(values.profile);
const isWanted = (part: (typeof parts)[number]): boolean =>
  positionals.length === 0 || positionals.includes(part);

const sections: Section[] = [];
const tell = (progress: string): void => void process.stderr.write(`  … ${progress}\n`);
const print = (text: string): void => void process.stdout.write(`${text}\n`);

function add(section: Section): void {
  sections.push(section);
  if (!values.json) print(formatSection(section));
}

if (isWanted("library"))
  for (const size of sizes)
    add(
      describeLibrary(
        await measureLibrary(size, values.fresh, (step) => {
          tell(`library of ${size.toLocaleString("en")}: ${step}`);
        }),
      ),
    );
if ((["search", "refresh", "offline", "window"] as const).some(isWanted)) {
  const built = buildWhenNeeded();
  if (built !== 0) process.exit(built);
}
if (isWanted("search")) for (const size of sizes) add(await measureSearch(size));
if (isWanted("refresh")) await measureRefresh(add);
if (isWanted("offline")) add(await measureOffline());
if (isWanted("window")) add(await measureWindow());

const load = loadavg()[1] ?? 0;
const machine = `${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}; load ${load.toFixed(1)}`;
if (values.json) {
  print(JSON.stringify({ machine, at: new Date().toISOString(), sections }, null, 2));
} else {
  const over = sections.flatMap(listOver);
  print(`\n${machine}`);
  if (load > cpus().length)
    print("Other programs were busy: times by the clock are too long, `best` and `cpu` say more.");
  print(over.length === 0 ? "Nothing is over its budget." : "Over budget:");
  for (const line of over) print(`  ${line}`);
}
