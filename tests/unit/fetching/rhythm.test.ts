import { describe, expect, it } from "vitest";
import { isDue, planVisit, rhythmOf } from "../../../main/fetching/fetching.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = Date.UTC(2026, 10, 23, 10, 30);

/** Articles `gap` apart, the newest of them `since` ago. */
const every = (gap: number, since = 0, count = 10): number[] =>
  Array.from({ length: count }, (_, index) => now - since - index * gap);

type Circumstances = Parameters<typeof planVisit>[1];
function plan(
  published: readonly (number | null)[],
  more: Partial<Circumstances> = {},
  freshSeconds: number | null = null,
) {
  const { nextVisit, reason } = planVisit(
    { kind: "read", hasValidator: true, freshSeconds },
    {
      now,
      refreshMinutes: 60,
      wishes: null,
      rhythm: rhythmOf(published, now),
      lastFailure: null,
      hostPauses: 0,
      random: 0,
      ...more,
    },
  );
  return { wait: nextVisit - now, reason };
}

describe("a title's own rhythm", () => {
  it.each([
    ["every ten minutes", every(10 * minute), { wait: hour, reason: "interval" }],
    ["every three hours", every(3 * hour), { wait: hour, reason: "interval" }],
    ["daily", every(day), { wait: 6 * hour, reason: "rhythm" }],
    ["twice a week", every(3.5 * day), { wait: 21 * hour, reason: "rhythm" }],
    ["monthly", every(30 * day), { wait: day, reason: "rhythm" }],
    [
      "hourly, and silent for two days",
      every(hour, 2 * day),
      { wait: 12 * hour, reason: "rhythm" },
    ],
    ["once", [now - day], { wait: hour, reason: "interval" }],
    ["without dates", [null, null, null], { wait: hour, reason: "interval" }],
    ["all in one moment", every(0), { wait: hour, reason: "interval" }],
  ])("%s", (_, published, expected) => {
    expect(plan(published)).toEqual(expected);
  });

  it("takes many articles at once for one occasion, and one old article for an exception", () => {
    const weekly = [0, 7, 14, 21].flatMap((days) => every(minute, days * day, 5));
    expect(plan(weekly)).toEqual({ wait: day, reason: "rhythm" });
    expect(plan([...every(3 * hour), now - 900 * day]).reason).toBe("interval");
  });

  it("passes over dates in the future, and those that are no dates", () => {
    expect(plan([now + 400 * day, Number.NaN, ...every(day)]).wait).toBe(6 * hour);
  });

  it("never goes before the person's setting or what the publisher asks", () => {
    expect(plan(every(day), { refreshMinutes: 600 })).toEqual({
      wait: 10 * hour,
      reason: "interval",
    });
    const wishes = { waitMinutes: 720, skipHours: [], skipDays: [] };
    expect(plan(every(day), { wishes })).toEqual({ wait: 12 * hour, reason: "publisher-asks" });
    expect(plan(every(day), {}, 8 * 3600)).toEqual({ wait: 8 * hour, reason: "publisher-asks" });
  });

  it("is spread like every visit, and slows down while nothing comes", () => {
    expect(plan(every(day), { random: 1 }).wait).toBeCloseTo(6.6 * hour);
    const rhythm = rhythmOf(every(4 * hour), now);
    const later = now + 2 * day;
    expect(plan([], { rhythm, now: later }).wait + now - later).toBe(12 * hour);
  });
});

describe("a clock that was wrong", () => {
  const visited = { lastVisit: now - hour, nextVisitReason: "rhythm" } as const;
  it("does not silence a title: what is planned for the far future is due", () => {
    expect(isDue({ ...visited, nextVisit: now + 400 * day }, now)).toBe(true);
    expect(isDue({ ...visited, lastVisit: null, nextVisit: now + 400 * day }, now)).toBe(true);
    expect(isDue({ ...visited, nextVisit: now + 8 * day }, now)).toBe(false);
  });
  it("that is set back by a year makes what was visited in that future due", () => {
    const ahead = { ...visited, lastVisit: now, nextVisit: now + day };
    expect(isDue(ahead, now - 365 * day)).toBe(true);
  });
});
