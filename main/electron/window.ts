import { BrowserWindow, nativeTheme } from "electron";
import { windowAddress } from "./our-origin.ts";
import { reviveWindow } from "./revive-window.ts";
import type { WindowBounds } from "./window-bounds.ts";

export interface WindowOptions {
  /** Path of the preload script. */
  readonly preload: string;
  readonly bounds: WindowBounds | null;
  /** Resolves when the theme is known: shown before that, the window might flash. */
  readonly isThemed: Promise<void>;
  readonly onClose: (window: BrowserWindow) => void;
  /** Windows ends the session: nobody waits for the program any more. */
  readonly onSessionEnd: () => void;
}

/** Opens the reader's window. It shows itself once there is something to see. */
export async function openWindow({
  preload,
  bounds,
  isThemed,
  onClose,
  onSessionEnd,
}: WindowOptions): Promise<void> {
  const window = new BrowserWindow({
    width: bounds?.width ?? 1280,
    height: bounds?.height ?? 820,
    ...(bounds !== null && { x: bounds.x, y: bounds.y }),
    minWidth: 400,
    minHeight: 320,
    show: false,
    title: "Broadsheet",
    // The paper's own colour, so that nothing flashes before the page is painted.
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#16171a" : "#fbf9f5",
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.on("close", () => {
    onClose(window);
  });
  window.on("session-end", onSessionEnd);
  reviveWindow(window);
  if (bounds?.isMaximized === true) window.maximize();
  window.once("ready-to-show", () => {
    const show = (): void => {
      if (!window.isDestroyed()) window.show();
    };
    isThemed.then(show, show);
  });
  await window.loadURL(windowAddress).catch((error: unknown) => {
    // Closed before it was loaded: a person's wish.
    if (!window.isDestroyed()) throw error;
  });
}
