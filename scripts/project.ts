/** Where the project is, and how its scripts run other programs. */
import { spawn, spawnSync, type SpawnOptions } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

export const projectFolder = join(import.meta.dirname, "..");

/** @returns the path of something in the project. */
export const inProject = (...parts: string[]): string => join(projectFolder, ...parts);

/** This process's environment, with the project's own programs found first. */
export function projectEnvironment(additions: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const path = [inProject("node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter);
  return { ...process.env, PATH: path, ...additions };
}

/** @returns the exit code; 1 when the program could not be started, 128 and more when a signal ended it. */
export function run(
  command: string,
  parameters: readonly string[],
  additions: NodeJS.ProcessEnv = {},
): number {
  const { status, error } = spawnSync(command, parameters, {
    cwd: projectFolder,
    env: projectEnvironment(additions),
    stdio: "inherit",
    // On Windows npm and the programs of node_modules are batch files.
    shell: process.platform === "win32" && command !== process.execPath,
  });
  if (error !== undefined) console.error(`${command}: ${error.message}`);
  return status ?? (error === undefined ? 130 : 1);
}

/**
 * Runs a program that ends when it or we are told to: signals are passed on, so nothing is left behind.
 * @returns the exit code
 */
export function runUntilEnd(
  command: string,
  parameters: readonly string[],
  options: SpawnOptions = {},
): Promise<number> {
  const child = spawn(command, parameters, { stdio: "inherit", ...options });
  const passOn = (signal: NodeJS.Signals): void => {
    child.kill(signal);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => {
      for (const signal of signals) process.off(signal, passOn);
      resolve(code ?? 1);
    });
  });
}

/** @returns Electron's executable, or undefined when its package came without one. */
export function findElectron(): string | undefined {
  const folder = inProject("node_modules", "electron");
  const pathFile = join(folder, "path.txt");
  if (!existsSync(pathFile)) return undefined;
  const executable = join(folder, "dist", readFileSync(pathFile, "utf8").trim());
  return existsSync(executable) ? executable : undefined;
}
