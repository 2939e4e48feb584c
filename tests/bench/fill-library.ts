import { feedId } from "../../preload/contract/contract.ts";
import { openLibrary, type IncomingArticle } from "../../main/library/library.ts";

const words =
  "harbour council ferry budget museum river bridge vote season glacier market clinic orchestra tram factory island survey school storm satellite garden court archive railway".split(
    " ",
  );

/** A small generator with a seed (mulberry32), so that every run stores the same. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Fills a library with articles of 20 titles, spread over as many days as it takes. */
export async function fillLibrary(folder: string, articles: number, days = 30): Promise<void> {
  const day = 86_400_000;
  const random = seeded(articles);
  const say = (count: number): string =>
    Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(" ");
  let now = Date.now() - days * day;
  const library = await openLibrary({ folder, now: () => now });
  await library.settings.change({ refreshOnStart: false });
  const feeds = await library.feeds.add(
    Array.from({ length: 20 }, (_, index) => ({
      address: `https://title-${index}.example/feed`,
      ownTitle: null,
      publisherTitle: `The ${say(1)} ${index}`,
      site: null,
      folderId: null,
      section: null,
      language: "en",
      typedHost: null,
    })),
  );
  const article = (index: number): IncomingArticle => ({
    key: `article-${index}`,
    aliases: [],
    address: `https://title.example/${index}`,
    headline: say(8),
    author: say(2),
    excerpt: say(30),
    published: now - Math.floor(random() * day),
    section: null,
    tags: [],
    language: "en",
    html: `<p>${say(120)}</p><p>${say(120)}</p><p>${say(120)}</p>`,
    pictures: [],
    leadPicture: null,
    enclosures: [],
    wordCount: 360,
    contentHash: String(index),
  });
  const perDay = Math.ceil(articles / days);
  for (let made = 0; made < articles; now += day) {
    for (let today = 0; today < perDay && made < articles;) {
      const count = Math.min(500, perDay - today, articles - made);
      const first = made;
      await library.articles.ingest([
        {
          feedId: feedId.parse(feeds[Math.floor(random() * feeds.length)]?.id),
          articles: Array.from({ length: count }, (_, index) => article(first + index)),
        },
      ]);
      made += count;
      today += count;
    }
    await library.upkeep.sealPastDays();
  }
  await library.close();
}
