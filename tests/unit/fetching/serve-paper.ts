import { readFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

const read = (name: string): string =>
  readFileSync(new URL(`../../fixtures/certificates/${name}.pem`, import.meta.url), "utf8");

/** The authority that vouches for `secure` papers, as the system's certificates would name it. */
export const authority = read("authority");

/** Serves `paper.localhost` on this machine until the test is over; the port. */
export async function servePaper(
  kind: "plain" | "secure" | "expired",
  answer: RequestListener = (_, response) => response.end("the paper"),
): Promise<number> {
  const server =
    kind === "plain"
      ? createServer(answer)
      : createSecureServer(
          { key: read("server-key"), cert: read(kind === "secure" ? "server" : "expired") },
          answer,
        );
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
