import { setAddress, setCredentials } from "./readdress-title.ts";
import { Duplicates } from "./find-duplicates.ts";
import { setFullText } from "./set-full-text.ts";
import { titleRecords } from "./title-records.ts";
import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";
import { visitTitles } from "./visit-titles.ts";

/** Requests about single titles, as the manager of titles makes them. */
export function titleHandlers(context: UseCaseContext): HandlersFor<"titles"> {
  const duplicates = new Duplicates(context.library);
  return {
    "titles.records": async () => ({ records: await titleRecords({ ...context, duplicates }) }),
    "titles.visit": ({ feedIds, afresh }) =>
      visitTitles(feedIds, afresh ? "afresh" : "usual", context),
    async "titles.setAddress"({ feedId, address }) {
      await setAddress(feedId, address, context);
      return {};
    },
    async "titles.setFullText"({ feedIds, fullText }) {
      await setFullText(feedIds, fullText, context);
      return {};
    },
    async "titles.setRecordings"({ feedIds, newest }) {
      await context.recordings.setRule(feedIds, newest);
      return {};
    },
    async "titles.setCredentials"({ feedId, credentials }) {
      await setCredentials(feedId, credentials, context);
      return {};
    },
  };
}
