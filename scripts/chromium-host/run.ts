/**
 * Runs an unmodified main bundle in the Chromium host:
 * `node scripts/chromium-host/run.ts dist/main/index.js [arguments of the program]`.
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import "./register.ts";

const [node = process.execPath, , main, ...rest] = process.argv;
if (main === undefined) {
  console.error("Which main script? node scripts/chromium-host/run.ts dist/main/index.js");
  process.exit(2);
}
// The program sees itself started as Electron would: its own script, then its arguments.
process.argv = [node, resolve(main), ...rest];

const { app } = await import("./app.ts");
await import(pathToFileURL(resolve(main)).href);
app.mainScriptIsEvaluated();
