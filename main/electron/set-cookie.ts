/** What a line `Set-Cookie` asks for. */
export interface AskedCookie {
  readonly name: string;
  readonly value: string;
  /** Null: for the very host that set it. */
  readonly domain: string | null;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: "unspecified" | "no_restriction" | "lax" | "strict";
  /** Seconds since 1970-01-01 UTC; null: for the session. In the past: it is to be removed. */
  readonly expires: number | null;
}

const sameSites = { none: "no_restriction", lax: "lax", strict: "strict" } as const;

/** RFC 6265, 5.1.4: the folder of the address that set it. */
function defaultPath(url: URL): string {
  return url.pathname.slice(0, url.pathname.lastIndexOf("/")) || "/";
}

/**
 * Reads a line `Set-Cookie` of an answer (RFC 6265, 5.2 and 5.3). Null for one that is to be passed
 * over: without a name, for another host, secure though it came in the clear.
 */
export function readSetCookie(line: string, url: URL, now: number): AskedCookie | null {
  const [pair = "", ...rest] = line.split(";");
  const equals = pair.indexOf("=");
  const name = pair.slice(0, Math.max(0, equals)).trim();
  const value = pair.slice(equals + 1).trim();
  if (name === "" || line.length > longest) return null;
  // The last of each counts.
  const attributes = new Map(
    rest.map((attribute) => {
      const [key = "", ...words] = attribute.split("=");
      return [key.trim().toLowerCase(), words.join("=").trim()] as const;
    }),
  );
  const domain = (attributes.get("domain") ?? "").replace(/^\./, "").toLowerCase();
  const isTheirs = domain === "" || url.hostname === domain || url.hostname.endsWith(`.${domain}`);
  const secure = attributes.has("secure");
  if (!isTheirs || (secure && url.protocol !== "https:")) return null;
  const path = attributes.get("path") ?? "";
  const sameSite = attributes.get("samesite")?.toLowerCase() ?? "";
  return {
    name,
    value,
    domain: domain === "" ? null : domain,
    path: path.startsWith("/") ? path : defaultPath(url),
    secure,
    httpOnly: attributes.has("httponly"),
    sameSite: Object.hasOwn(sameSites, sameSite)
      ? sameSites[sameSite as keyof typeof sameSites]
      : "unspecified",
    expires: expiryOf(attributes, now),
  };
}

/** Characters that browsers take, name, value and attributes together. */
const longest = 8192;

function expiryOf(attributes: ReadonlyMap<string, string>, now: number): number | null {
  const age = attributes.get("max-age");
  if (age !== undefined && /^-?\d+$/.test(age)) return Math.floor(now / 1000) + Number(age);
  const expires = Date.parse(attributes.get("expires") ?? "");
  return Number.isNaN(expires) ? null : Math.floor(expires / 1000);
}
