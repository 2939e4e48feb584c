import { isIP } from "node:net";
import type { SecureContext } from "node:tls";
import type * as Undici from "undici";
import type { Dispatcher } from "undici";
import { guardedLookup, isPublicAddress, refuseThroughProxy, refusal } from "./address-guard.ts";
import type { Proxy, Route } from "./proxy-answer.ts";
import { ProxyError, refusedByProxy } from "./proxy-error.ts";
import { openTunnel } from "./proxy-tunnel.ts";
import { largestBody } from "./request-kinds.ts";
import type { Routes } from "./routes.ts";
import { isUnknownIssuer, type Trust } from "./trust.ts";
import { FetchError } from "./types.ts";

export interface SendOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** Whether the host may be on a private network, because the person typed it. */
  readonly mayBePrivate: boolean;
  /** The body may be of any size: it is handed on as it comes. */
  readonly isLarge?: boolean;
}

/** Sends single requests, straight or through proxies. */
export interface Sockets {
  send(url: URL, options: SendOptions): Promise<Dispatcher.ResponseData>;
  close(): Promise<void>;
}

export const connectionsPerHost = 2;
/** Milliseconds. */
const timeouts = { connect: 15_000, headers: 30_000, body: 30_000 };

type Connector = ReturnType<typeof Undici.buildConnector>;

/** Connections that were made under the same trust, by route and permission. */
class Agents {
  readonly context: SecureContext | undefined;
  readonly #undici: typeof Undici;
  readonly #agents = new Map<string, Undici.Agent>();

  constructor(undici: typeof Undici, context: SecureContext | undefined) {
    this.#undici = undici;
    this.context = context;
  }

  /** Straight to publishers. */
  direct(mayBePrivate: boolean, isLarge: boolean): Undici.Agent {
    return this.#agent(`direct ${mayBePrivate}`, isLarge, () => {
      const connect = this.#connector({ lookup: guardedLookup(mayBePrivate) });
      // An address written as numbers is never looked up, so it is checked here.
      return (options, callback) => {
        const hostname = options.hostname.replace(/^\[|\]$/g, "");
        if (!mayBePrivate && isIP(hostname) !== 0 && !isPublicAddress(hostname)) {
          callback(refusal(hostname), null);
        } else connect(options, callback);
      };
    });
  }

  /** To a proxy of scheme `http` or `https`, which passes requests on. */
  forwarding(proxy: Proxy, isLarge: boolean): Undici.Agent {
    return this.#agent(`forward ${nameOf(proxy)}`, isLarge, () => {
      const connect = this.#connector({});
      return (options, callback) => {
        connect(options, (error, socket) => {
          if (error === null) callback(null, socket);
          else callback(new ProxyError(proxy.host, "could not be reached", error), null);
        });
      };
    });
  }

  /** To publishers, by connections that a proxy opens. */
  tunnelling(proxy: Proxy, isLarge: boolean): Undici.Agent {
    return this.#agent(`tunnel ${nameOf(proxy)}`, isLarge, () => {
      const secure = this.#connector({});
      return (options, callback) => {
        const isSecure = options.protocol === "https:";
        openTunnel({
          proxy,
          host: options.hostname.replace(/^\[|\]$/g, ""),
          port: Number(options.port) || (isSecure ? 443 : 80),
          secureContext: this.context,
          timeout: timeouts.connect,
        }).then(
          (httpSocket) => {
            if (isSecure) secure({ ...options, httpSocket }, callback);
            else callback(null, httpSocket);
          },
          (error: unknown) => {
            callback(error as Error, null);
          },
        );
      };
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.#agents.values()].map((agent) => agent.close()));
  }

  async destroy(): Promise<void> {
    await Promise.all([...this.#agents.values()].map((agent) => agent.destroy()));
  }

  #connector(options: Undici.buildConnector.BuildOptions): Connector {
    return this.#undici.buildConnector({
      ...options,
      timeout: timeouts.connect,
      autoSelectFamily: true,
      ...(this.context !== undefined && { secureContext: this.context }),
    });
  }

  #agent(kind: string, isLarge: boolean, connector: () => Connector): Undici.Agent {
    const name = `${kind} ${isLarge}`;
    let agent = this.#agents.get(name);
    if (agent === undefined) {
      agent = new this.#undici.Agent({
        connections: connectionsPerHost,
        headersTimeout: timeouts.headers,
        bodyTimeout: timeouts.body,
        keepAliveTimeout: 10_000,
        maxResponseSize: isLarge ? -1 : largestBody,
        connect: connector(),
      });
      this.#agents.set(name, agent);
    }
    return agent;
  }
}

const nameOf = ({ scheme, host, port }: Proxy): string => `${scheme} ${host} ${port}`;

/** Loads what sending needs, which takes longer than opening a library. */
export async function openSockets(trust: Trust, routes: Routes): Promise<Sockets> {
  const undici = await import("undici");
  let agents = new Agents(undici, trust.context);

  async function sendBy(
    route: Route,
    url: URL,
    { headers, signal, mayBePrivate, isLarge = false }: SendOptions,
  ): Promise<Dispatcher.ResponseData> {
    const asked = { method: "GET", headers, signal } as const;
    if (route === "direct") {
      return undici.request(url, { ...asked, dispatcher: agents.direct(mayBePrivate, isLarge) });
    }
    if (!mayBePrivate) await refuseThroughProxy(url.hostname);
    if (url.protocol === "https:" || route.scheme === "socks5") {
      return undici.request(url, { ...asked, dispatcher: agents.tunnelling(route, isLarge) });
    }
    // RFC 9112, 3.2.2: what is not secret is asked of the proxy itself, by the whole address.
    const host = route.host.includes(":") ? `[${route.host}]` : route.host;
    const response = await agents.forwarding(route, isLarge).request({
      ...asked,
      origin: `${route.scheme}://${host}:${route.port}`,
      path: url.href,
      headers: { ...headers, host: url.host },
    });
    if (response.statusCode !== 407) return response;
    await response.body.dump({ limit: 65_536 });
    throw refusedByProxy(url.host, 407);
  }

  async function sendTrusting(
    route: Route,
    url: URL,
    options: SendOptions,
  ): Promise<Dispatcher.ResponseData> {
    const before = agents;
    try {
      return await sendBy(route, url, options);
    } catch (error) {
      if (!isUnknownIssuer(error)) throw error;
      await trust.extend();
      if (trust.context === before.context) throw error;
      if (agents.context !== trust.context) {
        // Those that are under way still end.
        void agents.close();
        agents = new Agents(undici, trust.context);
      }
      return sendBy(route, url, options);
    }
  }

  return {
    async send(url, options) {
      let failure: FetchError | null = null;
      for (const route of await routes.to(url)) {
        try {
          return await sendTrusting(route, url, options);
        } catch (error) {
          if (route === "direct" || !(error instanceof ProxyError)) throw error;
          routes.failed(route);
          failure = error;
        }
      }
      throw (
        failure ??
        new FetchError("unreachable", "no way leads there", { host: url.host, reason: "proxy" })
      );
    },
    close: () => agents.destroy(),
  };
}
