/** The Chromium behind the host, and those of other sessions: how they are started, and how they end. */
import { join } from "node:path";
import { chromium, type BrowserContext } from "playwright";
import { findBrowser } from "../find-browser.ts";

/**
 * Chromium itself reaches nothing, not even this machine: whatever it asks for, of its own accord or
 * before the host listens (the first request of a new window), ends at a proxy that is not there. What
 * a page may load is fetched by the host instead (requests.ts). Playwright's own switches do the rest;
 * a `--disable-features` of ours would replace theirs.
 */
const quietSwitches = [
  "--proxy-server=http://127.0.0.1:9",
  "--proxy-bypass-list=<-loopback>",
  "--disable-quic",
  "--disable-domain-reliability",
  "--no-pings",
];

/** Set on the command line, or a machine without a display. */
export const headless =
  process.argv.includes("--headless") ||
  (process.platform === "linux" &&
    process.env.DISPLAY === undefined &&
    process.env.WAYLAND_DISPLAY === undefined);

/** What a visible window shows before the program's first page. */
export const blankPage = "data:text/html,";

const runsAsRoot = process.getuid?.() === 0;
let context: BrowserContext | undefined;

function switches(extra: readonly string[]): string[] {
  const list = [...quietSwitches, ...extra];
  // One dash on purpose: with two, Playwright gives up its pipe for the port, and it is the pipe's
  // end that tells Chromium to stop when this process is killed.
  const port = process.env.BROADSHEET_HOST_DEBUG_PORT;
  if (port !== undefined) list.push(`-remote-debugging-port=${port}`);
  // A window without tabs and address field; Chromium grants it to no "about:" address.
  if (!headless) list.push(`--app=${blankPage}`);
  // Root has no sandbox, which Chromium would say in a bar over the page.
  if (runsAsRoot) list.push("--test-type");
  if (!headless && process.env.DISPLAY === undefined && process.platform === "linux") {
    list.push("--ozone-platform=wayland");
  }
  return list;
}

/**
 * Starts a Chromium with its profile in a folder. A predecessor that was killed may hold the profile for a
 * moment longer, so a refusal is tried again for a few seconds.
 */
export async function launchChromium(
  profile: string,
  extraSwitches: readonly string[],
): Promise<BrowserContext> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error("No Chromium, Chrome or Edge was found; set BROADSHEET_BROWSER to one.");
  }
  const giveUpAt = Date.now() + 8000;
  for (;;) {
    try {
      return await chromium.launchPersistentContext(profile, {
        executablePath,
        headless,
        args: switches(extraSwitches),
        ignoreDefaultArgs: ["--enable-automation", "--hide-scrollbars"],
        chromiumSandbox: !runsAsRoot,
        viewport: null,
        colorScheme: null,
        reducedMotion: null,
        forcedColors: null,
        contrast: null,
        acceptDownloads: false,
        serviceWorkers: "block",
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
      });
    } catch (error) {
      const heldByAnother = error instanceof Error && /profile|SingletonLock/i.test(error.message);
      if (!heldByAnother || Date.now() > giveUpAt) throw error;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}

/** Starts the program's own Chromium, with its profile under `<userData>/chromium`. */
export async function startBrowser(
  userData: string,
  extraSwitches: readonly string[],
): Promise<BrowserContext> {
  context = await launchChromium(join(userData, "chromium"), extraSwitches);
  return context;
}

/** @throws before the program is ready, as Electron does for what needs `app.whenReady()`. */
export function browser(): BrowserContext {
  if (context === undefined) throw new Error("This is available only after app is ready.");
  return context;
}

const atTheEnd: (() => Promise<void>)[] = [];

/** Parts with something to end of their own when the program ends. */
export function beforeStop(end: () => Promise<void>): void {
  atTheEnd.push(end);
}

/** Ends Chromium; waits no longer than it reasonably takes. */
export async function stopBrowser(): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, 3000).unref());
  const ended = [context?.close() ?? Promise.resolve(), ...atTheEnd.map((end) => end())];
  await Promise.race([Promise.allSettled(ended), patience]);
}
