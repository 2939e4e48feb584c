/** `app`: the program's life from its first line to its last, and where its folders are. */
import { spawn } from "node:child_process";
import { EventEmitter } from "node:events";
import { appendFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type * as Electron from "electron";
import { headless, startBrowser, stopBrowser } from "./browser.ts";
import { commandLine, ownSwitches } from "./command-line.ts";
import { folders, program, programFolder } from "./folders.ts";
import { announceToFirstInstance, becomeFirstInstance, delivered } from "./single-instance.ts";
import { PreventableEvent } from "./preventable.ts";
import { imitation, refusal } from "./refuse.ts";
import { openWindows } from "./windows.ts";

class HostApp extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = commandLine;
  /** Only macOS has a dock; this host has none anywhere. */
  readonly dock = undefined;
  name = program.productName ?? program.name;
  #isReady = false;
  #isQuitting = false;
  #isAskedToQuit = false;
  #holdsLock = false;
  readonly #evaluated = Promise.withResolvers<undefined>();
  readonly #ready = Promise.withResolvers<undefined>();
  /** A program without windows goes on running, as Electron's does. */
  readonly #life = setInterval(() => undefined, 2 ** 30);

  constructor() {
    super();
    // After the main bundle's first lines: they may move `userData` or find another copy running.
    setImmediate(() => void this.#start());
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
      process.on(signal, () => {
        this.quit();
      });
    }
  }

  async #start(): Promise<void> {
    if (this.#isQuitting) return;
    try {
      const context = await startBrowser(this.getPath("userData"), ownSwitches());
      context.on("close", () => {
        if (!this.#isQuitting) this.#browserIsGone();
      });
      for (const prepare of this.#beforeReady) await prepare();
    } catch (error) {
      console.error("The browser could not be started.", error);
      this.exit(1);
      return;
    }
    await this.#waitForMainScript();
    this.#becomeReady();
  }

  #becomeReady(): void {
    if (this.#isQuitting) return;
    this.#isReady = true;
    this.#ready.resolve(undefined);
    this.emit("ready", {}, {});
  }

  /**
   * Electron is not ready before the main script has run to its end, so a script that awaits
   * `app.whenReady()` at its top level waits forever (electron/electron#40719). Here it is told.
   */
  async #waitForMainScript(): Promise<void> {
    const patience = setTimeout(() => {
      console.error(
        "The main script is still not evaluated. Does it await app.whenReady() at its top level? " +
          "In Electron it would wait forever.",
      );
      this.exit(1);
    }, 5000);
    await this.#evaluated.promise;
    clearTimeout(patience);
  }

  /** Called by run.ts. */
  mainScriptIsEvaluated(): void {
    this.#evaluated.resolve(undefined);
  }

  readonly #beforeReady: (() => Promise<void>)[] = [];

  /** Parts that must know something of the browser before the program is told it is ready. */
  beforeReady(prepare: () => Promise<void>): void {
    this.#beforeReady.push(prepare);
  }

  /**
   * Closing the last window of a visible Chromium ends it: a person's wish, not a failure. The program hears
   * of the closed window at the same time and usually quits by itself; asked twice, it would stop twice.
   */
  #browserIsGone(): void {
    if (headless || openWindows().length > 0) {
      console.error("The browser has ended unexpectedly.");
      this.exit(1);
      return;
    }
    setTimeout(() => {
      if (!this.#isAskedToQuit) this.quit();
    }, 100);
  }

  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  isReady(): boolean {
    return this.#isReady;
  }

  quit(): void {
    if (this.#isQuitting) return;
    this.#isAskedToQuit = true;
    if (!this.#ask("before-quit")) return;
    for (const window of openWindows()) {
      window.close();
      if (!window.isDestroyed()) return;
    }
    if (!this.#ask("will-quit")) return;
    this.exit(0);
  }

  exit(code = 0): void {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    for (const window of openWindows()) window.destroy();
    this.emit("quit", {}, code);
    void Promise.all([stopBrowser(), delivered()]).finally(() => {
      this.#startAgain();
      process.exit(code);
    });
    clearInterval(this.#life);
  }

  /** The program starts again when this process has ended; BROADSHEET_HOST_RELAUNCHED only notes it. */
  relaunch(options: Electron.RelaunchOptions = {}): void {
    if (options.execPath !== undefined) throw refusal("app.relaunch with another program");
    this.#relaunchWith = options.args ?? process.argv.slice(1);
  }
  #relaunchWith: string[] | undefined;

  #startAgain(): void {
    if (this.#relaunchWith === undefined) return;
    const record = process.env.BROADSHEET_HOST_RELAUNCHED;
    if (record !== undefined) {
      appendFileSync(record, "relaunched\n");
      return;
    }
    const host = fileURLToPath(new URL("run.ts", import.meta.url));
    const again = [...process.execArgv, host, ...this.#relaunchWith];
    spawn(process.execPath, again, { stdio: "inherit", detached: true }).unref();
  }

  /** Called when the last window has gone by itself, not while quitting. */
  allWindowsClosed(): void {
    if (this.#isQuitting) return;
    if (!this.emit("window-all-closed")) this.quit();
  }

  #ask(event: "before-quit" | "will-quit"): boolean {
    const question = new PreventableEvent();
    this.emit(event, question);
    return !question.defaultPrevented;
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    if (this.#holdsLock) return true;
    const userData = this.getPath("userData");
    this.#holdsLock = becomeFirstInstance(userData, (argv, workingDirectory, data) => {
      void this.#ready.promise.then(() =>
        this.emit("second-instance", {}, argv, workingDirectory, data),
      );
    });
    if (!this.#holdsLock) announceToFirstInstance(userData, additionalData);
    return this.#holdsLock;
  }
  hasSingleInstanceLock(): boolean {
    return this.#holdsLock;
  }

  getPath(name: string): string {
    return folders.get(name, this.name);
  }
  setPath(name: string, folder: string): void {
    folders.set(name, folder);
  }
  getAppPath(): string {
    return programFolder;
  }
  getVersion(): string {
    return program.version;
  }
  getName(): string {
    return this.name;
  }
  setName(name: string): void {
    this.name = name;
  }
  getLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale;
  }
  getSystemLocale(): string {
    return this.getLocale();
  }
  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }
  setAppUserModelId(): void {
    // Chromium's own window carries no identity of ours.
  }
  enableSandbox(): void {
    // Every renderer of Chromium is sandboxed already, unless it runs as root.
  }
  focus(): void {
    openWindows()[0]?.focus();
  }
  /** This host is never the system's handler of anything. */
  setAsDefaultProtocolClient(): boolean {
    return false;
  }
  isDefaultProtocolClient(): boolean {
    return false;
  }
  setBadgeCount(): boolean {
    return false;
  }
}

type Imitated =
  | "isPackaged"
  | "name"
  | "whenReady"
  | "isReady"
  | "quit"
  | "exit"
  | "relaunch"
  | "requestSingleInstanceLock"
  | "hasSingleInstanceLock"
  | "getPath"
  | "setPath"
  | "getAppPath"
  | "getVersion"
  | "getName"
  | "setName"
  | "getLocale"
  | "getSystemLocale"
  | "getPreferredSystemLanguages"
  | "setAppUserModelId"
  | "enableSandbox"
  | "focus"
  | "setAsDefaultProtocolClient"
  | "isDefaultProtocolClient"
  | "setBadgeCount";

export const app = imitation("app", new HostApp() satisfies Pick<Electron.App, Imitated>);
