import { request } from "node:http";
import type { SetByAnswer } from "./memory-sessions.ts";

/** Somebody with a subscription, who signs in at whatever publisher is shown. */
export async function playReader(startAddress: string): Promise<SetByAnswer[]> {
  const url = new URL("/sign-in", startAddress);
  const lines = await new Promise<readonly string[]>((resolve, reject) => {
    const asked = request(
      // Names below localhost are this machine, which not every name server knows.
      {
        host: "127.0.0.1",
        port: url.port,
        path: url.pathname,
        method: "POST",
        headers: { host: url.host },
      },
      (response) => {
        response.resume();
        resolve(response.headers["set-cookie"] ?? []);
      },
    );
    asked.once("error", reject);
    asked.end();
  });
  return [{ url, lines }];
}
