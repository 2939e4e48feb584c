/** Composition root: wires, starts, stops. No logic. */
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { catalogueEntry, mediaName } from "../preload/contract/contract.ts";
import { createApplication } from "./application/application.ts";
import { createBridge } from "./bridge/bridge.ts";
import * as electron from "./electron/electron.ts";
import { createHttpClient } from "./fetching/fetching.ts";
import { openLibrary } from "./library/library.ts";
import { createWorkerPool } from "./workers/workers.ts";

const { log } = electron;
const commandLine = electron.readCommandLine(process.argv.slice(1));

async function run(): Promise<void> {
  const library = await openLibrary({ folder: join(electron.userFolder(), "library") });
  const info = electron.describeProgram();
  const client = createHttpClient({
    userAgent: `Broadsheet/${info.version} (+https://broadsheet.example)`,
  });
  const workers = createWorkerPool({
    entry: new URL("worker.js", import.meta.url),
    size: Math.max(1, Math.min(4, availableParallelism() - 1)),
  });
  const application = createApplication({
    library,
    client,
    workers,
    announce(name, payload) {
      if (name === "settings.changed") electron.applyTheme(library.settings().theme);
      electron.announce(name, payload);
    },
    catalogue: async () =>
      catalogueEntry
        .array()
        .parse(JSON.parse(await readFile(electron.resourcePath("catalogue.json"), "utf8"))),
    openExternally: electron.openExternally,
    isOnline: electron.isOnline,
    info,
    log,
    now: Date.now,
  });
  electron.connectBridge(createBridge({ handlers: application.handlers, log }));
  await electron.runShell({
    windowFolder: join(import.meta.dirname, "..", "renderer"),
    preload: join(import.meta.dirname, "..", "preload", "index.cjs"),
    picturePath: (name) => library.mediaPath(mediaName.parse(name)),
    theme: () => library.settings().theme,
    wake: application.wake,
    async stop() {
      await application.stop();
      await Promise.all([client.close(), workers.close()]);
      await library.close();
    },
  });
  application.start();
  if (commandLine.follow !== null) {
    await application.followOutline(await readFile(commandLine.follow, "utf8"));
  }
}

async function start(): Promise<void> {
  try {
    if (await electron.claimFolder(commandLine.dataFolder)) await run();
    else electron.quit(0);
  } catch (error) {
    log("could not start", error);
    electron.sayFatal(
      "Broadsheet could not start",
      electron.explainFatal(error, electron.userFolder()),
    );
    electron.quit(1);
  }
}

// Not awaited: Electron is ready only after this script has been evaluated.
void start();
