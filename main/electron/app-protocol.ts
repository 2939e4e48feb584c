import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { protocol } from "electron";
import { isOurs, scheme } from "./our-origin.ts";
import { serveRecording } from "./serve-recording.ts";

/**
 * What the window may load and run: its own files, and nothing else. Trusted Types keep strings
 * out of the places where they would become code; lit-html's policy makes templates only.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "connect-src 'self'",
  "font-src 'self'",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lit-html",
].join("; ");

/** A stored picture shows itself and does nothing, even where it is opened as a document (SVG). */
const picturePolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".bmp": "image/bmp",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

const recordingPath = /^\/recordings\/([0-9a-f]{64}\.[a-z0-9]{3,4})$/;
const mediaPath = /^\/media\/([0-9a-f]{64}\.[a-z]{3,4})$/;

/** Must run before the app is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      // Without `stream` sounds and films cannot be wound to and fro.
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
}

export interface ServedFiles {
  /** Folder of the window's built files. */
  readonly windowFolder: string;
  /** Path of a stored picture, or null. */
  readonly picturePath: (name: string) => Promise<string | null>;
  /** Path of a kept sound or film, or null. */
  readonly recordingPath: (name: string) => Promise<string | null>;
}

const notFound = (): Response => new Response("not found", { status: 404 });

async function respondWith(path: string, policy: string): Promise<Response> {
  try {
    return new Response(new Uint8Array(await readFile(path)), {
      headers: {
        "content-type": types[extname(path)] ?? "application/octet-stream",
        "content-security-policy": policy,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        // Named by their content or by the build, these never change.
        ...(!path.endsWith(".html") && { "cache-control": "max-age=31536000, immutable" }),
      },
    });
  } catch {
    return notFound();
  }
}

/** Serves the window's files and what is stored under `app://broadsheet/`; GET, of recordings also HEAD. */
export function serve({ windowFolder, picturePath, recordingPath: pathOf }: ServedFiles): void {
  protocol.handle(scheme, async (request) => {
    if (!isOurs(request.url)) return notFound();
    const { pathname } = new URL(request.url);
    const recordingName = recordingPath.exec(pathname)?.[1];
    if (recordingName !== undefined && ["GET", "HEAD"].includes(request.method)) {
      const path = await pathOf(recordingName).catch(() => null);
      return path === null ? notFound() : serveRecording(request, path).catch(notFound);
    }
    if (request.method !== "GET") return notFound();
    const pictureName = mediaPath.exec(pathname)?.[1];
    if (pictureName !== undefined) {
      const path = await picturePath(pictureName).catch(() => null);
      return path === null ? notFound() : respondWith(path, picturePolicy);
    }
    let path: string;
    try {
      path = normalize(join(windowFolder, decodeURIComponent(pathname)));
    } catch {
      return notFound();
    }
    return path.startsWith(windowFolder + sep)
      ? respondWith(path, contentSecurityPolicy)
      : notFound();
  });
}
