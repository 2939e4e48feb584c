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
  // Its length is one byte: what is longer would be read as another name, and a port.
  if (name.length > 255)
    throw new FetchError("unreachable", "no host has so long a name", { host, reason: "name" });
  return [kinds.name, name.length, ...name];
}

/** Takes answers of known lengths from a socket; what follows the last is left to the next reader. */
class Answers {
  readonly #socket: Socket;
  readonly #proxyHost: string;
  #held = Buffer.alloc(0);

  constructor(socket: Socket, proxyHost: string) {
    this.#socket = socket;
    this.#proxyHost = proxyHost;
  }

  async take(length: number): Promise<Buffer> {
    for (;;) {
      this.#held = Buffer.concat([this.#held, (this.#socket.read() as Buffer | null) ?? noBytes]);
      if (this.#held.length >= length) {
        const taken = this.#held.subarray(0, length);
        this.#held = this.#held.subarray(length);
        return taken;
      }
      if (this.#socket.destroyed || this.#socket.readableEnded) break;
      await this.#more();
    }
    throw new ProxyError(this.#proxyHost, "ended the connection");
  }

  end(): void {
    if (this.#held.length > 0) this.#socket.unshift(this.#held);
  }

  #more(): Promise<void> {
    const socket = this.#socket;
    return new Promise((resolve, reject) => {
      const settle = (error?: unknown): void => {
        for (const name of ["readable", "end", "close", "error"]) socket.off(name, settle);
        if (error instanceof Error) reject(wordProxy(this.#proxyHost, error));
        else resolve();
      };
      for (const name of ["readable", "end", "close", "error"]) socket.on(name, settle);
    });
  }
}

const noBytes = new Uint8Array();

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
  const answers = new Answers(socket, proxyHost);
  socket.write(Uint8Array.of(version, 1, noPassword));
  const [spoken, method] = await answers.take(2);
  if (spoken !== version) throw new ProxyError(proxyHost, "does not speak SOCKS 5");
  if (method !== noPassword) throw refusedByProxy(host, 407);
  socket.write(
    Uint8Array.of(version, command.connect, 0, ...addressBytes(host), port >> 8, port & 255),
  );
  const [, reply = 1, , kind] = await answers.take(4);
  if (reply !== 0) {
    throw new FetchError("unreachable", `the proxy could not reach ${host}`, {
      host,
      reason: `socks-${reply}`,
    });
  }
  const nameLength = kind === kinds.name ? (await answers.take(1))[0] : undefined;
  // Its own address at the other end, which nobody needs, and the port.
  await answers.take((nameLength ?? (kind === kinds.ipv6 ? 16 : 4)) + 2);
  answers.end();
}
