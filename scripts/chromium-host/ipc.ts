/** `ipcMain.handle`, and the event it hands to the program. */
import { EventEmitter } from "node:events";
import type * as Electron from "electron";
import { originOf, toProgramAddress } from "./addresses.ts";
import type { Frame, PageLink } from "./page-link.ts";
import type { PageMessage } from "./page-side.ts";
import { imitation } from "./refuse.ts";
import { decode, encode } from "./wire.ts";

type Handler = Parameters<Electron.IpcMain["handle"]>[1];
type Invocation = Extract<PageMessage, { kind: "invoke" }>;

const handlers = new Map<string, Handler>();

class HostIpcMain extends EventEmitter {
  handle(channel: string, handler: Handler): void {
    if (handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    handlers.set(channel, handler);
  }
  removeHandler(channel: string): void {
    handlers.delete(channel);
  }
}

export const ipcMain = imitation(
  "ipcMain",
  new HostIpcMain() satisfies Pick<Electron.IpcMain, "handle" | "removeHandler">,
);

type ImitatedFrame = Pick<Electron.WebFrameMain, "url" | "origin" | "routingId" | "isDestroyed">;

/** The frame as the program sees it; only the main frame has no parent. */
export function toWebFrame(frame: Frame): Electron.WebFrameMain {
  const url = toProgramAddress(frame.url);
  const origin = originOf(url);
  const parent =
    frame.parentId === undefined ? null : imitation("WebFrameMain.parent", { id: frame.parentId });
  const known = {
    url,
    origin,
    parent,
    routingId: 1,
    isDestroyed: () => false,
  } satisfies ImitatedFrame & Record<"parent", unknown>;
  return imitation("WebFrameMain", known) as unknown as Electron.WebFrameMain;
}

/** Answers one `ipcRenderer.invoke`; a failure crosses as Electron words it. */
export async function answer(
  { id, channel, arguments: text }: Invocation,
  sender: Electron.WebContents,
  frame: Frame | undefined,
  link: PageLink,
): Promise<void> {
  try {
    const handler = handlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const senderFrame = frame === undefined ? null : toWebFrame(frame);
    const event = imitation("IpcMainInvokeEvent", { type: "frame", sender, senderFrame });
    const values = decode(text) as unknown[];
    const result: unknown = await handler(
      event as unknown as Electron.IpcMainInvokeEvent,
      ...values,
    );
    link.send({ kind: "reply", id, value: encode(result) });
  } catch (error) {
    const message = `Error invoking remote method '${channel}': ${String(error)}`;
    link.send({ kind: "failure", id, message });
  }
}
