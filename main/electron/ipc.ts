import { BrowserWindow, ipcMain } from "electron";
import type { EventName, EventPayload } from "../../preload/contract/contract.ts";
import { channels } from "../../preload/channels.ts";
import type { BridgeServer } from "../bridge/bridge.ts";

/** Connects the window's requests to the bridge. */
export function connectBridge(bridge: BridgeServer): void {
  ipcMain.handle(channels.request, (event, name: unknown, input: unknown) => {
    const frame = event.senderFrame;
    const sender = { address: frame?.url ?? null, isMainFrame: frame?.parent === null };
    return bridge.answer(sender, name, input);
  });
}

/** Announces an event to every open window. */
export function announce<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(channels.event, name, payload);
  }
}
