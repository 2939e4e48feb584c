import type { Session } from "electron";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { scheme } from "./our-origin.ts";

/** The one picture that is being made. */
export interface Desk {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly sliceLength: number;
}

export interface WorkshopDesk {
  readonly desk: () => Desk | null;
  /** Called with what was made of the picture of that number. */
  readonly take: (id: number, bytes: Uint8Array) => void;
}

const host = "workshop";
/** As the reader's window has it, without what nobody looks at. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** Its page, and the scripts that are built for the windows. */
const ownFile = /^\/(?:workshop\/index\.html|assets\/[\w.-]+\.js)$/;
/** Nothing is made larger: a picture is 10 MB at most. */
const mostMade = 10 * 1024 * 1024;

const refused = (status: number): Response => new Response(null, { status });

/** Lets a session load the workshop's page and the picture of the moment, and nothing else at all. */
export function serveWorkshop(session: Session, folder: string, workshop: WorkshopDesk): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const { protocol, host: asked } = new URL(url);
    callback({ cancel: protocol !== "blob:" && !(protocol === `${scheme}:` && asked === host) });
  });
  session.protocol.handle(scheme, async (request) => {
    const { pathname, searchParams, host: asked } = new URL(request.url);
    if (asked !== host) return refused(404);
    const made = /^\/made\/(\d+)$/.exec(pathname)?.[1];
    if (made !== undefined && request.method === "POST") {
      const bytes = await readMade(request);
      if (bytes === null) return refused(413);
      workshop.take(Number(made), bytes);
      return refused(204);
    }
    if (request.method !== "GET") return refused(405);
    if (ownFile.test(pathname)) return respondWithFile(join(folder, pathname));
    const desk = workshop.desk();
    const from = Number(searchParams.get("from") ?? Number.NaN);
    if (desk === null || pathname !== `/picture/${desk.id}` || !Number.isSafeInteger(from))
      return refused(404);
    return new Response(desk.bytes.slice(from, from + desk.sliceLength));
  });
}

/** The body of a request; null when it is too large, of which no more is taken in. */
async function readMade({ body }: Request): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of (body ?? []) as AsyncIterable<Uint8Array> | []) {
    length += piece.length;
    if (length > mostMade) return null;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

async function respondWithFile(path: string): Promise<Response> {
  const type = path.endsWith(".html") ? "text/html; charset=utf-8" : "text/javascript";
  const headers = {
    "content-type": type,
    "content-security-policy": contentSecurityPolicy,
    "x-content-type-options": "nosniff",
  };
  try {
    return new Response(new Uint8Array(await readFile(path)), { headers });
  } catch {
    return refused(404);
  }
}
