import { getDomain } from "tldts";

/**
 * The site that an address belongs to: its registrable domain (`example.co.uk`), below a suffix that
 * hosts many owners the owner's own name (`ann.github.io`), else the bare host (an IP address,
 * `localhost`). Addresses of one site are one owner's, so they may share a sign-in. Null for what is
 * no http(s) address. The list of suffixes is the Public Suffix List, private ones included.
 */
export function siteOf(address: string | URL): string | null {
  const url = typeof address === "string" ? URL.parse(address) : address;
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) return null;
  const host = url.hostname.replace(/\.$/, "");
  if (host === "") return null;
  return getDomain(host, { allowPrivateDomains: true }) ?? host;
}
