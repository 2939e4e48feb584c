/**
 * The floor of refreshes: fetching the same bytes with the same concurrency and the same
 * conditional requests, and nothing else. A process of its own, as the program is.
 */
import { lookup } from "node:dns";
import { performance } from "node:perf_hooks";
import { Agent, request } from "undici";
import { answer } from "./answer.ts";
import { moments } from "./refresh/made-titles.ts";
import { addressesAt, turnTo } from "./refresh/play-publishers.ts";
import { computed } from "./spread.ts";

export interface BareFetchInput {
  /** Where the publishers are told what to play. */
  readonly control: string;
}

/** Of one round of fetching everything. */
export interface BareFetchFigures {
  readonly milliseconds: number;
  readonly cpu: number;
}

const agent = new Agent({
  connections: 2,
  connect: {
    lookup(hostname, options, callback) {
      if (hostname.endsWith("localhost")) callback(null, [{ address: "127.0.0.1", family: 4 }]);
      else lookup(hostname, { ...options, all: true }, callback);
    },
  },
});

await answer(async ({ control }: BareFetchInput): Promise<BareFetchFigures[]> => {
  const addresses = await addressesAt(control);
  const etags = new Map<string, string>();
  const figures: BareFetchFigures[] = [];
  for (const moment of moments) {
    await turnTo(control, moment);
    const start = performance.now();
    const work = computed();
    await fetchAll(addresses, etags);
    figures.push({ milliseconds: performance.now() - start, cpu: computed() - work });
  }
  await agent.close();
  return figures;
});

async function fetchAll(addresses: readonly string[], etags: Map<string, string>): Promise<void> {
  const queue = addresses[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      for (const address of queue) {
        const known = etags.get(address);
        const response = await request(address, {
          dispatcher: agent,
          ...(known !== undefined && { headers: { "if-none-match": known } }),
        });
        await response.body.arrayBuffer();
        etags.set(address, String(response.headers.etag));
      }
    }),
  );
}
