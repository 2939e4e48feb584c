import type { RecordedRequest } from "../types.ts";
import { describe, eachReturn, eachUnaskedReturn, neverAgain } from "./check.ts";
import type { Judgement, Rule } from "./check.ts";

const isFeed = (request: RecordedRequest): boolean => request.kind === "feed";

/** Rules about when, and how often. */
export const paceRules: readonly Rule[] = [
  eachReturn(
    "minute-between-visits",
    "A feed is visited at most once a minute.",
    isFeed,
    (earlier, later) => {
      const gap = later.time - earlier.time;
      return gap >= minute ? null : `comes back after ${gap} ms`;
    },
  ),
  eachUnaskedReturn(
    "honours-max-age",
    "A feed is not visited again before its max-age or Expires is over, up to a day.",
    (earlier) => isFeed(earlier) && freshFor(earlier) > 0,
    (earlier, later) => {
      const early = earlier.time + freshFor(earlier) - later.time;
      return early <= 0 ? null : `comes ${early} ms too early`;
    },
  ),
  {
    name: "obeys-retry-after",
    rule: "After 429 or 503 the whole host is left alone until Retry-After, ten minutes without one.",
    judge: judgeRetryAfter,
  },
  neverAgain(
    "gone-is-gone",
    "What answered 410 is not asked for again.",
    ({ status }) => status === 410,
    "was told that it is gone",
  ),
  eachUnaskedReturn(
    "refused-backs-off",
    "A feed that answered 401, 403 or 404 is not visited again within the hour.",
    (earlier) => isFeed(earlier) && [401, 403, 404].includes(earlier.status),
    (earlier, later) =>
      later.time - earlier.time >= 60 * minute ? null : `had ${earlier.status} just before`,
  ),
  ...(["picture", "page", "icon"] as const).map((kind) =>
    neverAgain(
      `${kind}-once`,
      `A ${kind} that was given is not fetched again.`,
      (request) => request.kind === kind && request.status === 200,
      "is fetched again",
    ),
  ),
  {
    name: "ten-hops",
    rule: "No chain of redirects is followed further than ten hops.",
    judge: judgeHops,
  },
  {
    name: "learns-moves",
    rule: "A permanent redirect is learnt after some visits.",
    judge: judgeMoves,
  },
];

const minute = 60_000;
const day = 24 * 60 * minute;

/** Milliseconds for which an answer is fresh by its own word, a day at most. */
function freshFor({ sent, time }: RecordedRequest): number {
  const seconds = /(?:^|[\s,])max-age=(\d+)/.exec(sent["cache-control"] ?? "")?.[1];
  if (seconds === undefined) {
    const expires = Date.parse(sent.expires ?? "") - Date.parse(sent.date ?? "");
    const left = Number.isNaN(expires) ? Date.parse(sent.expires ?? "") - time : expires;
    return Number.isNaN(left) ? 0 : Math.min(day, Math.max(0, left));
  }
  return Math.min(day, Math.max(0, Number(seconds) - Number(sent.age ?? 0)) * 1000);
}

function judgeRetryAfter(requests: readonly RecordedRequest[]): Judgement {
  const closed = new Map<string, number>();
  const breaches: string[] = [];
  let occasions = 0;
  for (const request of requests) {
    const until = closed.get(request.host);
    if (until !== undefined) {
      occasions++;
      if (request.time < until) {
        breaches.push(describe(request, `comes ${until - request.time} ms before Retry-After`));
      }
    }
    if (request.status === 429 || request.status === 503) {
      occasions++;
      closed.set(request.host, Math.max(until ?? 0, request.time + waitAsked(request)));
    }
  }
  return { occasions, breaches };
}

function waitAsked({ sent, time }: RecordedRequest): number {
  const asked = sent["retry-after"] ?? "";
  const wait = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - time;
  return wait > 0 ? wait : 10 * minute;
}

function judgeHops(requests: readonly RecordedRequest[]): Judgement {
  const chains = new Map<string, number>();
  const breaches: string[] = [];
  let occasions = 0;
  for (const request of requests) {
    const address = new URL(`http://${request.host}${request.path}`).href;
    const hops = chains.get(address) ?? 0;
    chains.delete(address);
    if (hops > 10) breaches.push(describe(request, `is hop ${hops}`));
    const target = URL.parse(request.sent.location ?? "", address)?.href;
    if (request.status < 300 || request.status > 399 || target === undefined) continue;
    if (request.status === 304 || request.sent.location === undefined) continue;
    occasions++;
    chains.set(target, hops + 1);
  }
  return { occasions, breaches };
}

/** Visits after which a person may expect a moved feed to have been learnt. */
const patience = 8;

function judgeMoves(requests: readonly RecordedRequest[]): Judgement {
  const seen = new Map<string, number>();
  const breaches: string[] = [];
  let occasions = 0;
  for (const request of requests) {
    if (!isFeed(request) || (request.status !== 301 && request.status !== 308)) continue;
    occasions++;
    const address = request.host + request.path;
    const visits = (seen.get(address) ?? 0) + 1;
    seen.set(address, visits);
    if (visits > patience) breaches.push(describe(request, `has moved for ${visits} visits`));
  }
  return { occasions, breaches };
}
