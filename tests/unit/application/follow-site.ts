/** A title whose feed gives only beginnings, with its pages, for tests. */
import type { RequestListener } from "node:http";
import type { Article } from "../../../preload/contract/contract.ts";
import { serveSite } from "./serve-site.ts";
import { startApplication, type RunningApplication } from "./start-application.ts";

/** Milliseconds. */
export const hour = 3_600_000;
export const sentence =
  "The harbour was closed on Tuesday after the crane had been moved once more. ";
const whole = Array.from({ length: 12 }, (_, at) => `<p>${at}: ${sentence.repeat(3)}</p>`).join("");

/** A feed of beginnings, each leading to `/<name>`. */
function feedOf(names: readonly string[]): string {
  const items = names.map(
    (name) => `<item><guid>${name}</guid><title>What happened at pier ${name}</title>
<link>/${name}</link><description>${sentence}</description></item>`,
  );
  return `<rss version="2.0"><channel><title>Site</title><link>/</link>${items.join("")}</channel></rss>`;
}

export const pageOf = (name: string, body = whole): string => `<!doctype html><html lang="en"><head>
<title>What happened at pier ${name} | Site</title><meta property="og:type" content="article">
<meta name="author" content="Ann Author"></head>
<body><header><a href="/">Site</a></header><main><article><h1>What happened at pier ${name}</h1>
${body}</article></main></body></html>`;

export interface Site {
  readonly running: RunningApplication;
  readonly pageRequests: string[];
  /** How pages are answered from now on. */
  answer: RequestListener;
  now: number;
  readonly later: (milliseconds: number) => Promise<void>;
  readonly article: (name: string, text?: "feed" | "page") => Promise<Article>;
}

export async function followSite(
  names: readonly string[],
  answer?: RequestListener,
  isSettled = true,
  wishes: "answered" | "told" = "answered",
): Promise<Site> {
  const pageRequests: string[] = [];
  const address = await serveSite(
    (request, response) => {
      if (request.url === "/feed") response.end(feedOf(names));
      else {
        pageRequests.push(request.url ?? "");
        site.answer(request, response);
      }
    },
    "answered",
    wishes,
  );
  const running = await startApplication({ now: () => site.now });
  const site: Site = {
    running,
    pageRequests,
    now: Date.now(),
    answer:
      answer ??
      ((request, response) => {
        response.setHeader("content-type", "text/html; charset=utf-8");
        response.end(pageOf(request.url?.slice(1) ?? ""));
      }),
    async later(milliseconds) {
      site.now += milliseconds;
      running.application.wake();
      await running.settled();
    },
    async article(name, text) {
      const { timelineId } = await running.ask("timeline.open", {
        scope: { kind: "all" },
        filter: "all",
        order: "newest",
      });
      const { rows } = await running.ask("timeline.page", { timelineId, offset: 0, limit: 50 });
      const row = rows.find((one) => one?.headline.endsWith(` ${name}`) === true);
      if (row === undefined || row === null) throw new Error(`no article ${name}`);
      return running.ask("article.open", {
        articleId: row.id,
        ...(text !== undefined && { text }),
      });
    },
  };
  await running.application.followOutline(
    `<opml version="2.0"><body><outline type="rss" xmlUrl="${address}/feed"/></body></opml>`,
  );
  if (isSettled) await running.settled();
  return site;
}

export const three = ["one", "two", "three"];
