import { setTimeout as sleep } from "node:timers/promises";
import type { FeedId, Handlers } from "../../../preload/contract/contract.ts";
import type { FeedWishes } from "../etiquette/schedule-rules.ts";
import type { Newsstand } from "../newsstand.ts";
import type { EtiquetteCheck, Publisher, RecordedRequest } from "../types.ts";

/** What is harder to keep, and what a person does meanwhile. */
export interface Trials {
  readonly wishes: ReadonlyMap<string, FeedWishes>;
  /** Rules that are judged by what the program says of itself. */
  readonly seen: readonly EtiquetteCheck[];
  /** Requests that the person asked for. */
  readonly byHand: ReadonlySet<RecordedRequest>;
  /** What happens in an hour, counted from the start; rejects when the program refuses what it must not. */
  act(hoursPassed: number, handlers: Handlers): Promise<void>;
}

const rss = (title: string, inside: string): string =>
  `<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel>
    <title>${title}</title>${inside}</channel></rss>`;
const contentType = "application/rss+xml";
const item = "<item><guid>1</guid><title>A story</title></item>";
const weekend = ["Saturday", "Sunday"];

/** Adds titles that everybody follows; others come when their time has come. */
function addTitles(newsstand: Newsstand) {
  const asking = (slug: string, wish: string): Publisher =>
    newsstand.add({ slug, body: rss(slug, wish + item), contentType });
  const { port } = newsstand;
  // One host, so that the chain is not cut by the guard against private networks.
  const hops = Array.from({ length: 14 }, (_, hop) => [
    `/hop-${hop}`,
    { body: "", contentType: "text/plain", status: 302, location: `/hop-${hop + 1}` },
  ]);
  const lure = `<item><guid>1</guid><title>Look</title><description>&lt;p&gt;Some words that say
    something &lt;img src="http://router.localhost:${port}/admin.png"&gt;&lt;/p&gt;</description></item>`;
  return {
    winding: newsstand.add({
      slug: "winding",
      resources: Object.fromEntries(hops) as Record<string, never>,
    }),
    expiring: newsstand.add({
      slug: "expiring",
      behaviour: {
        headers: {
          date: "Mon, 23 Nov 2026 06:00:00 GMT",
          expires: "Mon, 23 Nov 2026 11:00:00 GMT",
        },
      },
    }),
    resting: asking(
      "resting",
      `<skipDays>${weekend.map((name) => `<day>${name}</day>`).join("")}</skipDays>`,
    ),
    syndicated: asking(
      "syndicated",
      "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>",
    ),
    portal: newsstand.add({ slug: "portal" }),
    film: newsstand.add({ slug: "film" }),
    endless: newsstand.add({ slug: "endless" }),
    luring: newsstand.add({ slug: "luring", body: rss("Luring", lure), contentType }),
    leading: newsstand.add({ slug: "leading" }),
    second: newsstand.add({ slug: "to-be-edited" }),
  };
}

/** Adds titles to a newsstand, before it is followed. */
export function addTrials(newsstand: Newsstand): Trials {
  const titles = addTitles(newsstand);
  const seen: EtiquetteCheck[] = [];
  const byHand = new Set<RecordedRequest>();
  let failingBefore = "";

  const events = new Map<number, (handlers: Handlers) => Promise<void> | void>([
    [1, () => void newsstand.add({ slug: "router", body: rss("Router", item), contentType })],
    [2, (handlers) => followGuarded(newsstand, handlers)],
    [
      26,
      async (handlers) => {
        const before = newsstand.requests().length;
        await hurry(handlers);
        for (const request of newsstand.requests().slice(before)) byHand.add(request);
      },
    ],
    [36, () => titles.winding.behave({ redirect: { status: 302, to: "/hop-0" } })],
    [37, () => titles.portal.behave({ body: "html", validators: "none" })],
    [38, () => titles.film.behave({ body: "film", validators: "none" })],
    [39, () => titles.endless.behave({ connection: "endless", validators: "none" })],
    [
      40,
      () => {
        const to = `http://router.localhost:${newsstand.port}/feed.xml`;
        titles.leading.behave({ redirect: { status: 302, to } });
      },
    ],
    [41, () => leadOut(newsstand)],
    [50, () => newsstand.publisher("guarded").behave()],
    [80, () => titles.endless.behave()],
    [81, () => titles.film.behave()],
    [90, () => titles.portal.behave()],
    [20, (handlers) => editAddress(titles.second, newsstand, handlers)],
    [
      150,
      async (handlers) => {
        failingBefore = await failing(handlers);
        newsstand.plug(false);
      },
    ],
    [
      153,
      async (handlers) => {
        const after = await failing(handlers);
        newsstand.plug(true);
        seen.push({
          name: "no-network-no-blame",
          rule: "While no network is there at all, no title is called failing for it.",
          occasions: 1,
          breaches:
            after === failingBefore ? [] : [`failing before: ${failingBefore}, after: ${after}`],
        });
      },
    ],
  ]);
  return {
    seen,
    byHand,
    wishes: new Map<string, FeedWishes>([
      [titles.resting.host, { skipDays: [0, 6] }],
      [titles.syndicated.host, { waitMinutes: 360 }],
      [titles.luring.host, { leadsAstray: true }],
      [titles.leading.host, { leadsAstray: true }],
      [`router.localhost:${newsstand.port}`, { isPrivate: true }],
    ]),
    async act(hoursPassed, handlers) {
      await events.get(hoursPassed)?.(handlers);
    },
  };
}

/** A person looks for a private title and follows what is found: that is one request. */
async function followGuarded(newsstand: Newsstand, handlers: Handlers): Promise<void> {
  const lock = { user: "ann", password: "sesame" };
  newsstand.add({ slug: "guarded", body: rss("Guarded", item), contentType, behaviour: { lock } });
  const address = newsstand.secureAddress.replace("https://", "https://ann:sesame@");
  const [found] = (await handlers["sources.discover"]({ address })).candidates;
  if (found === undefined) throw new Error("the guarded title was not found");
  await handlers["sources.follow"]({ feeds: [{ address: found.address }], folderId: null });
}

/** To the same title, without encryption. */
function leadOut(newsstand: Newsstand): void {
  const guarded = newsstand.publisher("guarded");
  guarded.behave({ redirect: { status: 302, to: guarded.feedAddress } });
}

/** Everything at once and over again, as impatient people do. */
async function hurry(handlers: Handlers): Promise<void> {
  const { feeds } = await handlers["sources.list"]({});
  for (let time = 0; time < 3; time += 1) {
    await handlers["refresh.start"]({ scope: { kind: "all" } });
    for (const { id: feedId } of feeds) {
      // Some have to wait, and are told so.
      await refreshOne(feedId, handlers).catch(() => undefined);
      while ((await handlers["refresh.status"]({})).running) await sleep(5);
    }
  }
}

async function refreshOne(feedId: FeedId, handlers: Handlers): Promise<void> {
  await handlers["refresh.start"]({ scope: { kind: "feed", feedId } });
}

async function editAddress(
  { feedAddress }: Publisher,
  newsstand: Newsstand,
  handlers: Handlers,
): Promise<void> {
  const other = newsstand.add({ slug: "edited" });
  const { feeds } = await handlers["sources.list"]({});
  const feed = feeds.find(({ address }) => address === feedAddress);
  if (feed === undefined) throw new Error(`${feedAddress} is not followed`);
  await handlers["titles.setAddress"]({ feedId: feed.id, address: other.feedAddress });
}

/** Titles that are called failing, and how often in a row. */
async function failing(handlers: Handlers): Promise<string> {
  const { feeds } = await handlers["sources.list"]({});
  return feeds
    .flatMap(({ title, failure }) => (failure === null ? [] : [`${title} ${failure.attempts}`]))
    .join(", ");
}
