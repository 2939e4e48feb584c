import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  missingSecret,
  publicAddress,
  splitSecret,
  withSecretsOf,
} from "../../../main/fetching/fetching.ts";

const hex = "9f86d081884c7d659a2feaa0c55ad015";
const uuid = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
const webToken = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N";
const hidden = (token: string): string =>
  `hidden-${createHash("sha256").update(token).digest("hex").slice(0, 6)}`;

/** The address, and the part of it that nobody may see. */
const secrets: readonly (readonly [address: string, secret: string])[] = [
  [`https://github.com/ann.private.atom?token=AAB3${hex}`, `AAB3${hex}`],
  [`https://gitlab.com/dashboard/projects.atom?feed_token=glft-${hex}`, `glft-${hex}`],
  [`https://gitlab.com/a/b.atom?private_token=${hex}`, hex],
  [`https://gitlab.com/a/b.atom?rss_token=${hex}`, hex],
  ["https://www.patreon.com/rss/show?auth=Zx8Kq-1LmP0aQrStUv&show=7", "Zx8Kq-1LmP0aQrStUv"],
  [`https://api.substack.com/feed/podcast/12345/private/${uuid}.rss`, uuid],
  [`https://acme.memberful.example/rss/12?auth=${hex}`, hex],
  [`https://tt.example/public.php?op=rss&id=-2&key=${hex}`, hex],
  [`https://fresh.example/i/?a=rss&user=ann&token=sesame-2026`, "sesame-2026"],
  [`https://redmine.example/activity.atom?key=${hex}`, hex],
  ["https://wiki.example/api.php?action=feedwatchlist&wlowner=Ann&wltoken=s3sam3xy", "s3sam3xy"],
  [`https://www.reddit.com/.rss?feed=${hex}&user=ann`, hex],
  [`https://indexer.example/rss?t=2000&i=123&r=${hex}`, hex],
  [`https://tracker.example/rss.php?passkey=${hex}&cat=5`, hex],
  [`https://tracker.example/feed?torrent_pass=${hex}`, hex],
  [`https://feeds.pinboard.in/rss/secret:${hex}/u:ann/`, hex],
  ["https://feedbin.com/starred/kT9xPq2LmZ8aR4sV.xml", "kT9xPq2LmZ8aR4sV"],
  ["https://kill-the-newsletter.com/feeds/5m1lq2w8s9z7x3c4.xml", "5m1lq2w8s9z7x3c4"],
  ["https://www.instapaper.com/rss/12345/aB3dE5gH7jK9", "aB3dE5gH7jK9"],
  [`https://acme.supportingcast.fm/content/${webToken}.rss`, webToken],
  [`https://calendar.example/ical/ann/private-${hex}/basic.ics`, hex],
  [`https://news.example/feed?api_key=${hex}`, hex],
  [`https://news.example/feed?apikey=${hex}&lang=en`, hex],
  [`https://news.example/feed?lang=en&access_token=${hex}#top`, hex],
  [`https://news.example/feed?X-Amz-Signature=${hex}&X-Amz-Date=20260730T000000Z`, hex],
  ["https://news.example/feed?sig=a%2Bb9%2FQx7Lk2%3D&sv=2026", "a%2Bb9%2FQx7Lk2%3D"],
  ["https://news.example/feed?user=ann&password=sesame", "sesame"],
  ["https://news.example/feed?user=ann;pwd=sesame", "sesame"],
  ["https://ann:sesame@news.example/feed", "sesame"],
  ["https://ann:s%C3%A9same@news.example:8443/feed?a=b", "s%C3%A9same"],
  [`https://ghp_${hex}x@raw.example/feed.xml`, `ghp_${hex}x`],
  [`https://ghp_${hex}x:x-oauth-basic@raw.example/feed.xml`, `ghp_${hex}x`],
  [`https://${hex}:sesame@raw.example/feed.xml`, hex],
  ["https://ann.smith-1984%40mail.example.org:sesame@news.example/feed", "sesame"],
  [`https://news.example/token/${hex}/feed`, hex],
  [`https://news.example/rss?jwt=${webToken}`, webToken],
  [`https://news.example/rss?x=${webToken}`, webToken],
  [`https://flickr.example/activity.gne?user_id=1@N01&secret=${hex}`, hex],
];

const open: readonly string[] = [
  "https://news.example/feed",
  "https://news.example/feed?format=rss&partner=rss",
  "https://www.youtube.com/feeds/videos.xml?channel_id=UCXuqSBlHAE6Xw-yeJA0Tunw",
  "https://www.youtube.com/feeds/videos.xml?playlist_id=PLFgquLnL59alCl_2TQvOiD5Vgm1hCaGSI",
  "https://news.google.com/rss/search?q=token+economy&hl=en-US&gl=US&ceid=US:en",
  "https://news.google.com/rss/topics/CAAqJggKIiBDQkFTRWdvSUwyMHZNRGx1YlY4U0FtVnVHZ0pWVXlnQVAB",
  "https://rss.app/feeds/tMpEkHrHWbxQrxqm.xml",
  "https://feeds.megaphone.fm/ADL9840290619",
  "https://feeds.simplecast.com/54nAGcIl",
  `https://feeds.acast.com/public/shows/${uuid}`,
  `https://anchor.fm/s/1a2b3c4d/podcast/rss`,
  "https://www.omnycontent.com/d/playlist/e73c998e-6e60-432f-8610-ae210140c5b1/feed.rss",
  "https://medium.com/feed/@ann_b2c4",
  "https://bsky.app/profile/did:plc:z72i7hdynmk6r22z27h6tvur/rss",
  "https://social.example/@ann.rss",
  "https://www.reddit.com/r/worldnews/.rss?sort=new&limit=50",
  "https://github.com/nodejs/node/releases.atom",
  "https://github.com/nodejs/node/commits/9f86d081884c7d659a2feaa0c55ad015a3bf4f1b.atom",
  "https://rss.nytimes.com/services/xml/rss/nyt/HomePage.xml",
  "https://www.economist.com/private-equity/rss.xml",
  "https://news.example/private/feed.xml",
  "https://news.example/private/top-10-news/feed",
  "https://news.example/token/economics-2026/feed",
  "https://news.example/secret/gardens.rss",
  "https://news.example/feed?key=top-10-news",
  "https://news.example/feed?key=politics",
  "https://news.example/feed?auth=none&private=1&token=rss",
  "https://news.example/feed?session=2026-07-30",
  "https://news.example/feed?code=DE-BY&sid=12345678",
  "https://news.example/feed?page_token=CDIQAA1b2c3d4e5f&nextToken=9f86d081884c7d65",
  "https://news.example/feed?keyword=9f86d081884c7d65&sortkey=a1b2c3d4&monkey=1a2b3c4d5e",
  "https://news.example/feed?id=9f86d081884c7d659a2feaa0c55ad015",
  "https://news.example/feed?guid=3f2504e0-4f89-41d3-9a0c-0305e82c3301",
  "https://news.example/feed?token=&api_key=none&secret=1",
  "https://news.example/hash/9f86d081884c7d659a2feaa0c55ad015.rss",
  "https://www.google.com/alerts/feeds/00914277926098938309/16573512936398401893",
  "https://gist.example/ann/9f86d081884c7d659a2feaa0c55ad015.atom",
  "https://feeds.feedburner.com/ann/eyJx",
  "https://ann@news.example/feed",
  "https://[::1]:8080/feed?a=1",
  "not an address?token=9f86d081884c7d65",
];

describe("a secret in an address", () => {
  it.each(secrets)("is hidden in %s", (address, secret) => {
    const split = splitSecret(address);
    expect(split.secret).toBe(address);
    expect(split.address).not.toContain(secret);
    expect(new URL(split.address).origin).toBe(new URL(address).origin);
    // Nothing else is: what is left is what was there.
    const before = address.slice(0, address.indexOf(secret));
    if (!before.includes("@") && !before.endsWith(":") && !before.endsWith("//"))
      expect(split.address.startsWith(before)).toBe(true);
  });

  it.each(secrets)("is not looked for in the public form of %s, which lacks it", (address) => {
    const shown = publicAddress(address);
    expect(splitSecret(shown)).toEqual({ address: shown, secret: null });
    expect(missingSecret(shown)).toBe(shown.includes("hidden") ? "token" : "password");
    expect(missingSecret(address)).toBeNull();
  });

  it.each(secrets)("comes back into the public form of %s from the whole one", (address) => {
    expect(withSecretsOf(publicAddress(address), address)).toBe(new URL(address).href);
  });

  it("tells two private feeds of one publisher apart, but no password", () => {
    const feed = (token: string) => `https://news.example/feed?token=${token}`;
    expect(publicAddress(feed(hex))).toBe(feed(hidden(hex)));
    expect(publicAddress(feed(uuid))).not.toBe(publicAddress(feed(hex)));
    expect(publicAddress("https://a.example/?password=sesame")).toBe(
      "https://a.example/?password=hidden",
    );
    expect(publicAddress("https://ann:sesame@a.example/f")).toBe("https://ann@a.example/f");
  });
});

describe("an address without a secret", () => {
  it.each(open)("stays as it is: %s", (address) => {
    expect(splitSecret(address)).toEqual({ address, secret: null });
    expect(missingSecret(address)).toBe(address.includes("ann@") ? "password" : null);
  });
});

describe("an address that a person changed", () => {
  const whole = `https://ann:sesame@news.example/feed?token=${hex}&lang=en`;
  const shown = publicAddress(whole);
  it("keeps the secrets of what was left of it", () => {
    expect(withSecretsOf(shown.replace("/feed", "/rss").replace("lang=en", "lang=de"), whole)).toBe(
      `https://ann:sesame@news.example/rss?token=${hex}&lang=de`,
    );
  });
  it("has none of them for another host, another name or another token", () => {
    const elsewhere = shown.replace("news.example", "evil.example");
    expect(withSecretsOf(elsewhere, whole)).toBe(elsewhere);
    expect(withSecretsOf(shown.replace("ann", "bob"), whole)).not.toContain("sesame");
    expect(withSecretsOf("https://news.example/?token=hidden-000000", whole)).not.toContain(hex);
    expect(withSecretsOf("https://news.example/new", whole)).toBe("https://news.example/new");
  });
});

it("looking through thousands of addresses takes no time that anybody notices", () => {
  const addresses = Array.from({ length: 3000 }, (_, n) => `https://news${n}.example/feed?id=${n}`);
  const start = performance.now();
  for (const address of addresses) splitSecret(address);
  expect(performance.now() - start).toBeLessThan(150);
});
