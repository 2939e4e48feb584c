import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface AskOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Breaks off after so many bytes. */
  readonly atMost?: number;
  /** Cuts the connection after so many milliseconds. */
  readonly patience?: number;
}

/** Asks a title of the newsstand: connects to this computer, whatever the host is called. */
export function ask(address: string, options: AskOptions = {}): Promise<Reply> {
  const { host, port, pathname, search } = new URL(address);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: "127.0.0.1",
        port,
        path: pathname + search,
        method: options.method ?? "GET",
        headers: { host, ...options.headers },
        agent: false,
        ...(options.patience === undefined
          ? {}
          : { signal: AbortSignal.timeout(options.patience) }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        let length = 0;
        const finish = (): void => {
          const { statusCode: status = 0, headers } = response;
          resolve({ status, headers, body: Buffer.concat(chunks) });
        };
        response.on("data", (chunk: Buffer) => {
          chunks.push(chunk);
          length += chunk.length;
          if (options.atMost === undefined || length < options.atMost) return;
          sent.destroy();
          finish();
        });
        response.on("end", finish);
        response.on("error", reject);
      },
    );
    sent.on("error", reject);
    sent.end();
  });
}
