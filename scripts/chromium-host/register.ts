/**
 * The module hook of the Chromium host: `node --import scripts/chromium-host/register.ts dist/main/index.js`
 * runs the unmodified main bundle with `electron` resolved to `./electron.ts`.
 * Worker threads inherit `--import`, so nothing heavy is loaded here.
 */
import { registerHooks } from "node:module";

const hostModule = new URL("./electron.ts", import.meta.url).href;

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier === "electron" || specifier === "electron/main") {
      return { url: hostModule, shortCircuit: true };
    }
    return nextResolve(specifier, context);
  },
});
