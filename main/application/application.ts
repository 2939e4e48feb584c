/** The use cases, wired to their collaborators. This folder's public file. */
import type { Handlers } from "../../preload/contract/contract.ts";
import { articleHandlers } from "./article-handlers.ts";
import type { Announce, Collaborators } from "./collaborators.ts";
import { bookmarkHandlers } from "./bookmark-handlers.ts";
import { Connection } from "./connection.ts";
import { copyHandlers } from "./copy-handlers.ts";
import { extractionHandlers } from "./extraction-handlers.ts";
import { Gate } from "./gate.ts";
import { Hosts } from "./hosts.ts";
import { Housekeeping } from "./housekeeping.ts";
import { IconKeeper } from "./icon-keeper.ts";
import { importOutline } from "./import-outline.ts";
import { LongTasks } from "./long-tasks.ts";
import { keptSearchHandlers } from "./kept-search-handlers.ts";
import { KeptSearchCounts } from "./kept-search-counts.ts";
import { PageKeeper } from "./page-keeper.ts";
import { PictureKeeper } from "./picture-keeper.ts";
import type { PreparedWork } from "./prepared-work.ts";
import { Preparation } from "./preparation.ts";
import { preparationHandlers } from "./preparation-handlers.ts";
import { PrivateAddresses } from "./private-addresses.ts";
import { programHandlers } from "./program-handlers.ts";
import { Publishers } from "./publishers.ts";
import { RecentFeeds } from "./recent-feeds.ts";
import { RecordingKeeper } from "./recording-keeper.ts";
import { recordingHandlers } from "./recording-handlers.ts";
import { Refresher } from "./refresher.ts";
import { searchHandlers } from "./search-handlers.ts";
import { SearchKeeper } from "./search-keeper.ts";
import { Searches } from "./searching.ts";
import { signInHandlers } from "./sign-in-handlers.ts";
import { sourceHandlers } from "./source-handlers.ts";
import { storageHandlers } from "./storage-handlers.ts";
import { Timelines } from "./timelines.ts";
import { titleHandlers } from "./title-handlers.ts";
import { UndoList } from "./undo.ts";

export type { Announce, Collaborators } from "./collaborators.ts";
export type { Desktop } from "./desktop.ts";
export type { MadePicture, PictureWish, PictureWorkshop } from "./picture-workshop.ts";
export type { PublisherSessions } from "./publisher-sessions.ts";
export { keepSecretsApart } from "./keep-secrets-apart.ts";
export { logWithoutSecrets } from "./log-without-secrets.ts";
export { SearchKeeper } from "./search-keeper.ts";
export { Searches } from "./searching.ts";
export { Timelines } from "./timelines.ts";

export interface Application {
  readonly handlers: Handlers;
  /** Begins the work in the background: due visits (at once, if set so), waiting pictures. */
  readonly start: () => void;
  /** The machine woke up or the network came back: look what is due. */
  readonly wake: () => void;
  /** Follows what an OPML file lists that was named on the command line. */
  followOutline(content: Uint8Array | string): Promise<void>;
  /** Ends all work; what was fetched is stored. */
  stop(): Promise<void>;
}

/** Wires the use cases. Nothing runs until `start`. */
export function createApplication(given: Collaborators): Application {
  const announce: Announce = (name, payload) => {
    given.announce(name, payload);
    // Whatever lists show otherwise now, or is called otherwise, is found otherwise too.
    const isOfArticles = name === "articles.changed" || name === "sources.changed";
    // What a person wrote to bookmarks is looked for as well.
    if (isOfArticles || name === "bookmarks.changed") searchKeeper.wake();
    if (isOfArticles || name === "statuses.changed" || name === "searches.changed")
      keptSearchCounts.wake();
  };
  const options: Collaborators = { ...given, announce };
  const { library, now } = options;
  const hosts = new Hosts(options);
  const privateAddresses = new PrivateAddresses(options.vault);
  const prepared: PreparedWork = {
    current: () => preparation.current(),
    isHeld: () => preparation.isHeld(),
    stored: (count, bytes) => {
      preparation.stored(count, bytes);
    },
    roundEnded: () => {
      preparation.roundEnded();
    },
  };
  const collaborators = {
    ...options,
    client: hosts.watch(options.client),
    hosts,
    connection: new Connection(options),
    prepared,
    privateAddresses,
    publishers: new Publishers(options),
  };
  const recentFeeds = new RecentFeeds(now);
  const tasks = new LongTasks(announce);
  const gate = new Gate(library.readOnly);
  const pictures = new PictureKeeper(collaborators);
  const timelines = new Timelines();
  const searchKeeper = new SearchKeeper({
    ...options,
    indexChanged() {
      keptSearchCounts.wake();
    },
  });
  const keptSearchCounts: KeptSearchCounts = new KeptSearchCounts({
    ...options,
    searches: new Searches({ ...options, searchKeeper, timelines }),
  });
  const pages = new PageKeeper({
    ...collaborators,
    pagesStored(articleIds) {
      searchKeeper.wake(articleIds);
      pictures.wake();
    },
  });
  const recordings = new RecordingKeeper(collaborators);
  const housekeeping = new Housekeeping({
    ...options,
    privateAddresses,
    tasks,
    tellFailure: () => announce("refresh.progressed", refresher.status()),
  });
  const refresher = new Refresher({
    ...collaborators,
    recentFeeds,
    articlesStored() {
      housekeeping.lookAtClock();
      pages.wake();
      pictures.wake();
      recordings.applyRules();
      searchKeeper.wake();
    },
    visitsEnded: () => {
      icons.wake();
      preparation.roundEnded();
    },
    pagesWaiting: () => pages.waiting(),
    picturesWaiting: () => pictures.waiting() + icons.waiting(),
    upkeepFailure: () => housekeeping.failure,
  });
  const icons: IconKeeper = new IconKeeper({
    ...collaborators,
    pages: recentFeeds.pages,
    isVisiting: () => refresher.isRunning,
    waitingChanged: () => {
      refresher.tellProgress();
    },
  });
  const preparation: Preparation = new Preparation({
    ...collaborators,
    refresher,
    pages,
    pictures,
    recordings,
  });
  const undo = new UndoList({ ...collaborators, pictures, refresher });
  let isStopped = false;
  const stopWork = async (): Promise<void> => {
    isStopped = true;
    await refresher.stop();
    await preparation.stop();
    await Promise.all([pages.stop(), pictures.stop(), recordings.stop(), icons.stop()]);
    await Promise.all([housekeeping.stop(), hosts.stored(), searchKeeper.stop()]);
    await keptSearchCounts.stop();
  };
  const context = {
    ...collaborators,
    recentFeeds,
    tasks,
    gate,
    timelines,
    searchKeeper,
    keptSearchCounts,
    pages,
    pictures,
    recordings,
    icons,
    housekeeping,
    refresher,
    preparation,
    undo,
    stopWork,
    lookAround: () => {
      lookAround();
    },
  };
  const lookAround = (): void => {
    if (isStopped) return;
    searchKeeper.wake();
    keptSearchCounts.wake();
    // What cannot be stored is not fetched.
    if (library.readOnly) return;
    housekeeping.lookAtClock();
    refresher.resume();
    pages.wake();
    pictures.wake();
    recordings.applyRules();
    recordings.wake();
    icons.wake();
    preparation.wake();
    preparation.roundEnded();
    refresher.tellProgress();
  };
  const wake = (): void => {
    options.client.networkChanged();
    lookAround();
  };
  const stopWatching = library.watchRepairs(() => announce("repairs.changed", {}));

  return {
    handlers: gate.guard({
      ...programHandlers(context),
      ...sourceHandlers(context),
      ...titleHandlers(context),
      ...signInHandlers(context),
      ...articleHandlers(context),
      ...storageHandlers(context),
      ...copyHandlers(context),
      ...preparationHandlers(context),
      ...recordingHandlers(context),
      ...extractionHandlers(context),
      ...searchHandlers(context),
      ...keptSearchHandlers(context),
      ...bookmarkHandlers(context),
    }),
    start() {
      if (!library.settings.current().refreshOnStart)
        refresher.hold(library.settings.current().refreshMinutes);
      wake();
    },
    wake,
    async followOutline(content) {
      if (library.readOnly) return;
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
      const { followed } = await importOutline(bytes, context, { isTyped: true });
      refresher.visit(followed);
    },
    async stop() {
      stopWatching();
      await stopWork();
      await tasks.stop();
    },
  };
}
