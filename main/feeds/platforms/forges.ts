/** Places where programs are made. */
import {
  feedsAt,
  isUnder,
  type Place,
  type PlatformAnswer,
  type PlatformRule,
} from "./platform.ts";

export const forgeRules: readonly PlatformRule[] = [github, gitlab, forgejo, sourceHut];

/** First parts of GitHub's paths that are not the name of anybody. */
const pagesOfGithub = new Set(
  (
    "about apps blog codespaces collections contact customer-stories enterprise events explore " +
    "features gist issues join login marketplace new notifications orgs organizations pricing pulls " +
    "search security settings signup site sponsors stars team topics trending"
  ).split(" "),
);

/** A repository offers releases, tags and commits; what the address points at comes first. */
function github(place: Place): PlatformAnswer | null {
  if (place.host !== "github.com") return null;
  const [owner = "", written = "", part = "", ...rest] = place.path;
  if (place.path.at(-1)?.endsWith(".atom")) return null;
  if (owner === "orgs" && part === "discussions") {
    return feedsAt("GitHub", place, `/orgs/${written}/discussions.atom`);
  }
  if (owner === "" || pagesOfGithub.has(owner)) return { kind: "page", platform: "GitHub" };
  if (written === "") return feedsAt("GitHub", place, `/${owner}.atom`);
  const repository = `/${owner}/${written.replace(/\.git$/, "")}`;
  const releases = `${repository}/releases.atom`;
  const tags = `${repository}/tags.atom`;
  const branch = rest.join("/");
  switch (part) {
    case "commits":
    case "tree":
      return feedsAt(
        "GitHub",
        place,
        `${repository}/commits${branch === "" ? "" : `/${branch}`}.atom`,
        releases,
      );
    case "tags":
      return feedsAt("GitHub", place, tags, releases);
    case "releases":
      return feedsAt("GitHub", place, releases, tags);
    case "discussions":
      return feedsAt("GitHub", place, `${repository}/discussions.atom`, releases);
    case "wiki":
      return feedsAt("GitHub", place, `${repository}/wiki.atom`, releases);
    default:
      return feedsAt("GitHub", place, releases, `${repository}/commits.atom`, tags);
  }
}

function gitlab(place: Place): PlatformAnswer | null {
  const { host, path } = place;
  // Installations of one's own are told by the sign in their paths alone.
  const dash = path.indexOf("-");
  if (host !== "gitlab.com" && !(isGitlabHost(host) && dash >= 2)) return null;
  if (path.at(-1)?.endsWith(".atom") || place.url.searchParams.get("format") === "atom")
    return null;
  const names = dash === -1 ? path : path.slice(0, dash);
  const [first = ""] = names;
  if (first === "" || ["explore", "users", "help", "search"].includes(first)) {
    return { kind: "page", platform: "GitLab" };
  }
  if (names.length === 1) return feedsAt("GitLab", place, `/${first}.atom`);
  const project = `/${names.join("/")}/-`;
  const feeds = {
    releases: `${project}/releases.atom`,
    commits: `${project}/commits/HEAD?format=atom`,
    tags: `${project}/tags?format=atom`,
  };
  const branch = path.slice(dash + 2).join("/");
  switch (dash === -1 ? "" : path[dash + 1]) {
    case "tags":
      return feedsAt("GitLab", place, feeds.tags, feeds.releases);
    case "commits":
    case "tree":
      return feedsAt(
        "GitLab",
        place,
        `${project}/commits/${branch || "HEAD"}?format=atom`,
        feeds.releases,
      );
    default:
      return feedsAt("GitLab", place, feeds.releases, feeds.commits, feeds.tags);
  }
}

function isGitlabHost(host: string): boolean {
  return /^(?:gitlab|git|code|invent|salsa)\./.test(host);
}

/** Codeberg and other houses of Forgejo and Gitea: a name with `.rss`. */
function forgejo(place: Place): PlatformAnswer | null {
  const { host, path } = place;
  if (!["codeberg.org", "gitea.com"].includes(host)) return null;
  const [owner = "", repository = "", part = ""] = path;
  if (/\.(?:rss|atom)$/.test(path.at(-1) ?? "")) return null;
  const isPage = ["", "explore", "user", "org", "api"].includes(owner);
  if (isPage) return { kind: "page", platform: "Forgejo" };
  if (repository === "") return feedsAt("Forgejo", place, `/${owner}.rss`);
  const project = `/${owner}/${repository.replace(/\.git$/, "")}`;
  return part === "releases" || part === "tags"
    ? feedsAt("Forgejo", place, `${project}/${part}.rss`, `${project}.rss`)
    : feedsAt("Forgejo", place, `${project}.rss`, `${project}/releases.rss`);
}

function sourceHut(place: Place): PlatformAnswer | null {
  const [owner = "", repository = ""] = place.path;
  if (!isUnder(place.host, "sr.ht") || !owner.startsWith("~") || repository === "") return null;
  if (place.url.pathname.endsWith("/rss.xml")) return null;
  const project = `/${owner}/${repository}`;
  return feedsAt("SourceHut", place, `${project}/refs/rss.xml`, `${project}/log/rss.xml`);
}
