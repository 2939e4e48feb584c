import { describe, expect, it } from "vitest";
import {
  dueAt,
  isDue,
  mayVisitNow,
  never,
  pauseUntil,
  planVisit,
  type VisitOutcome,
} from "../../../main/fetching/fetching.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** A Monday, 10:30 UTC. */
const now = Date.UTC(2026, 10, 23, 10, 30);

type Circumstances = Parameters<typeof planVisit>[1];
const usual: Circumstances = {
  now,
  refreshMinutes: 60,
  wishes: null,
  rhythm: null,
  lastFailure: null,
  hostPauses: 0,
  random: 0,
};
const read: VisitOutcome = { kind: "read", hasValidator: true, freshSeconds: null };
const failed = (status: number | null, retryAfter: number | null = null): VisitOutcome => ({
  kind: "failed",
  code: status === null ? "unreachable" : "http-status",
  details: {},
  status,
  retryAfter,
});
const wait = (outcome: VisitOutcome, more: Partial<Circumstances> = {}): number =>
  planVisit(outcome, { ...usual, ...more }).nextVisit - now;
const failure = (attempts: number): Circumstances["lastFailure"] => ({
  code: "http-status",
  details: {},
  attempts,
  since: now - day,
});

describe("after a good visit", () => {
  it("the next is an hour later, as set", () => {
    expect(wait(read)).toBe(hour);
    expect(wait(read, { refreshMinutes: 180 })).toBe(3 * hour);
  });
  it("it is spread a little, never earlier", () => {
    expect(wait(read, { random: 1 })).toBeCloseTo(1.1 * hour);
  });
  it("it is a day later when the server gives no validator", () => {
    const plan = planVisit({ ...read, hasValidator: false }, usual);
    expect(plan).toMatchObject({ nextVisit: now + day, reason: "no-validator" });
  });
  it("max-age is waited for, up to a day", () => {
    expect(wait({ ...read, freshSeconds: 4 * 3600 })).toBe(4 * hour);
    expect(wait({ ...read, freshSeconds: 31_536_000 })).toBe(day);
    expect(wait({ ...read, freshSeconds: 60 })).toBe(hour);
  });
  it("ttl is waited for, and the reason is told", () => {
    const wishes = { waitMinutes: 360, skipHours: [], skipDays: [] };
    expect(planVisit(read, { ...usual, wishes })).toMatchObject({
      nextVisit: now + 6 * hour,
      reason: "publisher-asks",
    });
  });
  it("hours and days to skip are skipped", () => {
    expect(wait(read, { wishes: { waitMinutes: null, skipHours: [11, 12], skipDays: [] } })).toBe(
      2.5 * hour,
    );
    expect(wait(read, { wishes: { waitMinutes: null, skipHours: [], skipDays: [1] } })).toBe(
      13.5 * hour,
    );
  });
  it("a publisher that forbids every hour is taken for a mistake", () => {
    const skipHours = Array.from({ length: 24 }, (_, index) => index);
    expect(wait(read, { wishes: { waitMinutes: null, skipHours, skipDays: [] } })).toBe(hour);
  });
  it("an earlier failure is forgotten", () => {
    expect(planVisit(read, { ...usual, lastFailure: failure(3) }).failure).toBeNull();
  });
});

describe("after a failure", () => {
  it("5xx and silence back off by doubling, up to a day", () => {
    for (const status of [500, 502, null]) {
      const waits = [0, 1, 2, 3, 9].map((attempts) =>
        wait(failed(status), { lastFailure: attempts === 0 ? null : failure(attempts) }),
      );
      expect(waits).toEqual([hour, 2 * hour, 4 * hour, 8 * hour, day]);
    }
  });
  it.each([401, 403, 404])("%s waits daily, after a week weekly", (status) => {
    expect(wait(failed(status))).toBe(day);
    expect(wait(failed(status), { lastFailure: failure(7) })).toBe(7 * day);
  });
  it("410 is for good", () => {
    expect(planVisit(failed(410), usual)).toMatchObject({ nextVisit: never, reason: "gone" });
  });
  it.each([429, 503])("%s stops the whole host until Retry-After", (status) => {
    expect(planVisit(failed(status, now + 2 * hour), usual)).toMatchObject({
      nextVisit: now + 2 * hour,
      reason: "host-asks",
    });
  });
  it("429 without Retry-After, or with 0, waits ten minutes, doubling", () => {
    for (const retryAfter of [null, now]) {
      expect(wait(failed(429, retryAfter))).toBe(10 * minute);
      expect(wait(failed(429, retryAfter), { hostPauses: 2 })).toBe(40 * minute);
    }
  });
  it("a host may not stop us for more than a week", () => {
    expect(pauseUntil(now + 400 * day, 0, now)).toBe(now + 7 * day);
    expect(pauseUntil(null, 40, now)).toBe(now + 2560 * minute);
  });
  it("counts attempts and remembers since when", () => {
    expect(planVisit(failed(500), { ...usual, lastFailure: failure(2) }).failure).toMatchObject({
      attempts: 3,
      since: now - day,
    });
  });
});

describe("a person's wish to refresh", () => {
  const visited = (
    minutesAgo: number,
    nextVisitReason: Parameters<typeof mayVisitNow>[0] extends infer Facts
      ? NonNullable<Facts> extends { nextVisitReason: infer Reason }
        ? Reason
        : never
      : never,
  ) => ({ lastVisit: now - minutesAgo * minute, nextVisit: now + hour, nextVisitReason });

  it("goes before the plan, for one title once a minute", () => {
    expect(mayVisitNow(visited(2, "interval"), "one", now)).toBe(true);
    expect(mayVisitNow(visited(0.5, "interval"), "one", now)).toBe(false);
    expect(mayVisitNow(visited(2, "publisher-asks"), "one", now)).toBe(true);
  });
  it("does not go before a publisher's own time when all are refreshed", () => {
    expect(mayVisitNow(visited(30, "interval"), "many", now)).toBe(true);
    expect(mayVisitNow(visited(30, "publisher-asks"), "many", now)).toBe(false);
    expect(mayVisitNow(visited(30, "no-validator"), "many", now)).toBe(false);
    expect(mayVisitNow(visited(30, "gone"), "many", now)).toBe(false);
  });
  it("never goes before a host's wish to be left alone", () => {
    expect(mayVisitNow(visited(30, "host-asks"), "one", now)).toBe(false);
    expect(mayVisitNow(visited(30, "host-asks"), "many", now)).toBe(false);
  });
  it("is always right for a title never visited, and one that is due", () => {
    expect(mayVisitNow(undefined, "many", now)).toBe(true);
    expect(isDue(undefined, now)).toBe(true);
    expect(isDue({ lastVisit: 0, nextVisit: now, nextVisitReason: "interval" }, now)).toBe(true);
    expect(isDue({ lastVisit: 0, nextVisit: now + 1, nextVisitReason: "interval" }, now)).toBe(
      false,
    );
  });
  it("does not follow a plan made while the clock was ahead; gone is gone", () => {
    const ahead = { lastVisit: now + 900 * day, nextVisit: now + 901 * day };
    expect(isDue({ ...ahead, nextVisitReason: "interval" }, now)).toBe(true);
    const gone = { lastVisit: ahead.lastVisit, nextVisit: never };
    expect(isDue({ ...gone, nextVisitReason: "gone" }, now)).toBe(false);
    const slightly = { lastVisit: now + 5 * minute, nextVisit: now + hour };
    expect(isDue({ ...slightly, nextVisitReason: "interval" }, now)).toBe(false);
  });
  it("passes over hours without visits, should the machine have slept through the planned one", () => {
    const noon = Date.UTC(2026, 10, 23, 12, 30);
    const visit = {
      lastVisit: noon - day,
      nextVisit: noon - hour,
      nextVisitReason: "interval" as const,
      wishes: { skipHours: [12, 13], skipDays: [] },
    };
    expect(isDue(visit, noon)).toBe(false);
    expect(dueAt(visit, noon)).toBe(Date.UTC(2026, 10, 23, 14));
    expect(isDue(visit, noon + 2 * hour)).toBe(true);
  });
});
