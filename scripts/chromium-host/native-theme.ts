/** `nativeTheme`: the colour scheme, told to the pages as a media feature. */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";
import type { Page } from "playwright";
import { app } from "./app.ts";
import { browser } from "./browser.ts";
import { imitation } from "./refuse.ts";
import { openWindows } from "./windows.ts";

type ThemeSource = Electron.NativeTheme["themeSource"];

let source: ThemeSource = "system";
let isSystemDark = false;

/** Gives one page the colour scheme that the program asked for. */
export async function applyColorScheme(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: source === "system" ? null : source });
}

class HostNativeTheme extends EventEmitter {
  get themeSource(): ThemeSource {
    return source;
  }
  set themeSource(wanted: ThemeSource) {
    if (wanted === source) return;
    source = wanted;
    for (const { page } of openWindows()) {
      if (page !== undefined) void applyColorScheme(page).catch(() => undefined);
    }
    setImmediate(() => this.emit("updated", {}));
  }
  get shouldUseDarkColors(): boolean {
    return source === "system" ? isSystemDark : source === "dark";
  }
}

app.beforeReady(async () => {
  const [page] = browser().pages();
  isSystemDark =
    (await page?.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")) === true;
});

export const nativeTheme = imitation(
  "nativeTheme",
  new HostNativeTheme() satisfies Pick<Electron.NativeTheme, "themeSource" | "shouldUseDarkColors">,
);
