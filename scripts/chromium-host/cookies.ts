/** The cookies of a session while none of its windows is open: on its folder's disk, as Electron keeps them. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type * as Electron from "electron";
import type { BrowserContext } from "playwright";

/** As the browser's driver has them: a domain with a dot in front covers what is below it. */
export type Cookie = Awaited<ReturnType<BrowserContext["cookies"]>>[number];

/** `expires` of a cookie that ends with its session. */
const sessionOnly = -1;
const sameSites = { Strict: "strict", Lax: "lax", None: "no_restriction" } as const;
const fromElectron = {
  strict: "Strict",
  lax: "Lax",
  no_restriction: "None",
  unspecified: "Lax",
} as const;

/** @returns those that are not expired. */
export function living(cookies: readonly Cookie[]): Cookie[] {
  const now = Date.now() / 1000;
  return cookies.filter(({ expires }) => expires === sessionOnly || expires > now);
}

/** Whether the two are one cookie for the browser. */
export const isSame = (one: Cookie, other: Cookie): boolean =>
  one.name === other.name && one.domain === other.domain && one.path === other.path;

/** Whether a cookie goes to an address (RFC 6265, 5.4). */
export function goesTo({ domain, path, secure }: Cookie, url: URL): boolean {
  const host = url.hostname;
  const covers = domain.startsWith(".")
    ? host === domain.slice(1) || host.endsWith(domain)
    : host === domain;
  const folder = path.endsWith("/") ? path : `${path}/`;
  const isBelow = url.pathname === path || url.pathname.startsWith(folder);
  return covers && isBelow && (!secure || url.protocol === "https:");
}

/** A cookie as Electron describes it. */
export function toElectron(cookie: Cookie): Electron.Cookie {
  const { name, value, domain, path, secure, httpOnly, expires, sameSite } = cookie;
  return {
    ...{ name, value, domain, path, secure, httpOnly },
    hostOnly: !domain.startsWith("."),
    session: expires === sessionOnly,
    sameSite: sameSites[sameSite],
    ...(expires !== sessionOnly && { expirationDate: expires }),
  };
}

/** @throws Error where Chromium would refuse it, as Electron words it */
export function fromDetails(details: Electron.CookiesSetDetails): Cookie {
  const url = URL.parse(details.url);
  const wanted = details.domain?.replace(/^\./, "");
  const isTheirs =
    wanted === undefined || url?.hostname === wanted || url?.hostname.endsWith(`.${wanted}`);
  if (url === null || !isTheirs || (details.secure === true && url.protocol !== "https:")) {
    throw new Error("Failed to set cookie - The cookie was set with an invalid Domain attribute.");
  }
  return {
    name: details.name ?? "",
    value: details.value ?? "",
    domain: wanted === undefined ? url.hostname : `.${wanted}`,
    path: details.path ?? "/",
    secure: details.secure ?? false,
    httpOnly: details.httpOnly ?? false,
    expires: details.expirationDate ?? sessionOnly,
    sameSite: fromElectron[details.sameSite ?? "unspecified"],
  };
}

/** @returns what a file holds that {@link writeCookies} wrote; nothing where there is none. */
export function readCookies(path: string): Cookie[] {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Cookie[];
  } catch {
    return [];
  }
}

/** Writes those that outlive the session; this person's account alone may read them. */
export function writeCookies(path: string, cookies: readonly Cookie[]): void {
  mkdirSync(dirname(path), { recursive: true });
  const kept = cookies.filter(({ expires }) => expires !== sessionOnly);
  writeFileSync(`${path}.new`, JSON.stringify(kept), { mode: 0o600 });
  renameSync(`${path}.new`, path);
}
