import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { readFile } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import type { StoredRecording } from "../../../main/library/library.ts";
import { makeSound } from "../../newsstand/recordings.ts";
import { startApplication, type RunningApplication } from "./start-application.ts";

/** A title of one sound, which is answered as the test says. */
async function follow(answer: RequestListener): Promise<{
  running: RunningApplication;
  entries: () => StoredRecording[];
  keep: () => Promise<void>;
}> {
  const server = createServer((request, response) => {
    if (request.url === "/feed.xml")
      response.setHeader("content-type", "application/rss+xml").end(`<rss version="2.0"><channel>
        <title>Sounds</title><item><guid>1</guid><title>A sound</title><description>Words.</description>
        <enclosure url="/sound.wav?signed=new" type="audio/x-wav" length="9"/></item></channel></rss>`);
    else if (request.url?.startsWith("/sound.wav") === true) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const running = await startApplication();
  onTestFinished(() => running.stop());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`;
  await running.application.followOutline(
    `<opml version="2.0"><body><outline type="rss" xmlUrl="${address}"/></body></opml>`,
  );
  await running.settled();
  const query = { scope: { kind: "all" }, filter: "all", order: "newest" } as const;
  const { timelineId } = await running.ask("timeline.open", query);
  const { rows } = await running.ask("timeline.page", { timelineId, offset: 0, limit: 5 });
  const articleId = rows[0]?.id;
  if (articleId === undefined) throw new Error("no article came");
  return {
    running,
    entries: () => [...running.library.recordings.all()],
    keep: async () => {
      await running.ask("recordings.keep", { articleId, index: 0 });
    },
  };
}

test("a piece of another version is not put behind what is here, though it was asked not to come", async () => {
  const [before, after] = [makeSound(40), makeSound(41)];
  let asked = 0;
  const { running, entries, keep } = await follow((request, response) => {
    asked += 1;
    if (asked === 1) {
      response.writeHead(200, { etag: '"1"', "content-length": before.length });
      response.write(before.subarray(0, 100_000));
      setTimeout(() => response.destroy(), 200);
      return;
    }
    // It does not know If-Range.
    const from = Number(/\d+/.exec(request.headers.range ?? "")?.[0] ?? 0);
    const range = { "content-range": `bytes ${from}-${after.length - 1}/${after.length}` };
    response.writeHead(from > 0 ? 206 : 200, { etag: '"2"', ...(from > 0 && range) });
    response.end(after.subarray(from));
  });
  await keep();
  await expect.poll(() => entries()[0]?.state, { timeout: 8000 }).toBe("failed");
  await keep();
  await expect.poll(() => entries()[0]?.state, { timeout: 8000 }).toBe("kept");
  const file = entries()[0]?.file ?? null;
  const path = file === null ? null : await running.library.recordings.path(file);
  expect((await readFile(path ?? "")).equals(after)).toBe(true);
});

test("what waits at an address that the feed no longer names is fetched at the new one alone", async () => {
  const sound = makeSound(1);
  const asked: string[] = [];
  const { running, entries, keep } = await follow((request, response) => {
    asked.push(request.url ?? "");
    response.end(sound);
  });
  await keep();
  await expect.poll(() => entries()[0]?.state, { timeout: 8000 }).toBe("kept");
  const [kept] = entries();
  if (kept === undefined) throw new Error("nothing was kept");
  // As it was when the publisher had signed the address otherwise.
  await running.library.recordings.forget([kept]);
  const old = kept.address.replace("new", "old");
  const waiting = { state: "waiting", file: null, bytes: 0 } as const;
  await running.library.recordings.put([{ ...kept, ...waiting, address: old, position: 7 }]);
  await keep();
  await expect.poll(() => entries().find(({ state }) => state === "kept")?.position).toBe(7);
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(asked).toEqual(["/sound.wav?signed=new", "/sound.wav?signed=new"]);
  expect(entries()).toHaveLength(1);
});
