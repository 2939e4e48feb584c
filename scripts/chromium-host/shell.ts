/** `shell`: the way out to the system's own programs. */
import { spawn } from "node:child_process";
import { appendFileSync } from "node:fs";
import { dirname } from "node:path";
import type * as Electron from "electron";
import { imitation } from "./refuse.ts";

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** Under test nothing is opened: what would have been is a line of the file BROADSHEET_HOST_OPENED. */
function open(what: string): Promise<void> {
  const record = process.env.BROADSHEET_HOST_OPENED;
  if (record !== undefined) {
    appendFileSync(record, `${what}\n`);
    return Promise.resolve();
  }
  const [command, ...parameters] = openers[process.platform] ?? ["xdg-open"];
  return new Promise((resolve, reject) => {
    const opener = spawn(command, [...parameters, what], { stdio: "ignore", detached: true });
    opener.once("error", reject);
    opener.once("spawn", () => {
      opener.unref();
      resolve();
    });
  });
}

export const shell = imitation("shell", {
  openExternal: (url) => open(url),
  openPath: (path) => open(path).then(() => "", String),
  /** The folder is opened; marking the file in it is more than every system's opener can do. */
  showItemInFolder(path) {
    open(dirname(path)).catch((error: unknown) => {
      console.error(`${dirname(path)} could not be opened.`, error);
    });
  },
} satisfies Pick<Electron.Shell, "openExternal" | "openPath" | "showItemInFolder">);
