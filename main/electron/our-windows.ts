import { BrowserWindow } from "electron";
import { isSignIn } from "./sign-in-policy.ts";

/** The program's own windows, without those that show publishers' pages. */
export function ourWindows(): Electron.BrowserWindow[] {
  return BrowserWindow.getAllWindows().filter(
    (window) => !window.isDestroyed() && !isSignIn(window.webContents),
  );
}
