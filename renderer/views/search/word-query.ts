import type { QueryNode } from "../../../preload/contract/contract.ts";
import { formatDate } from "../../text/formats.ts";
import { sectionName, t } from "../../text/text.ts";

/** How a query was understood, in words. */
export function wordQuery(query: QueryNode): string {
  switch (query.kind) {
    case "words": {
      const text = query.match === "prefix" ? `${query.text}…` : query.text;
      return t(`search.what.${query.field ?? "any"}`, { text });
    }
    case "section":
      return t("search.what.section", { section: sectionName(query.section) });
    case "state":
      return t(`search.what.${query.state}`);
    case "published":
      return wordDays(query.from, query.until);
    case "not":
      return t("search.what.not", { what: wordQuery(query.of) });
    case "any":
      return query.of.map(wordQuery).join(t("search.what.or"));
    case "all":
      return query.of.map(wordQuery).join(", ");
  }
}

function wordDays(from: string | null, until: string | null): string {
  if (from !== null && until !== null)
    return t("search.what.between", { from: wordDay(from), until: wordDay(until) });
  if (from !== null) return t("search.what.since", { date: wordDay(from) });
  return t("search.what.until", { date: until === null ? "" : wordDay(until) });
}

/** A local day, `YYYY-MM-DD`. */
function wordDay(day: string): string {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  return formatDate(new Date(year, month - 1, date).getTime());
}
