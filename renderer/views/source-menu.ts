import type { SavedSearch } from "../../preload/contract/contract.ts";
import { CommandEvent } from "../app/command-event.ts";
import { PrepareEvent } from "../app/prepare-event.ts";
import type { MenuEntry } from "../components/menu.ts";
import type { AccessActions } from "../state/access-actions.ts";
import type { Actions } from "../state/actions.ts";
import type { KeptSearchStore } from "../state/kept-search-store.ts";
import type { LibraryStore } from "../state/library-store.ts";
import type { ManagingActions } from "../state/managing-actions.ts";
import type { TextActions } from "../state/text-actions.ts";
import { t } from "../text/text.ts";
import type { KeepDialog } from "./keep-dialog.ts";
import type { NameDialog } from "./name-dialog.ts";
import { QueryEvent } from "./query-event.ts";
import type { SourceItem } from "./source-items.ts";
import { titleMenu } from "./title-menu.ts";

/** What the entries of a menu work with. */
export interface SourceMenuMeans {
  readonly actions: Actions;
  readonly access: AccessActions;
  readonly managing: ManagingActions;
  readonly keptSearches: KeptSearchStore;
  readonly texts: TextActions;
  readonly library: LibraryStore;
  readonly dialog: NameDialog;
  readonly keepDialog: KeepDialog;
  /** Where wishes that others fulfil are told. */
  readonly host: HTMLElement;
}

/** What can be done with a line of the sidebar. */
export function menuFor(item: SourceItem, means: SourceMenuMeans): MenuEntry[] {
  const { feed, folder, scope, search } = item;
  const { actions, dialog } = means;
  if (feed !== null) return titleMenu(feed, means);
  if (search !== null) return searchMenu(search, means);
  const entries: MenuEntry[] = [];
  if (scope.kind !== "bookmarks") {
    entries.push({
      label: t("menu.refresh"),
      icon: "refresh",
      perform: () => void actions.refresh(scope),
    });
  }
  entries.push({
    label: t("menu.markAllRead"),
    icon: "checkAll",
    perform: () => void actions.markScopeRead(scope),
  });
  entries.push({
    label: t("prepare.menu"),
    icon: "download",
    perform: () => means.host.dispatchEvent(new PrepareEvent(scope)),
  });
  if (scope.kind === "bookmarks" || scope.kind === "own-tag") {
    entries.push({
      label: t("exchange.menu"),
      icon: "fileUp",
      perform: () => {
        // The command exports the list that is open.
        means.host.dispatchEvent(new QueryEvent({ scope, filter: "all", order: "newest" }));
        means.host.dispatchEvent(new CommandEvent("export-bookmarks"));
      },
    });
  }
  if (folder !== null) {
    entries.push(
      {
        label: t("menu.rename"),
        icon: "pencil",
        startsGroup: true,
        perform: () =>
          dialog.askName(folder.name, (name) => void actions.renameFolder(folder.id, name)),
      },
      {
        label: t("menu.removeFolder"),
        icon: "x",
        perform: () => void actions.removeFolder(folder),
      },
    );
  }
  return entries;
}

function searchMenu(search: SavedSearch, { dialog, keptSearches }: SourceMenuMeans): MenuEntry[] {
  const { searches } = keptSearches;
  const entries: MenuEntry[] = [
    {
      label: t("menu.rename"),
      icon: "pencil",
      perform: () =>
        dialog.askName(search.name, (name) => void keptSearches.rename(search.id, name)),
    },
  ];
  if (searches.at(0)?.id !== search.id)
    entries.push({
      label: t("menu.moveUp"),
      icon: "arrowUp",
      perform: () => void keptSearches.move(search.id, "up"),
    });
  if (searches.at(-1)?.id !== search.id)
    entries.push({
      label: t("menu.moveDown"),
      icon: "arrowDown",
      perform: () => void keptSearches.move(search.id, "down"),
    });
  entries.push({
    label: t("menu.removeSearch"),
    icon: "x",
    startsGroup: true,
    perform: () => void keptSearches.remove(search),
  });
  return entries;
}
