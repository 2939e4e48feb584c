import type { VisitReason } from "../../preload/contract/contract.ts";
import { mayVisitAt } from "../fetching/fetching.ts";
import type { Feed } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Hosts } from "./hosts.ts";

export type WaitCircumstances = Pick<Collaborators, "library" | "now"> & { readonly hosts: Hosts };

/** Until when a title has to wait, in milliseconds since 1970, and what for. */
export interface Wait {
  readonly until: number;
  /** `just-visited`: the plan would allow it, but it was visited only a moment ago. */
  readonly reason: VisitReason | "just-visited";
}

/**
 * Whether a title that a person wants visited has to wait, asked for by name or among many; null
 * when it may be visited now.
 */
export function waitFor(
  feed: Feed,
  asked: "one" | "many",
  { library, hosts, now: clock }: WaitCircumstances,
): Wait | null {
  const now = clock();
  const pausedUntil = hosts.pausedUntil(feed.address);
  if (pausedUntil !== null) return { until: pausedUntil, reason: "host-asks" };
  const visit = library.visits.of(feed.id);
  const until = mayVisitAt(visit, asked, now);
  if (visit === undefined || until <= now) return null;
  return { until, reason: until < visit.nextVisit ? "just-visited" : visit.nextVisitReason };
}
