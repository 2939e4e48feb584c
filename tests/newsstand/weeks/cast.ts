import type { FeedWishes } from "../etiquette/schedule-rules.ts";
import type { Newsstand } from "../newsstand.ts";
import type { Publisher } from "../types.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** Titles with which each rule can be broken. */
export interface Cast {
  readonly wishes: ReadonlyMap<string, FeedWishes>;
  /** At which hour the person signs in, and where. */
  readonly signIn: { readonly hour: number; readonly publisher: Publisher };
  /** What happens in an hour, counted from the start. */
  act(hoursPassed: number): void;
}

function feedAsking(wish: string): string {
  return `<rss version="2.0"><channel><title>Asks</title>${wish}
    <item><guid>1</guid><title>A story</title></item></channel></rss>`;
}

/** Leads to somebody else, who is not to be told the password. */
function lead(locked: Publisher, newsstand: Newsstand): void {
  const stranger = newsstand.add({ slug: "stranger", behaviour: { validators: "none" } });
  locked.behave({ redirect: { status: 302, to: stranger.feedAddress } });
}

const contentType = "application/rss+xml";

/** Adds them to a newsstand; `now`: the moment at which the weeks begin. */
export function addCast(newsstand: Newsstand, now: number): Cast {
  const moving = (slug: string): Publisher =>
    newsstand.add({
      slug,
      feedPath: "/old.xml",
      body: feedAsking(""),
      contentType,
      resources: { "/new.xml": { body: feedAsking(""), contentType } },
    });
  const stories = [0, 1, 2, 3, 4].map((number) => ({ published: now - number * 3.5 * day }));
  const seldom = newsstand.add({ slug: "seldom", stories });
  const busy = newsstand.add({ slug: "busy" });
  const gone = newsstand.add({ slug: "gone" });
  const missing = newsstand.add({ slug: "missing" });
  const broken = newsstand.add({ slug: "broken" });
  const dropped = newsstand.add({ slug: "dropped" });
  const moved = moving("moved");
  const elsewhere = moving("elsewhere");
  newsstand.add({ slug: "unverifiable", behaviour: { validators: "none" } });
  newsstand.add({ slug: "fresh", behaviour: { headers: { "cache-control": "max-age=14400" } } });
  const patient = newsstand.add({
    slug: "patient",
    body: feedAsking("<ttl>300</ttl>"),
    contentType,
  });
  const skipHours = [22, 23, 0, 1, 2, 3, 4, 5];
  const asleep = newsstand.add({
    slug: "asleep",
    body: feedAsking(
      `<skipHours>${skipHours.map((at) => `<hour>${at}</hour>`).join("")}</skipHours>`,
    ),
    contentType,
  });
  const locked = newsstand.add({
    slug: "locked",
    behaviour: { lock: { user: "ann", password: "sesame" } },
    stories: stories.slice(0, 2),
  });
  const wall = newsstand.add({
    slug: "readers-only",
    behaviour: { paywall: "articles" },
    stories: stories.slice(0, 2),
  });
  const daily = newsstand.publishers[0];

  const events = new Map<number, () => void>([
    // The person signs in at hour 23; then the feed is closed to others too.
    [29, () => wall.behave({ paywall: "everything" })],
    [24, () => busy.behave({ status: 429, retryAfter: 7200 })],
    [30, () => missing.behave({ status: 404 })],
    [31, () => gone.behave({ status: 410 })],
    [32, () => broken.behave({ status: 500 })],
    [33, () => dropped.behave({ connection: "drop" })],
    [34, () => moved.behave({ redirect: { status: 301, to: "/new.xml" } })],
    [35, () => elsewhere.behave({ redirect: { status: 302, to: "/new.xml" } })],
    [40, () => lead(locked, newsstand)],
    [90, () => locked.behave()],
    [48, () => busy.behave({ status: 503, retryAfter: null })],
    [60, () => busy.behave()],
    [120, () => broken.behave()],
    [121, () => dropped.behave()],
  ]);
  return {
    wishes: new Map<string, FeedWishes>([
      [patient.host, { waitMinutes: 300 }],
      [asleep.host, { skipHours }],
      [seldom.host, { perWeek: 2 }],
    ]),
    signIn: { hour: 23, publisher: wall },
    act(hoursPassed) {
      events.get(hoursPassed)?.();
      if (hoursPassed % 50 === 49) newsstand.publishStory(wall.slug);
      if (hoursPassed % 84 === 83) newsstand.publishStory(seldom.slug);
      if (hoursPassed % 5 === 4 && daily !== undefined) newsstand.publishStory(daily.slug);
    },
  };
}
