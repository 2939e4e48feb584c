import { Readable } from "node:stream";
import type { Dispatcher } from "undici";
import { readBody } from "./read-body.ts";
import { requestKinds } from "./request-kinds.ts";
import { freshSeconds, headerOf, languageOf, retryAfter, type Headers } from "./response-facts.ts";
import type { FetchedResource, FetchRequest } from "./types.ts";

/** Bytes of an answer that nobody wants, which are cheaper to read than a new connection. */
const dumpedAtMost = 65_536;

/** Lets go of an answer's body. */
export async function dropBody(response: Dispatcher.ResponseData): Promise<void> {
  await response.body.dump({ limit: dumpedAtMost });
}

/** The answer with its body, unpacked; that of a refusal is not read. */
export async function readAnswer(
  response: Dispatcher.ResponseData,
  kind: FetchRequest["kind"],
  asked: Pick<FetchedResource, "address" | "permanentAddress"> & { readonly now: number },
): Promise<FetchedResource> {
  const headers: Headers = response.headers;
  const { now, address, permanentAddress } = asked;
  let body: Uint8Array | null = null;
  if (response.statusCode >= 200 && response.statusCode < 300) {
    const limits = requestKinds[kind];
    body = await readBody(response.body, headerOf(headers, "content-encoding"), limits);
    // Some servers send a .gz file and do not say so.
    if (limits.mustBeText && body[0] === 0x1f && body[1] === 0x8b) {
      body = await readBody(Readable.from([body]), "gzip", limits);
    }
  } else await dropBody(response);
  return {
    status: response.statusCode,
    address,
    permanentAddress,
    contentType: headerOf(headers, "content-type"),
    language: languageOf(headers),
    links: [headers.link].flat().join(", ") || null,
    robotsTag: [headers["x-robots-tag"]].flat().join("\n") || null,
    etag: headerOf(headers, "etag"),
    lastModified: headerOf(headers, "last-modified"),
    freshSeconds: freshSeconds(headers, now),
    retryAfter: retryAfter(headers, now),
    body,
  };
}
