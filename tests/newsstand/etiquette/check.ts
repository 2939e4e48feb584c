import type { EtiquetteCheck, RecordedRequest } from "../types.ts";

/** What a rule makes of the record. */
export interface Judgement {
  readonly occasions: number;
  readonly breaches: readonly string[];
}

/** A rule that can be judged from the record, and how. */
export interface Rule {
  readonly name: string;
  readonly rule: string;
  readonly judge: (requests: readonly RecordedRequest[]) => Judgement;
}

/** A check that looks at each request by itself; `judge` returns what is wrong, or null. */
export function eachRequest(
  name: string,
  rule: string,
  concerns: (request: RecordedRequest) => boolean,
  judge: (request: RecordedRequest) => string | null,
): Rule {
  return {
    name,
    rule,
    judge: (requests) => {
      const concerned = requests.filter(concerns);
      const breaches = concerned.flatMap((request) => {
        const wrong = judge(request);
        return wrong === null ? [] : [describe(request, wrong)];
      });
      return { occasions: concerned.length, breaches };
    },
  };
}

/** Refused without cookies, and asked at once as somebody who is signed in. */
function isSameVisit(earlier: RecordedRequest, later: RecordedRequest): boolean {
  const isRefused = [401, 403].includes(earlier.status) && earlier.headers.cookie === undefined;
  return isRefused && later.headers.cookie !== undefined && later.time - earlier.time < 60_000;
}

/** The same for visits that the program makes by itself. */
export const eachUnaskedReturn: typeof eachReturn = (name, rule, concerns, judge) =>
  eachReturn(
    name,
    rule,
    (earlier, later) => later.byHand !== true && concerns(earlier, later),
    judge,
  );

/** A check of two visits of the same address, one after the other. */
export function eachReturn(
  name: string,
  rule: string,
  concerns: (earlier: RecordedRequest, later: RecordedRequest) => boolean,
  judge: (earlier: RecordedRequest, later: RecordedRequest) => string | null,
): Rule {
  return {
    name,
    rule,
    judge: (requests) => {
      const last = new Map<string, RecordedRequest>();
      const breaches: string[] = [];
      let occasions = 0;
      for (const later of requests) {
        const address = later.host + later.path;
        const earlier = last.get(address);
        last.set(address, later);
        if (earlier === undefined || isSameVisit(earlier, later)) continue;
        if (!concerns(earlier, later)) continue;
        occasions++;
        const wrong = judge(earlier, later);
        if (wrong !== null) breaches.push(describe(later, wrong));
      }
      return { occasions, breaches };
    },
  };
}

/** A check that nothing is asked for again after an answer of a kind. */
export function neverAgain(
  name: string,
  rule: string,
  concerns: (request: RecordedRequest) => boolean,
  wrong: string,
): Rule {
  return {
    name,
    rule,
    judge: (requests) => {
      const answered = new Set<string>();
      const breaches: string[] = [];
      for (const request of requests) {
        const address = request.host + request.path;
        if (answered.has(address)) breaches.push(describe(request, wrong));
        else if (concerns(request)) answered.add(address);
      }
      return { occasions: answered.size, breaches };
    },
  };
}

/** One line about a request. */
export function describe(request: RecordedRequest, wrong: string): string {
  return `${request.method} ${request.host}${request.path}: ${wrong}`;
}

export function toCheck(
  { name, rule, judge }: Rule,
  requests: readonly RecordedRequest[],
): EtiquetteCheck {
  return { name, rule, ...judge(requests) };
}
