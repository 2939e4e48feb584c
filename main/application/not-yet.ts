import { RequestError } from "./request-error.ts";

/** Refuses what the contract promises and the library is about to offer. */
export function notYet(): never {
  throw new RequestError("internal", "not available yet");
}
