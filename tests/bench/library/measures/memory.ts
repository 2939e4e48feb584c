/** Memory: idle, with the library open, and after a long read through it. */
import { setFlagsFromString } from "node:v8";
import { openLibrary } from "../../../../main/library/library.ts";
import { answer } from "../../answer.ts";
import { seeded } from "../generator/seeded.ts";
import { everything, idsOf } from "../opened.ts";
import type { Made } from "../prepared.ts";

export interface MemoryFigures {
  /** Resident bytes above those of this process before it opened anything. */
  readonly opened: number;
  readonly used: number;
  /** Bytes in use (heap and buffers) above idle, after collecting rubbish. */
  readonly liveOpened: number;
  readonly liveUsed: number;
  /** What the last 500 articles added to what is resident and what is in use. */
  readonly growth: number;
  readonly liveGrowth: number;
}

const articles = 1000;

// As the program does at its start.
setFlagsFromString("--semi-space-growth-factor=1");

await answer(async (made: Made): Promise<MemoryFigures> => {
  await settle();
  const idle = process.memoryUsage.rss();
  const idleLive = live();
  const library = await openLibrary({ folder: made.folder, now: () => made.now });
  await library.articles.timeline(everything).page(0, 50);
  await settle();
  const opened = process.memoryUsage.rss() - idle;
  const liveOpened = live() - idleLive;
  const random = seeded(1);
  let halfway = { resident: 0, live: 0 };
  for (let read = 0; read < articles; read += 1) {
    const timeline = library.articles.timeline(everything);
    const depth = random.below(timeline.total - 50);
    const [id] = idsOf(await timeline.page(depth, 50));
    if (id !== undefined) await library.articles.read(id);
    if (read !== articles / 2) continue;
    await settle();
    halfway = { resident: process.memoryUsage.rss(), live: live() };
  }
  await settle();
  const used = process.memoryUsage.rss() - idle;
  const liveUsed = live() - idleLive;
  const growth = process.memoryUsage.rss() - halfway.resident;
  const liveGrowth = live() - halfway.live;
  await library.close();
  return { opened, used, liveOpened, liveUsed, growth, liveGrowth };
});

function live(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Collects rubbish; what its finalisers let go of goes with the second time. */
async function settle(): Promise<void> {
  for (let round = 0; round < 2; round++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
