/** The bridge, run in the sandboxed preload world: two functions, nothing of Electron itself. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from "electron";
import { channels } from "./channels.ts";
import type { Bridge } from "./contract/contract.ts";

const bridge: Bridge = {
  request: (name, input) => ipcRenderer.invoke(channels.request, name, input),
  listen(name, callback) {
    const relay = (_: IpcRendererEvent, announced: string, payload: unknown): void => {
      if (announced === name) callback(payload as never);
    };
    ipcRenderer.on(channels.event, relay);
    return () => {
      ipcRenderer.off(channels.event, relay);
    };
  },
};

contextBridge.exposeInMainWorld("broadsheet", bridge);
