import { expect, test } from "vitest";
import { lookIntoPage, platformOf } from "../../../main/feeds/feeds.ts";

const channel = "UC_x5XG1OV2P6uZZ5FSM9Ttw";
const videos = "https://www.youtube.com/feeds/videos.xml";

/** Addresses as people copy them, and the feeds that belong to them, on the same service. */
test.each([
  [`https://www.youtube.com/channel/${channel}`, `${videos}?channel_id=${channel}`],
  [`https://m.youtube.com/channel/${channel}/videos`, `${videos}?channel_id=${channel}`],
  ["https://youtube.com/user/Google", `${videos}?user=Google`],
  [
    "https://www.youtube.com/playlist?list=PLOU2XLYxmsIJqntMn36kS3y_lxKmQiaAS",
    `${videos}?playlist_id=PLOU2XLYxmsIJqntMn36kS3y_lxKmQiaAS`,
  ],
  ["https://vimeo.com/staff", "https://vimeo.com/staff/videos/rss"],
  ["https://vimeo.com/channels/staffpicks", "https://vimeo.com/channels/staffpicks/videos/rss"],
  ["https://www.dailymotion.com/arte", "https://www.dailymotion.com/rss/user/arte"],
  ["https://odysee.com/@Channel:1", "https://odysee.com/$/rss/@Channel:1"],
  ["https://www.reddit.com/r/worldnews/", "https://www.reddit.com/r/worldnews/.rss"],
  ["https://reddit.com/r/a+b", "https://www.reddit.com/r/a+b/.rss"],
  ["https://old.reddit.com/r/news/top/?t=week", "https://old.reddit.com/r/news/top/.rss?t=week"],
  ["https://www.reddit.com/u/someone", "https://www.reddit.com/user/someone/.rss"],
  ["https://www.reddit.com/user/a/m/multi/", "https://www.reddit.com/user/a/m/multi/.rss"],
  [
    "https://www.reddit.com/r/news/comments/1abc/a_headline/",
    "https://www.reddit.com/r/news/comments/1abc/a_headline/.rss",
  ],
  ["https://bsky.app/profile/ann.example", "https://bsky.app/profile/ann.example/rss"],
  ["https://staff.tumblr.com/post/1/x", "https://staff.tumblr.com/rss"],
  ["https://staff.tumblr.com/tagged/art", "https://staff.tumblr.com/tagged/art/rss"],
  ["https://www.tumblr.com/staff", "https://staff.tumblr.com/rss"],
  [
    "https://www.flickr.com/photos/12037949754@N01/",
    "https://www.flickr.com/services/feeds/photos_public.gne?id=12037949754@N01",
  ],
  [
    "https://www.flickr.com/groups/34427469792@N01/pool",
    "https://www.flickr.com/services/feeds/groups_pool.gne?id=34427469792@N01",
  ],
  ["https://www.pinterest.com/ann/", "https://www.pinterest.com/ann/feed.rss"],
  ["https://www.pinterest.de/ann/art/", "https://www.pinterest.de/ann/art.rss"],
  ["https://letterboxd.com/ann/films/", "https://letterboxd.com/ann/rss/"],
  ["https://github.com/torvalds", "https://github.com/torvalds.atom"],
  ["https://gitlab.com/ann", "https://gitlab.com/ann.atom"],
  ["https://codeberg.org/ann", "https://codeberg.org/ann.rss"],
  ["https://medium.com/@ann", "https://medium.com/feed/@ann"],
  ["https://medium.com/@ann/a-story-1234", "https://medium.com/feed/@ann"],
  ["https://medium.com/publication/tagged/art", "https://medium.com/feed/publication/tagged/art"],
  ["https://medium.com/tag/science", "https://medium.com/feed/tag/science"],
  ["https://ann.medium.com/a-story-1", "https://ann.medium.com/feed"],
  ["https://letter.substack.com/p/a-post", "https://letter.substack.com/feed"],
  ["https://ann.wordpress.com/2026/01/02/x/", "https://ann.wordpress.com/feed/"],
  ["https://ann.blogspot.com/2026/01/x.html", "https://ann.blogspot.com/feeds/posts/default"],
  ["https://ann.blogspot.co.uk/", "https://ann.blogspot.co.uk/feeds/posts/default"],
  ["https://buttondown.com/ann/archive/", "https://buttondown.com/ann/rss"],
  ["https://buttondown.email/ann", "https://buttondown.email/ann/rss"],
  ["https://dev.to/ann", "https://dev.to/feed/ann"],
  ["https://dev.to/t/webdev", "https://dev.to/feed/tag/webdev"],
  ["https://ann.livejournal.com/1.html", "https://ann.livejournal.com/data/atom"],
  [
    "https://stackoverflow.com/questions/tagged/lit+css",
    "https://stackoverflow.com/feeds/tag/lit+css",
  ],
  ["https://cooking.stackexchange.com/", "https://cooking.stackexchange.com/feeds"],
  ["https://news.ycombinator.com/news", "https://news.ycombinator.com/rss"],
  ["https://lobste.rs/t/rust", "https://lobste.rs/t/rust.rss"],
  ["https://arxiv.org/list/cs.AI/recent", "https://rss.arxiv.org/rss/cs.AI"],
  [
    "https://de.wikipedia.org/wiki/Spezial:Letzte_%C3%84nderungen",
    "https://de.wikipedia.org/w/api.php?action=feedrecentchanges&feedformat=atom",
  ],
])("%s has its feed at %s", (address, feed) => {
  const answer = platformOf(address);
  expect(answer?.kind === "feeds" && answer.addresses).toEqual([feed]);
});

test.each([
  [
    "https://github.com/lit/lit",
    ["/lit/lit/releases.atom", "/lit/lit/commits.atom", "/lit/lit/tags.atom"],
  ],
  [
    "https://github.com/lit/lit/commits/main/",
    ["/lit/lit/commits/main.atom", "/lit/lit/releases.atom"],
  ],
  [
    "https://github.com/lit/lit.git",
    ["/lit/lit/releases.atom", "/lit/lit/commits.atom", "/lit/lit/tags.atom"],
  ],
  ["https://github.com/lit/lit/tags", ["/lit/lit/tags.atom", "/lit/lit/releases.atom"]],
  [
    "https://gitlab.com/a/b/c",
    ["/a/b/c/-/releases.atom", "/a/b/c/-/commits/HEAD?format=atom", "/a/b/c/-/tags?format=atom"],
  ],
  [
    "https://gitlab.gnome.org/GNOME/gtk/-/commits/main",
    ["/GNOME/gtk/-/commits/main?format=atom", "/GNOME/gtk/-/releases.atom"],
  ],
  ["https://codeberg.org/a/b", ["/a/b.rss", "/a/b/releases.rss"]],
  ["https://git.sr.ht/~a/b", ["/~a/b/refs/rss.xml", "/~a/b/log/rss.xml"]],
  ["https://ann.wordpress.com/category/art/", ["/category/art/feed/", "/feed/"]],
  [
    "https://ann.blogspot.com/search/label/Art",
    ["/feeds/posts/default/-/Art", "/feeds/posts/default"],
  ],
  ["https://stackoverflow.com/questions/11227809/why", ["/feeds/question/11227809", "/feeds"]],
  [
    "https://en.wikipedia.org/wiki/Newspaper",
    [
      "/w/index.php?title=Newspaper&action=history&feed=atom",
      "/w/api.php?action=feedrecentchanges&feedformat=atom",
    ],
  ],
])("%s offers several", (address, paths) => {
  const answer = platformOf(address);
  expect(answer?.kind === "feeds" && answer.addresses).toEqual(
    paths.map((path) => new URL(address).origin + path),
  );
});

test.each([
  "https://www.youtube.com/@Google",
  "https://www.youtube.com/c/Google/videos",
  "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
  "https://youtu.be/dQw4w9WgXcQ?si=x",
  "https://www.youtube.com/playlist?list=WL",
  "https://podcasts.apple.com/us/podcast/x/id1200361736",
  "https://soundcloud.com/ann",
  "https://substack.com/@ann",
  "https://github.com/features/actions",
  "https://medium.com/",
])("the page of %s is looked into", (address) => {
  expect(platformOf(address)?.kind).toBe("page");
});

test.each([
  ["https://www.instagram.com/ann", "Instagram"],
  ["https://x.com/ann", "X"],
  ["https://mobile.twitter.com/ann", "X"],
  ["https://www.facebook.com/ann", "Facebook"],
  ["https://open.spotify.com/show/1", "Spotify"],
])("%s has none: %s", (address, platform) => {
  expect(platformOf(address)).toEqual({ kind: "none", platform });
});

test.each([
  "https://news.example/",
  "https://notgithub.com/a/b",
  "https://github.com.example/a/b",
  "https://example.com/?https://github.com/a/b",
  `${videos}?channel_id=${channel}`,
  "https://www.reddit.com/r/news/.rss",
  "https://github.com/lit/lit/releases.atom",
  "https://medium.com/feed/@ann",
  "https://ann.blogspot.com/feeds/posts/default",
  "https://news.google.com/rss/search?q=x",
  "https://bsky.app/profile/did:plc:1/rss",
  "https://vimeo.com/staff/videos/rss",
  "no address",
])("no rule holds for %s", (address) => {
  expect(platformOf(address)).toBeNull();
});

test.each([
  [
    "the channel's own page",
    "https://www.youtube.com/@Google",
    `<link rel="canonical" href="https://www.youtube.com/channel/${channel}"><script>{"channelId":"UC0000000000000000000000"}</script>`,
    `${videos}?channel_id=${channel}`,
  ],
  [
    "a film",
    "https://www.youtube.com/watch?v=1",
    `<meta itemprop="identifier" content="1"><script>{"externalChannelId":"${channel}"}</script>`,
    `${videos}?channel_id=${channel}`,
  ],
  [
    "a broadcast at Apple",
    "https://podcasts.apple.com/us/podcast/x/id1",
    String.raw`<script>{"feedUrl":"https:\/\/feeds.example\/show?a=1\u0026b=2"}</script>`,
    "https://feeds.example/show?a=1&b=2",
  ],
  [
    "sounds",
    "https://soundcloud.com/ann",
    '<meta property="al:ios:url" content="soundcloud://users:12345">',
    "https://feeds.soundcloud.com/users/soundcloud:users:12345/sounds.rss",
  ],
  [
    "a writer",
    "https://substack.com/@ann",
    String.raw`<script>JSON.parse("{\"publication\":{\"subdomain\":\"annwrites\"}}")</script>`,
    "https://annwrites.substack.com/feed",
  ],
  [
    "a newsletter",
    "https://letter.example/",
    '<a href="https://rss.beehiiv.com/feeds/AbC1.xml">x</a>',
    "https://rss.beehiiv.com/feeds/AbC1.xml",
  ],
])("a page names its feed in its scripts: %s", (_name, address, html, feed) => {
  expect(lookIntoPage(html, address).links.map((link) => link.address)).toEqual([feed]);
});
