/**
 * The floor of a refresh: fetching the same bytes with the same concurrency, and nothing else.
 * A process of its own, so that its memory is an idle process's memory.
 */
import { lookup } from "node:dns";
import { performance } from "node:perf_hooks";
import { Agent, request } from "undici";
import { answer } from "./answer.ts";

const agent = new Agent({
  connections: 2,
  connect: {
    lookup(hostname, options, callback) {
      if (hostname.endsWith("localhost")) callback(null, [{ address: "127.0.0.1", family: 4 }]);
      else lookup(hostname, { ...options, all: true }, callback);
    },
  },
});

/** Milliseconds for fetching all addresses. */
await answer(async (addresses: readonly string[]): Promise<number> => {
  const start = performance.now();
  const queue = addresses[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      for (const address of queue) {
        const response = await request(address, { dispatcher: agent });
        await response.body.arrayBuffer();
      }
    }),
  );
  const milliseconds = performance.now() - start;
  await agent.close();
  return milliseconds;
});
