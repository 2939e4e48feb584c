import { BrowserWindow } from "electron";
import { isHidden } from "./hidden-windows.ts";
import { isSignIn } from "./sign-in-policy.ts";

/** The program's own windows, without those that show publishers' pages or that nobody sees. */
export function ourWindows(): Electron.BrowserWindow[] {
  return BrowserWindow.getAllWindows().filter(
    (window) =>
      !window.isDestroyed() && !isSignIn(window.webContents) && !isHidden(window.webContents),
  );
}
