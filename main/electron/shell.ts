import { join } from "node:path";
import { app, dialog, nativeTheme, net, powerMonitor } from "electron";
import type { Settings } from "../../preload/contract/contract.ts";
import { registerScheme, serve, type ServedFiles } from "./app-protocol.ts";
import { log } from "./log.ts";
import { setMenu } from "./menu.ts";
import { ourWindows } from "./our-windows.ts";
import { applySessionPolicy } from "./session-policy.ts";
import { stopOnce } from "./stop-once.ts";
import { readWindowBounds, rememberWindowBounds } from "./window-bounds.ts";
import { openWindow } from "./window.ts";

/** What the program around the window needs from the rest. */
export interface ShellOptions extends ServedFiles {
  readonly preload: string;
  /** The theme that is set, once that has been read. */
  readonly theme: Promise<Settings["theme"]>;
  /** Called when the machine woke up. */
  readonly wake: () => void;
  /** Ends all work; the program quits when it has resolved. */
  readonly stop: () => Promise<void>;
}

/**
 * First of all: one copy a data folder, sandboxed windows, our scheme. False when another copy has
 * the folder already; that one's window has been brought to the front.
 */
export function claimFolder(dataFolder: string | null): boolean {
  if (dataFolder !== null) app.setPath("userData", dataFolder);
  app.enableSandbox();
  registerScheme();
  if (!app.requestSingleInstanceLock()) return false;
  app.on("second-instance", () => {
    const window = ourWindows()[0];
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  return true;
}

/** Resolves when Electron can open windows. */
export const whenReady = (): Promise<void> => app.whenReady();

/** The folder for everything this person keeps. */
export const userFolder = (): string => app.getPath("userData");

/** False only when the machine surely has no network. */
export const isOnline = (): boolean => net.isOnline();

/** Makes native parts and `prefers-color-scheme` follow the setting. */
export function applyTheme(theme: Settings["theme"]): void {
  nativeTheme.themeSource = theme;
}

/** Says what went wrong where no window can. */
export function sayFatal(title: string, explanation: string): void {
  dialog.showErrorBox(title, explanation);
}

export const quit = (exitCode: number): void => {
  app.exit(exitCode);
};

/** What the program is, for the window's "about". */
export function describeProgram(): {
  version: string;
  platform: string;
  locale: string;
  secrets: "plain";
} {
  return {
    version: app.getVersion(),
    platform: process.platform,
    locale: app.getLocale(),
    secrets: "plain",
  };
}

/** Opens the window, which loads while the library is being opened, and lives until it is closed. */
export async function runShell(options: ShellOptions): Promise<void> {
  applySessionPolicy();
  serve(options);
  setMenu(process.platform);
  const isThemed = options.theme.then(applyTheme);

  const stop = stopOnce(options.stop, log);
  let opening: Promise<void> | null = null;
  const open = async (): Promise<void> => {
    const bounds = await readWindowBounds(userFolder());
    await openWindow({
      preload: options.preload,
      bounds,
      isThemed,
      onClose: (window) => void rememberWindowBounds(userFolder(), window),
      onSessionEnd: () => void stop(),
    });
  };
  /** One at a time: macOS says "activate" at the start too. */
  const openOne = (): Promise<void> => {
    opening ??= open().finally(() => (opening = null));
    return opening;
  };

  let hasStopped = false;
  // Asked when the windows are gone: what they send while they close is still taken.
  app.on("will-quit", (event) => {
    if (hasStopped) return;
    event.preventDefault();
    void stop().then(() => {
      hasStopped = true;
      app.quit();
    });
  });
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });
  app.on("activate", () => {
    if (ourWindows().length > 0) return;
    openOne().catch((error: unknown) => {
      log("opening the window", error);
    });
  });
  powerMonitor.on("resume", options.wake);
  // Electron asks macOS and Linux to wait a little for a program that quits by itself; its types
  // do not say that the listener gets an event.
  powerMonitor.on("shutdown", ((event?: Event) => {
    event?.preventDefault();
    app.quit();
  }) as () => void);
  await Promise.all([openOne(), isThemed]);
}

/** Files that are shipped beside the program's own. */
export const resourcePath = (name: string): string => join(app.getAppPath(), "resources", name);
