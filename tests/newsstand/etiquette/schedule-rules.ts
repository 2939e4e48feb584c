import type { RecordedRequest } from "../types.ts";
import { describe, eachRequest, eachReturn } from "./check.ts";
import type { Judgement, Rule } from "./check.ts";

/** What a publisher asks for inside its feed, which a record of requests does not show. */
export interface FeedWishes {
  /** Minutes between two visits. */
  readonly waitMinutes?: number;
  /** Hours (UTC) without visits. */
  readonly skipHours?: readonly number[];
  /** Occasions on which it publishes in a week, where that is seldom. */
  readonly perWeek?: number;
}

const hour = 3_600_000;
const day = 24 * hour;

const isFeed = (request: RecordedRequest): boolean => request.kind === "feed";
const hasCome = ({ status }: RecordedRequest): boolean => status === 200 || status === 304;

function atLeast(wait: number): Parameters<typeof eachReturn>[3] {
  return (earlier, later) => {
    const gap = later.time - earlier.time;
    return gap >= wait ? null : `comes back after ${Math.round(gap / 60_000)} minutes`;
  };
}

/** Rules about visits that nobody asked for by hand; wishes by host. */
export function scheduleRules(wishes: ReadonlyMap<string, FeedWishes>): readonly Rule[] {
  const wishOf = ({ host }: RecordedRequest): FeedWishes => wishes.get(host) ?? {};
  return [
    eachReturn(
      "hour-between-visits",
      "By itself the program visits a feed once an hour at most.",
      (earlier) => isFeed(earlier) && hasCome(earlier),
      atLeast(hour),
    ),
    eachReturn(
      "day-without-validator",
      "A feed whose server gives no validator is visited once a day.",
      ({ status, sent, ...request }) =>
        request.kind === "feed" &&
        status === 200 &&
        sent.etag === undefined &&
        sent["last-modified"] === undefined,
      atLeast(day),
    ),
    eachReturn(
      "honours-ttl",
      "A feed is not visited again before the pause that it asks for itself.",
      (earlier) => hasCome(earlier) && wishOf(earlier).waitMinutes !== undefined,
      (earlier, later) => atLeast((wishOf(earlier).waitMinutes ?? 0) * 60_000)(earlier, later),
    ),
    eachRequest(
      "skips-hours",
      "A feed is not visited in the hours in which it wants no visits.",
      (request) => isFeed(request) && wishOf(request).skipHours !== undefined,
      ({ time, ...request }) => {
        const at = new Date(time).getUTCHours();
        return wishes.get(request.host)?.skipHours?.includes(at) === true
          ? `comes at ${at} o'clock`
          : null;
      },
    ),
    {
      name: "keeps-to-rhythm",
      rule: "A feed that publishes seldom is visited no more than about four times as often.",
      judge: (requests) => judgeRhythm(requests, wishes),
    },
    {
      name: "backs-off",
      rule: "While a feed fails (5xx, no answer) the pauses double up to a day.",
      judge: judgeBackingOff,
    },
    eachReturn(
      "missing-daily",
      "A feed that answered 401, 403 or 404 is visited once a day at most.",
      (earlier) => isFeed(earlier) && [401, 403, 404].includes(earlier.status),
      atLeast(day),
    ),
    {
      name: "keeps-address",
      rule: "A temporary redirect is followed and not learnt.",
      judge: judgeTemporary,
    },
  ];
}

/** The first week is for learning the rhythm. */
function judgeRhythm(
  requests: readonly RecordedRequest[],
  wishes: ReadonlyMap<string, FeedWishes>,
): Judgement {
  const start = (requests[0]?.time ?? 0) + 7 * day;
  const weeks = ((requests.at(-1)?.time ?? 0) - start) / (7 * day);
  const seldom = [...wishes].filter(([, { perWeek }]) => perWeek !== undefined && weeks > 0);
  const breaches = seldom.flatMap(([host, { perWeek = 0 }]) => {
    const visits = requests.filter(
      (request) => isFeed(request) && request.host === host && request.time >= start,
    );
    // A day is the longest pause, whatever the rhythm.
    return visits.length <= weeks * Math.max(7, perWeek * 4) + 2
      ? []
      : [`${host}: ${visits.length} visits in ${weeks.toFixed(1)} weeks`];
  });
  return { occasions: seldom.length, breaches };
}

function judgeBackingOff(requests: readonly RecordedRequest[]): Judgement {
  const failures = new Map<string, { time: number; count: number }>();
  const breaches: string[] = [];
  let occasions = 0;
  for (const request of requests) {
    if (!isFeed(request)) continue;
    const address = request.host + request.path;
    const before = failures.get(address);
    if (before !== undefined) {
      occasions++;
      const wait = Math.min(day, hour * 2 ** (before.count - 1));
      if (request.time - before.time < wait)
        breaches.push(describe(request, `comes too soon after failure ${before.count}`));
    }
    const isFailing = request.status === 0 || (request.status >= 500 && request.status !== 503);
    if (isFailing) failures.set(address, { time: request.time, count: (before?.count ?? 0) + 1 });
    else failures.delete(address);
  }
  return { occasions, breaches };
}

function judgeTemporary(requests: readonly RecordedRequest[]): Judgement {
  const targets = new Map<string, string>();
  const asked = new Map<string, RecordedRequest>();
  const breaches: string[] = [];
  let occasions = 0;
  for (const request of requests) {
    const address = request.host + request.path;
    const origin = targets.get(address);
    // Each visit of the target comes out of a visit of the address that was followed.
    if (origin !== undefined) {
      occasions++;
      if (!asked.delete(origin)) breaches.push(describe(request, "is asked directly"));
    }
    if (![302, 303, 307].includes(request.status)) continue;
    const to = new URL(request.sent.location ?? "", `http://${address}`);
    if (to.host + to.pathname === address) continue;
    targets.set(to.host + to.pathname, address);
    asked.set(address, request);
  }
  return { occasions, breaches };
}
