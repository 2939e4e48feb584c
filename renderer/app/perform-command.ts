import { skipBack, skipForward } from "../state/player-store.ts";
import type { CommandId } from "./commands.ts";
import type { Reader } from "./reader.ts";
import type { Pane, Shell } from "./shell.ts";
import { undoTyping } from "./undo-typing.ts";

const panes: readonly Pane[] = ["sources", "list", "article"];

/** Does what a command says, wherever it came from: a key, a button or the menu. */
export function performCommand(command: CommandId, shell: Shell, reader: Reader): void {
  const { actions, texts, timeline } = reader.services;
  const step = (by: number): void => {
    const next = panes[panes.indexOf(shell.currentPane ?? "list") + by];
    if (next !== undefined) void shell.goTo(next);
  };
  switch (command) {
    case "next-article": {
      reader.moveBy(1);
      return;
    }
    case "previous-article": {
      reader.moveBy(-1);
      return;
    }
    case "open-article":
      void reader.openSelected().then(() => shell.goTo("article"));
      return;
    case "page-down":
      if (shell.pane?.pageDown() !== true) void reader.openNextUnread();
      return;
    case "page-up":
      return shell.pane?.pageUp();
    case "next-unread":
      void reader.openNextUnread();
      return;
    case "toggle-bookmark":
      void reader.toggleBookmark();
      return;
    case "write-to-bookmark": {
      const { article } = reader.services.reading;
      if (article !== null) shell.dialogs.writeToBookmark(article);
      return;
    }
    case "highlight-passage":
      shell.pane?.markPassage();
      return;
    case "toggle-read":
      void reader.toggleRead();
      return;
    case "delete-article":
      // In the sidebar a title has the focus, and it is not meant.
      if (shell.currentPane !== "sources") void reader.deleteCurrent();
      return;
    case "mark-all-read":
      void actions.markListRead();
      return;
    case "toggle-unread":
      void reader.toggleUnreadFilter();
      return;
    case "switch-text":
      void texts.switchText();
      return;
    case "toggle-playing":
      void reader.services.player.toggle();
      return;
    case "skip-back": {
      reader.services.player.skip(-skipBack);
      return;
    }
    case "skip-forward": {
      reader.services.player.skip(skipForward);
      return;
    }
    case "open-original":
      if (reader.currentId !== null) void actions.openOriginal(reader.currentId);
      return;
    case "refresh":
      void actions.refresh({ kind: "all" });
      return;
    case "refresh-scope":
      void actions.refresh(timeline.query.scope);
      return;
    case "prepare-offline": {
      shell.dialogs.showPreparation(timeline.query.scope);
      return;
    }
    case "add-title": {
      shell.dialogs.showAdd();
      return;
    }
    case "show-titles": {
      shell.dialogs.showTitles();
      return;
    }
    case "import-titles": {
      shell.dialogs.showAdd("file");
      return;
    }
    case "export-titles": {
      shell.dialogs.exportTitles();
      return;
    }
    case "export-bookmarks": {
      const { scope } = timeline.query;
      shell.dialogs.exportBookmarks(scope.kind === "own-tag" ? scope.tag : "");
      return;
    }
    case "find-articles":
      void shell.beginSearch();
      return;
    case "focus-sources":
      void shell.goTo("sources");
      return;
    case "focus-list":
      void shell.goTo("list");
      return;
    case "focus-article":
      void shell.goTo("article");
      return;
    case "focus-previous": {
      step(-1);
      return;
    }
    case "focus-next": {
      step(1);
      return;
    }
    case "undo":
      if (!undoTyping()) void actions.undo();
      return;
    case "close": {
      const { search } = reader.services;
      // From the article it is the list that one comes back to.
      if (search.isOpen && shell.currentPane === "list") void search.leave();
      shell.goBack();
      return;
    }
    case "show-keys": {
      shell.dialogs.showKeys();
      return;
    }
    case "show-settings": {
      shell.dialogs.showSettings();
      return;
    }
    case "show-storage": {
      shell.dialogs.showSettings("storage");
      return;
    }
    case "about": {
      shell.dialogs.showAbout();
      return;
    }
  }
}
