import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base } from "@playwright/test";
import { startNewsstand, type Newsstand, type NewsstandOptions } from "../newsstand/newsstand.ts";
import { launch, type LaunchOptions, type Program } from "./launch.ts";
import { ReaderPage } from "./reader-page.ts";

export interface OpenReader {
  readonly program: Program;
  readonly reader: ReaderPage;
}

interface Fixtures {
  /** A folder of the test's own, kept over restarts within it. */
  readonly dataFolder: string;
  /** Starts a newsstand, which is closed after the test. */
  readonly play: (options?: NewsstandOptions) => Promise<Newsstand>;
  /** Starts the program on the test's folder; what is still running is ended after the test. */
  readonly open: (options?: LaunchOptions) => Promise<OpenReader>;
  /** Starts the program following every title of a newsstand, and waits until it is at rest. */
  readonly openFilled: (newsstand: Newsstand, options?: LaunchOptions) => Promise<OpenReader>;
}

export const test = base.extend<Fixtures>({
  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "broadsheet-test-"));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  play: async ({}, use) => {
    const playing: Newsstand[] = [];
    await use(async (options = {}) => {
      const newsstand = await startNewsstand({
        publishers: 6,
        articlesPerPublisher: 5,
        ...options,
      });
      playing.push(newsstand);
      return newsstand;
    });
    for (const newsstand of playing) await newsstand.close().catch(() => undefined);
  },
  open: async ({ dataFolder }, use, testInfo) => {
    const programs: Program[] = [];
    await use(async (options = {}) => {
      const program = await launch({ dataFolder, size: { width: 1280, height: 820 }, ...options });
      programs.push(program);
      return { program, reader: new ReaderPage(program.page) };
    });
    for (const program of programs) {
      if (testInfo.status !== testInfo.expectedStatus) console.error(program.output());
      await program.kill();
    }
  },
  openFilled: async ({ open, dataFolder }, use) => {
    await use(async (newsstand, options = {}) => {
      const outline = join(dataFolder, "titles.opml");
      await writeFile(outline, newsstand.opml());
      const opened = await open({ ...options, arguments: ["--follow", outline] });
      await opened.reader.settled();
      return opened;
    });
  },
});

export { expect } from "@playwright/test";
