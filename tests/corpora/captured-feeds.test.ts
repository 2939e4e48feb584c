import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parseFeed } from "../../main/feeds/feeds.ts";
import { addCaptured } from "../newsstand/captured.ts";
import { startNewsstand } from "../newsstand/newsstand.ts";
import { startApplication } from "../unit/application/start-application.ts";

const corpus = join(import.meta.dirname, "..", "..", "..", "shared", "corpora", "feeds");
const isPresent = existsSync(corpus);
if (!isPresent) console.log("skipped: the corpus of captured feeds is not here");

it.skipIf(!isPresent)(
  "all captured feeds, followed at once: every one that is a feed is listed with all its items",
  { timeout: 180_000 },
  async () => {
    const newsstand = await startNewsstand({ publishers: 0 });
    try {
      const publishers = addCaptured(newsstand, corpus);
      const { ask, application, settled, logged } = await startApplication();
      // Their pages and pictures are elsewhere, and tests ask nobody but this machine.
      await ask("settings.change", { keepFullTexts: false, keepPictures: false });
      await application.followOutline(newsstand.opml());
      await settled();
      const { feeds, total } = await ask("sources.list", {});
      expect(feeds).toHaveLength(publishers.length);

      const wrong: string[] = [];
      let expected = 0;
      for (const publisher of publishers) {
        const feed = feeds.find(({ address }) => address === publisher.feedAddress);
        // The file that the publisher was made from is its title.
        const bytes = new Uint8Array(readFileSync(join(corpus, publisher.title)));
        const parsed = parseFeed(bytes, { baseUrl: publisher.feedAddress });
        const items = parsed.ok ? parsed.items.length : 0;
        expected += items;
        const found = feed?.failure === null ? feed.total : (feed?.failure?.code ?? "missing");
        if (found !== (parsed.ok ? items : "not-a-feed")) {
          wrong.push(`${publisher.title}: ${found} of ${items}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(total).toBe(expected);
      expect(logged).toEqual([]);

      // Each of them can be opened.
      const { timelineId } = await ask("timeline.open", {
        scope: { kind: "all" },
        filter: "all",
        order: "newest",
      });
      let opened = 0;
      for (let offset = 0; offset < total; offset += 200) {
        const { rows } = await ask("timeline.page", { timelineId, offset, limit: 200 });
        for (const row of rows) {
          if (row === null) continue;
          const article = await ask("article.open", { articleId: row.id });
          expect(article.html, row.headline).not.toMatch(/<(?:script|iframe|style|form)\b/i);
          opened += 1;
        }
      }
      expect(opened).toBe(total);
      console.log(`${publishers.length} captured feeds, ${total} articles, every one opened`);
    } finally {
      await newsstand.close();
    }
  },
);
