import { request as requestPlainly, type ClientRequest } from "node:http";
import { request as requestSecurely } from "node:https";
import type { Socket } from "node:net";
import { connect } from "node:net";
import type { SecureContext } from "node:tls";
import type { Proxy } from "./proxy-answer.ts";
import { ProxyError, refusedByProxy } from "./proxy-error.ts";
import { askSocks } from "./socks.ts";

export interface TunnelOptions {
  readonly proxy: Proxy;
  /** Where the tunnel leads. */
  readonly host: string;
  readonly port: number;
  /** For the certificate of a proxy of scheme `https`. */
  readonly secureContext?: SecureContext | undefined;
  /** Milliseconds until the tunnel must be there. */
  readonly timeout: number;
}

/** An error between two listeners would end the program; whoever uses the socket learns of it. */
const ignore = (): void => undefined;

/** An open connection to a host through a proxy. Rejects with `ProxyError` or the proxy's refusal. */
export function openTunnel(options: TunnelOptions): Promise<Socket> {
  return options.proxy.scheme === "socks5" ? throughSocks(options) : throughConnect(options);
}

/** RFC 9110, 9.3.6. */
function throughConnect(options: TunnelOptions): Promise<Socket> {
  const { proxy, timeout, secureContext } = options;
  const host = options.host.includes(":") ? `[${options.host}]` : options.host;
  const path = `${host}:${options.port}`;
  const asked = {
    method: "CONNECT",
    path,
    headers: { host: path },
    agent: false,
    timeout,
  } as const;
  return new Promise((resolve, reject) => {
    const place = { ...asked, host: proxy.host, port: proxy.port };
    const request: ClientRequest =
      proxy.scheme === "https"
        ? requestSecurely({ ...place, ...(secureContext !== undefined && { secureContext }) })
        : requestPlainly(place);
    request
      .once("connect", ({ statusCode = 0 }, socket) => {
        socket.setTimeout(0);
        socket.on("error", ignore);
        if (statusCode >= 200 && statusCode < 300) resolve(socket);
        else {
          socket.destroy();
          reject(refusedByProxy(options.host, statusCode));
        }
      })
      // An answer that is no tunnel: the server there is no proxy.
      .once("response", ({ statusCode = 0 }) => {
        request.destroy();
        reject(refusedByProxy(options.host, statusCode));
      })
      .once("timeout", () => {
        request.destroy(new Error("timed out"));
      })
      .once("error", (error) => {
        reject(new ProxyError(proxy.host, "could not be reached", error));
      })
      .end();
  });
}

async function throughSocks({ proxy, host, port, timeout }: TunnelOptions): Promise<Socket> {
  const socket = connect({ host: proxy.host, port: proxy.port, autoSelectFamily: true });
  socket.on("error", ignore);
  const timer = setTimeout(() => {
    socket.destroy(new ProxyError(proxy.host, "did not answer in time"));
  }, timeout);
  try {
    await askSocks(socket, proxy.host, host, port);
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
