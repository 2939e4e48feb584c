import type { Preparation, PreparationForecast } from "../../../preload/contract/contract.ts";
import type { LibraryStore } from "../../state/library-store.ts";
import { formatBytes } from "../../text/formats.ts";
import { locale, t } from "../../text/text.ts";
import { scopeName } from "../scope-name.ts";

const lists = new Intl.ListFormat(locale, { type: "conjunction" });

/** What is prepared: the scope, and what of it. */
export function wordWishes({ wishes }: Preparation, library: LibraryStore): string {
  const { scope, pages, pictures, recordings } = wishes;
  const parts = [
    ...(pages ? [t("prepare.parts.pages")] : []),
    ...(pictures ? [t("prepare.parts.pictures")] : []),
    ...(recordings ? [t("prepare.parts.recordings")] : []),
  ];
  const name =
    scope.kind === "all"
      ? t("prepare.scope.all")
      : scopeName({ scope, filter: "all", order: "newest" }, library);
  return t("prepare.of", { scope: name || t("prepare.scope.gone"), parts: lists.format(parts) });
}

/** What goes on, or what it waits for. */
export function wordState({ state, waitsFor }: Preparation): string {
  if (state === "paused") return t("prepare.paused");
  if (state !== "waiting") return t("prepare.running");
  return waitsFor === null ? t("prepare.waits") : t(`prepare.waits.${waitsFor}`);
}

/** How far it has come, in numbers and bytes. */
export function wordProgress({ done, total, bytes, bytesLeft }: Preparation): string {
  const fetched = t("prepare.progress", { done, total, size: formatBytes(bytes) });
  return bytesLeft <= 0
    ? fetched
    : `${fetched} · ${t("prepare.left", { size: formatBytes(bytesLeft) })}`;
}

/** The part that is done, 0–1; null while it is not known how much there is. */
export function shareOf({ done, total }: Preparation): number | null {
  return total === 0 ? null : Math.min(1, done / total);
}

/** How many articles are ready before anything is fetched. */
export function wordReady({ articles, ready }: PreparationForecast): string {
  if (articles === 0) return t("prepare.empty");
  return ready >= articles
    ? t("prepare.allReady", { count: articles })
    : t("prepare.ready", { ready, articles });
}

/** Whether nothing has to be fetched. */
export function isNothing({ pages, pictures, recordings }: PreparationForecast): boolean {
  return pages + pictures + recordings === 0;
}

/** Whether the disk surely has no room for it. */
export function isTooLarge({ bytes, free }: PreparationForecast): boolean {
  return free !== null && bytes > free;
}

/** How large it is, against the room there is. */
export function wordSize(forecast: PreparationForecast): string {
  const { bytes, free } = forecast;
  if (isNothing(forecast)) return t("prepare.nothing");
  const size = formatBytes(bytes);
  return free === null
    ? t("prepare.sizeAlone", { size })
    : t("prepare.size", { size, free: formatBytes(free) });
}
