import { open } from "node:fs/promises";
import { extname } from "node:path";

/**
 * Bytes of one answer at most: an answer may hold less than what was asked for (RFC 9110, 14.2), and
 * the engine asks for the next piece when it needs it. So no film ever stands in memory whole.
 */
const pieceSize = 2_000_000;

const types: Readonly<Record<string, string>> = {
  ".mp3": "audio/mpeg",
  ".m4a": "audio/mp4",
  ".aac": "audio/aac",
  ".ogg": "audio/ogg",
  ".oga": "audio/ogg",
  ".opus": "audio/ogg",
  ".flac": "audio/flac",
  ".wav": "audio/wav",
  ".mp4": "video/mp4",
  ".m4v": "video/mp4",
  ".webm": "video/webm",
  ".mov": "video/quicktime",
};

/** The first and last byte that a `Range` asks for; null for all of it, "unsatisfiable" beyond it. */
export function rangeOf(
  header: string | null,
  size: number,
): { readonly first: number; readonly last: number } | "unsatisfiable" | null {
  const [, from, to] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "") ?? [];
  // RFC 9110, 14.2: what is not understood, several ranges among it, is passed over.
  if (from === undefined || to === undefined || (from === "" && to === "")) return null;
  if (from === "") {
    return Number(to) === 0 || size === 0
      ? "unsatisfiable"
      : { first: Math.max(0, size - Number(to)), last: size - 1 };
  }
  const [first, last] = [Number(from), to === "" ? size - 1 : Math.min(Number(to), size - 1)];
  if (first >= size) return "unsatisfiable";
  return last < first ? null : { first, last };
}

/** Answers a request for a kept sound or film, whole or in ranges; GET and HEAD. */
export async function serveRecording(request: Request, path: string): Promise<Response> {
  const handle = await open(path, "r");
  try {
    const { size } = await handle.stat();
    const headers = {
      "content-type": types[extname(path)] ?? "application/octet-stream",
      "accept-ranges": "bytes",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
    };
    if (request.method === "HEAD")
      return new Response(null, { headers: { ...headers, "content-length": `${size}` } });
    const range = rangeOf(request.headers.get("range"), size);
    if (range === "unsatisfiable")
      return new Response(null, {
        status: 416,
        headers: { ...headers, "content-range": `bytes */${size}` },
      });
    const { first, last } = range ?? { first: 0, last: size - 1 };
    const length = Math.min(last - first + 1, pieceSize);
    const bytes = new Uint8Array(length);
    let read = 0;
    while (read < length) {
      const { bytesRead } = await handle.read(bytes, read, length - read, first + read);
      if (bytesRead === 0) break;
      read += bytesRead;
    }
    const isWhole = range === null && length === size;
    return new Response(bytes.subarray(0, read), {
      // Also where nothing was said of ranges: what does not fit into one answer comes in pieces.
      status: isWhole ? 200 : 206,
      headers: {
        ...headers,
        "content-length": `${read}`,
        ...(!isWhole && { "content-range": `bytes ${first}-${first + read - 1}/${size}` }),
      },
    });
  } finally {
    await handle.close();
  }
}
