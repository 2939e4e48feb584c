import { lookup as systemLookup, type LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { FetchError } from "./types.ts";

/** Whether an IP address is one of the public internet: not loopback, link-local, private … */
export function isPublicAddress(address: string): boolean {
  try {
    const parsed = ipaddr.parse(address);
    if (
      parsed.kind() === "ipv6" &&
      "isIPv4MappedAddress" in parsed &&
      parsed.isIPv4MappedAddress()
    ) {
      return parsed.toIPv4Address().range() === "unicast";
    }
    // Networks without IPv4 reach its addresses by these (RFC 6052): the last four bytes.
    if (parsed.range() === "rfc6052") {
      return isPublicAddress(parsed.toByteArray().slice(-4).join("."));
    }
    return parsed.range() === "unicast";
  } catch {
    return false;
  }
}

/** The refusal of an address that leads into a private network. */
export function refusal(host: string): FetchError {
  return new FetchError("refused-address", `${host} is on this computer or a private network`, {
    host,
  });
}

/** RFC 6761, 6.3: `localhost` and all names below it are loopback, whatever a name server says. */
function isLocalhost(hostname: string): boolean {
  return /(?:^|\.)localhost\.?$/i.test(hostname);
}

/**
 * A name look-up for sockets that, unless `mayBePrivate`, hands out public addresses only. As it is
 * asked at connect time, a name server that changes its answer after a check gains nothing
 * ("DNS rebinding").
 */
export function guardedLookup(mayBePrivate: boolean): LookupFunction {
  return (hostname, options, callback) => {
    // Node hands over no list at all when it found nothing.
    const answer = (error: NodeJS.ErrnoException | null, found?: LookupAddress[]): void => {
      if (error !== null) {
        callback(error, []);
        return;
      }
      const allowed = (found ?? []).filter(
        ({ address }) => mayBePrivate || isPublicAddress(address),
      );
      const first = allowed[0];
      if (first === undefined) callback(refusal(hostname), []);
      else if (options.all === true) callback(null, allowed);
      else callback(null, first.address, first.family);
    };
    if (isLocalhost(hostname)) {
      answer(null, [{ address: "127.0.0.1", family: 4 }]);
      return;
    }
    systemLookup(hostname, { ...options, all: true }, answer);
  };
}

/** Names that only a private network has: single words, and the endings of RFC 6761, 6762, 8375 … */
function isPrivateName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, "").toLowerCase();
  return (
    !name.includes(".") ||
    /\.(?:localhost|local|internal|intranet|private|corp|home|lan|home\.arpa)$/.test(name)
  );
}

/**
 * Refuses a host that a proxy might find on a private network. The connection is not ours, so this
 * cannot be as sure as at connect time: what is plainly private is refused, and what this machine
 * finds at private addresses only. A name that it does not know the proxy may know.
 */
export async function refuseThroughProxy(hostname: string): Promise<void> {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0) {
    if (!isPublicAddress(host)) throw refusal(host);
    return;
  }
  if (isPrivateName(host)) throw refusal(host);
  const found = await lookup(host, { all: true }).catch(() => []);
  if (found.length > 0 && !found.some(({ address }) => isPublicAddress(address)))
    throw refusal(host);
}
