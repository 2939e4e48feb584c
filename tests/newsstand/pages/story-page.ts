import { setTimeout as sleep } from "node:timers/promises";
import { encodeText } from "../feeds/encode-text.ts";
import type { NewsstandPublisher } from "../publisher.ts";
import type { PageBehaviour, Story } from "../types.ts";
import { addHostility } from "./add-hostility.ts";
import { writeArticlePage } from "./article-page.ts";

/** A page as it goes over the wire. */
export interface StoryPage {
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** Milliseconds that a slow page takes. */
const slowPage = 1_500;
const secondPage = "/page/2";

/** What stands at the address of a story, with the faults that the behaviour asks for; null: nothing. */
export async function writeStoryPage(
  publisher: NewsstandPublisher,
  path: string,
): Promise<StoryPage | null> {
  const { pages, charset, hostile } = publisher.behaviour;
  const isSecond = pages === "split" && path.endsWith(secondPage);
  const address = isSecond ? path.slice(0, -secondPage.length) : path;
  const found = publisher.stories.find(
    (candidate) => new URL(candidate.address).pathname === address,
  );
  const story = found !== undefined && hostile ? addHostility(found) : found;
  if (story === undefined || pages === "missing") return null;
  const wall = walls[pages];
  if (wall !== undefined) return page(wall.status, Buffer.from(wall.html));
  if (pages === "slow") await sleep(slowPage, undefined, { ref: false });
  if (pages === "split") return page(200, Buffer.from(writePart(publisher, story, isSecond)));
  if (pages === "excerpt") return page(200, Buffer.from(writeExcerpt(publisher, story)));
  const html = writeArticlePage(publisher, story);
  if (pages !== "legacy") return page(200, Buffer.from(html));
  const declared = html.replace('charset="utf-8"', `charset="${charset}"`);
  // The header says nothing, as with most old servers: the page itself has to.
  return { status: 200, contentType: "text/html", body: encodeText(declared, charset) };
}

function page(status: number, body: Uint8Array): StoryPage {
  return { status, contentType: "text/html; charset=utf-8", body };
}

/** One half of a story, with the way to the other one. */
function writePart(publisher: NewsstandPublisher, story: Story, isSecond: boolean): string {
  const blocks = blocksOf(story);
  const middle = Math.ceil(blocks.length / 2);
  const own = isSecond ? blocks.slice(middle) : blocks.slice(0, middle);
  const next = `${story.address}${secondPage}`;
  const pager = isSecond
    ? `<nav class="pages"><a href="${story.address}">1</a> <span>2</span></nav>`
    : `<nav class="pages"><span>1</span> <a rel="next" href="${next}">2</a></nav>`;
  const html = writeArticlePage(publisher, { ...story, html: `${own.join("\n")}\n${pager}` });
  return isSecond ? html : html.replace("</head>", `<link rel="next" href="${next}">\n</head>`);
}

/** The beginning, and a request to pay for the rest. */
function writeExcerpt(publisher: NewsstandPublisher, story: Story): string {
  const beginning = blocksOf(story).slice(0, 3).join("\n");
  const html = `${beginning}<div class="paywall"><h3>Subscribe to continue reading</h3><p>This article is for subscribers only. <a href="/#subscribe">Subscribe</a> or <a href="/#login">log in</a>.</p></div>`;
  return writeArticlePage(publisher, { ...story, html }).replace(
    '"@type":"NewsArticle"',
    '"@type":"NewsArticle","isAccessibleForFree":false',
  );
}

function blocksOf({ html }: Story): string[] {
  return html.split(/(?<=<\/(?:p|figure|ul|table|h2|blockquote|pre)>)\s*/);
}

const walls: Partial<Record<PageBehaviour, { status: number; html: string }>> = {
  consent: {
    status: 200,
    html: `<!doctype html><html><head><title>Before you continue</title></head><body><h1>We value your privacy</h1><p>We and our 842 partners use cookies to store and access personal data on your device. With your consent we process it for personalised advertising. You can withdraw your consent or object to legitimate interest in our privacy policy.</p><form><button>Accept all cookies</button><button>Reject all</button><a href="/#privacy">Manage privacy preferences</a></form></body></html>`,
  },
  login: {
    status: 200,
    html: `<!doctype html><html><head><title>Log in</title></head><body><h1>Log in to read on</h1><form method="post"><label>Name <input name="name"></label><label>Password <input type="password" name="password"></label><button>Log in</button></form></body></html>`,
  },
  bot: {
    status: 403,
    html: `<!doctype html><html><head><title>Just a moment...</title></head><body><h1>Checking your browser before you proceed</h1><p>Verify you are human by completing the action below.</p><script src="/cdn-cgi/challenge-platform/h/b/orchestrate.js"></script></body></html>`,
  },
};
