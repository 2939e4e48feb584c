import type { RecordedRequest } from "../types.ts";
import { describe, eachRequest } from "./check.ts";
import type { Judgement, Rule } from "./check.ts";

const every = (): boolean => true;
const isFeed = (request: RecordedRequest): boolean => request.kind === "feed";

function without(header: string): Rule {
  return eachRequest(`no-${header}`, `No ${header} header is sent.`, every, ({ headers }) => {
    const value = headers[header];
    return value === undefined ? null : `sends ${header}: ${value}`;
  });
}

/** Rules that a request keeps or breaks by itself. */
export const requestRules: readonly Rule[] = [
  eachRequest("get-only", "Only GET is used.", every, ({ method }) =>
    method === "GET" ? null : `is a ${method}`,
  ),
  without("referer"),
  eachRequest(
    "no-authorization",
    "A name and password are sent to none but the feed that asks for them.",
    every,
    ({ headers, sent }) =>
      headers.authorization === undefined || /\bauthorization\b/i.test(sent.vary ?? "")
        ? null
        : "sends a name and password",
  ),
  without("origin"),
  eachRequest(
    "honest-user-agent",
    "The User-Agent is Name/version (+address) and poses as no browser.",
    every,
    ({ headers }) => {
      const agent = headers["user-agent"] ?? "";
      return /^[A-Za-z][\w.-]*\/\d[\w.+-]* \(\+https?:\/\/[^\s)]+\)$/.test(agent)
        ? null
        : `calls itself "${agent}"`;
    },
  ),
  {
    name: "stable-user-agent",
    rule: "The User-Agent is the same in every request.",
    judge: judgeAgents,
  },
  eachRequest(
    "accepts-feeds",
    "Feeds are asked for by their media types.",
    isFeed,
    ({ headers }) =>
      /\b(rss|atom|feed)\b|xml|json/.test(headers.accept ?? "")
        ? null
        : `accepts "${headers.accept ?? ""}"`,
  ),
  eachRequest(
    "accepts-compression",
    "Feeds may come compressed by gzip, br and zstd.",
    isFeed,
    ({ headers }) => {
      const offered = (headers["accept-encoding"] ?? "").split(",").map((part) => part.trim());
      const missing = ["gzip", "br", "zstd"].filter(
        (coding) => !offered.some((part) => part.split(";")[0] === coding),
      );
      return missing.length === 0 ? null : `does not take ${missing.join(", ")}`;
    },
  ),
  eachRequest(
    "no-cache-busting",
    "No cache is sidestepped, by headers or by a query that the publisher never gave.",
    every,
    ({ headers, path, kind }) => {
      if (/no-cache|no-store|max-age=0/.test(headers["cache-control"] ?? "")) {
        return `sends Cache-Control: ${headers["cache-control"] ?? ""}`;
      }
      if (headers.pragma !== undefined) return "sends Pragma";
      return kind === "feed" && path.includes("?") ? "adds a query of its own" : null;
    },
  ),
  eachRequest(
    "two-connections",
    "A host is asked for no more than two things at once.",
    every,
    ({ atOnce }) => (atOnce <= 2 ? null : `is the ${atOnce}th at once`),
  ),
];

function judgeAgents(requests: readonly RecordedRequest[]): Judgement {
  const first = requests[0]?.headers["user-agent"];
  const breaches = requests
    .filter(({ headers }) => headers["user-agent"] !== first)
    .map((request) =>
      describe(request, `calls itself "${request.headers["user-agent"] ?? ""}" now`),
    );
  return { occasions: requests.length, breaches };
}
