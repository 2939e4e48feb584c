import type { MenuEntry } from "../components/menu.ts";
import type { Actions } from "../state/actions.ts";
import type { LibraryStore } from "../state/library-store.ts";
import { t } from "../text/text.ts";
import type { KeepDialog } from "./keep-dialog.ts";
import type { NameDialog } from "./name-dialog.ts";
import type { SourceItem } from "./source-items.ts";

interface Means {
  readonly actions: Actions;
  readonly library: LibraryStore;
  readonly dialog: NameDialog;
  readonly keepDialog: KeepDialog;
}

/** What can be done with a line of the sidebar. */
export function menuFor(
  item: SourceItem,
  { actions, library, dialog, keepDialog }: Means,
): MenuEntry[] {
  const { feed, folder, scope } = item;
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
  if (feed !== null) {
    entries.push(
      {
        label: t("menu.rename"),
        icon: "pencil",
        perform: () =>
          dialog.askName(feed.title, (title) => void actions.renameFeed(feed.id, title)),
      },
      {
        label: t("menu.move"),
        icon: "folderInput",
        perform: () =>
          dialog.askFolder(
            t("dialog.move", { name: feed.title }),
            feed.folderId,
            library.sources?.folders ?? [],
            (folderId, newName) => {
              void (async () => {
                const target = newName === null ? folderId : await actions.createFolder(newName);
                if (newName === null || target !== null) await actions.move([feed.id], target);
              })();
            },
          ),
      },
      { label: t("menu.keep"), icon: "history", perform: () => void keepDialog.ask(feed) },
      { label: t("menu.unfollow"), icon: "x", perform: () => void actions.unfollow(feed) },
    );
  }
  if (folder !== null) {
    entries.push(
      {
        label: t("menu.rename"),
        icon: "pencil",
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
