/** `session.defaultSession`: permissions, and the say over every request that leaves for the outside. */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";
import { browser } from "./browser.ts";
import { imitation, refused } from "./refuse.ts";
import { matchesAny } from "./url-pattern.ts";

type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void;
type PermissionRequestHandler = Parameters<Electron.Session["setPermissionRequestHandler"]>[0];
type PermissionCheckHandler = Parameters<Electron.Session["setPermissionCheckHandler"]>[0];

/** Electron's name of a permission and Chromium's, for those that a page of ours could ask for. */
const permissions = [
  ["clipboard-read", "clipboard-read"],
  ["clipboard-sanitized-write", "clipboard-write"],
  ["geolocation", "geolocation"],
  ["notifications", "notifications"],
  ["midi", "midi"],
] as const;

let beforeRequest: { urls: readonly string[]; listener: BeforeRequest } | undefined;
let requestHandler: PermissionRequestHandler = null;
let checkHandler: PermissionCheckHandler = null;

/** @returns whether the program lets this request go on. */
export function mayRequest(details: Electron.OnBeforeRequestListenerDetails): Promise<boolean> {
  const asked = beforeRequest;
  if (asked === undefined || !matchesAny(asked.urls, details.url)) return Promise.resolve(true);
  return new Promise((resolve, reject) => {
    asked.listener(details, (response) => {
      if (response.redirectURL === undefined) resolve(response.cancel !== true);
      else reject(new Error("electron.session.webRequest redirects are not imitated"));
    });
  });
}

/**
 * Chromium decides permissions before it asks anyone, so the program is asked beforehand, once for each
 * permission; what it does not grant then is refused. Without handlers everything is granted, as in Electron.
 */
export async function settlePermissions(contents: Electron.WebContents): Promise<void> {
  const granted: string[] = [];
  for (const [electronName, chromiumName] of permissions) {
    const details = { isMainFrame: true, requestingUrl: "" };
    const checked = checkHandler?.(contents, electronName, "", details) ?? true;
    const asked = requestHandler;
    const allowed =
      asked === null ||
      (await new Promise<boolean>((resolve) => {
        asked(contents, electronName, resolve, details);
      }));
    if (checked && allowed) granted.push(chromiumName);
  }
  await browser().grantPermissions(granted);
}

/** @returns the proxy in the form of a PAC answer, as the environment has it; desktop settings are not read. */
function resolveProxy(address: string): Promise<string> {
  const url = new URL(address);
  const environment = (name: string): string =>
    process.env[name.toLowerCase()] ?? process.env[name.toUpperCase()] ?? "";
  const spared = environment("no_proxy")
    .split(",")
    .map((name) => name.trim().replace(/^\*?\./, ""));
  const isSpared = spared.some(
    (name) =>
      name === "*" || (name !== "" && (url.hostname === name || url.hostname.endsWith(`.${name}`))),
  );
  const proxy = URL.parse(environment(url.protocol === "https:" ? "https_proxy" : "http_proxy"));
  const isLoopback = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  return Promise.resolve(
    isSpared || isLoopback || proxy === null ? "DIRECT" : `PROXY ${proxy.host}`,
  );
}

const webRequest = imitation("session.webRequest", {
  onBeforeRequest(
    filterOrListener: Electron.WebRequestFilter | BeforeRequest | null,
    listener?: BeforeRequest | null,
  ): void {
    const isFilter = typeof filterOrListener === "object" && filterOrListener !== null;
    const chosen = isFilter ? listener : filterOrListener;
    const urls = isFilter ? filterOrListener.urls : ["<all_urls>"];
    beforeRequest = chosen ? { urls, listener: chosen } : undefined;
  },
} satisfies Pick<Electron.WebRequest, "onBeforeRequest">);

class HostSession extends EventEmitter {
  readonly webRequest = webRequest;
  setPermissionRequestHandler(handler: PermissionRequestHandler): void {
    requestHandler = handler;
  }
  setPermissionCheckHandler(handler: PermissionCheckHandler): void {
    checkHandler = handler;
  }
  setSpellCheckerEnabled(): void {
    // Chromium's own spelling needs dictionaries, which it is not given the network to fetch.
  }
  async clearCache(): Promise<void> {
    const [page] = browser().pages();
    if (page === undefined) return;
    const devtools = await browser().newCDPSession(page);
    await devtools.send("Network.clearBrowserCache");
    await devtools.detach();
  }
  resolveProxy(address: string): Promise<string> {
    return resolveProxy(address);
  }
}

type Imitated =
  | "setPermissionRequestHandler"
  | "setPermissionCheckHandler"
  | "setSpellCheckerEnabled"
  | "clearCache"
  | "resolveProxy";

export const defaultSession = imitation(
  "session.defaultSession",
  new HostSession() satisfies Pick<Electron.Session, Imitated>,
);

export const session = imitation("session", {
  defaultSession,
  fromPartition: refused("session.fromPartition"),
});
