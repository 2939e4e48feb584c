import type { RecordedRequest } from "../types.ts";
import { describe, eachRequest } from "./check.ts";
import type { Judgement, Rule } from "./check.ts";

const megabyte = 1_000_000;
/** What has left the server when the client ends the connection: networks hold some of it. */
const underWay = 8 * megabyte;

const isFeed = (request: RecordedRequest): boolean => request.kind === "feed";

/** Rules about connections and what comes over them. */
export const connectionRules: readonly Rule[] = [
  eachRequest(
    "sixteen-at-once",
    "No more than sixteen things are asked for at once, of all hosts together.",
    () => true,
    ({ allAtOnce }) => (allAtOnce <= 16 ? null : `is the ${allAtOnce}th at once`),
  ),
  eachRequest(
    "drops-the-oversized",
    "Of a feed that goes on and on 16 MB are taken.",
    (request) => isFeed(request) && request.taken > megabyte && !isFilm(request),
    ({ taken }) => (taken <= 16 * megabyte + underWay ? null : `takes ${taken} bytes`),
  ),
  eachRequest(
    "drops-what-is-no-text",
    "A feed's answer that is plainly no text is dropped at once.",
    (request) => isFeed(request) && isFilm(request),
    ({ taken }) => (taken <= underWay ? null : `takes ${taken} bytes`),
  ),
  {
    name: "no-downgrade",
    rule: "Nobody who sent a password or a cookie over https is led to http.",
    judge: judgeDowngrades,
  },
];

function isFilm({ sent }: RecordedRequest): boolean {
  return /^(?:audio|video)\//.test(sent["content-type"] ?? "");
}

function judgeDowngrades(requests: readonly RecordedRequest[]): Judgement {
  const led = new Set<string>();
  const breaches: string[] = [];
  let occasions = 0;
  for (const request of requests) {
    const address = request.host + request.path;
    if (!request.isSecure && led.delete(address))
      breaches.push(describe(request, "goes on without encryption"));
    const isPrivate =
      request.headers.authorization !== undefined || request.headers.cookie !== undefined;
    const target = URL.parse(request.sent.location ?? "", `https://${address}`);
    if (!request.isSecure || !isPrivate || target?.protocol !== "http:") continue;
    occasions++;
    led.add(target.host + target.pathname);
  }
  return { occasions, breaches };
}
