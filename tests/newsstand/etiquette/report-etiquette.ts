import type { EtiquetteCheck, EtiquetteReport, RecordedRequest } from "../types.ts";
import { toCheck } from "./check.ts";
import { connectionRules } from "./connection-rules.ts";
import { conditionalRules } from "./conditional-rules.ts";
import { paceRules } from "./pace-rules.ts";
import { requestRules } from "./request-rules.ts";
import { scheduleRules, type FeedWishes } from "./schedule-rules.ts";
import { signInRules } from "./sign-in-rules.ts";

/**
 * Judges a record by the rules of how publishers are treated. `wishes`, by host, for a record of
 * visits that the program made by itself: it is then judged by its plan as well. `seen`: rules that
 * were judged by what the program says of itself.
 */
export function reportEtiquette(
  requests: readonly RecordedRequest[],
  wishes?: ReadonlyMap<string, FeedWishes>,
  seen: readonly EtiquetteCheck[] = [],
): EtiquetteReport {
  const rules = [...requestRules, ...conditionalRules, ...connectionRules, ...paceRules];
  if (wishes !== undefined) rules.push(...scheduleRules(wishes));
  // Where people sign in, it is not the program that asks.
  const visits = requests.filter(({ kind }) => kind !== "sign-in");
  const checks = [
    ...rules.map((rule) => toCheck(rule, visits)),
    ...signInRules.map((rule) => toCheck(rule, requests)),
    ...seen,
  ];
  const judged = checks.filter((check) => check.occasions > 0);
  const kept = judged.filter((check) => check.breaches.length === 0);
  return {
    checks,
    breaches: checks.reduce((sum, check) => sum + check.breaches.length, 0),
    score: judged.length === 0 ? 100 : Math.round((kept.length / judged.length) * 100),
  };
}
