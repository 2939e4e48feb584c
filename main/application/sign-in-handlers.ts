import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";
import { RequestError } from "./request-error.ts";

/** Requests about publishers that the person signs in to. */
export function signInHandlers(_context: UseCaseContext): HandlersFor<"signIns"> {
  const missing = (): never => {
    throw new RequestError("internal", "not made yet");
  };
  return {
    "signIns.list": () => ({ signIns: [] }),
    "signIns.open": missing,
    "signIns.end": missing,
  };
}
