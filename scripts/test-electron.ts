/** `npm run test:electron`: the end-to-end tests on Electron itself, or a clear no. */
import { buildWhenNeeded } from "./build.ts";
import { findElectron, run } from "./project.ts";

if (findElectron() === undefined) {
  console.error(
    "Electron's binary is not here: `node node_modules/electron/install.js` fetches it where downloads are allowed.",
  );
  process.exit(1);
}
process.exitCode =
  buildWhenNeeded() ||
  run("playwright", ["test", ...process.argv.slice(2)], { BROADSHEET_HOST: "electron" });
