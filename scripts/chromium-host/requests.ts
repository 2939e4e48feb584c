/** Every request of every page: answered by the program, asked of the session, or let go to the network. */
import type * as Electron from "electron";
import type { BrowserContext, Page, Request as PageRequest, Route } from "playwright";
import { handlers, type ProgramHandler, toBrowserAddress, toProgramAddress } from "./addresses.ts";
import { browser } from "./browser.ts";
import { mayRequest } from "./session.ts";
import { openWindows } from "./windows.ts";
import type { BrowserWindow } from "./browser-window.ts";

/** Chromium's names of what is asked for, in Electron's words where they differ. */
const resourceTypes: Readonly<Record<string, string>> = {
  document: "mainFrame",
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
    resourceType: resourceTypes[type] ?? type,
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

const isOfMainFrame = (request: PageRequest): boolean =>
  request.isNavigationRequest() && request.frame().parentFrame() === null;

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

/**
 * Fetched by the host, because Chromium itself can reach nothing outside (browser.ts). Redirects are followed
 * here, for Playwright shows us no second request: the session is asked about every address on the way.
 */
async function fromOutside(route: Route, type: string): Promise<void> {
  let response = await route.fetch({ maxRedirects: 0 });
  for (let hops = 0; hops < 20; hops += 1) {
    const location = response.headers().location;
    if (response.status() < 300 || response.status() > 399 || location === undefined) break;
    const url = new URL(location, response.url()).href;
    if (!(await mayRequest(details(url, "GET", type)))) return route.abort("blockedbyclient");
    response = await route.fetch({ url, method: "GET", maxRedirects: 0 });
  }
  await route.fulfill({ response });
}

async function decide(route: Route): Promise<void> {
  const request = route.request();
  const page = pageOf(request);
  const window = openWindows().find((candidate: BrowserWindow) => candidate.owns(page));
  if (window === undefined) return route.abort("blockedbyclient");

  const url = toProgramAddress(request.url());
  // "aborted" is the one failure that leaves the page where it was.
  if (isOfMainFrame(request) && !window.mayNavigate(url)) return route.abort("aborted");
  const type =
    request.resourceType() === "document" && !isOfMainFrame(request)
      ? "subFrame"
      : request.resourceType();
  if (!(await mayRequest(details(url, request.method(), type)))) {
    return route.abort("blockedbyclient");
  }

  const handler = handlers.get(url.slice(0, url.indexOf(":")));
  if (handler !== undefined && url !== request.url()) return fromProgram(handler, route);
  return fromOutside(route, type);
}

/** Puts the host between Chromium and everything it asks for; before the first navigation. */
export async function routeRequests(context: BrowserContext = browser()): Promise<void> {
  await context.route("**/*", async (route) => {
    try {
      await decide(route);
    } catch (error) {
      console.error(`[request] ${route.request().url()}`, error);
      await route.abort("failed").catch(() => undefined);
    }
  });
  await context.routeWebSocket(/^/, async (socket) => {
    const isAllowed = await mayRequest(details(socket.url(), "GET", "websocket"));
    if (isAllowed) socket.connectToServer();
    else await socket.close({ code: 1008 });
  });
}
