import { resolve } from "node:path";
import { defineConfig } from "vite";

const root = import.meta.dirname;
const output = (folder: string): string => resolve(root, "dist", folder);

/**
 * One configuration, three bundles: the window (`renderer`), the main process with its worker,
 * and the sandboxed preload script, which must be a single CommonJS file.
 * Everything but Electron and Node's own modules is bundled, so the package holds no node_modules.
 */
export default defineConfig({
  root: resolve(root, "renderer"),
  publicDir: false,
  base: "./",
  logLevel: "warn",
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== "ssr") await builder.build(environment);
      }
    },
  },
  environments: {
    client: {
      build: {
        outDir: output("renderer"),
        emptyOutDir: true,
        target: "chrome150",
        // The content security policy allows no inline or data: script or style.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: {
            index: resolve(root, "renderer/index.html"),
            workshop: resolve(root, "renderer/workshop/index.html"),
          },
        },
        sourcemap: true,
      },
    },
    main: {
      consumer: "server",
      resolve: { noExternal: true, external: ["electron"] },
      build: {
        ssr: true,
        outDir: output("main"),
        emptyOutDir: true,
        target: "node24",
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          input: {
            index: resolve(root, "main/index.ts"),
            worker: resolve(root, "main/workers/worker.ts"),
            search: resolve(root, "main/search/search-worker.ts"),
          },
          output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
        },
      },
    },
    preload: {
      consumer: "server",
      resolve: { noExternal: true, external: ["electron"] },
      build: {
        ssr: true,
        outDir: output("preload"),
        emptyOutDir: true,
        target: "chrome150",
        minify: false,
        sourcemap: false,
        rolldownOptions: {
          input: { index: resolve(root, "preload/index.ts") },
          output: { format: "cjs", entryFileNames: "[name].cjs" },
        },
      },
    },
  },
});
