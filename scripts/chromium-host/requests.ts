/** Every request of every page: answered by the program, asked of the session, or let go to the network. */
import type * as Electron from "electron";
import type { BrowserContext, Page, Request as PageRequest, Route } from "playwright";
import { handlers, type ProgramHandler, toBrowserAddress, toProgramAddress } from "./addresses.ts";
import "./localhost.ts";
import type { HostSession } from "./session.ts";
import { openWindows } from "./windows.ts";
import type { BrowserWindow } from "./browser-window.ts";

/** Chromium's names of what is asked for, in Electron's words where they differ. */
const resourceTypes: Readonly<Record<string, string>> = {
  fetch: "xhr",
  websocket: "webSocket",
};
let lastId = 0;

function details(
  url: string,
  method: string,
  type: string,
): Electron.OnBeforeRequestListenerDetails {
  lastId += 1;
  return {
    id: lastId,
    url,
    method,
    resourceType: type,
    referrer: "",
    timestamp: Date.now(),
    uploadData: [],
  } as unknown as Electron.OnBeforeRequestListenerDetails;
}

/** The page that asks; undefined for a window that the page has only just asked for. */
function pageOf(request: PageRequest): Page | undefined {
  try {
    return request.frame().page();
  } catch {
    return undefined;
  }
}

/** The first request of a window that a page asks for has no frame yet, and is its main one's. */
const isOfMainFrame = (request: PageRequest): boolean =>
  request.isNavigationRequest() &&
  (pageOf(request) === undefined || request.frame().parentFrame() === null);

async function fromProgram(handler: ProgramHandler, route: Route): Promise<void> {
  const asked = route.request();
  const headers = new Headers();
  for (const [name, value] of Object.entries(asked.headers())) {
    headers.set(name, toProgramAddress(value));
  }
  const body = asked.postDataBuffer();
  const request = new Request(toProgramAddress(asked.url()), {
    method: asked.method(),
    headers,
    ...(body === null ? {} : { body: new Uint8Array(body) }),
  });
  const response = await handler(request);
  if (response.type === "error") return route.abort("failed");
  const location = response.headers.get("location");
  await route.fulfill({
    status: response.status,
    headers: {
      ...Object.fromEntries(response.headers),
      ...(location === null ? {} : { location: toBrowserAddress(location) }),
    },
    // An answer to HEAD has no body, whatever the handler made; here no network stack takes it off.
    body: asked.method() === "HEAD" ? "" : Buffer.from(await response.arrayBuffer()),
  });
}

/** A page that goes on to another address at once; its history keeps that one alone. */
const goOn = (address: string): string =>
  `<!doctype html><script>location.replace(${JSON.stringify(address).replaceAll("<", "\\u003c")})</script>`;

/**
 * Fetched by the host, because Chromium itself can reach nothing outside (browser.ts). Redirects are followed
 * here, for Playwright shows us no second request: the session is asked about every address on the way. A
 * page's redirect becomes a page that goes on by itself, so that its address is the right one in the end.
 */
async function fromOutside(route: Route, session: HostSession): Promise<void> {
  const type = typeOf(route.request());
  let response = await route.fetch({ maxRedirects: 0 });
  for (let hops = 0; hops < 20; hops += 1) {
    const location = response.headers().location;
    if (response.status() < 300 || response.status() > 399 || location === undefined) break;
    const url = new URL(location, response.url()).href;
    if (type === "mainFrame" || type === "subFrame") {
      return route.fulfill({ contentType: "text/html", body: goOn(url) });
    }
    if (!(await session.mayRequest(details(url, "GET", type))))
      return route.abort("blockedbyclient");
    response = await route.fetch({ url, method: "GET", maxRedirects: 0 });
  }
  await route.fulfill({ response });
}

function typeOf(request: PageRequest): string {
  if (request.resourceType() !== "document") {
    return resourceTypes[request.resourceType()] ?? request.resourceType();
  }
  return isOfMainFrame(request) ? "mainFrame" : "subFrame";
}

async function decide(route: Route, session: HostSession): Promise<void> {
  const request = route.request();
  const page = pageOf(request);
  const window = openWindows().find((candidate: BrowserWindow) => candidate.owns(page));
  const isAwaited = page === undefined && session.awaitsWindow(request.url());
  if (window === undefined && !isAwaited) return route.abort("blockedbyclient");

  const url = toProgramAddress(request.url());
  // "aborted" is the one failure that leaves the page where it was.
  if (request.isNavigationRequest() && window?.mayNavigate(url, isOfMainFrame(request)) === false) {
    return route.abort("aborted");
  }
  if (!(await session.mayRequest(details(url, request.method(), typeOf(request))))) {
    return route.abort("blockedbyclient");
  }

  const scheme = url.slice(0, url.indexOf(":"));
  if (!handlers.has(scheme) || url === request.url()) return fromOutside(route, session);
  // `protocol` answers for its schemes in the default session alone.
  const answering = session.partition === undefined ? handlers : session.programHandlers;
  const handler = answering.get(scheme);
  return handler === undefined ? route.abort("failed") : fromProgram(handler, route);
}

/** Puts the host between Chromium and everything it asks for; before the first navigation. */
export async function routeRequests(context: BrowserContext, session: HostSession): Promise<void> {
  await context.route("**/*", async (route) => {
    try {
      await decide(route, session);
    } catch (error) {
      console.error(`[request] ${route.request().url()}`, error);
      await route.abort("failed").catch(() => undefined);
    }
  });
  await context.routeWebSocket(/^/, async (socket) => {
    const isAllowed = await session.mayRequest(details(socket.url(), "GET", "webSocket"));
    if (isAllowed) socket.connectToServer();
    else await socket.close({ code: 1008 });
  });
}
