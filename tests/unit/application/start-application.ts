import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  createApplication,
  keepSecretsApart,
  logWithoutSecrets,
  type Application,
  type Desktop,
  type PictureWorkshop,
  type PublisherSessions,
} from "../../../main/application/application.ts";
import { createBridge } from "../../../main/bridge/bridge.ts";
import { createHttpClient } from "../../../main/fetching/fetching.ts";
import { openLibrary, type Library, type LibraryOptions } from "../../../main/library/library.ts";
import { SearchThread } from "../../../main/search/search.ts";
import type { Vault } from "../../../main/secrets/secrets.ts";
import { createWorkerPool } from "../../../main/workers/workers.ts";
import { MemorySessions } from "../../newsstand/memory-sessions.ts";
import { vaultBeside } from "../secrets/plain-vault.ts";
import { idleSearch } from "./idle-search.ts";
import { idleWorkshop } from "./idle-workshop.ts";
import { quietDesktop } from "./quiet-desktop.ts";
import type {
  EventName,
  RefreshStatus,
  Reply,
  RequestInput,
  RequestName,
  RequestOutput,
} from "../../../preload/contract/contract.ts";
import { searchEntry, workerEntry } from "../../worker-entry.ts";

export interface RunningApplication {
  readonly application: Application;
  readonly library: Library;
  readonly folder: string;
  readonly opened: readonly string[];
  readonly announced: readonly { readonly name: EventName; readonly payload: unknown }[];
  readonly logged: readonly string[];
  /** Asks as the window does, with replies checked against the contract; throws the refusal. */
  readonly ask: <Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ) => Promise<RequestOutput<Name>>;
  /** Resolves when no visit is under way and no picture is waited for. */
  readonly settled: () => Promise<RefreshStatus>;
  readonly stop: () => Promise<void>;
}

export interface StartOptions {
  readonly folder?: string;
  readonly now?: () => number;
  readonly isOnline?: () => boolean;
  /** Answers of the person at the desktop; every other question is cancelled. */
  readonly desktop?: Partial<Desktop>;
  /** Secrets of this person; else they are kept beside the folder. */
  readonly vault?: Vault;
  /** Publishers' sessions; else nobody signs in. */
  readonly sessions?: PublisherSessions;
  /** Makes pictures smaller; else they are all kept as they come. */
  readonly pictureWorkshop?: PictureWorkshop;
  /** Whether there is an index of words; else nothing is found. */
  readonly searches?: boolean;
  /** The library's file calls, to make them fail. */
  readonly files?: LibraryOptions["files"];
}

/** The whole program but for its window: real library, client and workers. */
export async function startApplication(options: StartOptions = {}): Promise<RunningApplication> {
  // Its automatic copies lie beside it.
  const ownFolder =
    options.folder === undefined ? await mkdtemp(join(tmpdir(), "broadsheet-application-")) : null;
  const folder = options.folder ?? join(ownFolder ?? "", "library");
  const now = options.now ?? Date.now;
  const library = await openLibrary({
    folder,
    now,
    ...(options.files !== undefined && { files: options.files }),
  });
  const client = createHttpClient({
    userAgent: "Broadsheet/0.1.0 (+https://broadsheet.example)",
    spacing: 0,
    now,
  });
  const workers = createWorkerPool({
    entry: workerEntry,
    size: 2,
  });
  const search =
    options.searches === true
      ? new SearchThread(searchEntry, library.readOnly ? null : join(folder, "search"))
      : null;
  const announced: RunningApplication["announced"][number][] = [];
  const opened: string[] = [];
  const logged: string[] = [];
  const vault = options.vault ?? (await vaultBeside(folder));
  const log = logWithoutSecrets((message) => logged.push(message));
  await keepSecretsApart({ library, vault, log });
  const application = createApplication({
    library,
    vault,
    sessions: options.sessions ?? new MemorySessions(),
    client,
    workers,
    search: search ?? idleSearch,
    pictureWorkshop: options.pictureWorkshop ?? idleWorkshop,
    announce: (name, payload) => announced.push({ name, payload }),
    catalogue: () => Promise.resolve([]),
    openExternally(address) {
      opened.push(address);
      return Promise.resolve();
    },
    desktop: { ...quietDesktop, ...options.desktop },
    isOnline: options.isOnline ?? (() => true),
    info: { version: "0", platform: "test", locale: "en" },
    log,
    now,
  });
  const bridge = createBridge({
    handlers: application.handlers,
    log,
    checksReplies: true,
  });
  const sender = { address: "app://broadsheet/index.html", isMainFrame: true };

  async function ask<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<RequestOutput<Name>> {
    const reply = (await bridge.answer(sender, name, input)) as Reply<RequestOutput<Name>>;
    if (reply.ok) return reply.value;
    throw Object.assign(new Error(`${reply.error.code}: ${reply.error.message}`), reply.error);
  }

  let isStopped = false;
  async function stop(): Promise<void> {
    if (isStopped) return;
    isStopped = true;
    await application.stop();
    await Promise.all([client.close(), workers.close(), search?.close()]);
    await library.close();
  }
  onTestFinished(async () => {
    await stop();
    if (ownFolder !== null) await rm(ownFolder, { recursive: true, force: true });
  });

  return {
    application,
    library,
    folder,
    opened,
    announced,
    logged,
    ask,
    async settled() {
      for (;;) {
        const status = await ask("refresh.status", {});
        const { running, pagesWaiting, picturesWaiting } = status;
        if (!running && pagesWaiting + picturesWaiting === 0) return status;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    stop,
  };
}
