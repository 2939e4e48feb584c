/**
 * The module hook of the Chromium host: from here on `electron` is `./electron.ts`.
 * `run.ts` is what uses it; nothing heavy is loaded before the program asks for `electron`.
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
