import type { RecordedRequest } from "../types.ts";
import { describe } from "./check.ts";
import type { Judgement, Rule } from "./check.ts";

const named = (pair: string): boolean => pair !== "";

const pairsOf = (header = ""): string[] =>
  header
    .split(";")
    .map((pair) => pair.trim())
    .filter(named);

/** The pairs that an answer set. */
const setBy = ({ sent }: RecordedRequest): string[] =>
  (sent["set-cookie"] ?? "")
    .split("\n")
    .map((line) => line.replace(/;.*$/, "").trim())
    .filter(named);

/** Rules about cookies; they look at the answers to sign-ins, which no other rule is about. */
export const signInRules: readonly Rule[] = [
  {
    name: "no-cookie",
    rule: "No cookie is sent that no sign-in gave.",
    judge: judgeUnasked,
  },
  {
    name: "cookies-stay-home",
    rule: "What a publisher set by a cookie is sent to that publisher alone.",
    judge: judgeStrays,
  },
  {
    name: "no-feed-cookie",
    rule: "A feed is asked with cookies only where it was refused without.",
    judge: judgeFeeds,
  },
];

function judgeUnasked(requests: readonly RecordedRequest[]): Judgement {
  const given = new Set<string>();
  const breaches: string[] = [];
  let occasions = 0;
  for (const request of requests) {
    const { kind, headers } = request;
    if (kind !== "sign-in") {
      occasions++;
      if (pairsOf(headers.cookie).some((pair) => !given.has(pair)))
        breaches.push(describe(request, `sends cookie: ${headers.cookie ?? ""}`));
    }
    // Who is signed in is given new ones now and then.
    if (kind === "sign-in" || headers.cookie !== undefined)
      for (const pair of setBy(request)) given.add(pair);
  }
  return { occasions, breaches };
}

function judgeStrays(requests: readonly RecordedRequest[]): Judgement {
  const owners = new Map<string, Set<string>>();
  const breaches: string[] = [];
  let occasions = 0;
  for (const request of requests) {
    const { kind, headers, host } = request;
    if (kind !== "sign-in" && headers.cookie !== undefined) {
      occasions++;
      const strays = pairsOf(headers.cookie).filter(
        (pair) => owners.get(pair)?.has(host) === false,
      );
      if (strays.length > 0) breaches.push(describe(request, `is told ${strays.join("; ")}`));
    }
    for (const pair of setBy(request)) owners.set(pair, (owners.get(pair) ?? new Set()).add(host));
  }
  return { occasions, breaches };
}

function judgeFeeds(requests: readonly RecordedRequest[]): Judgement {
  const refused = new Set<string>();
  const breaches: string[] = [];
  let occasions = 0;
  for (const request of requests) {
    if (request.kind !== "feed") continue;
    const address = request.host + request.path;
    if (request.headers.cookie === undefined) {
      if ([401, 403].includes(request.status)) refused.add(address);
      continue;
    }
    occasions++;
    if (!refused.has(address)) breaches.push(describe(request, "was never refused without"));
  }
  return { occasions, breaches };
}
