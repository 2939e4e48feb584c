/** `session`: permissions, cookies, and the say over every request that leaves for the outside. */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";
import type { BrowserContext, Page } from "playwright";
import { originOf, toBrowserAddress, type ProgramHandler } from "./addresses.ts";
import { browser } from "./browser.ts";
import { lookUp } from "./localhost.ts";
import { Partition } from "./partition.ts";
import { imitation, refusal } from "./refuse.ts";
import { MemoryPartition } from "./memory-partition.ts";
import { routeRequests } from "./requests.ts";
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
  const isLoopback = /(?:^|\.)localhost$|^127\.|^\[::1\]$/.test(url.hostname);
  return Promise.resolve(
    isSpared || isLoopback || proxy === null ? "DIRECT" : `PROXY ${proxy.host}`,
  );
}

/** What the program says of a session's pages. */
export class HostSession extends EventEmitter {
  /** Undefined: the default session, whose Chromium is the program's own. */
  readonly partition: Partition | MemoryPartition | undefined;
  readonly #self: Electron.Session;
  #beforeRequest: { urls: readonly string[]; listener: BeforeRequest } | undefined;
  #requestHandler: PermissionRequestHandler = null;
  #checkHandler: PermissionCheckHandler = null;

  constructor(name: string, partition?: Partition | MemoryPartition) {
    super();
    this.partition = partition;
    const self = imitation(name, this satisfies Pick<Electron.Session, Imitated>);
    this.#self = self as unknown as Electron.Session;
    hostSessions.set(this.#self, this);
  }

  /** This object as the program sees it. */
  asElectron(): Electron.Session {
    return this.#self;
  }

  /** @returns whether the program lets this request go on. */
  mayRequest(details: Electron.OnBeforeRequestListenerDetails): Promise<boolean> {
    const asked = this.#beforeRequest;
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
   * permission and address that it loads; what it does not grant then is refused, and everything to whom the
   * page goes by itself. Without handlers everything is granted, as in Electron.
   */
  async settlePermissions(
    contents: Electron.WebContents,
    page: Page,
    address: string,
  ): Promise<void> {
    const granted: string[] = [];
    for (const [electronName, chromiumName] of permissions) {
      const details = { isMainFrame: true, requestingUrl: address };
      const origin = `${originOf(address)}/`;
      const checked = this.#checkHandler?.(contents, electronName, origin, details) ?? true;
      const asked = this.#requestHandler;
      const allowed =
        asked === null ||
        (await new Promise<boolean>((resolve) => {
          asked(contents, electronName, resolve, details);
        }));
      if (checked && allowed) granted.push(chromiumName);
    }
    const { origin } = new URL(toBrowserAddress(address));
    // Pages without an origin of their own (`data:`) are granted nothing.
    if (origin !== "null") await page.context().grantPermissions(granted, { origin });
  }

  /** Addresses of windows that pages may open, and what makes the window once its page is there. */
  readonly #awaited: { address: string; make: (page: Page) => void }[] = [];

  /** Once for each Chromium of this session: requests are routed, and pages become windows or are closed. */
  async prepare(context: BrowserContext): Promise<void> {
    context.on("page", (page) => {
      if (this.ownPages > 0) return;
      const awaited = this.#awaited.shift();
      if (awaited === undefined) void page.close().catch(() => undefined);
      else awaited.make(page);
    });
    await Promise.all([routeRequests(context, this), context.grantPermissions([])]);
  }

  /** More than none while a page of the host's own is being made. */
  ownPages = 0;

  /** A page may open a window; Chromium shows its page a moment later. */
  awaitWindow(address: string, make: (page: Page) => void): void {
    this.#awaited.push({ address, make });
  }

  /** @returns whether the address is the first of a window that is on its way. */
  awaitsWindow(url: string): boolean {
    return this.#awaited.some(({ address }) => URL.parse(address)?.href === URL.parse(url)?.href);
  }

  readonly webRequest = imitation("session.webRequest", {
    onBeforeRequest: (
      filterOrListener: Electron.WebRequestFilter | BeforeRequest | null,
      listener?: BeforeRequest | null,
    ): void => {
      const isFilter = typeof filterOrListener === "object" && filterOrListener !== null;
      const chosen = isFilter ? listener : filterOrListener;
      const urls = isFilter ? filterOrListener.urls : ["<all_urls>"];
      this.#beforeRequest = chosen ? { urls, listener: chosen } : undefined;
    },
  } satisfies Pick<Electron.WebRequest, "onBeforeRequest">);

  get cookies(): Electron.Cookies {
    if (this.partition === undefined) throw refusal("session.defaultSession.cookies");
    if (this.partition instanceof MemoryPartition) throw refusal("session.cookies in memory only");
    return this.partition.cookies as unknown as Electron.Cookies;
  }
  /** What the program answers in this session alone; the default one has the module's own. */
  readonly programHandlers = new Map<string, ProgramHandler>();

  get protocol(): Electron.Protocol {
    if (this.partition === undefined) throw refusal("session.defaultSession.protocol");
    const known = imitation("session.protocol", {
      handle: (scheme: string, handler: ProgramHandler) => {
        this.programHandlers.set(scheme, handler);
      },
    } satisfies Pick<Electron.Protocol, "handle">);
    return known as unknown as Electron.Protocol;
  }
  setPermissionRequestHandler(handler: PermissionRequestHandler): void {
    this.#requestHandler = handler;
  }
  setPermissionCheckHandler(handler: PermissionCheckHandler): void {
    this.#checkHandler = handler;
  }
  setDevicePermissionHandler(): void {
    // A page that asks for a device opens Chromium's own list of them, and nobody chooses from it here.
  }
  setSpellCheckerEnabled(): void {
    // Chromium's own spelling needs dictionaries, which it is not given the network to fetch.
  }
  async clearCache(): Promise<void> {
    // The cache of another session is a part of its profile.
    if (this.partition !== undefined) return this.clearStorageData();
    const [page] = browser().pages();
    if (page === undefined) return;
    const devtools = await browser().newCDPSession(page);
    await devtools.send("Network.clearBrowserCache");
    await devtools.detach();
  }
  async clearStorageData(options?: Electron.ClearStorageDataOptions): Promise<void> {
    if (this.partition === undefined) throw refusal("session.defaultSession.clearStorageData");
    if (options !== undefined) throw refusal("session.clearStorageData of a part");
    await this.partition.clear();
  }
  async clearAuthCache(): Promise<void> {
    // The host asks for everything in Chromium's place, and never with a name and password.
  }
  resolveProxy(address: string): Promise<string> {
    return resolveProxy(address);
  }
  async resolveHost(host: string): Promise<Electron.ResolvedHost> {
    const found = await lookUp(host, { all: true });
    return {
      endpoints: found.map(({ address, family }) => ({
        address,
        family: family === 6 ? "ipv6" : "ipv4",
      })),
    };
  }
}

type Imitated =
  | "setPermissionRequestHandler"
  | "setPermissionCheckHandler"
  | "setDevicePermissionHandler"
  | "setSpellCheckerEnabled"
  | "clearCache"
  | "clearStorageData"
  | "clearAuthCache"
  | "cookies"
  | "protocol"
  | "resolveProxy"
  | "resolveHost";

const hostSessions = new WeakMap<Electron.Session, HostSession>();
const partitions = new Map<string, HostSession>();

export const defaultSession = new HostSession("session.defaultSession");

function fromPartition(name: string): HostSession {
  if (name === "") return defaultSession;
  let known = partitions.get(name);
  if (known === undefined) {
    const partition = name.startsWith("persist:")
      ? new Partition(name.slice("persist:".length))
      : new MemoryPartition();
    known = new HostSession("session", partition);
    partitions.set(name, known);
  }
  return known;
}

/** The session that a window is to have. */
export function sessionFor({ session, partition }: Electron.WebPreferences = {}): HostSession {
  if (session !== undefined) return hostSessions.get(session) ?? defaultSession;
  return fromPartition(partition ?? "");
}

export const session = imitation("session", {
  defaultSession: defaultSession.asElectron(),
  fromPartition: (name: string) => fromPartition(name).asElectron(),
} satisfies Pick<typeof Electron.session, "defaultSession" | "fromPartition">);
