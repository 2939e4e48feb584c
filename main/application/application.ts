/** The use cases, wired to their collaborators. This folder's public file. */
import type { Handlers } from "../../preload/contract/contract.ts";
import { articleHandlers } from "./article-handlers.ts";
import type { Collaborators } from "./collaborators.ts";
import { importOutline } from "./import-outline.ts";
import { PictureKeeper } from "./picture-keeper.ts";
import { programHandlers } from "./program-handlers.ts";
import { RecentFeeds } from "./recent-feeds.ts";
import { Refresher } from "./refresher.ts";
import { sourceHandlers } from "./source-handlers.ts";
import { UndoList } from "./undo.ts";

export type { Announce, Collaborators } from "./collaborators.ts";

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
export function createApplication(collaborators: Collaborators): Application {
  const { library, now, log } = collaborators;
  const recentFeeds = new RecentFeeds(now);
  const pictures = new PictureKeeper(collaborators);
  const refresher = new Refresher({
    ...collaborators,
    recentFeeds,
    articlesStored: () => {
      pictures.wake();
    },
    picturesWaiting: () => pictures.waiting(),
  });
  const context = { ...collaborators, recentFeeds, pictures, refresher, undo: new UndoList() };

  const wake = (): void => {
    library.sealPastDays().catch((error: unknown) => {
      log("closing past days", error);
    });
    refresher.resume();
    pictures.wake();
  };

  return {
    handlers: {
      ...programHandlers(context),
      ...sourceHandlers(context),
      ...articleHandlers(context),
    },
    start() {
      if (library.settings().refreshOnStart) wake();
      else refresher.hold(library.settings().refreshMinutes);
    },
    wake,
    async followOutline(text) {
      const { followed } = await importOutline(text, context, true);
      refresher.visit(followed);
    },
    async stop() {
      await refresher.stop();
      await pictures.stop();
    },
  };
}
