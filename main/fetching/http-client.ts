import type { Dispatcher } from "undici";
import { authorizationFor, withoutCredentials } from "./credentials.ts";
import {
  downloadHeaders,
  receive,
  type DownloadAnswer,
  type DownloadRequest,
  type DownloadSink,
} from "./download.ts";
import { createHostGate } from "./host-gate.ts";
import { dropBody, readAnswer } from "./read-answer.ts";
import { requestKinds } from "./request-kinds.ts";
import { headerOf } from "./response-facts.ts";
import { createRoutes } from "./routes.ts";
import { connectionsPerHost, openSockets, type Sockets } from "./sockets.ts";
import { publicAddress } from "./split-secret.ts";
import { TimeBudget } from "./time-budget.ts";
import { createTrust, readSystemCertificates } from "./trust.ts";
import { FetchError, type FetchedResource, type FetchRequest } from "./types.ts";
import { wordFailure } from "./word-failure.ts";

/** The one door to publishers. */
export interface HttpClient {
  /** Follows redirects; resolves for every answer, whatever its status. Rejects with `FetchError`. */
  fetch(request: FetchRequest): Promise<FetchedResource>;
  /**
   * The same for what is too large for memory. No time limit but for a transfer that stands still;
   * what was handed to the sink before it broke off is good.
   */
  download(request: DownloadRequest, sink: DownloadSink): Promise<DownloadAnswer>;
  /** Loads what the first request needs: tens of milliseconds, better spent before there is a window. */
  prepare(): Promise<void>;
  /** The machine is perhaps in another network now, with another proxy. */
  networkChanged(): void;
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
  /** Milliseconds that one fetch may take, redirects included, its turns in a queue not. */
  readonly timeLimit?: number;
  /** The system's proxies for an address, as a PAC script answers; without it there are none. */
  readonly proxyFor?: (address: string) => Promise<string>;
  /** What the system trusts besides Node's own list, in PEM; asked for when it is first needed. */
  readonly systemCertificates?: () => Promise<readonly string[]>;
}

/** What all requests have in common. */
type Asking = Omit<FetchRequest, "kind" | "etag" | "lastModified">;

/** What is asked for, and what is made of the answer. */
interface Errand<Answer> {
  readonly wishes: Record<string, string>;
  /** It may take as long as it comes in: only the way to its first byte is limited. */
  readonly isLarge: boolean;
  readonly read: (response: Dispatcher.ResponseData, asked: Asked) => Promise<Answer>;
}

type Asked = Pick<FetchedResource, "address" | "permanentAddress"> & { readonly now: number };

interface Ended<Answer> {
  readonly answer: Answer;
}

function wishesOf({ kind, etag, lastModified }: FetchRequest): Record<string, string> {
  return {
    accept: requestKinds[kind].accept,
    "accept-encoding": "gzip, br, zstd",
    ...(typeof etag === "string" && { "if-none-match": etag }),
    ...(typeof lastModified === "string" && { "if-modified-since": lastModified }),
  };
}

const maximumRedirects = 10;
const redirects: readonly number[] = [301, 302, 303, 307, 308];

/** One request of a fetch: where to, and what is known on the way there. */
interface Hop {
  readonly url: URL;
  /** Where permanent redirects alone have led so far; null: nowhere, or a temporary one came between. */
  readonly permanentAddress: string | null;
}

interface Redirect {
  readonly location: URL;
  readonly isPermanent: boolean;
  /** The request carried a password or a cookie. */
  readonly wasPrivate: boolean;
}

function webAddress(address: string, base?: string): URL {
  const url = URL.parse(address, base);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw new FetchError("bad-address", "not an http(s) address", {
      // A server may redirect to anything, with what it was asked for in it.
      address: withoutCredentials(publicAddress(address)).replace(/[?#].*$/s, ""),
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
  const trust = createTrust(options.systemCertificates ?? readSystemCertificates);
  const routes = createRoutes(options.proxyFor);
  let sockets: Promise<Sockets> | null = null;

  async function headersOf(
    request: Asking,
    url: URL,
    wishes: Record<string, string>,
  ): Promise<Record<string, string>> {
    const authorization = authorizationFor(url, request.address);
    const cookie = (await request.cookies?.(url)) ?? null;
    return {
      ...(authorization !== null && { authorization }),
      ...(cookie !== null && { cookie }),
      "user-agent": options.userAgent,
      ...wishes,
    };
  }

  /** The answer to one request, before its body is read; or where it leads. */
  async function sendOne(
    request: Asking,
    url: URL,
    signal: AbortSignal,
    { wishes, isLarge }: Pick<Errand<unknown>, "wishes" | "isLarge">,
  ): Promise<Dispatcher.ResponseData | Redirect> {
    const opened = await (sockets ??= openSockets(trust, routes));
    const headers = await headersOf(request, url, wishes);
    const mayBePrivate = url.host === request.typedHost;
    const response = await opened.send(url, { headers, signal, mayBePrivate, isLarge });
    const cookies = [response.headers["set-cookie"] ?? []].flat();
    if (cookies.length > 0) await request.setCookies?.(url, cookies);
    const location = headerOf(response.headers, "location");
    const isRedirect = request.followRedirects !== false && redirects.includes(response.statusCode);
    if (!isRedirect || location === null) return response;
    await dropBody(response);
    return {
      location: webAddress(location, url.href),
      isPermanent: response.statusCode === 301 || response.statusCode === 308,
      wasPrivate: "authorization" in headers || "cookie" in headers,
    };
  }

  /** One request when its host's turn has come, and if it may still be asked then. */
  const takeHop = <Answer>(
    request: Asking,
    hop: Hop,
    errand: Errand<Answer>,
    budget: TimeBudget,
  ): Promise<Ended<Answer> | Redirect> =>
    gate.run(
      hop.url.host,
      async () => {
        request.beforeHop?.(hop.url);
        const asked = (): Asked => ({ ...hop, address: hop.url.href, now: now() });
        const send = (signal: AbortSignal) => sendOne(request, hop.url, signal, errand);
        if (errand.isLarge) {
          const response = await budget.spend(send);
          if ("location" in response) return response;
          return { answer: await errand.read(response, asked()) };
        }
        return budget.spend(async (signal) => {
          const response = await send(signal);
          if ("location" in response) return response;
          return { answer: await errand.read(response, asked()) };
        });
      },
      request.signal,
    );

  async function follow<Answer>(request: Asking, errand: Errand<Answer>): Promise<Answer> {
    const first = webAddress(request.address);
    const budget = new TimeBudget(options.timeLimit ?? 120_000, request.signal);
    let hop: Hop = { url: first, permanentAddress: null };
    let isPermanent = true;
    let wasPrivate = false;
    for (let hops = 0; hops <= maximumRedirects; hops += 1) {
      const { url } = hop;
      const result = await takeHop(request, hop, errand, budget).catch((error: unknown) => {
        throw wordFailure(error, url, request.signal);
      });
      if ("answer" in result) return result.answer;
      wasPrivate ||= result.wasPrivate;
      if (wasPrivate && url.protocol === "https:" && result.location.protocol === "http:") {
        throw new FetchError("unsafe-redirect", `${url.host} leads from https to http`, {
          host: url.host,
        });
      }
      isPermanent &&= result.isPermanent;
      const { href } = result.location;
      hop = {
        url: result.location,
        permanentAddress: isPermanent ? href : hop.permanentAddress,
      };
    }
    throw new FetchError("too-many-redirects", "redirected too often", { host: first.host });
  }

  return {
    fetch: (request) =>
      follow(request, {
        wishes: wishesOf(request),
        isLarge: false,
        read: (response, asked) => readAnswer(response, request.kind, asked),
      }),
    async download(request, sink) {
      let failure: unknown = null;
      // What the sink throws is no failure of the publisher's, and comes out as it is.
      const keeping = async (act: Promise<void>): Promise<void> => {
        await act.catch((error: unknown) => {
          failure ??= error;
          throw error;
        });
      };
      try {
        return await follow(request, {
          wishes: downloadHeaders(request),
          isLarge: true,
          read: (response, asked) =>
            receive(
              response,
              request,
              {
                begin: (facts) => keeping(sink.begin(facts)),
                write: (bytes) => keeping(sink.write(bytes)),
              },
              asked,
            ),
        });
      } catch (error) {
        throw (failure ?? error) as Error;
      }
    },
    async prepare() {
      await (sockets ??= openSockets(trust, routes));
    },
    networkChanged() {
      routes.forget();
    },
    async close() {
      await (await sockets)?.close();
    },
  };
}
