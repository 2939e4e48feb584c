/** The contract between window and main process: import this file, not its parts. */
import type { z } from "zod";
import type { Reply } from "./errors.ts";
import { events } from "./events.ts";
import { requests } from "./requests.ts";

export * from "./errors.ts";
export * from "./exchange.ts";
export * from "./finding.ts";
export * from "./keeping.ts";
export * from "./model.ts";
export * from "./offline.ts";
export * from "./recordings.ts";
export { events, requests };

export type RequestName = keyof typeof requests;
export type RequestInput<Name extends RequestName> = z.input<(typeof requests)[Name]["input"]>;
/** Input after validation: trimmed, defaults filled in. */
export type CheckedInput<Name extends RequestName> = z.output<(typeof requests)[Name]["input"]>;
export type RequestOutput<Name extends RequestName> = z.output<(typeof requests)[Name]["output"]>;

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>;

/** One handler per request; a missing one does not compile. */
export type Handlers = {
  readonly [Name in RequestName]: (
    input: CheckedInput<Name>,
  ) => RequestOutput<Name> | Promise<RequestOutput<Name>>;
};

/** What `preload` exposes to the window as `window.broadsheet`. */
export interface Bridge {
  /** Asks main; never rejects for a refused request: the reply says why. */
  request<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<Reply<RequestOutput<Name>>>;
  /** Calls back at each event until the returned function is called. */
  listen<Name extends EventName>(
    name: Name,
    callback: (payload: EventPayload<Name>) => void,
  ): () => void;
}
