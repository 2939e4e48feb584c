/** Builds `dist/` when it is missing or older than what it is made of. */
import { readdirSync, statSync } from "node:fs";
import { inProject, run } from "./project.ts";

const sources = ["main", "preload", "renderer", "package.json", "vite.config.ts"];
const products = ["dist/main/index.js", "dist/preload/index.cjs", "dist/renderer/index.html"];

/** Milliseconds since 1970; undefined when it is not there. */
const changed = (path: string): number | undefined =>
  statSync(inProject(path), { throwIfNoEntry: false })?.mtimeMs;

/** @returns when the newest file in these files and folders changed, in milliseconds since 1970. */
function newest(paths: readonly string[]): number {
  const files = paths.flatMap((path) =>
    statSync(inProject(path), { throwIfNoEntry: false })?.isDirectory() === true
      ? readdirSync(inProject(path), { recursive: true, encoding: "utf8" }).map(
          (name) => `${path}/${name}`,
        )
      : [path],
  );
  return Math.max(...files.map((file) => changed(file) ?? 0));
}

/** @returns whether `dist/` is there and made from the sources as they are. */
export function isBuilt(): boolean {
  const oldest = Math.min(...products.map((product) => changed(product) ?? 0));
  return oldest >= newest(sources);
}

/** @returns the exit code: 0 when `dist/` is up to date, built just now or before. */
export function buildWhenNeeded(): number {
  return isBuilt() ? 0 : run("vite", ["build"]);
}
