import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { openLibrary } from "../../main/library/library.ts";
import { serveSite } from "../unit/application/serve-site.ts";
import { temporaryFolder } from "../unit/library/samples.ts";
import { workerEntry } from "../worker-entry.ts";

const articles = 24;
const sentence = "The harbour was closed on Tuesday after the crane had been moved once more. ";
const names = Array.from({ length: articles }, (_, at) => `pier-${at}`);
const feed = `<rss version="2.0"><channel><title>Site</title><link>/</link>${names
  .map(
    (name) =>
      `<item><guid>${name}</guid><title>At ${name}</title><link>/${name}</link><description>${sentence}</description></item>`,
  )
  .join("")}</channel></rss>`;
const pageOf = (
  name: string,
): string => `<!doctype html><html><head><title>At ${name}</title></head>
<body><main><article><h1>At ${name}</h1>${`<p>${sentence.repeat(4)}</p>`.repeat(12)}</article></main></body></html>`;

/** Kills it as soon as `isTime`, or lets it end; whether it came to its end. */
async function prepare(folder: string, address: string, isTime: () => boolean): Promise<boolean> {
  const script = join(import.meta.dirname, "killed-preparation.ts");
  const child = spawn(process.execPath, [script, folder, `${address}/feed`, workerEntry.href], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (bytes: Buffer) => (output += bytes.toString("utf8")));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  while (!isTime() && !output.includes("finished") && child.exitCode === null) await pause(5);
  child.kill("SIGKILL");
  await ended;
  return output.includes("finished");
}

test("a preparation that is killed again and again comes to its end, and asks again only for what was on its way", async () => {
  const asked: string[] = [];
  const address = await serveSite((request, response) => {
    if (request.url === "/feed") {
      response.end(feed);
      return;
    }
    const name = request.url?.slice(1) ?? "";
    asked.push(name);
    setTimeout(() => {
      response.setHeader("content-type", "text/html").end(pageOf(name));
    }, 60);
  });
  const folder = join(await temporaryFolder(), "library");
  let kills = 0;
  for (const at of [4, 11, 17]) {
    if (await prepare(folder, address, () => asked.length >= at + kills * 4)) break;
    kills += 1;
  }
  expect(kills).toBe(3);
  expect(await prepare(folder, address, () => false)).toBe(true);
  expect(new Set(asked)).toEqual(new Set(names));
  // Of one host two are on their way at once; what came in a quarter of a second is stored together.
  expect(asked.length).toBeLessThanOrEqual(articles + kills * 12);
  const library = await openLibrary({ folder });
  const wishes = { pictures: true, wantsPages: () => true };
  expect(await library.articles.readiness({ kind: "all" }, wishes)).toMatchObject({
    articles,
    ready: articles,
  });
  await library.close();
}, 120_000);
