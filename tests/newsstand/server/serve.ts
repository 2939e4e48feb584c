import { setTimeout as sleep } from "node:timers/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { NewsstandPublisher } from "../publisher.ts";
import { answer } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { findPicture } from "../pictures/paint-picture.ts";
import { answerSignIn, signInPath } from "./paywall.ts";
import type { OpenRequest, RequestRecord } from "./record.ts";

/** What the server needs to know of the newsstand. */
export interface Counter {
  readonly record: RequestRecord;
  now(): number;
  /** The publisher of a `Host` header, or null. */
  find(host: string): NewsstandPublisher | null;
  /** The page for whoever comes to the newsstand itself. */
  listing(path: string): Answer;
}

/** Answers one request. */
export async function serve(
  counter: Counter,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const host = request.headers.host ?? "";
  const entry = counter.record.open(request, host, counter.now());
  let isOpen = true;
  const close = (): void => {
    if (isOpen) counter.record.close(entry);
    isOpen = false;
  };
  response.once("close", close);
  try {
    const publisher = counter.find(host);
    const path = entry.path.split("?")[0] ?? "/";
    if (publisher !== null && publisher.behaviour.paywall !== "none" && path === signInPath) {
      send(response, entry, answerSignIn(publisher, request.method, request.headers.cookie));
    } else if (request.method !== "GET" && request.method !== "HEAD") {
      send(response, entry, methodNotAllowed);
    } else if (publisher === null) {
      send(response, entry, counter.listing(path));
    } else {
      await serveFor(publisher, path, response, entry, close);
    }
  } catch (failure) {
    console.error("newsstand:", failure);
    if (!response.headersSent) send(response, entry, brokenNewsstand);
  }
}

async function serveFor(
  publisher: NewsstandPublisher,
  path: string,
  response: ServerResponse,
  entry: OpenRequest,
  close: () => void,
): Promise<void> {
  const { delay, connection } = publisher.behaviour;
  if (delay > 0) await sleep(delay, undefined, { ref: false });
  const isFeed = path === publisher.feedPath;
  if (isFeed) entry.kind = "feed";
  if (isFeed && connection === "drop") {
    response.socket?.destroy();
    return;
  }
  if (isFeed && connection === "hang") return;
  if (publisher.behaviour.pictures === "dropped" && findPicture(path) !== null) {
    response.socket?.destroy();
    return;
  }
  const result = await answer(publisher, path, entry.headers);
  if (isFeed && result.body.length > 0 && connection !== "sound") {
    begin(response, entry, result);
    if (connection === "truncate") truncate(response, result.body);
    else pour(response, entry, result.body);
    return;
  }
  // Counted as answered before the last byte leaves, so that a client that asks again at once
  // is not counted twice.
  close();
  send(response, entry, result);
}

function begin(response: ServerResponse, entry: OpenRequest, result: Answer): void {
  entry.kind = result.kind;
  entry.status = result.status;
  const { headers, cookies = [] } = result;
  entry.sent = { ...headers, ...(cookies.length > 0 && { "set-cookie": cookies.join("\n") }) };
  response.writeHead(result.status, {
    ...headers,
    ...(cookies.length > 0 && { "set-cookie": [...cookies] }),
  });
}

function send(response: ServerResponse, entry: OpenRequest, result: Answer): void {
  const length = result.status === 304 ? {} : { "content-length": String(result.body.length) };
  begin(response, entry, { ...result, headers: { ...result.headers, ...length } });
  if (result.body.length > 1_000_000) sendSlowly(response, entry, result.body);
  else {
    entry.taken = result.body.length;
    response.end(result.body);
  }
}

/** Piece by piece, as the client takes it, which is counted. */
function sendSlowly(response: ServerResponse, entry: OpenRequest, body: Uint8Array): void {
  const more = (): void => {
    while (entry.taken < body.length && !response.destroyed) {
      const piece = body.subarray(entry.taken, entry.taken + 65_536);
      entry.taken += piece.length;
      if (!response.write(piece)) {
        response.once("drain", () => setImmediate(more));
        return;
      }
    }
    response.end();
  };
  more();
}

/** Half of the body, then the connection is cut. */
function truncate(response: ServerResponse, body: Uint8Array): void {
  response.write(body.subarray(0, Math.ceil(body.length / 2)), () => {
    response.socket?.destroy();
  });
}

/** The body, then padding for as long as the client listens. */
function pour(response: ServerResponse, entry: OpenRequest, body: Uint8Array): void {
  const padding = Buffer.alloc(65_536, " endless");
  response.write(body);
  const more = (): void => {
    while (!response.destroyed) {
      entry.taken += padding.length;
      if (!response.write(padding)) {
        response.once("drain", () => setImmediate(more));
        return;
      }
    }
  };
  more();
}

const methodNotAllowed: Answer = {
  kind: "other",
  status: 405,
  headers: { allow: "GET, HEAD" },
  body: new Uint8Array(),
};

const brokenNewsstand: Answer = {
  kind: "other",
  status: 599,
  headers: { "content-type": "text/plain" },
  body: Buffer.from("The newsstand itself failed; see its error output."),
};
