import { isIP } from "node:net";
import { Readable } from "node:stream";
import type * as Undici from "undici";
import type { Agent, Dispatcher } from "undici";
import { guardedLookup, isPublicAddress, refusal } from "./address-guard.ts";
import { authorizationFor, withoutCredentials } from "./credentials.ts";
import { createHostGate } from "./host-gate.ts";
import { readBody } from "./read-body.ts";
import { freshSeconds, headerOf, retryAfter, type Headers } from "./response-facts.ts";
import { FetchError, type FetchedResource, type FetchRequest } from "./types.ts";
import { wordFailure } from "./word-failure.ts";

/** The one door to publishers. */
export interface HttpClient {
  /** Follows redirects; resolves for every answer, whatever its status. Rejects with `FetchError`. */
  fetch(request: FetchRequest): Promise<FetchedResource>;
  /** Loads what the first request needs: tens of milliseconds, better spent before there is a window. */
  prepare(): Promise<void>;
  close(): Promise<void>;
}

export interface HttpClientOptions {
  /** `Broadsheet/<version> (+<project address>)`: honest and stable. */
  readonly userAgent: string;
  readonly now?: () => number;
  /** Milliseconds between the starts of two requests to one host. */
  readonly spacing?: number;
  /** Requests under way at once, over all hosts. */
  readonly total?: number;
}

const maximumRedirects = 10;
const connectionsPerHost = 2;
/** Milliseconds. The whole of one request, redirects included, may take `total`. */
const timeouts = { connect: 15_000, headers: 30_000, body: 30_000, total: 120_000 };

const kinds = {
  feed: {
    accept:
      "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, " +
      "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1",
    limit: 16_000_000,
    mustBeText: true,
  },
  page: {
    accept: "text/html, application/xhtml+xml, */*;q=0.1",
    limit: 8_000_000,
    mustBeText: true,
  },
  picture: {
    accept:
      "image/avif, image/webp, image/png, image/jpeg, image/gif, image/svg+xml, image/*;q=0.8",
    limit: 10_000_000,
    mustBeText: false,
  },
} as const;

/** Sockets that reach public addresses only, or, for a host that was typed, any. */
function createAgent({ Agent, buildConnector }: typeof Undici, mayBePrivate: boolean): Agent {
  const connect = buildConnector({
    lookup: guardedLookup(mayBePrivate),
    timeout: timeouts.connect,
    autoSelectFamily: true,
  });
  return new Agent({
    connections: connectionsPerHost,
    headersTimeout: timeouts.headers,
    bodyTimeout: timeouts.body,
    keepAliveTimeout: 10_000,
    maxResponseSize: kinds.feed.limit,
    // An address written as numbers is never looked up, so it is checked here.
    connect(options, callback) {
      const hostname = options.hostname.replace(/^\[|\]$/g, "");
      if (!mayBePrivate && isIP(hostname) !== 0 && !isPublicAddress(hostname)) {
        callback(refusal(hostname), null);
      } else connect(options, callback);
    },
  });
}

function webAddress(address: string, base?: string): URL {
  const url = URL.parse(address, base);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw new FetchError("bad-address", "not an http(s) address", {
      address: withoutCredentials(address),
    });
  }
  url.hash = "";
  url.username = "";
  url.password = "";
  return url;
}

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const now = options.now ?? Date.now;
  const gate = createHostGate({
    perHost: connectionsPerHost,
    total: options.total ?? 16,
    spacing: options.spacing ?? 100,
  });
  let sockets: ReturnType<typeof openSockets> | null = null;

  /** Loaded apart from the rest: it takes longer than opening a library. */
  async function openSockets() {
    const undici = await import("undici");
    const agents = { public: createAgent(undici, false), typed: createAgent(undici, true) };
    return { send: undici.request, agents };
  }

  async function headersOf(request: FetchRequest, url: URL): Promise<Record<string, string>> {
    const authorization = authorizationFor(url, request.address);
    const cookie = (await request.cookies?.(url)) ?? null;
    return {
      ...(authorization !== null && { authorization }),
      ...(cookie !== null && { cookie }),
      "user-agent": options.userAgent,
      accept: kinds[request.kind].accept,
      "accept-encoding": "gzip, br, zstd",
      ...(typeof request.etag === "string" && { "if-none-match": request.etag }),
      ...(typeof request.lastModified === "string" && {
        "if-modified-since": request.lastModified,
      }),
    };
  }

  async function finish(
    response: Dispatcher.ResponseData,
    request: FetchRequest,
    address: URL,
    permanentAddress: string | null,
  ): Promise<FetchedResource> {
    const headers: Headers = response.headers;
    let body: Uint8Array | null = null;
    if (response.statusCode >= 200 && response.statusCode < 300) {
      body = await readBody(
        response.body,
        headerOf(headers, "content-encoding"),
        kinds[request.kind],
      );
      // Some servers send a .gz file and do not say so.
      if (request.kind !== "picture" && body[0] === 0x1f && body[1] === 0x8b) {
        body = await readBody(Readable.from([body]), "gzip", kinds[request.kind]);
      }
    } else await response.body.dump({ limit: 65_536 });
    return {
      status: response.statusCode,
      address: address.href,
      permanentAddress,
      contentType: headerOf(headers, "content-type"),
      links: [headers.link].flat().join(", ") || null,
      etag: headerOf(headers, "etag"),
      lastModified: headerOf(headers, "last-modified"),
      freshSeconds: freshSeconds(headers, now()),
      retryAfter: retryAfter(headers, now()),
      body,
    };
  }

  /** One request; the answer, or where it redirects to. */
  const hop = (
    request: FetchRequest,
    url: URL,
    permanentAddress: string | null,
    signal: AbortSignal,
  ): Promise<FetchedResource | { location: URL; permanent: boolean }> =>
    gate.run(
      url.host,
      async () => {
        const { send, agents } = await (sockets ??= openSockets());
        const dispatcher = url.host === request.typedHost ? agents.typed : agents.public;
        const headers = await headersOf(request, url);
        const response = await send(url, { dispatcher, headers, signal });
        const cookies = [response.headers["set-cookie"] ?? []].flat();
        if (cookies.length > 0) await request.setCookies?.(url, cookies);
        const location = headerOf(response.headers, "location");
        const isRedirect =
          request.followRedirects !== false &&
          [301, 302, 303, 307, 308].includes(response.statusCode);
        if (!isRedirect || location === null)
          return finish(response, request, url, permanentAddress);
        await response.body.dump({ limit: 65_536 });
        return {
          location: webAddress(location, url.href),
          permanent: response.statusCode === 301 || response.statusCode === 308,
        };
      },
      signal,
    );

  return {
    async fetch(request) {
      let url = webAddress(request.address);
      let isPermanent = true;
      let permanentAddress: string | null = null;
      const limit = AbortSignal.timeout(timeouts.total);
      const signal =
        request.signal === undefined ? limit : AbortSignal.any([request.signal, limit]);
      try {
        for (let hops = 0; hops <= maximumRedirects; hops += 1) {
          const result = await hop(request, url, permanentAddress, signal);
          if ("status" in result) return result;
          url = result.location;
          isPermanent &&= result.permanent;
          if (isPermanent) permanentAddress = url.href;
        }
      } catch (error) {
        throw wordFailure(error, url, request.signal);
      }
      throw new FetchError("unreachable", "redirected too often", { host: url.host });
    },
    async prepare() {
      await (sockets ??= openSockets());
    },
    async close() {
      if (sockets === null) return;
      const { agents } = await sockets;
      await Promise.all([agents.public.destroy(), agents.typed.destroy()]);
    },
  };
}
