import { readFileSync } from "node:fs";
import type { RequestListener } from "node:http";
import { createServer, type Server } from "node:https";

const read = (name: string): string =>
  readFileSync(new URL(`../../fixtures/certificates/${name}.pem`, import.meta.url), "utf8");

/** The one host that can be asked over https: the certificate is for it. */
export const secureSlug = "guarded";

/** Who vouches for that host; to be handed to the client as one of the system's certificates. */
export const secureAuthority = read("authority");

/** The same server, over https. */
export function createSecureServer(listener: RequestListener): Server {
  return createServer({ key: read("server-key"), cert: read("server") }, listener);
}
