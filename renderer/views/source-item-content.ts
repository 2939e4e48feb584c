import { html, nothing, type TemplateResult } from "lit";
import "../components/feed-icon.ts";
import "../components/icon.ts";
import { formatCount } from "../text/formats.ts";
import { t } from "../text/text.ts";
import { wordFailure } from "./feed-facts.ts";
import type { SourceItem } from "./source-items.ts";

/** What a line of the sidebar holds: icon, name, whether it fails, how much is unread. */
export function sourceItemContent(item: SourceItem): TemplateResult {
  const { feed, folder } = item;
  const failure = feed?.failure ?? null;
  return html`${
      folder !== null
        ? html`<span class="twist"
            ><bs-icon name=${item.expanded === true ? "chevronDown" : "chevronRight"}></bs-icon
          ></span>`
        : item.icon !== null
          ? html`<bs-icon name=${item.icon}></bs-icon>`
          : feed !== null
            ? html`<bs-feed-icon name=${item.label} .icon=${feed.icon}></bs-feed-icon>`
            : nothing
    }
    <span class="label"><bdi>${item.label}</bdi></span>
    ${
      failure === null
        ? nothing
        : html`<span class="failing"
            ><bs-icon name="warning"></bs-icon
            ><span class="visually-hidden"
              >${t("sources.failing", { reason: wordFailure(failure) })}</span
            ></span
          >`
    }
    ${
      item.count === 0
        ? nothing
        : html`<span class="count"
            ><span aria-hidden="true">${formatCount(item.count)}</span
            ><span class="visually-hidden"
              >${
                item.scope.kind === "bookmarks" || item.scope.kind === "own-tag"
                  ? t("sources.bookmarkCount", { count: item.count })
                  : t("sources.unreadCount", { count: item.count })
              }</span
            ></span
          >`
    }`;
}
