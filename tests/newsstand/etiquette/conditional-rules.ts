import type { RecordedRequest } from "../types.ts";
import { describe } from "./check.ts";
import type { Judgement, Rule } from "./check.ts";
import { isNoFeed } from "./schedule-rules.ts";

interface Pair {
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

/** Walks the feed requests with the validators that the client should hold at each. */
function followValidators(
  requests: readonly RecordedRequest[],
  judge: (request: RecordedRequest, held: Pair | undefined) => string | null | undefined,
): Judgement {
  const held = new Map<string, Pair | undefined>();
  /** Addresses from which the last visit of an address was redirected. */
  const ledHere = new Map<string, readonly string[]>();
  const breaches: string[] = [];
  let occasions = 0;
  for (const request of requests) {
    const address = request.host + request.path;
    if (request.kind !== "feed" && !ledHere.has(address)) continue;
    const wrong = judge(request, held.get(address));
    if (wrong !== undefined) occasions++;
    if (typeof wrong === "string") breaches.push(describe(request, wrong));
    // What is no feed is no reason to forget the one that was.
    if ((request.status === 200 && !isNoFeed(request)) || request.status === 304) {
      held.set(address, {
        etag: request.sent.etag,
        lastModified: request.sent["last-modified"],
      });
      // Whoever was led here holds what was given here.
      for (const origin of ledHere.get(address) ?? []) held.set(origin, held.get(address));
    }
    const target = redirectTarget(request, address);
    if (target !== null) {
      ledHere.set(target, [...(ledHere.get(address) ?? []), address]);
      held.set(target, held.get(address));
    }
  }
  return { occasions, breaches };
}

/** Host and path that an answer leads to, or null. */
function redirectTarget({ status, sent }: RecordedRequest, address: string): string | null {
  if (status < 300 || status > 399 || sent.location === undefined) return null;
  const url = URL.parse(sent.location, `http://${address}`);
  return url === null ? null : url.host + url.pathname;
}

/** Rules about `ETag` and `Last-Modified`. */
export const conditionalRules: readonly Rule[] = [
  {
    name: "conditional-requests",
    rule: "Validators of the last 200 or 304 come back byte for byte, both or neither.",
    judge: (requests) =>
      followValidators(requests, ({ headers }, held) => {
        if (held === undefined) return undefined;
        if (held.etag === undefined && held.lastModified === undefined) return undefined;
        const etag = headers["if-none-match"];
        if (etag !== held.etag)
          return `sends ${etag ?? "no entity tag"} for ${held.etag ?? "none"}`;
        const since = headers["if-modified-since"];
        return since === held.lastModified
          ? null
          : `sends ${since ?? "no date"} for ${held.lastModified ?? "none"}`;
      }),
  },
  {
    name: "no-invented-validators",
    rule: "No validator is sent that the publisher did not give.",
    judge: (requests) =>
      followValidators(requests, ({ headers }, held) => {
        if (headers["if-none-match"] !== undefined && held?.etag === undefined) {
          return `invents the entity tag ${headers["if-none-match"]}`;
        }
        if (headers["if-modified-since"] !== undefined && held?.lastModified === undefined) {
          return `invents the date ${headers["if-modified-since"]}`;
        }
        return null;
      }),
  },
];
