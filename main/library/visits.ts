import { z } from "zod";
import { feedFailure, feedId, visitReason } from "../../preload/contract/contract.ts";
import type { FeedId } from "../../preload/contract/contract.ts";
import type { JournaledDocument } from "./files/journaled-low.ts";
import type { HostPause, Visit } from "./types.ts";

/** The etiquette records: when each title was and will be visited, and hosts to leave alone. */
export interface Visits {
  readonly visits: Map<FeedId, Visit>;
  readonly pauses: Map<string, HostPause>;
}

const visit = z.object({
  feedId,
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  bodyHash: z.string().nullable(),
  lastVisit: z.number().nullable(),
  lastStatus: z.number().nullable(),
  nextVisit: z.number(),
  nextVisitReason: visitReason,
  failure: feedFailure.nullable(),
  wishes: z
    .object({
      waitMinutes: z.number().nullable(),
      skipHours: z.array(z.number()),
      skipDays: z.array(z.number()),
    })
    .nullable(),
  rhythm: z.object({ gap: z.number(), newest: z.number() }).nullable().default(null),
  movedTo: z.object({ address: z.string(), seen: z.number() }).nullable(),
  moveToTell: z
    .object({ address: z.string(), mergedInto: feedId.nullable() })
    .nullable()
    .default(null),
  signIn: z.enum(["needed", "useless"]).nullable().default(null),
  brought: z.number().nullable().default(null),
  problems: z.array(z.string()).default([]),
}) satisfies z.ZodType<Visit>;

const hostPause = z.object({
  host: z.string(),
  until: z.number(),
  count: z.number(),
}) satisfies z.ZodType<HostPause>;

export interface VisitsOp {
  readonly visits: readonly Visit[];
  readonly pauses: readonly HostPause[];
}

const visitsOp: z.ZodType<VisitsOp> = z.object({
  visits: z.array(visit),
  pauses: z.array(hostPause),
});

export const visitsDocument: JournaledDocument<Visits, VisitsOp, undefined> = {
  empty: () => ({ visits: new Map(), pauses: new Map() }),
  encode: ({ visits, pauses }) => ({ visits: [...visits.values()], pauses: [...pauses.values()] }),
  decode: (value) => {
    const document = visitsDocument.empty();
    visitsDocument.reduce(document, visitsOp.parse(value));
    return document;
  },
  decodeOp: (value) => visitsOp.safeParse(value).data ?? null,
  reduce: (document, op) => {
    for (const one of op.visits) document.visits.set(one.feedId, one);
    for (const pause of op.pauses)
      if (pause.count > 0) document.pauses.set(pause.host, pause);
      else document.pauses.delete(pause.host);
    return undefined;
  },
};
