import { pipeline, Readable, type Transform } from "node:stream";
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from "node:zlib";
import { FetchError } from "./types.ts";

/** A truncated body still gives what had arrived; the reader of feeds keeps whole items. */
const lenient = { finishFlush: constants.Z_SYNC_FLUSH };

function decoderFor(encoding: string): Transform {
  switch (encoding) {
    case "gzip":
    case "x-gzip":
      return createGunzip(lenient);
    case "deflate":
      return createInflate(lenient);
    case "br":
      return createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH });
    case "zstd":
      return createZstdDecompress();
    default:
      throw new FetchError("unreadable-file", `unknown content encoding ${encoding}`);
  }
}

/** How archives, PDF files, programs, pictures, sounds and films begin, in Latin-1. */
const knownStarts = [
  ...["PK\u0003\u0004", "Rar!", "7z\u00bc\u00af", "%PDF-", "MZ\u0090", "\u0089PNG", "GIF8"],
  ...["\u00ff\u00d8\u00ff", "RIFF", "OggS", "fLaC", "ID3", "\u001aE\u00df\u00a3"],
];

function startsAsKnown(start: Uint8Array): boolean {
  const text = Buffer.from(start.subarray(0, 16)).toString("latin1");
  return text.startsWith("ftyp", 4) || knownStarts.some((known) => text.startsWith(known));
}

/** Whether a body that should be text plainly is something else. */
function isPlainlyBinary(start: Uint8Array): boolean {
  if (startsAsKnown(start)) return true;
  const isUtf16Or32 =
    (start[0] === 0xff && start[1] === 0xfe) ||
    (start[0] === 0xfe && start[1] === 0xff) ||
    start.subarray(0, 4).filter((byte) => byte === 0).length >= 2;
  if (isUtf16Or32) return false;
  // Compressed once more than the headers say; the caller unpacks it.
  if (start[0] === 0x1f && start[1] === 0x8b) return false;
  const sample = start.subarray(0, 512);
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  return controls > sample.length / 10;
}

export interface BodyLimits {
  /** Bytes allowed, before and after decompression. */
  readonly limit: number;
  readonly mustBeText: boolean;
}

/** Collects chunks up to a limit; a body that is too large or plainly binary ends the transfer. */
async function collect(
  source: AsyncIterable<Uint8Array>,
  { limit, mustBeText }: BodyLimits,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    if (chunks.length === 0 && mustBeText && isPlainlyBinary(chunk)) {
      throw new FetchError("not-a-feed", "the body is not text");
    }
    length += chunk.length;
    if (length > limit) {
      throw new FetchError("too-large", `the body is over ${limit} bytes`, {
        megabytes: Math.round(limit / 1e6),
      });
    }
    chunks.push(chunk);
  }
  // A buffer of its own, so that it can be handed to a worker without copying.
  const whole = new Uint8Array(length);
  let position = 0;
  for (const chunk of chunks) {
    whole.set(chunk, position);
    position += chunk.length;
  }
  return whole;
}

/** Counts what comes over the wire, so that a small bomb cannot hide behind compression layers. */
async function* counted(source: Readable, limit: number): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of source as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > limit) throw new FetchError("too-large", "the transfer is over its limit");
    yield chunk;
  }
}

/** Reads a body, decompressing it as `Content-Encoding` says, never holding more than the limit. */
export async function readBody(
  body: Readable,
  contentEncoding: string | null,
  limits: BodyLimits,
): Promise<Uint8Array> {
  const encodings = (contentEncoding ?? "")
    .toLowerCase()
    .split(",")
    .map((encoding) => encoding.trim())
    .filter((encoding) => encoding !== "" && encoding !== "identity");
  if (encodings.length > 2) throw new FetchError("unreadable-file", "compressed too often");
  if (encodings.length === 0) return collect(counted(body, limits.limit), limits);
  const decoded = encodings.reverse().reduce<Readable>(
    // The error of any part destroys the last, whose reader then sees it.
    (stream, encoding) => pipeline(stream, decoderFor(encoding), () => undefined),
    Readable.from(counted(body, limits.limit)),
  );
  return collect(decoded, limits);
}
