/** The newsstand: a loopback server that plays any number of publishers. Its public file. */

import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { reportEtiquette } from "./etiquette/report-etiquette.ts";
import { escapeMarkup } from "./feeds/markup.ts";
import { fillStory } from "./fill-story.ts";
import { makePublisher, makePublishers } from "./make-publishers.ts";
import type { NewsstandPublisher } from "./publisher.ts";
import type { Answer } from "./server/answer.ts";
import { RequestRecord } from "./server/record.ts";
import { createSecureServer, secureSlug } from "./server/serve-securely.ts";
import { serve } from "./server/serve.ts";
import type {
  EtiquetteReport,
  Publisher,
  PublisherDefinition,
  RecordedRequest,
  Story,
} from "./types.ts";

export type * from "./types.ts";

export interface NewsstandOptions {
  /** The same seed, port and `now` give the same bytes. */
  readonly seed?: number;
  /** Titles to play, 48 unless told. */
  readonly publishers?: number;
  readonly articlesPerPublisher?: number;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** The moment up to which stories were published; the present unless told. */
  readonly now?: number;
  /** False gives short plain articles without pictures. */
  readonly lifelike?: boolean;
  /** What the record and new stories take for the present; the clock unless told. */
  readonly clock?: () => number;
}

/** A running newsstand. */
export interface Newsstand {
  readonly port: number;
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly publishers: readonly Publisher[];
  /** Throws a RangeError when there is no such title. */
  publisher(slug: string): Publisher;
  /** Plays one more publisher; throws a RangeError when the slug is taken. */
  add(definition: PublisherDefinition): Publisher;
  /** A new article appears at the top of the feed. */
  publishStory(slug: string, story?: Partial<Story>): Story;
  /** Changes an article that is in the feed already; throws a RangeError when it is not. */
  reviseStory(slug: string, id: string, changes: Partial<Story>): Story;
  /** Takes an article out of the feed, and its page away. */
  withdrawStory(slug: string, id: string): void;
  requests(): readonly RecordedRequest[];
  /** Forgets the requests, takes added publishers away, and brings the others back to how they were. */
  reset(): void;
  /** An OPML list of all titles, in folders by section. */
  opml(): string;
  etiquette(): EtiquetteReport;
  /** The feed of the title `guarded`, if one was added, over https. */
  readonly secureAddress: string;
  /** False: the network is gone, all connections with it; true: it is back. */
  plug(isIn: boolean): void;
  close(): Promise<void>;
}

/** Starts a newsstand on 127.0.0.1. */
export async function startNewsstand(options: NewsstandOptions = {}): Promise<Newsstand> {
  const clock = options.clock ?? Date.now;
  const record = new RequestRecord();
  const publishers = new Map<string, NewsstandPublisher>();
  const builtIn = new Set<NewsstandPublisher>();
  const listener: RequestListener = (request, response) => {
    void serve({ record, now: clock, find, listing }, request, response);
  };
  const server = createServer(listener);
  const secureServer = createSecureServer(listener);
  const servers = [server, secureServer];
  const port = await listen(server, options.port ?? 0);
  const securePort = await listen(secureServer, 0);
  let isPluggedIn = true;
  for (const one of servers) {
    one.on("connection", (socket: Socket) => {
      if (!isPluggedIn) socket.destroy();
    });
  }
  const settings = {
    seed: options.seed ?? 1,
    articles: options.articlesPerPublisher ?? 20,
    now: options.now ?? clock(),
    lifelike: options.lifelike ?? true,
    port,
  };
  for (const publisher of makePublishers(settings, options.publishers ?? 48)) {
    publishers.set(publisher.slug, publisher);
    builtIn.add(publisher);
  }

  function find(host: string): NewsstandPublisher | null {
    const slug = /^([a-z0-9-]+)\.localhost(?::\d+)?$/i.exec(host)?.[1];
    return publishers.get(slug?.toLowerCase() ?? "") ?? null;
  }

  function publisher(slug: string): NewsstandPublisher {
    const found = publishers.get(slug);
    if (found === undefined) throw new RangeError(`no title "${slug}" at the newsstand`);
    return found;
  }

  function opml(): string {
    return writeOpml([...publishers.values()]);
  }

  function listing(path: string): Answer {
    if (path === "/opml") return listingAnswer(200, "text/x-opml", opml());
    const known = path === "/";
    const rows = [...publishers.values()].map(
      ({ title, siteAddress, feedAddress }) =>
        `<li><a href="${siteAddress}">${escapeMarkup(title)}</a> <a href="${feedAddress}">feed</a></li>`,
    );
    const page = `<!doctype html><title>Newsstand</title><ul>${rows.join("\n")}</ul>`;
    return listingAnswer(known ? 200 : 404, "text/html; charset=utf-8", page);
  }

  function publishStory(slug: string, story: Partial<Story> = {}): Story {
    const owner = publisher(slug);
    const now = clock();
    const published = fillStory(owner, settings, owner.stories.length, {
      published: now,
      ...story,
    });
    owner.change([published, ...owner.stories], now);
    return published;
  }

  function reviseStory(slug: string, id: string, changes: Partial<Story>): Story {
    const owner = publisher(slug);
    const before = owner.stories.find((story) => story.id === id);
    if (before === undefined) throw new RangeError(`no story "${id}" in "${slug}"`);
    const now = clock();
    const revised = { ...before, updated: now, ...changes };
    owner.change(
      owner.stories.map((story) => (story === before ? revised : story)),
      now,
    );
    return revised;
  }

  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    get publishers() {
      return [...publishers.values()];
    },
    publisher,
    add(definition) {
      if (publishers.has(definition.slug)) throw new RangeError(`"${definition.slug}" is taken`);
      const added = makePublisher(settings, definition);
      publishers.set(added.slug, added);
      return added;
    },
    publishStory,
    reviseStory,
    withdrawStory(slug, id) {
      const owner = publisher(slug);
      owner.change(
        owner.stories.filter((story) => story.id !== id),
        clock(),
      );
    },
    requests: () => record.requests,
    reset() {
      record.clear();
      for (const [slug, known] of publishers) {
        if (builtIn.has(known)) known.reset();
        else publishers.delete(slug);
      }
    },
    opml,
    etiquette: () => reportEtiquette(record.requests),
    secureAddress: `https://${secureSlug}.localhost:${securePort}/feed.xml`,
    plug(isIn) {
      isPluggedIn = isIn;
      if (!isIn) for (const one of servers) one.closeAllConnections();
    },
    async close() {
      await Promise.all(servers.map(stopServer));
    },
  };
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return (server.address() as AddressInfo).port;
}

function stopServer(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}

function listingAnswer(status: number, contentType: string, text: string): Answer {
  const body = Buffer.from(text);
  return { kind: "other", status, headers: { "content-type": contentType }, body };
}

function writeOpml(publishers: readonly Publisher[]): string {
  const sections = [...new Set(publishers.map((publisher) => publisher.section))];
  const folders = sections.map((section) => {
    const entries = publishers
      .filter((publisher) => publisher.section === section)
      .map(
        ({ title, readersAddress, siteAddress }) =>
          `<outline type="rss" text="${escapeMarkup(title)}" title="${escapeMarkup(title)}" xmlUrl="${readersAddress}" htmlUrl="${siteAddress}"/>`,
      );
    return `<outline text="${section}">\n${entries.join("\n")}\n</outline>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0"><head><title>Newsstand</title></head><body>
${folders.join("\n")}
</body></opml>
`;
}
