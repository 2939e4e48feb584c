/** `protocol`: addresses of our own scheme, answered by the program. */
import type * as Electron from "electron";
import { handlers } from "./addresses.ts";
import { imitation } from "./refuse.ts";

export const protocol = imitation("protocol", {
  registerSchemesAsPrivileged() {
    // Chromium is shown https addresses, which have every privilege a scheme could be given.
  },
  handle(scheme, handler) {
    if (handlers.has(scheme)) throw new Error("Failed to register protocol: " + scheme);
    handlers.set(scheme, handler);
  },
  unhandle(scheme) {
    handlers.delete(scheme);
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
} satisfies Pick<
  Electron.Protocol,
  "registerSchemesAsPrivileged" | "handle" | "unhandle" | "isProtocolHandled"
>);
