/** Well-known platforms as the newsstand plays them: the shapes of their pages on loopback hosts. */
import type { Newsstand } from "./newsstand.ts";
import type { Resource } from "./types.ts";

/** Real hosts and the titles of the newsstand that play them. */
export const playedHosts: ReadonlyMap<string, string> = new Map([
  ["www.youtube.com", "youtube"],
  ["github.com", "github"],
  ["www.reddit.com", "reddit"],
  ["podcasts.apple.com", "apple-podcasts"],
  ["consent.youtube.com", "youtube-asking"],
]);

export const channelId = "UC_x5XG1OV2P6uZZ5FSM9Ttw";

const page = (body: string, status?: number): Resource => ({
  body: `<!doctype html><html><head>${body}</html>`,
  contentType: "text/html; charset=utf-8",
  ...(status !== undefined && { status }),
});
const atom = (title: string, ...ids: readonly string[]): Resource => ({
  body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>${title}</title>${ids
    .map(
      (id) =>
        `<entry><id>${id}</id><title>${id}</title><updated>2026-01-02T00:00:00Z</updated></entry>`,
    )
    .join("")}</feed>`,
  contentType: "application/atom+xml",
});
const stories = [{ headline: "First" }, { headline: "Second" }];

/** Adds the platforms, and sites with the usual obstacles, to a newsstand. */
export function addPlatforms(newsstand: Newsstand): void {
  newsstand.add({
    slug: "youtube",
    title: "A channel",
    format: "atom",
    feedPath: "/feeds/videos.xml",
    stories,
    resources: {
      "/@handle": page(
        `<title>A channel - YouTube</title></head><body><script>var ytInitialData = {"metadata":{"channelMetadataRenderer":{"externalId":"${channelId}"}}};</script>`,
      ),
      "/watch": page(
        `<title>A film - YouTube</title></head><body><script>var ytInitialPlayerResponse = {"microformat":{"externalChannelId":"${channelId}"}};</script>`,
      ),
    },
  });
  newsstand.add({
    slug: "github",
    title: "Release notes",
    format: "atom",
    feedPath: "/lit/lit/releases.atom",
    stories,
    resources: {
      "/lit/lit/commits.atom": atom("Recent commits to lit:main", "a", "b", "c"),
      "/lit/lit/tags.atom": atom("Tags from lit"),
    },
  });
  newsstand.add({
    slug: "reddit",
    feedPath: "/r/news/.rss",
    behaviour: { status: 429, retryAfter: 600 },
  });
  newsstand.add({
    slug: "apple-podcasts",
    resources: {
      "/us/podcast/known/id1": page(
        `<title>A show</title></head><body><script type="application/json">{"feedUrl":"https:\\/\\/www.youtube.com\\/feeds\\/videos.xml"}</script>`,
      ),
      "/us/podcast/silent/id2": page("<title>A show</title></head><body>"),
    },
  });
  newsstand.add({
    slug: "social",
    title: "Ann",
    feedPath: "/@ann.rss",
    stories,
    resources: {
      "/@ann": page(
        '<meta name="generator" content="Mastodon v4.4.0"><title>Ann</title></head><body><div id="mastodon">',
      ),
    },
  });
  newsstand.add({
    slug: "blog",
    title: "A blog",
    feedPath: "/feed/",
    stories,
    resources: {
      "/": page(
        '<meta name="generator" content="WordPress 6.9"><link rel="alternate" type="application/rss+xml" title="A blog &raquo; Feed" href="/feed/"></head><body>',
      ),
      "/a-story/": page(
        '<link rel="alternate" type="application/rss+xml" title="A blog &raquo; A story Comments Feed" href="/a-story/feed/"><link rel="alternate" type="application/rss+xml" title="A blog &raquo; Feed" href="/feed/"></head><body>',
      ),
      "/bare-story/": page("<title>A story without links</title></head><body>"),
      "/a-story/feed/": atom("Comments on: A story", "x"),
      "/feed/atom/": atom("A blog, again", "First"),
    },
  });
  newsstand.add({
    slug: "ghostly",
    feedPath: "/rss/",
    stories,
    resources: {
      "/": page('<meta name="generator" content="Ghost 5.100"><title>Ghostly</title></head><body>'),
    },
  });
  for (const [slug, body] of [
    ["guarded", '<title>Just a moment...</title><script src="/cdn-cgi/challenge-platform/x.js">'],
    ["members", '<title>Sign in</title><form><input type="password" name="p"></form>'],
    ["youtube-asking", "<title>Before you continue to YouTube</title>"],
    ["asking", "<title>We value your privacy</title><button>Accept all</button>"],
    ["empty-handed", "<title>Nothing</title><p>Nothing to subscribe to."],
  ] as const) {
    newsstand.add({ slug, feedPath: "/hidden", resources: { "/": page(body) } });
  }
}
