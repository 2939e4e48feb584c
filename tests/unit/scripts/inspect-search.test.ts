import { execFile } from "node:child_process";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { inProject } from "../../../scripts/project.ts";
import { fill, temporaryFolder } from "../application/filled-application.ts";
import { startApplication } from "../application/start-application.ts";

const run = promisify(execFile);
const inspect = (...given: string[]): Promise<{ stdout: string; stderr: string }> =>
  run(process.execPath, [inProject("scripts/inspect.ts"), "search", ...given]);

/** Every file of a folder with its size and its last change. */
async function looksOf(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const lines = names.map(async (name) => {
    const { size, mtimeMs } = await stat(join(folder, name));
    return `${name} ${size} ${mtimeMs}`;
  });
  return (await Promise.all(lines)).sort();
}

it("prints what a query finds in a library, also one that is in use, and changes nothing in it", async () => {
  const folder = join(await temporaryFolder(), "library");
  const running = await startApplication({ folder });
  await fill(running);
  const before = await looksOf(folder);

  const { stdout } = await inspect(folder, "text -xyzzy", "--json", "--limit", "2");
  const data = JSON.parse(stdout) as { total: number; hits: { headline: string }[] };
  expect(data.total).toBe(3);
  expect(data.hits).toHaveLength(2);

  const words = await inspect(folder, "text", "--order", "newest");
  expect(words.stdout).toMatch(/^Understood {2}text$/m);
  expect(words.stdout).toMatch(/^Found {7}3$/m);
  expect(words.stdout).toMatch(/^ {2}1\. \d{4}-\d\d-\d\d {2}/m);
  expect(await looksOf(folder)).toEqual(before);
  await running.stop();
});

it.each([[[]], [["nowhere", "word"]], [["a", "b", "c"]], [["a", "b", "--order", "worst"]]])(
  "refuses %j in one line",
  async (given) => {
    await expect(inspect(...given)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^inspect: [^\n]+\n$/) as string,
    });
  },
);
