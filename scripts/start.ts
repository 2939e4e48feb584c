/**
 * `npm start`: builds what is out of date and opens the program, in Electron where its binary is,
 * else in Chromium. Arguments are passed on; `--demo` brings its own publishers and an empty data folder.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWhenNeeded } from "./build.ts";
import { requireBrowser } from "./find-browser.ts";
import { obtainElectron } from "./obtain-electron.ts";
import { inProject, projectFolder, runUntilEnd } from "./project.ts";

const given = process.argv.slice(2);
const isDemo = given.includes("--demo");
const passedOn = given.filter((argument) => argument !== "--demo");

const hasDisplay =
  process.platform !== "linux" ||
  process.env.DISPLAY !== undefined ||
  process.env.WAYLAND_DISPLAY !== undefined;

/** Opens the window and waits for its end. */
async function open(programArguments: readonly string[]): Promise<number> {
  const electron = obtainElectron();
  if ("executable" in electron) {
    // Chromium refuses to be sandboxed as root.
    const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
    return runUntilEnd(electron.executable, [...asRoot, projectFolder, ...programArguments]);
  }
  console.log(`Electron's binary is not here (${electron.reason}); running in Chromium instead.`);
  const host = inProject("scripts", "chromium-host", "run.ts");
  const main = inProject("dist", "main", "index.js");
  return runUntilEnd(process.execPath, [host, main, ...programArguments], {
    env: { ...process.env, BROADSHEET_BROWSER: requireBrowser() },
  });
}

/** Opens the program with publishers of its own on this machine, and takes everything away afterwards. */
async function openDemo(): Promise<number> {
  const { startDemo } = await import("../tests/newsstand/demo.ts");
  const { newsstand, titles } = await startDemo();
  const folder = mkdtempSync(join(tmpdir(), "broadsheet-demo-"));
  try {
    const outline = join(folder, "titles.opml");
    writeFileSync(outline, newsstand.opml());
    console.log(`A demonstration with ${titles.length} titles, all of them on this machine.`);
    return await open(["--data-dir", join(folder, "data"), "--follow", outline, ...passedOn]);
  } finally {
    await newsstand.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function start(): Promise<number> {
  if (!hasDisplay && !passedOn.includes("--headless")) {
    console.error(
      "There is no display to open a window on: start from a desktop session, or with `xvfb-run npm start`.",
    );
    return 1;
  }
  const built = buildWhenNeeded();
  if (built !== 0) return built;
  return isDemo ? openDemo() : open(passedOn);
}

process.exitCode = await start();
