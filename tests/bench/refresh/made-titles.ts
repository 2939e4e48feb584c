/** Titles whose feeds are written beforehand, so that answering costs next to nothing. */
import { createHash } from "node:crypto";
import { makePublishers } from "../../newsstand/make-publishers.ts";
import type { NewsstandPublisher } from "../../newsstand/publisher.ts";
import type { Story } from "../../newsstand/types.ts";

/**
 * The feeds as they stand at three visits: everything is new; every feed has one or two new
 * articles and one that was edited; one feed in twenty has.
 */
export type Moment = 0 | 1 | 2;
export const moments: readonly Moment[] = [0, 1, 2];

/** A feed as it is sent. */
export interface MadeFeed {
  readonly body: Buffer;
  readonly contentType: string;
  readonly etag: string;
}

export interface MadeTitle {
  readonly host: string;
  readonly path: string;
  readonly title: string;
  readonly feeds: readonly MadeFeed[];
}

/** Titles with stories of their own; further ones tell the same under other addresses. */
const distinct = 300;
const articlesInFeed = 20;
/** One title in so many changes between the second and the third visit. */
const changing = 20;

/** Makes titles of twenty articles each. */
export function makeTitles(count: number, port: number): MadeTitle[] {
  const now = Date.now();
  const settings = { seed: 1, articles: articlesInFeed + 4, now, lifelike: true, port };
  // Of feeds without whole texts the articles' pages would be fetched as well, in the background.
  const publishers = makePublishers(settings, 2 * distinct)
    .filter(({ format }) => format !== "rss-summary" && format !== "rdf")
    .slice(0, Math.min(count, distinct));
  const written = publishers.map((publisher, at) => writeFeeds(publisher, at, now));
  return Array.from({ length: count }, (_, at) => {
    const publisher = publishers[at % distinct];
    const feeds = written[at % distinct] ?? [];
    if (publisher === undefined) throw new Error("there are titles without a publisher");
    const copy = Math.floor(at / distinct);
    const host = copy === 0 ? publisher.host : publisher.host.replace(".", `-${copy}.`);
    return {
      host,
      path: publisher.feedPath,
      title: copy === 0 ? publisher.title : `${publisher.title} ${copy}`,
      feeds: copy === 0 ? feeds : feeds.map((feed) => readdress(feed, publisher.host, host)),
    };
  });
}

function writeFeeds(publisher: NewsstandPublisher, at: number, now: number): MadeFeed[] {
  const { stories } = publisher;
  const write = (from: number, edited: number | null): MadeFeed => {
    const listed = stories.slice(from, from + articlesInFeed);
    publisher.change(
      listed.map((story, position) => (position === edited ? edit(story, now) : story)),
      now,
    );
    const { body, contentType, etag } = publisher.feed();
    return { body: Buffer.from(body), contentType, etag };
  };
  const first = write(4, null);
  const second = write(2 + (at % 2), 5);
  return [first, second, at % changing === 0 ? write(1, 8) : second];
}

function edit(story: Story, now: number): Story {
  return {
    ...story,
    html: `${story.html}<p>Correction: an earlier version named the wrong day.</p>`,
    updated: now,
  };
}

/** The same feed at another host. */
function readdress({ body, contentType }: MadeFeed, from: string, to: string): MadeFeed {
  // Latin-1 keeps every byte, whatever the feed is written in.
  const copy = Buffer.from(body.toString("latin1").replaceAll(from, to), "latin1");
  const digest = createHash("sha1").update(copy).digest("hex");
  return { body: copy, contentType, etag: `"${digest}"` };
}
