import type { Bridge } from "../preload/contract/contract.ts";
import { applySettings } from "./app/apply-settings.ts";
import "./app/shell.ts";
import { noteConnection } from "./state/note-connection.ts";
import { createServices } from "./state/services.ts";

declare global {
  interface Window {
    /** The preload script's bridge to the main process. */
    readonly broadsheet: Bridge;
  }
}

const services = createServices(window.broadsheet);
const { settings, memory, library, keptSearches, ownTags } = services;
settings.subscribe(() => applySettings(settings.settings));

noteConnection(services.client);
void services.preparation.load();

// All at once; the window is drawn when it knows how it should look and where the reader was.
await Promise.all([
  settings.load().catch(() => undefined),
  memory.restore(),
  library.load(),
  keptSearches.load(),
  ownTags.load(),
]);
const shell = document.createElement("bs-shell");
shell.services = services;
document.body.append(shell);
await shell.restore();
