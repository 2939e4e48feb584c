import { createServer, request, type Server } from "node:http";
import {
  connect,
  createServer as createSocketServer,
  type AddressInfo,
  type Socket,
} from "node:net";
import { onTestFinished } from "vitest";

/** A proxy on this machine and what it was asked for. */
export interface TestProxy {
  /** `127.0.0.1:<port>`. */
  readonly place: string;
  /** `GET <address>`, `CONNECT <host>:<port>`, `SOCKS <host>:<port>`. */
  readonly asked: string[];
}

/** Every name is this machine, as a proxy may know names that the asking machine does not. */
const here = "127.0.0.1";

async function listen(server: Server | ReturnType<typeof createSocketServer>): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, here, resolve);
  });
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => sockets.add(socket));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `${here}:${(server.address() as AddressInfo).port}`;
}

function join(client: Socket, port: number, opened: () => void): void {
  const upstream = connect(port, here, opened);
  upstream.on("error", () => client.destroy());
  client.on("error", () => upstream.destroy());
  client.pipe(upstream).pipe(client);
}

/** An HTTP proxy; `refuses`: the status with which it answers everything. */
export async function serveHttpProxy(refuses?: number): Promise<TestProxy> {
  const asked: string[] = [];
  const server = createServer((incoming, response) => {
    asked.push(`${incoming.method ?? ""} ${incoming.url ?? ""}`);
    if (refuses !== undefined) {
      response.writeHead(refuses).end("no");
      return;
    }
    const { port, pathname } = new URL(incoming.url ?? "");
    const { headers } = incoming;
    const onward = request({ host: here, port, path: pathname, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on("error", () => response.writeHead(502).end());
    onward.end();
  });
  server.on("connect", (incoming, client: Socket) => {
    asked.push(`CONNECT ${incoming.url ?? ""}`);
    if (refuses !== undefined) client.end(`HTTP/1.1 ${refuses} No\r\n\r\n`);
    else {
      const port = Number(incoming.url?.split(":").at(-1));
      join(client, port, () => client.write("HTTP/1.1 200 Go on\r\n\r\n"));
    }
  });
  return { place: await listen(server), asked };
}

/** A SOCKS 5 proxy that takes names and asks for no password, unless it insists on one. */
export async function serveSocksProxy(insists = false): Promise<TestProxy> {
  const asked: string[] = [];
  const server = createSocketServer((client) => {
    client.on("error", () => client.destroy());
    client.once("data", () => {
      client.write(Uint8Array.of(5, insists ? 0xff : 0));
      client.once("data", (wish) => {
        const length = wish[4] ?? 0;
        const port = wish.readUInt16BE(5 + length);
        asked.push(`SOCKS ${wish.subarray(5, 5 + length).toString()}:${port}`);
        client.removeAllListeners("data");
        // In pieces, as networks deliver it.
        join(client, port, () => {
          client.write(Uint8Array.of(5, 0));
          setTimeout(() => client.write(Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 0)), 5);
        });
      });
    });
  });
  return { place: await listen(server), asked };
}
