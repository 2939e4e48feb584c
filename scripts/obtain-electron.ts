/** Electron's binary comes from the network after installation, where that is allowed. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { findElectron, inProject } from "./project.ts";

/** What `obtainElectron` found: the executable, or why there is none. */
export type Electron = { readonly executable: string } | { readonly reason: string };

const patience = 20_000;
const oneLine = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .find((line) => line !== "") ?? "";

/** A refusal is remembered in `.cache`, so that one machine is asked once for each version. */
function remembered(): { readonly file: string; readonly reason: string | undefined } {
  const description = readFileSync(inProject("node_modules", "electron", "package.json"), "utf8");
  const { version } = JSON.parse(description) as { version: string };
  const file = inProject(".cache", `electron-${version}-refused`);
  try {
    return { file, reason: readFileSync(file, "utf8") };
  } catch {
    return { file, reason: undefined };
  }
}

/** @returns Electron's executable, downloaded if need be: tried at most once, for 20 seconds. */
export function obtainElectron(): Electron {
  const present = findElectron();
  if (present !== undefined) return { executable: present };
  const { file, reason: earlier } = remembered();
  if (earlier !== undefined) return { reason: earlier };

  const installer = inProject("node_modules", "electron", "install.js");
  const { signal, stderr } = spawnSync(process.execPath, [installer], {
    timeout: patience,
    killSignal: "SIGKILL",
    encoding: "utf8",
  });
  const installed = findElectron();
  if (installed !== undefined) return { executable: installed };
  const cause = signal === null ? oneLine(stderr) || "no word why" : "it took too long";
  const reason = `its download failed: ${cause.replace(/^\w*Error: /, "")}`;
  mkdirSync(inProject(".cache"), { recursive: true });
  writeFileSync(file, reason);
  return { reason };
}
