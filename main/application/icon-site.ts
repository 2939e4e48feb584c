import { platformOf } from "../feeds/feeds.ts";
import type { Feed, StoredIcon } from "../library/library.ts";

/** Where a title's icon may be looked for. */
export interface IconSite {
  /** Titles with the same name have one site. */
  readonly name: string;
  readonly frontPage: string;
  /** Thousands publish there: what the site shows is the platform's, not the title's. */
  readonly isPlatform: boolean;
}

/** The site of a title: that which it names, else where its feed is. Null: at no web address. */
export function siteOfFeed({ site, address }: Pick<Feed, "site" | "address">): IconSite | null {
  const url = webUrl(site) ?? webUrl(address);
  if (url === null) return null;
  return {
    name: siteName(url),
    // The origin alone: no name and no password.
    frontPage: `${url.origin}/`,
    // `/@name` is how the many hosts of Mastodon and its kin call their people.
    isPlatform: platformOf(url.href) !== null || url.pathname.startsWith("/@"),
  };
}

/** What addresses of one site have in common. */
export function siteName(address: URL | string): string {
  const url = typeof address === "string" ? URL.parse(address) : address;
  return (url?.host ?? "").replace(/^www\./, "");
}

function webUrl(address: string | null): URL | null {
  const url = URL.parse(address ?? "");
  return url !== null && /^https?:$/.test(url.protocol) ? url : null;
}

/** Whether a title's icon is its site's, and not a picture that its own feed names. */
export function isIconOfSite(
  { from }: StoredIcon,
  { publisherIcon, publisherImage }: Pick<Feed, "publisherIcon" | "publisherImage">,
): boolean {
  return from !== null && from !== publisherIcon && from !== publisherImage;
}
