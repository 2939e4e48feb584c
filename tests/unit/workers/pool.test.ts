import { monitorEventLoopDelay } from "node:perf_hooks";
import { deserialize, serialize } from "node:v8";
import { Worker } from "node:worker_threads";
import { afterEach, expect, test, vi } from "vitest";
import { createWorkerPool, WorkerError } from "../../../main/workers/workers.ts";
import type { WorkerPool, WorkerPoolOptions } from "../../../main/workers/workers.ts";

const entry = new URL("misbehaving-worker.ts", import.meta.url);
const pools: WorkerPool[] = [];

function makePool(options: Partial<WorkerPoolOptions> = {}): WorkerPool {
  const pool = createWorkerPool({ entry, size: 2, ...options });
  pools.push(pool);
  return pool;
}
const ask = (pool: WorkerPool, text: string, signal?: AbortSignal): Promise<string> =>
  pool
    .run(
      "readOutline",
      { bytes: new TextEncoder().encode(text) },
      signal === undefined ? {} : { signal },
    )
    .then((answer) => (answer.ok ? (answer.outline.skipped[0] ?? "") : "refused"));
const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => "done",
    (error: unknown) => (error instanceof WorkerError ? error.code : String(error)),
  );

afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()));
});

test("answers jobs, more than there are threads", async () => {
  const pool = makePool();
  const answers = await Promise.all(["a", "b", "c", "d", "e"].map((text) => ask(pool, text)));
  expect(answers).toEqual(["a", "b", "c", "d", "e"]);
});

test("ends a job that overstays, alone, and goes on with a new thread", async () => {
  const pool = makePool({ timeoutMilliseconds: 1500 });
  const [hung, other] = await Promise.all([codeOf(ask(pool, "hang")), ask(pool, "ok")]);
  expect([hung, other]).toEqual(["timed-out", "ok"]);
  expect(await ask(pool, "afterwards")).toBe("afterwards");
});

test("threads end by themselves, idle or with a cancelled job; only one that hangs is stopped", async () => {
  const stopping = vi.spyOn(Worker.prototype, "terminate");
  const pool = makePool();
  await ask(pool, "idle");
  const abort = new AbortController();
  const cancelled = codeOf(ask(pool, "wait 200", abort.signal));
  abort.abort();
  expect(await cancelled).toBe("cancelled");
  await pool.close();
  expect(stopping).not.toHaveBeenCalled();
  const other = makePool({ size: 1 });
  const hung = codeOf(ask(other, "hang"));
  await new Promise((resolve) => setTimeout(resolve, 500));
  await other.close();
  expect(await hung).toBe("cancelled");
  expect(stopping).toHaveBeenCalledOnce();
  stopping.mockRestore();
});

test("waiting in the queue does not count as overstaying", async () => {
  const pool = makePool({ size: 1, timeoutMilliseconds: 1500 });
  const codes = ["wait 700", "wait 700", "wait 700"].map((text) => codeOf(ask(pool, text)));
  expect(await Promise.all(codes)).toEqual(["done", "done", "done"]);
});

test.each(["exit", "fill", "throw"])("a job that breaks takes only itself: %s", async (deed) => {
  const pool = makePool({ size: 1 });
  const broken = codeOf(ask(pool, deed));
  const next = ask(pool, "next");
  expect(await broken).toBe("crashed");
  expect(await next).toBe("next");
});

test("a job that threw says why", async () => {
  await expect(ask(makePool(), "throw")).rejects.toThrow("thrown on purpose");
});

test("gives up a running job, a waiting one, and one that was given up before", async () => {
  const pool = makePool({ size: 1 });
  const running = new AbortController();
  const waiting = new AbortController();
  const codes = [
    codeOf(ask(pool, "hang", running.signal)),
    codeOf(ask(pool, "never", waiting.signal)),
    codeOf(ask(pool, "never", AbortSignal.abort())),
    codeOf(ask(pool, "last")),
  ];
  waiting.abort();
  expect(await codes[1]).toBe("cancelled");
  running.abort();
  expect(await Promise.all(codes)).toEqual(["cancelled", "cancelled", "cancelled", "done"]);
});

test("an abort after the end of a job harms nothing", async () => {
  const pool = makePool({ size: 1 });
  const controller = new AbortController();
  await ask(pool, "first", controller.signal);
  controller.abort();
  expect(await ask(pool, "second")).toBe("second");
});

test("works on several jobs at a time", async () => {
  const pool = makePool({ size: 2 });
  const given = new AbortController();
  const endless = codeOf(ask(pool, "hang", given.signal));
  expect(await ask(pool, "beside")).toBe("beside");
  given.abort();
  expect(await endless).toBe("cancelled");
});

test("closing cancels what runs and what waits, and refuses what comes", async () => {
  const pool = makePool({ size: 1 });
  const codes = [codeOf(ask(pool, "hang")), codeOf(ask(pool, "waiting"))];
  await pool.close();
  expect(await Promise.all(codes)).toEqual(["cancelled", "cancelled"]);
  expect(await codeOf(ask(pool, "late"))).toBe("cancelled");
});

test("hands bytes over when asked to, and copies them otherwise", async () => {
  const pool = makePool();
  const copied = new Uint8Array(5);
  const given = new Uint8Array(7);
  await pool.run("inspectPicture", { bytes: copied });
  const answer = await pool.run("inspectPicture", { bytes: given }, { transfer: [given.buffer] });
  expect(answer?.width).toBe(7);
  expect([copied.length, given.length]).toEqual([5, 0]);
  const again = pool.run("inspectPicture", { bytes: given }, { transfer: [given.buffer] });
  expect(await codeOf(again)).toBe("crashed");
});

test("a long feed comes whole, in order, and never holds the receiving thread", async () => {
  const pool = makePool({ size: 1 });
  await ask(pool, "warm up");
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const feed = await pool.run("readFeed", {
    bytes: new Uint8Array(2000),
    contentType: null,
    address: "https://example.com/feed",
  });
  delay.disable();
  expect(feed.ok && feed.title).toBe("https://example.com/feed");
  const keys = feed.ok ? feed.articles.map(({ key }) => key) : [];
  expect(keys).toEqual(Array.from({ length: 2000 }, (_, index) => String(index)));
  // On a busy machine, against what the same feed takes in one piece.
  const start = performance.now();
  deserialize(serialize(feed));
  const inOnePiece = performance.now() - start;
  expect(delay.percentile(90) / 1e6).toBeLessThan(Math.max(16, inOnePiece / 2));
});

test("starts a new thread after the idle ones have ended", async () => {
  const pool = makePool({ size: 1, idleMilliseconds: 20 });
  expect(await ask(pool, "first")).toBe("first");
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(await ask(pool, "second")).toBe("second");
});

test("a missing entry fails its job and no more", async () => {
  const pool = makePool({ entry: new URL("no-such-worker.ts", import.meta.url) });
  expect(await codeOf(ask(pool, "anything"))).toBe("crashed");
});
