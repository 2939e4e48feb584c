import { afterAll, beforeAll, expect, test } from "vitest";
import { reportEtiquette } from "../../newsstand/etiquette/report-etiquette.ts";
import type { FeedWishes } from "../../newsstand/etiquette/schedule-rules.ts";
import { startNewsstand } from "../../newsstand/newsstand.ts";
import type { EtiquetteReport, Newsstand, RecordedRequest } from "../../newsstand/newsstand.ts";
import { ask } from "./ask.ts";

const minute = 60_000;
const hour = 60 * minute;
const noon = Date.UTC(2026, 10, 23, 12);

const courtesy = {
  "user-agent": "Broadsheet/0.1.0 (+https://broadsheet.example/)",
  accept: "application/rss+xml, application/atom+xml, application/xml;q=0.9",
  "accept-encoding": "gzip, br, zstd",
};

/** A polite visit of a feed, and what is different about it. */
function visit(changes: Partial<RecordedRequest> = {}): RecordedRequest {
  return {
    method: "GET",
    host: "a.localhost:80",
    path: "/feed.xml",
    kind: "feed",
    time: noon,
    atOnce: 1,
    allAtOnce: 1,
    isSecure: false,
    taken: 1000,
    status: 200,
    sent: {},
    ...changes,
    headers: { ...courtesy, ...changes.headers },
  };
}

function later(time: number, changes: Partial<RecordedRequest> = {}): RecordedRequest {
  return visit({ time: noon + time, ...changes });
}

function rude(report: EtiquetteReport): string[] {
  return report.checks.filter(({ breaches }) => breaches.length > 0).map(({ name }) => name);
}

const given = { etag: 'W/"1"', "last-modified": "Mon, 23 Nov 2026 09:00:00 GMT" };
const returned = { "if-none-match": 'W/"1"', "if-modified-since": "Mon, 23 Nov 2026 09:00:00 GMT" };
const picture = { kind: "picture", path: "/a.png" } as const;
const page = { kind: "page", path: "/story" } as const;
const icon = { kind: "icon", path: "/icon.png" } as const;
const signIn = visit({
  ...{ method: "POST", path: "/sign-in", kind: "sign-in", status: 303 },
  sent: { "set-cookie": "id=1; Path=/\nsince=2; Path=/" },
});
const hop = (number: number): RecordedRequest =>
  visit({ path: `/${number}`, kind: "other", status: 302, sent: { location: `/${number + 1}` } });
const moved = { status: 301, sent: { location: "/new.xml" } };

const day = 24 * hour;
const secure = {
  isSecure: true,
  host: "a.localhost:443",
  headers: { authorization: "Basic YTpi" },
};
const film = { sent: { "content-type": "video/mp4" } };
/** So often, so long after each other. */
const every = (gap: number, times: number, changes: Partial<RecordedRequest> = {}) =>
  Array.from({ length: times }, (_, number) => later(number * gap, changes));

/** What a rude client does, by the rule that it breaks: exactly that one. */
const rudeness: readonly (readonly [string, readonly RecordedRequest[]])[] = [
  ["get-only", [visit({ method: "HEAD" })]],
  ["no-referer", [visit({ headers: { referer: "http://b.localhost/" } })]],
  ["no-cookie", [visit({ ...picture, headers: { cookie: "id=1" } })]],
  [
    "no-cookie",
    // Set by the way, not by a sign-in.
    [
      visit({ ...page, sent: { "set-cookie": "id=1; Path=/" } }),
      visit({ ...picture, headers: { cookie: "id=1" } }),
    ],
  ],
  [
    "cookies-stay-home",
    [signIn, visit({ ...picture, host: "b.localhost:80", headers: { cookie: "id=1" } })],
  ],
  ["no-feed-cookie", [signIn, visit({ headers: { cookie: "id=1; since=2" } })]],
  ["no-authorization", [visit({ headers: { authorization: "Basic YTpi" } })]],
  [
    "no-authorization",
    [visit({ headers: { authorization: "Basic YTpi" }, sent: { vary: "accept-encoding" } })],
  ],
  ["no-origin", [visit({ headers: { origin: "http://b.localhost" } })]],
  ["honest-user-agent", [visit({ headers: { "user-agent": "Mozilla/5.0 (X11; Linux x86_64)" } })]],
  [
    "stable-user-agent",
    [visit(), later(hour, { headers: { "user-agent": "Broadsheet/0.1.1 (+https://b.example/)" } })],
  ],
  ["accepts-feeds", [visit({ headers: { accept: "*/*" } })]],
  ["accepts-compression", [visit({ headers: { "accept-encoding": "gzip, br" } })]],
  ["no-cache-busting", [visit({ headers: { "cache-control": "no-cache" } })]],
  ["no-cache-busting", [visit({ path: "/feed.xml?t=1" })]],
  ["two-connections", [visit({ atOnce: 3 })]],
  ["conditional-requests", [visit({ sent: given }), later(hour)]],
  [
    "conditional-requests",
    [visit({ sent: given }), later(hour, { headers: { ...returned, "if-none-match": '"1"' } })],
  ],
  [
    "conditional-requests",
    [
      visit({ sent: given }),
      later(hour, { status: 304, sent: { ...given, etag: '"2"' }, headers: returned }),
      later(2 * hour, { headers: returned }),
    ],
  ],
  ["no-invented-validators", [visit({ headers: { "if-none-match": '"1"' } })]],
  ["no-invented-validators", [visit(), later(hour, { headers: { "if-modified-since": "now" } })]],
  ["minute-between-visits", [visit(), later(minute - 1)]],
  ["honours-max-age", [visit({ sent: { "cache-control": "public, max-age=7200" } }), later(hour)]],
  [
    "obeys-retry-after",
    [visit({ status: 429, sent: { "retry-after": "7200" } }), later(hour, { path: "/other.xml" })],
  ],
  ["obeys-retry-after", [visit({ status: 503 }), later(9 * minute)]],
  [
    "obeys-retry-after",
    [
      visit({ status: 503, sent: { "retry-after": new Date(noon + 2 * hour).toUTCString() } }),
      later(hour),
    ],
  ],
  ["gone-is-gone", [visit({ status: 410 }), later(1000 * hour)]],
  ["refused-backs-off", [visit({ status: 404 }), later(59 * minute)]],
  ["picture-once", [visit(picture), later(hour, picture)]],
  ["page-once", [visit(page), later(hour, page)]],
  ["icon-once", [visit(icon), later(hour, icon)]],
  ["ten-hops", Array.from({ length: 12 }, (_, number) => hop(number))],
  ["learns-moves", Array.from({ length: 9 }, (_, number) => later(number * hour, moved))],
  ["sixteen-at-once", [visit({ allAtOnce: 17 })]],
  ["drops-the-oversized", [visit({ taken: 30_000_000 })]],
  ["drops-what-is-no-text", [visit({ ...film, taken: 30_000_000 })]],
  [
    "no-downgrade",
    [
      visit({
        ...secure,
        status: 302,
        sent: { location: "http://a.localhost/feed.xml", vary: "authorization" },
      }),
      visit({ host: "a.localhost", path: "/feed.xml" }),
    ],
  ],
  ["honours-max-age", [visit({ sent: { expires: "Mon, 23 Nov 2026 14:00:00 GMT" } }), later(hour)]],
];

test.each(rudeness)("%s catches a rude client", (name, requests) => {
  const report = reportEtiquette(requests);
  expect(rude(report)).toEqual([name]);
  expect(report.breaches).toBe(1);
  expect(report.score).toBeLessThan(100);
});

const host = "a.localhost:80";
const validator = { etag: '"1"' };
const again = { headers: { "if-none-match": '"1"' }, sent: validator, status: 304 };

/** The same for what the program does by itself, which may break other rules besides. */
const haste: readonly (readonly [string, readonly RecordedRequest[], FeedWishes?])[] = [
  ["hour-between-visits", every(59 * minute, 2, again)],
  ["day-without-validator", every(23 * hour, 2)],
  ["honours-ttl", every(4 * hour, 2, again), { waitMinutes: 300 }],
  ["skips-hours", [visit()], { skipHours: [12] }],
  ["skips-days", [visit()], { skipDays: [1] }],
  ["keeps-to-rhythm", every(2 * hour, 24 * 14, again), { perWeek: 1 }],
  ["backs-off", every(90 * minute, 3, { status: 500 })],
  ["backs-off", every(90 * minute, 3, { sent: { "content-type": "text/html" } })],
  ["missing-daily", every(23 * hour, 2, { status: 404 })],
  ["missing-weekly", every(25 * hour, 9, { status: 403 })],
  ["pauses-double", every(15 * minute, 3, { status: 503 })],
  ["keeps-no-beat", every(hour, 14, again)],
  ["private-networks", [visit()], { isPrivate: true }],
  [
    "keeps-address",
    [
      visit({ host: "b.localhost", status: 302, sent: { location: "/new.xml" } }),
      visit({ host: "b.localhost", path: "/new.xml", kind: "other" }),
      later(hour, { host: "b.localhost", path: "/new.xml", kind: "other" }),
    ],
  ],
];

test.each(haste.map(([name, requests, wish]) => ({ name, requests, wish: wish ?? {} })))(
  "$name catches a hasty program",
  ({ name, requests, wish }) => {
    expect(rude(reportEtiquette(requests, new Map([[host, wish]])))).toContain(name);
  },
);

test("a program with good manners breaks none of these", () => {
  const gaps = [60, 66, 63, 61, 65, 62, 64, 66, 60, 61, 63, 65, 64];
  let time = 0;
  const polite = [visit({ sent: validator })];
  for (const gap of gaps) polite.push(later((time += gap * minute), again));
  const failing = [0, 1, 3, 7].map((hours) =>
    later(hours * hour, { host: "b.localhost", status: 500 }),
  );
  const missing = every(day + minute, 8, { host: "c.localhost", status: 404 });
  const later8 = later(7 * day + 8 * (day + minute), { host: "c.localhost", status: 404 });
  const paused = [0, 10, 30].map((minutes) =>
    later(minutes * minute, { host: "d.localhost", status: 503 }),
  );
  const requests = [...polite, ...failing, ...missing, later8, ...paused].sort(
    (one, other) => one.time - other.time,
  );
  expect(rude(reportEtiquette(requests, new Map([[host, { skipDays: [3] }]])))).toEqual([]);
});

test("every rule in the table is one that a rude client breaks", () => {
  const tested = new Set([...rudeness, ...haste].map(([name]) => name));
  const { checks } = reportEtiquette([], new Map());
  expect(checks.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([]);
});

test("a polite client scores 100", () => {
  const polite = [
    visit({ sent: given }),
    later(hour, { headers: returned, status: 304, sent: given }),
    later(2 * hour, { headers: returned, status: 429, sent: { "retry-after": "60" } }),
    later(2 * hour + minute, { headers: returned, sent: { ...given, etag: '"2"' } }),
    later(3 * hour, picture),
    later(3 * hour, page),
    signIn,
    later(3 * hour, { ...picture, path: "/b.png", headers: { cookie: "id=1; since=2" } }),
    later(3 * hour, { path: "/for-readers.xml", status: 401 }),
    later(3 * hour, { path: "/for-readers.xml", headers: { cookie: "id=1" } }),
    ...Array.from({ length: 10 }, (_, number) => ({ ...hop(number), time: noon + 3 * hour })),
    later(3 * hour, { path: "/10", kind: "other" }),
  ];
  const report = reportEtiquette(polite);
  expect(rude(report)).toEqual([]);
  expect(report.score).toBe(100);
});

let newsstand: Newsstand;

beforeAll(async () => {
  newsstand = await startNewsstand({ publishers: 1 });
});

afterAll(async () => {
  await newsstand.close();
});

test("the newsstand judges what it has seen", async () => {
  const address = newsstand.publisher("harbour-times").feedAddress;
  await ask(address, { headers: courtesy });
  expect(newsstand.etiquette().score).toBe(100);
  await ask(address, { headers: courtesy });
  expect(rude(newsstand.etiquette())).toEqual(["conditional-requests", "minute-between-visits"]);
});

test("three requests at once are noticed, three in a row are not", async () => {
  newsstand.reset();
  const publisher = newsstand.publisher("harbour-times");
  for (const name of ["a", "b", "c"]) await ask(`${publisher.siteAddress}${name}`);
  publisher.behave({ delay: 50 });
  expect(newsstand.requests().map(({ atOnce }) => atOnce)).toEqual([1, 1, 1]);
  await Promise.all(["d", "e", "f"].map((name) => ask(`${publisher.siteAddress}${name}`)));
  expect(Math.max(...newsstand.requests().map(({ atOnce }) => atOnce))).toBe(3);
});
