import { html, nothing, type TemplateResult } from "lit";
import type { Scope } from "../../../preload/contract/contract.ts";
import type { LibraryStore } from "../../state/library-store.ts";
import { sectionName, t } from "../../text/text.ts";

interface Choice {
  readonly scope: Scope;
  readonly label: string;
}

/** A scope as the value of an option, and back. */
export const scopeValue = (scope: Scope): string => JSON.stringify(scope);
export const scopeOfValue = (value: string): Scope => JSON.parse(value) as Scope;

/** What can be prepared, in groups; `list`: the list that is open, or that was asked for. */
export function scopeOptions(library: LibraryStore, list: Choice, selected: Scope): TemplateResult {
  const { folders = [], feeds = [] } = library.sources ?? {};
  const isOwn = list.scope.kind !== "all" && list.scope.kind !== "bookmarks";
  const groups: readonly (readonly [string, readonly Choice[]])[] = [
    [
      t("prepare.scope.general"),
      [
        { scope: { kind: "all" }, label: t("prepare.scope.all") },
        ...(isOwn ? [{ ...list, label: t("prepare.scope.list", { name: list.label }) }] : []),
        { scope: { kind: "bookmarks" }, label: t("sources.bookmarks") },
      ],
    ],
    [
      t("prepare.scope.sections"),
      library.sections().map(({ section }) => ({
        scope: { kind: "section", section } as const,
        label: sectionName(section),
      })),
    ],
    [
      t("prepare.scope.folders"),
      folders.map(({ id, name }) => ({
        scope: { kind: "folder", folderId: id } as const,
        label: name,
      })),
    ],
    [
      t("prepare.scope.titles"),
      feeds.map(({ id, title }) => ({
        scope: { kind: "feed", feedId: id } as const,
        label: title,
      })),
    ],
  ];
  const chosen = scopeValue(selected);
  // The open list stands among its kind as well: the first that fits is the one that is shown.
  let isShown = false;
  return html`${groups.map(([label, choices]) =>
    choices.length === 0
      ? nothing
      : html`<optgroup label=${label}>
          ${choices.map((choice) => {
            const value = scopeValue(choice.scope);
            const isSelected = !isShown && value === chosen;
            isShown ||= isSelected;
            return html`<option value=${value} ?selected=${isSelected}>${choice.label}</option>`;
          })}
        </optgroup>`,
  )}`;
}
