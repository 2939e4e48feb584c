import { resolve } from "node:path";
import { parseArgs } from "node:util";

export interface CommandLine {
  /** Folder to keep everything in, instead of the system's place for it. */
  readonly dataFolder: string | null;
  /** OPML file whose titles are followed at start; for tests and demonstrations. */
  readonly follow: string | null;
}

/** Reads the arguments that are ours; those of Chromium and the system pass unheeded. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...argv],
    options: { "data-dir": { type: "string" }, follow: { type: "string" } },
    strict: false,
    allowPositionals: true,
  });
  const path = (value: string | boolean | undefined): string | null =>
    typeof value === "string" ? resolve(value) : null;
  return { dataFolder: path(values["data-dir"]), follow: path(values.follow) };
}
