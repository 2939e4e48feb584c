/** `Menu` as data: nothing is drawn, but its keys work and its items can be clicked. */
import type * as Electron from "electron";
import { toKeyStroke } from "./accelerators.ts";
import { app } from "./app.ts";
import type { BrowserWindow } from "./browser-window.ts";
import type { KeyStroke } from "./page-side.ts";
import { imitation } from "./refuse.ts";
import { openWindows } from "./windows.ts";

type Template = Electron.MenuItemConstructorOptions | Electron.MenuItem;
type Click = (item: HostMenuItem, window: BrowserWindow | undefined, event: object) => void;

/** Roles that the host carries out, with the keys Electron gives them; the browser has the others itself. */
const roles: Readonly<
  Record<string, { accelerator?: string; run(window: BrowserWindow | undefined): void }>
> = {
  quit: { accelerator: "CmdOrCtrl+Q", run: () => app.quit() },
  close: { accelerator: "CmdOrCtrl+W", run: (window) => window?.close() },
  minimize: { accelerator: "CmdOrCtrl+M", run: (window) => window?.minimize() },
  reload: { accelerator: "CmdOrCtrl+R", run: (window) => window?.webContents.reload() },
  togglefullscreen: {
    accelerator: "F11",
    run: (window) => window?.setFullScreen(!window.isFullScreen()),
  },
};

class HostMenuItem {
  readonly id: string;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: string | undefined;
  readonly registerAccelerator: boolean;
  readonly submenu: HostMenu | undefined;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  readonly #click: Click | undefined;

  constructor(options: Template) {
    const { submenu } = options;
    this.role = options.role?.toLowerCase();
    this.id = options.id ?? "";
    this.type = options.type ?? (submenu === undefined ? "normal" : "submenu");
    this.label = options.label ?? options.role ?? "";
    this.accelerator = options.accelerator ?? roles[this.role ?? ""]?.accelerator;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.submenu = submenu === undefined ? undefined : toMenu(submenu);
    this.#click = options.click as Click | undefined;
  }

  click(event: object = {}, window?: BrowserWindow): void {
    if (!this.enabled) return;
    if (this.type === "checkbox") this.checked = !this.checked;
    const role = roles[this.role ?? ""];
    if (role !== undefined) role.run(window);
    else this.#click?.(this, window, event);
  }
}

class HostMenu {
  readonly items: HostMenuItem[] = [];

  append(item: HostMenuItem): void {
    this.items.push(item);
  }
  getMenuItemById(id: string): HostMenuItem | null {
    return allItems(this).find((item) => item.id === id) ?? null;
  }

  static buildFromTemplate(template: readonly Template[]): HostMenu {
    const menu = new HostMenu();
    for (const options of template) menu.append(new HostMenuItem(options));
    return imitation("Menu", menu);
  }
  static setApplicationMenu(menu: HostMenu | null): void {
    applicationMenu = menu;
    for (const window of openWindows()) window.sendKeyStrokes();
  }
  static getApplicationMenu(): HostMenu | null {
    return applicationMenu;
  }
}

let applicationMenu: HostMenu | null = null;

/** The menus that a program has are of this host's making, whatever Electron's types call them. */
function toMenu(submenu: NonNullable<Template["submenu"]>): HostMenu {
  return Array.isArray(submenu)
    ? HostMenu.buildFromTemplate(submenu)
    : (submenu as unknown as HostMenu);
}

function allItems(menu: HostMenu | null): HostMenuItem[] {
  return (menu?.items ?? []).flatMap((item) => [item, ...allItems(item.submenu ?? null)]);
}

/** @returns the keys of the application menu; an id is the item's place among all of them. */
export function currentKeyStrokes(): KeyStroke[] {
  return allItems(applicationMenu).flatMap((item, place) => {
    const isOurs = item.role === undefined || item.role in roles;
    return item.accelerator !== undefined && item.registerAccelerator && isOurs
      ? [toKeyStroke(item.accelerator, place)]
      : [];
  });
}

/** The page reports one of {@link currentKeyStrokes}. */
export function pressMenuKey(id: number, window: BrowserWindow): void {
  allItems(applicationMenu)[id]?.click({ triggeredByAccelerator: true }, window);
}

export const Menu = imitation("Menu", HostMenu);
export const MenuItem = HostMenuItem;
