import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";
import { RequestError } from "./request-error.ts";

/** Requests about single titles, as the manager of titles makes them. */
export function titleHandlers(_context: UseCaseContext): HandlersFor<"titles"> {
  const missing = (): never => {
    throw new RequestError("internal", "not made yet");
  };
  return {
    "titles.records": () => ({ records: [] }),
    "titles.visit": missing,
    "titles.setAddress": missing,
    "titles.setCredentials": missing,
  };
}
