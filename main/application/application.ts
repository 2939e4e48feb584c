/** The use cases, wired to their collaborators. This folder's public file. */
import type { Handlers } from "../../preload/contract/contract.ts";
import { articleHandlers } from "./article-handlers.ts";
import type { Collaborators } from "./collaborators.ts";
import { Hosts } from "./hosts.ts";
import { importOutline } from "./import-outline.ts";
import { PictureKeeper } from "./picture-keeper.ts";
import { programHandlers } from "./program-handlers.ts";
import { RecentFeeds } from "./recent-feeds.ts";
import { Refresher } from "./refresher.ts";
import { sourceHandlers } from "./source-handlers.ts";
import { storageHandlers } from "./storage-handlers.ts";
import { UndoList } from "./undo.ts";

export type { Announce, Collaborators } from "./collaborators.ts";
export type { Desktop } from "./desktop.ts";

export interface Application {
  readonly handlers: Handlers;
  /** Begins the work in the background: due visits (at once, if set so), waiting pictures. */
  readonly start: () => void;
  /** The machine woke up or the network came back: look what is due. */
  readonly wake: () => void;
  /** Follows what an OPML file lists that was named on the command line. */
  followOutline(text: string): Promise<void>;
  /** Ends all work; what was fetched is stored. */
  stop(): Promise<void>;
}

/** Wires the use cases. Nothing runs until `start`. */
export function createApplication(options: Collaborators): Application {
  const { library, now, log } = options;
  const hosts = new Hosts(options);
  const collaborators = { ...options, client: hosts.watch(options.client), hosts };
  const recentFeeds = new RecentFeeds(now);
  const pictures = new PictureKeeper(collaborators);
  const refresher = new Refresher({
    ...collaborators,
    recentFeeds,
    articlesStored() {
      closePastDays();
      pictures.wake();
    },
    picturesWaiting: () => pictures.waiting(),
  });
  const undo = new UndoList({ ...collaborators, pictures, refresher });
  const context = { ...collaborators, recentFeeds, pictures, refresher, undo };
  let isStopped = false;
  let sealing: Promise<void> = Promise.resolve();
  let sealedOn = "";

  /** Past days are closed once a day (UTC): at start, on waking, with the first articles. */
  const closePastDays = (): void => {
    const today = new Date(now()).toISOString().slice(0, 10);
    if (today === sealedOn) return;
    sealedOn = today;
    sealing = library.upkeep.sealPastDays().catch((error: unknown) => {
      sealedOn = "";
      log("closing past days", error);
    });
  };
  const wake = (): void => {
    if (isStopped) return;
    closePastDays();
    refresher.resume();
    pictures.wake();
  };

  return {
    handlers: {
      ...programHandlers(context),
      ...sourceHandlers(context),
      ...articleHandlers(context),
      ...storageHandlers(),
    },
    start() {
      if (!library.settings.current().refreshOnStart)
        refresher.hold(library.settings.current().refreshMinutes);
      wake();
    },
    wake,
    async followOutline(text) {
      const { followed } = await importOutline(text, context, true);
      refresher.visit(followed);
    },
    async stop() {
      isStopped = true;
      await refresher.stop();
      await pictures.stop();
      await Promise.all([sealing, hosts.stored()]);
    },
  };
}
