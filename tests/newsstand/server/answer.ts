import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip, zstdCompress } from "node:zlib";
import { writeHomePage } from "../pages/home-page.ts";
import { writeStoryPage } from "../pages/story-page.ts";
import { paintIcon } from "../pictures/paint-icon.ts";
import { findPicture, paintPicture } from "../pictures/paint-picture.ts";
import type { PictureName } from "../pictures/paint-picture.ts";
import type { NewsstandPublisher } from "../publisher.ts";
import { askForPassword, isUnlocked, variesByReader } from "./lock.ts";
import { addWayIn, refuseUnknown } from "./paywall.ts";
import type { Behaviour, RequestKind } from "../types.ts";

/** What goes back to a client. */
export interface Answer {
  readonly kind: RequestKind;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Lines `Set-Cookie`. */
  readonly cookies?: readonly string[];
  readonly body: Uint8Array;
}

/** The answer of a publisher, with the faults that its behaviour asks for. */
export async function answer(
  publisher: NewsstandPublisher,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const behaviour = publisher.behaviour;
  const isKnown = publisher.subscribers.knows(headers.cookie);
  if (path === publisher.feedPath) {
    const { lock } = behaviour;
    if (lock !== null && !isUnlocked(lock, headers.authorization)) return askForPassword();
    if (behaviour.paywall !== "everything") return answerFeed(publisher, headers);
    if (!isKnown) return refuseUnknown("feed");
    const feed = await answerFeed(publisher, headers);
    return { ...feed, cookies: publisher.subscribers.begin(headers.cookie) };
  }
  const resource = publisher.resources[path];
  if (resource !== undefined) {
    const body = Buffer.from(resource.body);
    const given = reply("other", resource.status ?? 200, resource.contentType, body);
    const { location } = resource;
    return location === undefined ? given : { ...given, headers: { ...given.headers, location } };
  }
  if (path === "/") {
    const page = writeHomePage(publisher);
    if (behaviour.paywall === "none") return html("page", 200, page);
    const tracker = `http://tracker.${publisher.host.replace(/^[^.]+\./, "")}/frame`;
    return html("page", 200, addWayIn(page, tracker));
  }
  const icon = paintIcon(path, publisher.profile);
  if (icon !== null) return reply("icon", 200, icon.contentType, icon.body);
  const picture = findPicture(path);
  const isClosed = behaviour.paywall !== "none" && !isKnown;
  if (picture !== null)
    return isClosed ? refuseUnknown("picture") : answerPicture(behaviour, picture);
  const page = await writeStoryPage(publisher, path);
  if (page === null) return html("page", 404, notFoundPage);
  if (isClosed) return refuseUnknown("page");
  return reply("page", page.status, page.contentType, page.body);
}

async function answerFeed(
  publisher: NewsstandPublisher,
  asked: Readonly<Record<string, string>>,
): Promise<Answer> {
  const behaviour = publisher.behaviour;
  if (behaviour.redirect !== null) {
    const { status, to } = behaviour.redirect;
    const more = behaviour.lock === null ? {} : variesByReader;
    return { ...reply("feed", status, "text/html", noBytes), headers: { location: to, ...more } };
  }
  if (behaviour.status !== null) {
    const page = html("feed", behaviour.status, notFoundPage);
    return {
      ...page,
      headers: { ...page.headers, ...retryHeader(behaviour), ...behaviour.headers },
    };
  }
  const document = publisher.feed();
  const headers: Record<string, string> = {
    ...(behaviour.validators === "both" || behaviour.validators === "etag"
      ? { etag: document.etag }
      : {}),
    ...(behaviour.validators === "both" || behaviour.validators === "last-modified"
      ? { "last-modified": document.lastModified }
      : {}),
    ...(behaviour.lock === null ? {} : variesByReader),
    ...behaviour.headers,
  };
  if (isUnchanged(asked, headers)) return { kind: "feed", status: 304, headers, body: noBytes };
  headers["content-type"] = behaviour.contentType ?? document.contentType;
  headers.vary = [headers.vary, "accept-encoding"].filter(Boolean).join(", ");
  let body = document.body;
  if (behaviour.body === "html") {
    headers["content-type"] = behaviour.contentType ?? "text/html; charset=utf-8";
    body = Buffer.from(consentPage);
  } else if (behaviour.body === "empty") {
    body = noBytes;
  } else if (behaviour.body === "oversized") {
    body = Buffer.concat([body, Buffer.alloc(oversize, "<!-- padding -->")]);
  } else if (behaviour.body === "film") {
    headers["content-type"] = behaviour.contentType ?? "video/mp4";
    body = Buffer.concat([Buffer.from("\0\0\0\x20ftypisom", "latin1"), Buffer.alloc(oversize)]);
  }
  const { compression } = behaviour;
  if (compression !== "identity" && accepts(asked["accept-encoding"], compression)) {
    headers["content-encoding"] = compression;
    body = await compressors[compression](body);
  }
  return { kind: "feed", status: 200, headers, body };
}

/** `If-None-Match` decides where it is there, as RFC 9110 section 13.2.2 has it. */
function isUnchanged(
  asked: Readonly<Record<string, string>>,
  sent: Readonly<Record<string, string>>,
): boolean {
  const etag = asked["if-none-match"];
  if (etag !== undefined) return sent.etag === etag;
  const since = Date.parse(asked["if-modified-since"] ?? "");
  return Date.parse(sent["last-modified"] ?? "") <= since;
}

function retryHeader(behaviour: Behaviour): Record<string, string> {
  const { retryAfter } = behaviour;
  if (retryAfter === null) return {};
  return {
    "retry-after": retryAfter instanceof Date ? retryAfter.toUTCString() : String(retryAfter),
  };
}

async function answerPicture(behaviour: Behaviour, name: PictureName): Promise<Answer> {
  switch (behaviour.pictures) {
    case "missing":
      return html("picture", 404, notFoundPage);
    case "html":
      return reply("picture", 200, "image/png", Buffer.from(consentPage));
    case "pixel":
      return reply("picture", 200, "image/gif", onePixel);
    case "slow":
      await sleep(slowPicture, undefined, { ref: false });
      break;
    case "good":
    case "dropped":
      break;
  }
  const picture = paintPicture(name);
  return reply("picture", 200, picture.contentType, picture.body);
}

function accepts(header: string | undefined, coding: string): boolean {
  return (header ?? "").split(",").some((part) => part.split(";")[0]?.trim() === coding);
}

function html(kind: RequestKind, status: number, text: string): Answer {
  return reply(kind, status, "text/html; charset=utf-8", Buffer.from(text));
}

function reply(kind: RequestKind, status: number, contentType: string, body: Uint8Array): Answer {
  return { kind, status, headers: { "content-type": contentType }, body };
}

const compressors = {
  gzip: promisify(gzip),
  br: (body: Uint8Array) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  zstd: promisify(zstdCompress),
};

/** Bytes of padding: beyond what any reader should take for a feed. */
const oversize = 40_000_000;
/** Milliseconds that a slow picture takes. */
const slowPicture = 3_000;
const noBytes = new Uint8Array();
const onePixel = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const notFoundPage = `<!doctype html><title>Not here</title><h1>This page is not here</h1>`;
const consentPage = `<!doctype html><html><head><title>Before you continue</title></head><body><h1>We value your privacy</h1><p>We and our 842 partners store information on your device.</p><form><button>Accept all</button></form></body></html>`;
