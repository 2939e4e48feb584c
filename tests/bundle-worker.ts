import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";

const project = resolve(import.meta.dirname, "..");

/**
 * Bundles the worker threads' entry once for all tests, as the product does. Run from its source,
 * every thread would strip types by WebAssembly, whose code V8 shares among threads and now and then
 * frees while another one runs it: the test process then dies in `NativeModule::FreeCode` (seen with
 * Node 24.21 once in some thousand threads). It also starts several times faster.
 */
export default async function bundleWorker(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "broadsheet-worker-"));
  await build({
    root: project,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: "node24",
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: {
          worker: resolve(project, "main/workers/worker.ts"),
          search: resolve(project, "main/search/search-worker.ts"),
        },
        output: { format: "es", entryFileNames: "[name].js" },
      },
    },
  });
  process.env.BROADSHEET_WORKER = pathToFileURL(join(folder, "worker.js")).href;
  process.env.BROADSHEET_SEARCH = pathToFileURL(join(folder, "search.js")).href;
  return () => rm(folder, { recursive: true, force: true });
}
