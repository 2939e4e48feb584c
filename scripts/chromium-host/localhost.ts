/**
 * Names below `localhost` are this machine, whatever a name server says (RFC 6761, 6.3). Chromium knows that by
 * itself; what asks in its place, Playwright in this process, asks the system, which often does not.
 */
import dns from "node:dns";

type Asked = dns.LookupAllOptions & { readonly family?: number | "IPv4" | "IPv6" };

const isLocalhost = (host: string): boolean => /(?:^|\.)localhost\.?$/i.test(host);
const ofSystem = dns.promises.lookup;

/** @returns the addresses of a host, as Chromium would find them. */
export async function lookUp(host: string, options: Asked): Promise<dns.LookupAddress[]> {
  if (!isLocalhost(host)) return ofSystem(host, options);
  return options.family === 6 ? [] : [{ address: "127.0.0.1", family: 4 }];
}

/** Playwright's own look-ups are of this form; all others are the system's, as before. */
dns.promises.lookup = ((host: string, options?: Asked) =>
  options?.all === true ? lookUp(host, options) : ofSystem(host, options ?? {})) as typeof ofSystem;
