import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";

/** The browser that `scripts/with-browser.ts` found or installed. */
const executablePath = process.env.BROADSHEET_BROWSER;
const runsAsRoot = process.getuid?.() === 0;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          include: [
            "tests/unit/**/*.test.ts",
            "tests/corpora/**/*.test.ts",
            "tests/faults/**/*.test.ts",
          ],
          testTimeout: 30_000,
          globalSetup: ["tests/bundle-worker.ts"],
        },
      },
      {
        // Known beforehand, or the first run on a fresh checkout reloads its pages half-way.
        optimizeDeps: {
          include: [
            "@lit/context",
            "@lit/task",
            "axe-core",
            "lit",
            "lit/decorators.js",
            "lit/directives/class-map.js",
            "lit/directives/guard.js",
            "lit/directives/repeat.js",
            "lucide-static",
          ],
        },
        test: {
          name: "browser",
          include: ["tests/components/**/*.test.ts"],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                ...(executablePath === undefined ? {} : { executablePath }),
                args: runsAsRoot ? ["--no-sandbox"] : [],
              },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
    ],
  },
});
