/** The small parts that tell of the machine, or speak to its owner: power, network, notifications. */
import { EventEmitter } from "node:events";
import { networkInterfaces } from "node:os";
import type * as Electron from "electron";
import { imitation } from "./refuse.ts";

/** Its events never come: Chromium tells pages nothing of sleep. */
export const powerMonitor = imitation("powerMonitor", new EventEmitter());

const isOnline = (): boolean =>
  Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some((address) => !address.internal),
  );

export const net = imitation("net", {
  isOnline,
  get online() {
    return isOnline();
  },
} satisfies Pick<Electron.Net, "isOnline" | "online">);

class HostNotification extends EventEmitter {
  static isSupported(): boolean {
    return false;
  }
  readonly #options: Electron.NotificationConstructorOptions;
  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    this.#options = options;
  }
  /** Said on standard error: a program that asks `isSupported` first never comes here. */
  show(): void {
    const { title, body } = this.#options;
    console.error(`[notification] ${title ?? ""}: ${body ?? ""}`);
  }
}
export const Notification = imitation("Notification", HostNotification);
