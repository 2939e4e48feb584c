/** `node scripts/with-browser.ts <command…>`: runs it with BROADSHEET_BROWSER set to a Chromium-like browser. */
import { findOrInstallBrowser } from "./find-browser.ts";
import { run } from "./project.ts";

const [command, ...parameters] = process.argv.slice(2);
if (command === undefined) {
  console.error("Which command? node scripts/with-browser.ts vitest run");
  process.exit(2);
}
const browser = findOrInstallBrowser();
if (browser === undefined) {
  console.error(
    "No Chromium, Chrome or Edge was found or could be installed: install one, or set BROADSHEET_BROWSER to its path.",
  );
  process.exit(1);
}
process.exitCode = run(command, parameters, { BROADSHEET_BROWSER: browser });
