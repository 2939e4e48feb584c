/**
 * Publishers in a process of their own, which answer what was made beforehand. `/moment/<n>` brings
 * all feeds to how they stand at another visit; `/delay/yes` has every publisher take the 80 to
 * 300 ms that real ones take.
 */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { escapeMarkup } from "../../newsstand/feeds/markup.ts";
import { hashText } from "../../newsstand/random.ts";
import { makeTitles, type MadeTitle } from "./made-titles.ts";

const [count = 300] = process.argv.slice(2).map(Number);
const shortestDelay = 80;
const longestDelay = 300;
let moment = 0;
let isDelayed = false;
const titles = new Map<string, MadeTitle>();

const server = createServer((request, response) => {
  const host = request.headers.host ?? "";
  const title = titles.get(host);
  if (title === undefined) {
    const [, order, value] = (request.url ?? "").split("/");
    if (order === "moment") moment = Number(value);
    if (order === "delay") isDelayed = value === "yes";
    const addresses = order === "addresses" ? [...titles.values()].map(addressOf) : [];
    response.end(JSON.stringify(addresses));
    return;
  }
  if (request.url !== title.path) {
    response.writeHead(404).end();
    return;
  }
  const known = request.headers["if-none-match"];
  if (!isDelayed) answer(title, known, response);
  else {
    const delay = shortestDelay + (hashText(host) % (longestDelay - shortestDelay));
    setTimeout(() => {
      answer(title, known, response);
    }, delay);
  }
});

function answer(title: MadeTitle, known: string | undefined, response: ServerResponse): void {
  const feed = title.feeds[moment];
  if (feed === undefined) response.writeHead(404).end();
  else if (known === feed.etag) response.writeHead(304, { etag: feed.etag }).end();
  else
    response
      .writeHead(200, {
        "content-type": feed.contentType,
        "content-length": feed.body.length,
        etag: feed.etag,
      })
      .end(feed.body);
}

server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as AddressInfo;
  for (const title of makeTitles(count, port)) titles.set(title.host, title);
  process.send?.({
    control: `http://127.0.0.1:${port}`,
    opml: writeOutline([...titles.values()]),
    bytes: [0, 1, 2].map((at) =>
      [...titles.values()].reduce((sum, { feeds }) => sum + (feeds[at]?.body.length ?? 0), 0),
    ),
  });
});
process.on("disconnect", () => {
  process.exit(0);
});

function addressOf({ host, path }: MadeTitle): string {
  return `http://${host}${path}`;
}

function writeOutline(all: readonly MadeTitle[]): string {
  const entries = all.map((title) => {
    const name = escapeMarkup(title.title);
    return `<outline type="rss" text="${name}" xmlUrl="${addressOf(title)}"/>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?><opml version="2.0"><head><title>Titles</title></head><body>${entries.join("\n")}</body></opml>`;
}
