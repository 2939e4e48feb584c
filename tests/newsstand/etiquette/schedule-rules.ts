import type { RecordedRequest } from "../types.ts";
import { describe, eachRequest, eachUnaskedReturn } from "./check.ts";
import type { Judgement, Rule } from "./check.ts";

/** What a publisher asks for inside its feed, which a record of requests does not show. */
export interface FeedWishes {
  /** Minutes between two visits. */
  readonly waitMinutes?: number;
  /** Hours (UTC) without visits. */
  readonly skipHours?: readonly number[];
  /** Days (UTC, 0 is Sunday) without visits. */
  readonly skipDays?: readonly number[];
  /** It is on a private network and nobody typed it: it is not to be asked at all. */
  readonly isPrivate?: boolean;
  /** What it gives leads to such a one. */
  readonly leadsAstray?: boolean;
  /** Occasions on which it publishes in a week, where that is seldom. */
  readonly perWeek?: number;
}

const hour = 3_600_000;
const day = 24 * hour;

const isFeed = (request: RecordedRequest): boolean => request.kind === "feed";
const isAlone = (request: RecordedRequest): boolean => isFeed(request) && request.byHand !== true;
const hasCome = ({ status }: RecordedRequest): boolean => status === 200 || status === 304;

function atLeast(wait: number): Parameters<typeof eachUnaskedReturn>[3] {
  return (earlier, later) => {
    const gap = later.time - earlier.time;
    return gap >= wait ? null : `comes back after ${Math.round(gap / 60_000)} minutes`;
  };
}

/** Rules about visits that nobody asked for by hand; wishes by host. */
export function scheduleRules(wishes: ReadonlyMap<string, FeedWishes>): readonly Rule[] {
  const wishOf = ({ host }: RecordedRequest): FeedWishes => wishes.get(host) ?? {};
  return [
    eachUnaskedReturn(
      "hour-between-visits",
      "By itself the program visits a feed once an hour at most.",
      (earlier) => isFeed(earlier) && hasCome(earlier),
      atLeast(hour),
    ),
    eachUnaskedReturn(
      "day-without-validator",
      "A feed whose server gives no validator is visited once a day.",
      (earlier) =>
        isFeed(earlier) &&
        earlier.status === 200 &&
        !isNoFeed(earlier) &&
        earlier.sent.etag === undefined &&
        earlier.sent["last-modified"] === undefined,
      atLeast(day),
    ),
    eachUnaskedReturn(
      "honours-ttl",
      "A feed is not visited again before the pause that it asks for itself.",
      (earlier) => hasCome(earlier) && wishOf(earlier).waitMinutes !== undefined,
      (earlier, later) => atLeast((wishOf(earlier).waitMinutes ?? 0) * 60_000)(earlier, later),
    ),
    eachRequest(
      "skips-hours",
      "A feed is not visited in the hours in which it wants no visits.",
      (request) => isAlone(request) && wishOf(request).skipHours !== undefined,
      ({ time, ...request }) => {
        const at = new Date(time).getUTCHours();
        return wishes.get(request.host)?.skipHours?.includes(at) === true
          ? `comes at ${at} o'clock`
          : null;
      },
    ),
    eachRequest(
      "skips-days",
      "A feed is not visited on the days on which it wants no visits.",
      (request) => isAlone(request) && wishOf(request).skipDays !== undefined,
      ({ time, ...request }) => {
        const on = new Date(time).getUTCDay();
        return wishes.get(request.host)?.skipDays?.includes(on) === true
          ? `comes on day ${on} of the week`
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
      rule: "While a feed fails (5xx, no answer, no feed) the pauses double up to a day.",
      judge: judgeBackingOff,
    },
    eachUnaskedReturn(
      "missing-daily",
      "A feed that answered 401, 403 or 404 is visited once a day at most.",
      (earlier) => isFeed(earlier) && [401, 403, 404].includes(earlier.status),
      atLeast(day),
    ),
    {
      name: "missing-weekly",
      rule: "After a week of that it is visited once a week.",
      judge: judgeMissing,
    },
    {
      name: "pauses-double",
      rule: "A host that answers 429 or 503 again and again is given twice as long each time.",
      judge: judgePauses,
    },
    {
      name: "keeps-no-beat",
      rule: "Visits of a feed do not come at one interval: they are spread.",
      judge: judgeBeat,
    },
    {
      name: "private-networks",
      rule: "Nobody is led to an address on a private network that nobody typed.",
      judge: (requests) => ({
        occasions: requests.filter((request) => wishOf(request).leadsAstray === true).length,
        breaches: requests
          .filter((request) => wishOf(request).isPrivate === true)
          .map((request) => describe(request, "is on a private network")),
      }),
    },
    {
      name: "keeps-address",
      rule: "A temporary redirect is followed and not learnt.",
      judge: judgeTemporary,
    },
  ];
}

/** A consent page, a film, or more than anybody takes, as the newsstand serves them. */
export function isNoFeed({ kind, sent, taken }: RecordedRequest): boolean {
  const isOther = /^(?:text\/html|video\/)/.test(sent["content-type"] ?? "");
  return kind === "feed" && (isOther || taken > 10_000_000);
}

const missing: readonly number[] = [401, 403, 404];
/** Visits in a row that may be daily. */
const dailyAtMost = 7;

function judgeMissing(requests: readonly RecordedRequest[]): Judgement {
  const inARow = new Map<string, { count: number; time: number }>();
  const breaches: string[] = [];
  let occasions = 0;
  for (const request of requests.filter(isFeed)) {
    const address = request.host + request.path;
    const before = inARow.get(address);
    if (before !== undefined && before.count > dailyAtMost && request.time - before.time < 7 * day)
      breaches.push(describe(request, `comes for the ${before.count + 1}th time too soon`));
    const count = missing.includes(request.status) ? (before?.count ?? 0) + 1 : 0;
    if (count === dailyAtMost + 1) occasions++;
    inARow.set(address, { count, time: request.time });
  }
  return { occasions, breaches };
}

function judgePauses(requests: readonly RecordedRequest[]): Judgement {
  const inARow = new Map<string, { count: number; time: number }>();
  const breaches: string[] = [];
  let occasions = 0;
  for (const request of requests) {
    const before = inARow.get(request.host);
    const isUnasked = before !== undefined && before.count > 0;
    if (isUnasked) occasions++;
    const wait = 10 * 60_000 * 2 ** Math.min((before?.count ?? 1) - 1, 8);
    // Requests under way when it first asked for peace came before it did.
    if (isUnasked && request.time - before.time < wait && request.time > before.time)
      breaches.push(describe(request, `comes too soon after pause ${before.count}`));
    const isPause = request.status === 429 || request.status === 503;
    const isDoubling = isPause && !(Number(request.sent["retry-after"]) > 0);
    const count = isDoubling ? (before?.count ?? 0) + 1 : 0;
    inARow.set(request.host, { count, time: request.time });
  }
  return { occasions, breaches };
}

/** Returns of a feed within a few hours, without which nothing can be said of a beat. */
const returnsAtLeast = 12;

function judgeBeat(requests: readonly RecordedRequest[]): Judgement {
  const last = new Map<string, number>();
  const gaps = new Map<string, number[]>();
  for (const request of requests.filter((one) => isFeed(one) && hasCome(one))) {
    const address = request.host + request.path;
    const gap = request.time - (last.get(address) ?? -Infinity);
    last.set(address, request.time);
    if (gap < 3 * hour) gaps.set(address, [...(gaps.get(address) ?? []), gap]);
  }
  const often = [...gaps].filter(([, all]) => all.length >= returnsAtLeast);
  const breaches = often
    .filter(([, all]) => new Set(all.map((gap) => Math.round(gap / 60_000))).size < 2)
    .map(([address]) => `GET ${address}: comes at one interval`);
  return { occasions: often.length, breaches };
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
    if (before !== undefined && request.byHand !== true) {
      occasions++;
      const wait = Math.min(day, hour * 2 ** (before.count - 1));
      if (request.time - before.time < wait)
        breaches.push(describe(request, `comes too soon after failure ${before.count}`));
    }
    const isFailing =
      request.status === 0 ||
      (request.status >= 500 && request.status !== 503) ||
      (request.status === 200 && isNoFeed(request));
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
