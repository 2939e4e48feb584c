import { html, type TemplateResult } from "lit";
import "../../components/empty-state.ts";
import { t } from "../../text/text.ts";
import type { TitleQuestion } from "./title-listing.ts";

/** What the manager says when nothing is followed. */
export function renderNoTitles(add: () => void): TemplateResult {
  return html`<bs-empty-state .heading=${t("titles.empty")} .hint=${t("titles.empty.hint")}
    ><button class="button primary" @click=${add}>${t("sources.add")}</button></bs-empty-state
  >`;
}

/** What it says when no title fits what is asked for. */
export function renderNothingFound(
  { filter, search }: TitleQuestion,
  showAll: () => void,
): TemplateResult {
  const isFilter = filter !== "all" && search.trim() === "";
  return html`<bs-empty-state
    .icon=${isFilter ? "check" : "search"}
    .heading=${isFilter ? t(`titles.filter.${filter}.none`) : t("titles.nothingFound")}
    .hint=${isFilter ? "" : t("titles.nothingFound.hint")}
    ><button class="button" @click=${showAll}>${t("titles.showAll")}</button></bs-empty-state
  >`;
}
