/** Downloads of what is too large for memory: a sound, a film. */
import type { Dispatcher } from "undici";
import { headerOf, retryAfter, type Headers } from "./response-facts.ts";
import { FetchError, type FetchedResource, type FetchRequest } from "./types.ts";

export interface DownloadRequest extends Omit<
  FetchRequest,
  "kind" | "etag" | "lastModified" | "followRedirects"
> {
  /**
   * How many bytes are here, and the validators of what they belong to, byte for byte: the rest alone
   * is asked for. Null: all of it.
   */
  readonly resume: {
    readonly received: number;
    readonly etag: string | null;
    readonly lastModified: string | null;
  } | null;
  /** Bytes of the whole at most. */
  readonly limit: number;
}

/** What is known of a download before its first byte. */
export interface DownloadFacts {
  /** Where what comes begins: behind what was here, or at 0 where all of it comes anew. */
  readonly start: number;
  /** Bytes of the whole; null where the publisher does not say. */
  readonly total: number | null;
  readonly contentType: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Takes what arrives, in order. What it throws ends the transfer, and the download with it. */
export interface DownloadSink {
  begin(facts: DownloadFacts): Promise<void>;
  write(bytes: Uint8Array): Promise<void>;
}

/** How a download ended. `isWhole`: everything came; else the status says why nothing did. */
export interface DownloadAnswer extends Pick<FetchedResource, "status" | "address" | "retryAfter"> {
  readonly isWhole: boolean;
}

/** What sounds and films are asked for with; as they are, for pieces of packed bytes do not fit. */
export function downloadHeaders({ resume }: DownloadRequest): Record<string, string> {
  const headers = {
    accept: "audio/*, video/*, application/ogg, application/octet-stream;q=0.5, */*;q=0.1",
    "accept-encoding": "identity",
  };
  const validator = resume === null ? null : validatorOf(resume);
  if (resume === null || validator === null || resume.received === 0) return headers;
  return { ...headers, range: `bytes=${resume.received}-`, "if-range": validator };
}

/** RFC 9110, 13.1.5: a weak tag says nothing about single bytes. */
function validatorOf({
  etag,
  lastModified,
}: Pick<DownloadFacts, "etag" | "lastModified">): string | null {
  return etag !== null && !etag.startsWith("W/") ? etag : lastModified;
}

/** Whether what has arrived of such an answer can be gone on with another time. */
export function canResume(version: Pick<DownloadFacts, "etag" | "lastModified">): boolean {
  return validatorOf(version) !== null;
}

/** Hands an answer's body on, a piece at a time, never faster than it is taken. */
export async function receive(
  response: Dispatcher.ResponseData,
  request: DownloadRequest,
  sink: DownloadSink,
  asked: { readonly address: string; readonly now: number },
): Promise<DownloadAnswer> {
  const { body, statusCode: status } = response;
  const headers: Headers = response.headers;
  const answer = { status, address: asked.address, retryAfter: retryAfter(headers, asked.now) };
  const cancel = (): void => {
    body.destroy(request.signal?.reason as Error);
  };
  request.signal?.addEventListener("abort", cancel, { once: true });
  try {
    request.signal?.throwIfAborted();
    if (status !== 200 && status !== 206) {
      await body.dump({ limit: 65_536 });
      return { ...answer, isWhole: false };
    }
    const facts = factsOf(headers, status, request);
    checkSize(facts.total ?? 0, request.limit);
    await sink.begin(facts);
    let size = facts.start;
    for await (const chunk of body as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      checkSize(size, request.limit);
      await sink.write(chunk);
    }
    if (facts.total !== null && size !== facts.total)
      throw new FetchError("unreachable", "the transfer broke off", {
        host: new URL(asked.address).host,
        reason: "short",
      });
    return { ...answer, isWhole: true };
  } finally {
    request.signal?.removeEventListener("abort", cancel);
    body.destroy();
  }
}

function factsOf(headers: Headers, status: number, { resume }: DownloadRequest): DownloadFacts {
  const encoding = headerOf(headers, "content-encoding")?.trim().toLowerCase() ?? "identity";
  if (encoding !== "identity" && encoding !== "")
    throw new FetchError("unreadable-file", `packed as ${encoding}, which was not asked for`);
  const known = {
    contentType: headerOf(headers, "content-type"),
    etag: headerOf(headers, "etag"),
    lastModified: headerOf(headers, "last-modified"),
  };
  if (status === 200) {
    const length = /^\d{1,15}$/.exec(headerOf(headers, "content-length") ?? "")?.[0];
    return { ...known, start: 0, total: length === undefined ? null : Number(length) };
  }
  const range = headerOf(headers, "content-range") ?? "";
  const [, start, end, total] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/.exec(range) ?? [];
  const isWhatWasAsked = resume !== null && Number(start) === resume.received;
  if (!isWhatWasAsked || (total !== "*" && Number(end) + 1 !== Number(total)))
    throw new FetchError("unreadable-file", `not the piece that was asked for: ${range}`);
  return { ...known, start: Number(start), total: Number(end) + 1 };
}

function checkSize(size: number, limit: number): void {
  if (size > limit)
    throw new FetchError("too-large", `over ${limit} bytes`, {
      megabytes: Math.round(limit / 1e6),
    });
}
