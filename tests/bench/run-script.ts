import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
/** Where processes leave CPU profiles; null: none are taken. */
let profiles: string | null = null;

/** From now on every measuring process leaves a CPU profile in a folder. */
export function takeProfiles(folder: string): void {
  profiles = folder;
}

/** Runs a measuring script (see `answer`) in a process of its own. */
export async function runScript<Output>(address: string, input: unknown): Promise<Output> {
  const options = profiles === null ? [] : ["--cpu-prof", `--cpu-prof-dir=${profiles}`];
  const script = fileURLToPath(address);
  const { stdout } = await run(
    process.execPath,
    ["--expose-gc", ...options, script, JSON.stringify(input)],
    { maxBuffer: 1e8 },
  );
  return JSON.parse(stdout) as Output;
}
