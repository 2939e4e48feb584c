/** Finds a Chromium-like browser on this machine, or installs one: for tests, and where Electron is missing. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright";

const commands = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge-stable",
  "microsoft-edge",
];
const macApplications = ["Chromium", "Google Chrome", "Microsoft Edge"];
const windowsPrograms = [
  ["Chromium", "Application", "chrome.exe"],
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
];

/** Where browsers usually are, best first, for one platform. */
export function usualPlaces(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): string[] {
  if (platform === "darwin") {
    const folders = ["/Applications", join(environment.HOME ?? "/", "Applications")];
    return macApplications.flatMap((name) =>
      folders.map((folder) => join(folder, `${name}.app`, "Contents", "MacOS", name)),
    );
  }
  if (platform === "win32") {
    const folders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
      .map((name) => environment[name])
      .filter((folder) => folder !== undefined);
    return windowsPrograms.flatMap((parts) => folders.map((folder) => join(folder, ...parts)));
  }
  const folders = ["/usr/bin", "/usr/local/bin", "/snap/bin", "/opt/google/chrome"];
  return commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/**
 * @returns the browser's executable: the one named by BROADSHEET_BROWSER, else Playwright's own,
 *   else an installed one; undefined when there is none.
 * @throws Error when BROADSHEET_BROWSER names a file that is not there
 */
export function findBrowser(): string | undefined {
  const named = process.env.BROADSHEET_BROWSER;
  if (named !== undefined && named !== "") {
    if (!existsSync(named)) throw new Error(`BROADSHEET_BROWSER names no file: ${named}`);
    return named;
  }
  return [chromium.executablePath(), ...usualPlaces(process.platform, process.env)].find(
    existsSync,
  );
}

/** Runs an installer with its words on our standard error, so that standard output stays the caller's. */
function succeeds(command: string, parameters: string[]): boolean {
  const stdio: ["ignore", 2, 2] = ["ignore", 2, 2];
  return spawnSync(command, parameters, { stdio, timeout: 600_000 }).status === 0;
}

function findOrInstallBrowser(): string | undefined {
  const found = findBrowser();
  if (found !== undefined) return found;
  console.error("No Chromium, Chrome or Edge here: installing one for this project.");
  const playwright = join(import.meta.dirname, "..", "node_modules", "playwright", "cli.js");
  succeeds(process.execPath, [playwright, "install", "chromium"]);
  if (findBrowser() === undefined && process.platform === "linux" && process.getuid?.() === 0) {
    const install = ["install", "--yes", "--no-install-recommends", "chromium"];
    if (!succeeds("apt-get", install) && succeeds("apt-get", ["update"]))
      succeeds("apt-get", install);
  }
  return findBrowser();
}

/** @returns as {@link findBrowser}, after trying to install one; without one, says what to do in one line and ends with 1. */
export function requireBrowser(): string {
  try {
    const browser = findOrInstallBrowser();
    if (browser !== undefined) return browser;
    console.error(
      "No Chromium, Chrome or Edge was found or could be installed: install one, or set BROADSHEET_BROWSER to its path.",
    );
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  process.exit(1);
}
