/** Starts the built program for a test: in Electron where its binary is, else in the Chromium host. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type * as Electron from "electron";
import { _electron, chromium, type Browser, type Page } from "@playwright/test";
import type { DialogAnswer } from "../../scripts/chromium-host/dialog.ts";
import { findElectron, inProject } from "../../scripts/project.ts";

export interface LaunchOptions {
  /** Kept by the caller; without it each start has an empty one, removed when the test process ends. */
  readonly dataFolder?: string;
  /** Arguments of the program, beside its data folder. */
  readonly arguments?: readonly string[];
  /** True unless told; a visible window needs a display. */
  readonly headless?: boolean;
  /** The inner size of the window, in CSS pixels. */
  readonly size?: { readonly width: number; readonly height: number };
  readonly colorScheme?: "light" | "dark";
  /** Answers to what the program asks before its window is there, in their order; not in Electron. */
  readonly answers?: readonly DialogAnswer[];
  /** The main script, `dist/main/index.js` unless told. */
  readonly main?: string;
}

/** A running program. */
export interface Program {
  /** Its window, with the first page loaded. */
  readonly page: Page;
  readonly dataFolder: string;
  readonly host: "electron" | "chromium";
  /** The newest window of another session, such as a publisher's, with a page that is not blank. */
  windowOf(partition: string): Promise<Page>;
  /** Of the main process. */
  readonly processId: number;
  /** Closes the window as a person does and waits for the end; throws when the program does not end well. */
  close(): Promise<void>;
  /** Ends the program without a warning, as a crash or the battery would. */
  kill(): Promise<void>;
  /** Answers the next dialog of the system that has no answer yet; without one the program's request fails. */
  answer(answer: DialogAnswer): Promise<void>;
  /** Waits until the program has ended to start again; the test opens it again itself. */
  endsToRestart(): Promise<void>;
  /** Addresses that were handed to the system's browser; none of them was opened. */
  openedExternally(): Promise<string[]>;
  /** What it wrote on standard output and standard error. */
  output(): string;
}

/** Milliseconds that starting and ending may take on a busy machine. */
const patience = 30_000;
const temporaryFolders: string[] = [];
const running = new Set<ChildProcess>();

process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
  for (const folder of temporaryFolders) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Another user's process may not be signalled, but it lives. */
const isAlive = (processId: number): boolean => {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
};

// Test runners often end their workers without an "exit"; the next one tidies up after them.
for (const name of readdirSync(tmpdir())) {
  const owner = /^broadsheet-e2e-(\d+)-/.exec(name)?.[1];
  if (owner !== undefined && !isAlive(Number(owner))) {
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `broadsheet-e2e-${process.pid}-`));
  temporaryFolders.push(folder);
  return folder;
}

/** Keeps what a process says, and knows when it has ended. */
function watch(child: ChildProcess): { output: () => string; ended: Promise<unknown> } {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (part: string) => (text += part));
  }
  running.add(child);
  const ended = once(child, "exit").finally(() => running.delete(child));
  return { output: () => text, ended };
}

async function endsWithin(ended: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const late = Symbol("late");
  return (await Promise.race([ended, wait(milliseconds, late, { ref: false })])) !== late;
}

/** Starts the program; resolves when its window shows the first page. */
export async function launch(options: LaunchOptions = {}): Promise<Program> {
  const wanted = process.env.BROADSHEET_HOST;
  const electron = wanted === "chromium" ? undefined : findElectron();
  if (wanted === "electron" && electron === undefined) {
    throw new Error("BROADSHEET_HOST is electron, but Electron's binary is not here.");
  }
  const program = await (electron === undefined
    ? launchChromium(options)
    : launchElectron(electron, options));
  const { page } = program;
  if (options.colorScheme !== undefined) {
    await page.emulateMedia({ colorScheme: options.colorScheme });
  }
  return program;
}

async function launchChromium(options: LaunchOptions): Promise<Program> {
  const dataFolder = options.dataFolder ?? temporaryFolder();
  const records = temporaryFolder();
  const record = join(records, "opened");
  const answers = join(records, "answers");
  const relaunched = join(records, "relaunched");
  const answer = (one: DialogAnswer): void => {
    appendFileSync(answers, `${JSON.stringify(one)}\n`);
  };
  options.answers?.forEach(answer);
  const portFile = join(dataFolder, "chromium", "DevToolsActivePort");
  mkdirSync(dataFolder, { recursive: true });
  rmSync(portFile, { force: true });
  const child = spawn(
    process.execPath,
    [
      inProject("scripts", "chromium-host", "run.ts"),
      options.main ?? inProject("dist", "main", "index.js"),
      ...["--data-dir", dataFolder],
      ...(options.headless === false ? [] : ["--headless"]),
      ...(options.arguments ?? []),
    ],
    {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        BROADSHEET_HOST_DEBUG_PORT: "0",
        BROADSHEET_HOST_OPENED: record,
        BROADSHEET_HOST_ANSWERS: process.env.BROADSHEET_HOST_ANSWERS ?? answers,
        BROADSHEET_HOST_RELAUNCHED: relaunched,
      },
    },
  );
  const { output, ended } = watch(child);
  let browser: Browser | undefined;
  const others: Browser[] = [];
  const kill = async (): Promise<void> => {
    child.kill("SIGKILL");
    await ended;
    for (const one of [browser, ...others]) await one?.close().catch(() => undefined);
  };
  try {
    browser = await connect(portFile, child);
    const page = await firstPage(browser, child);
    if (options.size !== undefined) await page.setViewportSize(options.size);
    return {
      page,
      dataFolder,
      host: "chromium",
      processId: child.pid ?? Number.NaN,
      output,
      kill,
      async windowOf(partition) {
        const name = encodeURIComponent(partition);
        const profile = join(dataFolder, "Partitions", name, "profile");
        const other = await connect(join(profile, "DevToolsActivePort"), child);
        others.push(other);
        return newestPage(other, child);
      },
      async close() {
        await page.close();
        const hasEnded = await endsWithin(ended, patience);
        await kill();
        if (!hasEnded) throw new Error(`The program did not end.\n${output()}`);
        if (child.exitCode !== 0) {
          throw new Error(`The program ended with ${child.exitCode ?? "a signal"}.\n${output()}`);
        }
      },
      answer(one) {
        answer(one);
        return Promise.resolve();
      },
      async endsToRestart() {
        const hasEnded = await endsWithin(ended, patience);
        await kill();
        if (!hasEnded || !existsSync(relaunched))
          throw new Error(`The program did not end to start again.\n${output()}`);
      },
      openedExternally: () =>
        Promise.resolve(existsSync(record) ? readFileSync(record, "utf8").trim().split("\n") : []),
    };
  } catch (error) {
    await kill();
    throw new Error(`The program did not open its window.\n${output()}`, { cause: error });
  }
}

const isOver = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null;

/** Chromium writes its port, then the path of its line, into a file of its profile. */
async function connect(portFile: string, child: ChildProcess): Promise<Browser> {
  const giveUpAt = Date.now() + patience;
  while (Date.now() < giveUpAt && !isOver(child)) {
    const [port, path] = existsSync(portFile) ? readFileSync(portFile, "utf8").split("\n") : [];
    if (port !== undefined && path !== undefined && path !== "") {
      // A file that a browser before left behind names a port where nobody is any more.
      const browser = await chromium
        .connectOverCDP(`ws://127.0.0.1:${port}${path}`)
        .catch(() => null);
      if (browser !== null) return browser;
    }
    await wait(25);
  }
  throw new Error("There is no browser to connect to.");
}

async function firstPage(browser: Browser, child: ChildProcess): Promise<Page> {
  const giveUpAt = Date.now() + patience;
  while (Date.now() < giveUpAt && !isOver(child)) {
    const page = browser.contexts()[0]?.pages()[0];
    if (page?.url().startsWith("https://") === true) {
      await page.waitForLoadState("load");
      return page;
    }
    await wait(25);
  }
  throw new Error("The window stayed empty.");
}

async function newestPage(browser: Browser, child: ChildProcess): Promise<Page> {
  const giveUpAt = Date.now() + patience;
  while (Date.now() < giveUpAt && !isOver(child)) {
    const page = browser.contexts()[0]?.pages().at(-1);
    if (page?.url().startsWith("http") === true) return page;
    await wait(25);
  }
  throw new Error("There is no window of that session.");
}

/** Runs in Electron's main process: nothing of the system is opened, asked or started by a test. */
function standInForTheSystem({ app, dialog, shell }: typeof Electron): void {
  const opened: string[] = [];
  const answers: DialogAnswer[] = [];
  Object.assign(globalThis, { openedByTheTest: opened, answersOfTheTest: answers });
  const open = (what: string): void => {
    opened.push(what);
  };
  shell.openExternal = (url) => {
    open(url);
    return Promise.resolve();
  };
  shell.openPath = (path) => {
    open(path);
    return Promise.resolve("");
  };
  app.relaunch = () => {
    console.log("relaunched");
  };
  const next = <Kind extends DialogAnswer["dialog"]>(
    kind: Kind,
  ): Extract<DialogAnswer, { dialog: Kind }> => {
    const answer = answers.shift();
    if (answer?.dialog !== kind) throw new Error(`no answer to a "${kind}" dialog is next`);
    return answer as Extract<DialogAnswer, { dialog: Kind }>;
  };
  Object.assign(dialog, {
    showSaveDialog: () => {
      const { path } = next("save");
      return Promise.resolve({ canceled: path === null, filePath: path ?? "" });
    },
    showOpenDialog: () => {
      const { path } = next("open");
      return Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] });
    },
    showMessageBox: () =>
      Promise.resolve({ response: next("message").button, checkboxChecked: false }),
  });
}

async function launchElectron(executablePath: string, options: LaunchOptions): Promise<Program> {
  const dataFolder = options.dataFolder ?? temporaryFolder();
  const application = await _electron.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      options.main ?? inProject("."),
      ...["--data-dir", dataFolder],
      ...(options.arguments ?? []),
    ],
  });
  const child = application.process();
  const { output, ended } = watch(child);
  const page = await application.firstWindow();
  await page.waitForLoadState("load");
  await application.evaluate(standInForTheSystem);
  const { size } = options;
  if (size !== undefined) {
    await application.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);
  }
  return {
    page,
    dataFolder,
    host: "electron",
    async windowOf(partition) {
      const giveUpAt = Date.now() + patience;
      while (Date.now() < giveUpAt && !isOver(child)) {
        for (const candidate of application.windows().reverse()) {
          const window = await application.browserWindow(candidate);
          const isTheirs = await window.evaluate(
            ({ webContents }: Electron.BrowserWindow, path: string) =>
              webContents.session.getStoragePath()?.endsWith(path) === true,
            encodeURIComponent(partition),
          );
          if (isTheirs && candidate.url().startsWith("http")) return candidate;
        }
        await wait(25);
      }
      throw new Error("There is no window of that session.");
    },
    processId: child.pid ?? Number.NaN,
    output,
    async close() {
      await application.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.close();
      });
      // On macOS a program outlives its windows.
      await application.close();
      if (!(await endsWithin(ended, patience))) {
        child.kill("SIGKILL");
        throw new Error(`The program did not end.\n${output()}`);
      }
    },
    async kill() {
      child.kill("SIGKILL");
      await ended;
    },
    answer: (answer) =>
      application.evaluate((_, one) => {
        (globalThis as unknown as { answersOfTheTest: DialogAnswer[] }).answersOfTheTest.push(one);
      }, answer),
    async endsToRestart() {
      const hasEnded = await endsWithin(ended, patience);
      child.kill("SIGKILL");
      if (!hasEnded || !output().includes("relaunched"))
        throw new Error(`The program did not end to start again.\n${output()}`);
    },
    openedExternally: () =>
      application.evaluate(
        () => (globalThis as unknown as { openedByTheTest: string[] }).openedByTheTest,
      ),
  };
}
