/** YouTube, Vimeo and other places for films. */
import {
  feedsAt,
  isUnder,
  type Place,
  type PlatformAnswer,
  type PlatformRule,
} from "./platform.ts";

const channelId = /^UC[\w-]{22}$/;
/** Playlists that belong to the one who looks, and mixes made on the fly, have no feed. */
const playlistId = /^(?:PL|UU|FL|OL)[\w-]{10,}$/;

export const videoRules: readonly PlatformRule[] = [youTube, vimeo, dailymotion, odysee];

/** Channels and playlists by id; handles, names and films name their channel in the page. */
function youTube({ url, host, path }: Place): PlatformAnswer | null {
  if (host === "youtu.be") return { kind: "page", platform: "YouTube" };
  if (!isUnder(host, "youtube.com")) return null;
  const [first = "", second = ""] = path;
  const feed = (query: string): PlatformAnswer => ({
    kind: "feeds",
    platform: "YouTube",
    addresses: [`https://www.youtube.com/feeds/videos.xml?${query}`],
  });
  if (first === "feeds") return null;
  const list = url.searchParams.get("list") ?? "";
  if (first === "channel" && channelId.test(second)) return feed(`channel_id=${second}`);
  if (first === "playlist" && playlistId.test(list)) return feed(`playlist_id=${list}`);
  if (first === "user" && /^[\w.-]+$/.test(second)) return feed(`user=${second}`);
  return { kind: "page", platform: "YouTube" };
}

function vimeo(place: Place): PlatformAnswer | null {
  if (place.host !== "vimeo.com") return null;
  const [first = "", second = ""] = place.path;
  if (first === "" || /^\d+$/.test(first) || second === "rss" || place.path.at(-1) === "rss") {
    return null;
  }
  const isCollection = ["channels", "groups"].includes(first) && second !== "";
  const owner = isCollection ? `${first}/${second}` : first;
  return feedsAt("Vimeo", place, `/${owner}/videos/rss`);
}

function dailymotion(place: Place): PlatformAnswer | null {
  if (place.host !== "dailymotion.com") return null;
  const [first = "", second = ""] = place.path;
  if (first === "rss" || first === "video") return null;
  if (first === "playlist") return feedsAt("Dailymotion", place, `/rss/playlist/${second}`);
  const user = first === "user" ? second : first;
  return user === "" ? null : feedsAt("Dailymotion", place, `/rss/user/${user}`);
}

function odysee(place: Place): PlatformAnswer | null {
  const [first = ""] = place.path;
  if (!isUnder(place.host, "odysee.com") || !first.startsWith("@")) return null;
  return feedsAt("Odysee", place, `/$/rss/${first}`);
}
