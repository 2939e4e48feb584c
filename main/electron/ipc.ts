import { ipcMain } from "electron";
import type { EventName, EventPayload } from "../../preload/contract/contract.ts";
import { channels } from "../../preload/channels.ts";
import type { BridgeServer } from "../bridge/bridge.ts";
import { ourWindows } from "./our-windows.ts";

/** Connects the window's requests to the bridge; they wait until that is there. */
export function connectBridge(opening: Promise<BridgeServer>): void {
  // Whoever opens it hears why it could not be.
  opening.catch(() => undefined);
  ipcMain.handle(channels.request, async (event, name: unknown, input: unknown) => {
    // Read at once: a frame can be gone a moment later.
    const frame = event.senderFrame;
    const sender = { address: frame?.url ?? null, isMainFrame: frame?.parent === null };
    const bridge = await opening;
    return bridge.answer(sender, name, input);
  });
}

/** Announces an event to every window of ours. */
export function announce<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
  for (const window of ourWindows()) window.webContents.send(channels.event, name, payload);
}
