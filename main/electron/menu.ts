import { BrowserWindow, Menu, type MenuItemConstructorOptions } from "electron";
import type { EventPayload } from "../../preload/contract/contract.ts";
import { announce } from "./ipc.ts";
import { isSignIn } from "./sign-in-policy.ts";

type Command = EventPayload<"command.chosen">["command"];

/** A menu item that asks the window to do something. */
function command(label: string, chosen: Command, accelerator?: string): MenuItemConstructorOptions {
  return {
    label,
    ...(accelerator !== undefined && { accelerator }),
    click: (_item, window) => {
      // macOS has one menu for all windows; in a publisher's form "undo" is the form's.
      const isTheirs = window instanceof BrowserWindow && isSignIn(window.webContents);
      if (!isTheirs) announce("command.chosen", { command: chosen });
      else if (chosen === "undo") window.webContents.undo();
    },
  };
}

/** Sets the application's menu, as each platform wants it. */
export function setMenu(platform: string): void {
  const isMac = platform === "darwin";
  const separator: MenuItemConstructorOptions = { type: "separator" };
  const settings = command("Settings…", "show-settings", "CmdOrCtrl+,");
  const about = command("About Broadsheet", "about");
  const template: MenuItemConstructorOptions[] = [
    ...(isMac
      ? [
          {
            role: "appMenu",
            label: "Broadsheet",
            submenu: [
              about,
              separator,
              settings,
              separator,
              { role: "hide" },
              { role: "hideOthers" },
              { role: "unhide" },
              separator,
              { role: "quit" },
            ],
          } satisfies MenuItemConstructorOptions,
        ]
      : []),
    {
      label: "File",
      submenu: [
        command("Add titles…", "add-title", "CmdOrCtrl+N"),
        separator,
        command("Titles…", "show-titles", "CmdOrCtrl+Shift+T"),
        command("Import titles…", "import-titles"),
        command("Export titles…", "export-titles"),
        command("Export bookmarks…", "export-bookmarks"),
        separator,
        command("Refresh all", "refresh", "CmdOrCtrl+R"),
        command("Prepare for offline…", "prepare-offline"),
        ...(isMac
          ? [separator, { role: "close" } as const]
          : [separator, settings, separator, { role: "quit" } as const]),
      ],
    },
    {
      label: "Edit",
      submenu: [
        command("Undo", "undo", "CmdOrCtrl+Z"),
        separator,
        { role: "cut" },
        { role: "copy" },
        { role: "paste" },
        { role: "selectAll" },
        separator,
        command("Find articles…", "find-articles", "CmdOrCtrl+K"),
        command("Mark all as read", "mark-all-read", "CmdOrCtrl+Shift+A"),
      ],
    },
    {
      label: "View",
      submenu: [
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        separator,
        { role: "togglefullscreen" },
      ],
    },
    {
      role: "help",
      label: "Help",
      submenu: [command("Keyboard shortcuts", "show-keys"), ...(isMac ? [] : [separator, about])],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
