/** The open windows, known to the parts of the host that do not make them. */
import type { BrowserWindow } from "./browser-window.ts";

const windows = new Set<BrowserWindow>();

/** @returns the windows that are not closed, oldest first. */
export function openWindows(): BrowserWindow[] {
  return [...windows];
}

export function addWindow(window: BrowserWindow): void {
  windows.add(window);
}

export function removeWindow(window: BrowserWindow): void {
  windows.delete(window);
}
