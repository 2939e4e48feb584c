import { Duplicates } from "./find-duplicates.ts";
import { RequestError } from "./request-error.ts";
import { titleRecords } from "./title-records.ts";
import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";
import { visitTitles } from "./visit-titles.ts";

/** Requests about single titles, as the manager of titles makes them. */
export function titleHandlers(context: UseCaseContext): HandlersFor<"titles"> {
  const duplicates = new Duplicates(context.library);
  const missing = (): never => {
    throw new RequestError("internal", "not made yet");
  };
  return {
    "titles.records": async () => ({ records: await titleRecords({ ...context, duplicates }) }),
    "titles.visit": ({ feedIds, afresh }) =>
      visitTitles(feedIds, afresh ? "afresh" : "usual", context),
    "titles.setAddress": missing,
    "titles.setCredentials": missing,
  };
}
