import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { addCaptured } from "../../newsstand/captured.ts";
import { startNewsstand } from "../../newsstand/newsstand.ts";
import { ask } from "./ask.ts";

const corpus = join(import.meta.dirname, "../../../../shared/corpora/feeds");
const isThere = existsSync(corpus);
if (!isThere) console.log("captured feeds: skipped, ../shared/corpora is not there");

test.skipIf(!isThere)("captured feeds are served byte for byte", async () => {
  const newsstand = await startNewsstand({ publishers: 0 });
  const publishers = addCaptured(newsstand, corpus);
  expect(publishers.length).toBeGreaterThan(200);
  for (const publisher of publishers.filter((_, index) => index % 40 === 0)) {
    const { body, headers } = await ask(publisher.feedAddress);
    expect(body.equals(readFileSync(join(corpus, publisher.title)))).toBe(true);
    expect(headers["content-type"]).toBeTruthy();
  }
  await newsstand.close();
});
