/** `node scripts/with-browser.ts <command…>`: runs it with BROADSHEET_BROWSER set to a Chromium-like browser. */
import { requireBrowser } from "./find-browser.ts";
import { run } from "./project.ts";

const [command, ...parameters] = process.argv.slice(2);
if (command === undefined) {
  console.error("Which command? node scripts/with-browser.ts vitest run");
  process.exit(2);
}
process.exitCode = run(command, parameters, { BROADSHEET_BROWSER: requireBrowser() });
