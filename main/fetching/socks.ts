import { isIPv4, isIPv6, type Socket } from "node:net";
import ipaddr from "ipaddr.js";
import { ProxyError, refusedByProxy } from "./proxy-error.ts";
import { FetchError } from "./types.ts";

/** RFC 1928: version 5; a connection without password; kinds of addresses. */
const version = 5;
const noPassword = 0;
const command = { connect: 1 };
const kinds = { ipv4: 1, name: 3, ipv6: 4 };

/** The address as the proxy takes it: names are left to it, as it may know more of them. */
function addressBytes(host: string): readonly number[] {
  if (isIPv4(host) || isIPv6(host)) {
    const bytes = ipaddr.parse(host).toByteArray();
    return [isIPv4(host) ? kinds.ipv4 : kinds.ipv6, ...bytes];
  }
  const name = Buffer.from(host, "latin1");
  return [kinds.name, name.length, ...name];
}

/** Reads exactly as many bytes as asked for, so that what follows them stays for the next reader. */
async function read(socket: Socket, length: number, proxyHost: string): Promise<Buffer> {
  for (;;) {
    const bytes = socket.read(length) as Buffer | null;
    if (bytes?.length === length) return bytes;
    if (socket.destroyed || socket.readableEnded) break;
    await new Promise<void>((resolve, reject) => {
      const settle = (error?: Error): void => {
        socket.off("readable", settle).off("end", settle).off("close", settle).off("error", settle);
        if (error instanceof Error) reject(wordProxy(proxyHost, error));
        else resolve();
      };
      socket.on("readable", settle).on("end", settle).on("close", settle).on("error", settle);
    });
  }
  throw new ProxyError(proxyHost, "ended the connection");
}

function wordProxy(proxyHost: string, error: Error): ProxyError {
  return error instanceof ProxyError
    ? error
    : new ProxyError(proxyHost, "could not be reached", error);
}

/**
 * Asks a SOCKS 5 proxy, to which a socket is being opened, for a connection to a host. Passwords are
 * not spoken: a proxy that insists on one is answered for by status 407.
 */
export async function askSocks(
  socket: Socket,
  proxyHost: string,
  host: string,
  port: number,
): Promise<void> {
  socket.write(Uint8Array.of(version, 1, noPassword));
  const [spoken, method] = await read(socket, 2, proxyHost);
  if (spoken !== version) throw new ProxyError(proxyHost, "does not speak SOCKS 5");
  if (method !== noPassword) throw refusedByProxy(host, 407);
  socket.write(
    Uint8Array.of(version, command.connect, 0, ...addressBytes(host), port >> 8, port & 255),
  );
  const [, reply = 1, , kind] = await read(socket, 4, proxyHost);
  if (reply !== 0) {
    throw new FetchError("unreachable", `the proxy could not reach ${host}`, {
      host,
      reason: `socks-${reply}`,
    });
  }
  const nameLength = kind === kinds.name ? (await read(socket, 1, proxyHost))[0] : undefined;
  // Its own address at the other end, which nobody needs, and the port.
  await read(socket, (nameLength ?? (kind === kinds.ipv6 ? 16 : 4)) + 2, proxyHost);
}
