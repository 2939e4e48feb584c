import type { IncomingArticle } from "../../../main/library/types.ts";
import { packText } from "../../../main/offline/pack-text.ts";
import { serveJobs } from "../../../main/workers/serve-jobs.ts";

const article: Omit<IncomingArticle, "body"> = {
  key: "key",
  aliases: [],
  address: null,
  headline: "A headline",
  author: "",
  excerpt: "",
  published: null,
  section: null,
  tags: [],
  language: null,
  pictures: [],
  leadPicture: null,
  enclosures: [],
  wordCount: 1000,
  contentHash: "",
};

const deeds: Readonly<Record<string, (argument: string) => unknown>> = {
  hang: () => {
    for (;;) Math.random();
  },
  exit: () => process.exit(3),
  throw: () => {
    throw new Error("thrown on purpose");
  },
  fill: () => {
    const held: number[][] = [];
    for (;;) held.push(new Array<number>(50_000).fill(1.5));
  },
  wait: (argument) => new Promise((resolve) => setTimeout(resolve, Number(argument))),
};

/** Does what the text of `readOutline` says, to see what becomes of the pool. */
serveJobs({
  readOutline: async ({ bytes }) => {
    const [deed = "", argument = ""] = new TextDecoder().decode(bytes).split(" ", 2);
    await deeds[deed]?.(argument);
    return { ok: true, outline: { feeds: [], skipped: [deed] } };
  },
  /** As many articles as there are bytes, numbered. */
  readFeed: ({ bytes, address }) => ({
    ok: true,
    format: "rss",
    title: address,
    link: null,
    description: "",
    language: null,
    image: null,
    icon: null,
    self: null,
    hubs: [],
    waitMinutes: null,
    skipHours: [],
    skipDays: [],
    problems: [],
    isShortened: null,
    articles: Array.from(bytes, (_, index) => ({
      ...article,
      key: String(index),
      body: packText("<p>word</p>".repeat(1000)),
    })),
  }),
  rereadFeed: () => ({ ok: false, reason: "empty" }),
  readPage: () => ({ ok: false, reason: "no-article", isExcerpt: false, other: null }),
  showPage: () => ({ ok: false, reason: "too-deep" }),
  readChosen: () => ({ selector: null, html: "", wordCount: 0, problem: "no-article" }),
  lookIntoPage: () => ({
    links: [],
    guesses: [],
    wall: null,
    icons: { address: "", icons: [], manifest: null },
  }),
  findIcons: ({ address }) => ({ address, icons: [], manifest: null }),
  inspectIcon: () => null,
  renderBookmark: () => null,
  inspectPicture: ({ bytes }) => ({
    name: `${"0".repeat(64)}.png` as never,
    width: bytes.length,
    height: 1,
    isAnimated: false,
  }),
});
