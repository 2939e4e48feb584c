import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { catalogueEntry } from "../preload/contract/contract.ts";
import {
  createApplication,
  keepSecretsApart,
  logWithoutSecrets,
  type Application,
} from "./application/application.ts";
import { createBridge, type BridgeServer } from "./bridge/bridge.ts";
import * as electron from "./electron/electron.ts";
import { createHttpClient, isPublicAddress, siteOf } from "./fetching/fetching.ts";
import type { Library } from "./library/library.ts";
import { SearchThread } from "./search/search.ts";
import { openVault } from "./secrets/secrets.ts";
import { createWorkerPool } from "./workers/workers.ts";

export interface Program {
  readonly application: Application;
  readonly bridge: BridgeServer;
  /** Ends all work and lets go of all files. */
  readonly stop: () => Promise<void>;
}

/** Everything but the window, once the library is open. */
export async function assemble(opening: Promise<Library>, windowFolder: string): Promise<Program> {
  const [library] = await Promise.all([opening, electron.whenReady()]);
  const info = electron.describeProgram();
  const log = logWithoutSecrets(electron.log);
  const vault = await openVault({
    folder: electron.userFolder(),
    safeStorage: electron.systemSafeStorage,
    log,
  });
  await keepSecretsApart({ library, vault, log });
  const client = createHttpClient({
    userAgent: `Broadsheet/${info.version} (+https://broadsheet.example)`,
    proxyFor: electron.proxyFor,
  });
  // While the window is being made nobody waits for this thread; during the first refresh somebody does.
  void client.prepare();
  const workers = createWorkerPool({
    entry: new URL("worker.js", import.meta.url),
    size: Math.max(1, Math.min(4, availableParallelism() - 1)),
  });
  const search = new SearchThread(
    new URL("search.js", import.meta.url),
    library.readOnly ? null : join(library.folder, "search"),
  );
  const pictureWorkshop = new electron.PictureWorkshop(windowFolder);
  const application = createApplication({
    library,
    vault,
    sessions: new electron.SignIn({ siteOf, isPublicAddress }),
    client,
    workers,
    search,
    pictureWorkshop,
    announce(name, payload) {
      if (name === "settings.changed") electron.applyTheme(library.settings.current().theme);
      electron.announce(name, payload);
    },
    catalogue: async () =>
      catalogueEntry
        .array()
        .parse(JSON.parse(await readFile(electron.resourcePath("catalogue.json"), "utf8"))),
    openExternally: electron.openExternally,
    desktop: electron.desktop,
    isOnline: electron.isOnline,
    info,
    log,
    now: Date.now,
  });
  const stop = async (): Promise<void> => {
    await application.stop();
    await Promise.all([client.close(), workers.close(), search.close(), pictureWorkshop.close()]);
    await library.close();
  };
  return {
    application,
    stop,
    bridge: createBridge({ handlers: application.handlers, log }),
  };
}
