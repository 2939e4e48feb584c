import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fill, rows, temporaryFolder } from "./filled-application.ts";
import { startApplication } from "./start-application.ts";

it("what is found damaged while the program runs is announced, and can be asked for", async () => {
  const folder = join(await temporaryFolder(), "library");
  const before = await startApplication({ folder, now: () => Date.UTC(2026, 10, 20) });
  await fill(before);
  await before.stop();
  const running = await startApplication({ folder, now: () => Date.UTC(2026, 10, 23) });
  expect((await running.ask("app.info", {})).repairs).toEqual([]);
  await running.library.upkeep.sealPastDays();

  const [day] = await readdir(join(folder, "editions"));
  const edition = join(folder, "editions", day ?? "missing", "articles.json");
  const bytes = await readFile(edition);
  bytes.fill(0, 100);
  await writeFile(edition, bytes);
  await rows(running);
  const names = () => running.announced.map(({ name }) => name);
  await expect.poll(names, { timeout: 10_000 }).toContain("repairs.changed");
  expect((await running.ask("app.info", {})).repairs).not.toEqual([]);
});
