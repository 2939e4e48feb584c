import { FetchError } from "./types.ts";

/** A proxy could not be reached or does not speak as it should: another way may lead there. */
export class ProxyError extends FetchError {
  constructor(host: string, reason: string, cause?: unknown) {
    super("unreachable", `the proxy ${host} ${reason}`, { host, reason: "proxy" }, cause);
  }
}

/** What a proxy's refusal to pass a request on means; `host` is the publisher's. */
export function refusedByProxy(host: string, status: number): FetchError {
  return status === 407
    ? new FetchError("http-status", "the proxy asks for a password", { host, status })
    : new FetchError("unreachable", `the proxy answered ${status}`, {
        host,
        reason: `proxy-${status}`,
      });
}
