/** How long reading takes beside the fastest library that was measured; see FEEDS in the design. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFeed as parseWithFeedsmith } from "feedsmith";
import { expect, test } from "vitest";
import { parseFeed } from "../../main/feeds/feeds.ts";

const corpus = join(import.meta.dirname, "..", "..", "..", "shared", "corpora", "feeds");
const isHere = existsSync(join(corpus, "captured.json"));
if (!isHere) console.log("skipped: the corpus of captured feeds is not here");

/** The thread's own milliseconds: what other programs take of the machine does not count. */
function spent(act: () => void): number {
  const before = process.threadCpuUsage();
  act();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}

test.skipIf(!isHere)("captured feeds are read no slower than by feedsmith", () => {
  const names = JSON.parse(readFileSync(join(corpus, "captured.json"), "utf8")) as string[];
  const documents = names.map((name) => new Uint8Array(readFileSync(join(corpus, name))));
  const ours = (): void => {
    for (const bytes of documents) parseFeed(bytes, {});
  };
  const theirs = (): void => {
    for (const bytes of documents) {
      try {
        parseWithFeedsmith(new TextDecoder().decode(bytes));
      } catch {
        // Feeds that it refuses cost it less, not more.
      }
    }
  };
  ours();
  theirs();
  const rounds = Array.from({ length: 3 }, () => ({ ours: spent(ours), theirs: spent(theirs) }));
  const best = Math.min(...rounds.map((round) => round.ours));
  const other = Math.min(...rounds.map((round) => round.theirs));
  const size = documents.reduce((sum, { length }) => sum + length, 0) / 1e6;
  console.log(
    `${documents.length} feeds, ${size.toFixed(1)} MB: ${best.toFixed(0)} ms, feedsmith ${other.toFixed(0)} ms, ratio ${(best / other).toFixed(2)}`,
  );
  expect(best / other).toBeLessThanOrEqual(1);
});
