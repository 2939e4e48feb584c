/** Composition root: wires, starts, stops. No logic. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { mediaName, recordingName } from "../preload/contract/contract.ts";
import { assemble } from "./assemble.ts";
import * as electron from "./electron/electron.ts";
import { openLibrary } from "./library/library.ts";

// V8's nursery for new objects grows to 64 MB in a busy moment and never shrinks again.
setFlagsFromString("--semi-space-growth-factor=1");

const { log } = electron;
const commandLine = electron.readCommandLine(process.argv.slice(1));

/** The window loads while the library is opened; its requests wait for that. */
async function run(folder: string): Promise<void> {
  const opening = openLibrary({ folder });
  const windowFolder = join(import.meta.dirname, "..", "renderer");
  const assembling = assemble(opening, windowFolder);
  electron.connectBridge(assembling.then(({ bridge }) => bridge));
  const showing = electron.whenReady().then(() =>
    electron.runShell({
      windowFolder,
      preload: join(import.meta.dirname, "..", "preload", "index.cjs"),
      picturePath: async (name) => (await opening).pictures.path(mediaName.parse(name)),
      recordingPath: async (name) => (await opening).recordings.path(recordingName.parse(name)),
      theme: opening.then((library) => library.settings.current().theme),
      wake: () => void assembling.then(({ application }) => application.wake()),
      stop: async () => (await assembling).stop(),
    }),
  );
  const [{ application }] = await Promise.all([assembling, showing]);
  application.start();
  if (commandLine.follow !== null) {
    await application.followOutline(await readFile(commandLine.follow));
  }
}

async function start(): Promise<void> {
  let folder: string | null = null;
  try {
    if (electron.claimFolder(commandLine.dataFolder))
      folder = await electron.findLibrary(electron.userFolder());
    if (folder === null) electron.quit(0);
    else await run(folder);
  } catch (error) {
    log("could not start", error);
    await electron.whenReady();
    electron.sayFatal(
      "Broadsheet could not start",
      electron.explainFatal(error, folder ?? electron.userFolder()),
    );
    electron.quit(1);
  }
}

// Not awaited: Electron is ready only after this script has been evaluated.
void start();
