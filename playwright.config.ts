import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests/e2e",
  testMatch: "**/*.test.ts",
  outputDir: "test-results",
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // Each test starts a whole program with a browser of its own; more would fight over two cores.
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // What a busy machine breaks passes the second time, and is told as flaky.
  retries: 1,
  reporter: [["list"]],
});
