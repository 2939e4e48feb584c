import type { Bridge } from "../../preload/contract/contract.ts";
import { AccessActions } from "./access-actions.ts";
import { Actions } from "./actions.ts";
import { Attempts } from "./attempts.ts";
import { Client } from "./client.ts";
import { HighlightActions } from "./highlight-actions.ts";
import { KeepingActions } from "./keeping-actions.ts";
import { KeptSearchStore } from "./kept-search-store.ts";
import { LibraryStore } from "./library-store.ts";
import { OwnTagStore } from "./own-tag-store.ts";
import { PreparationStore } from "./preparation-store.ts";
import { PlayerStore } from "./player-store.ts";
import { RecordingActions } from "./recording-actions.ts";
import { ReadingStore } from "./reading-store.ts";
import { SearchStore } from "./search-store.ts";
import { SettingsStore } from "./settings-store.ts";
import { SignInStore } from "./sign-in-store.ts";
import { StorageStore } from "./storage-store.ts";
import { TextActions } from "./text-actions.ts";
import { TimelineStore } from "./timeline-store.ts";
import { ManagingActions } from "./managing-actions.ts";
import { TitlesStore } from "./titles-store.ts";
import { ToastStore } from "./toast-store.ts";
import { ViewMemory } from "./view-memory.ts";

/** All state of the window; one of each for as long as the window lives. */
export interface Services {
  readonly client: Client;
  readonly library: LibraryStore;
  readonly timeline: TimelineStore;
  readonly search: SearchStore;
  readonly keptSearches: KeptSearchStore;
  readonly ownTags: OwnTagStore;
  readonly reading: ReadingStore;
  readonly player: PlayerStore;
  readonly recordings: RecordingActions;
  readonly settings: SettingsStore;
  readonly storage: StorageStore;
  readonly signIns: SignInStore;
  readonly preparation: PreparationStore;
  readonly toasts: ToastStore;
  readonly memory: ViewMemory;
  readonly actions: Actions;
  readonly keeping: KeepingActions;
  readonly highlights: HighlightActions;
  readonly access: AccessActions;
  readonly texts: TextActions;
  readonly titles: TitlesStore;
  readonly managing: ManagingActions;
}

/** Builds the window's state over a bridge. Nothing is asked for yet. */
export function createServices(bridge: Bridge): Services {
  const client = new Client(bridge);
  const toasts = new ToastStore();
  const attempts = new Attempts(toasts);
  const settings = new SettingsStore(client);
  const timeline = new TimelineStore(client);
  const stores = {
    client,
    library: new LibraryStore(client),
    timeline,
    search: new SearchStore(client, timeline),
    keptSearches: new KeptSearchStore({ client, attempts, toasts }),
    ownTags: new OwnTagStore({ client, attempts, toasts }),
    titles: new TitlesStore(client),
    reading: new ReadingStore(client),
    settings,
    player: new PlayerStore(client, settings),
    storage: new StorageStore(client),
    signIns: new SignInStore(client),
    preparation: new PreparationStore({ client, attempts }),
    toasts,
    attempts,
    memory: new ViewMemory(client),
  };
  const { reading, memory } = stores;
  reading.subscribe(() => {
    const { articleId, startAt } = reading;
    if (articleId !== memory.state.articleId)
      memory.remember({ articleId, articleScroll: startAt });
  });
  return {
    ...stores,
    actions: new Actions(stores),
    keeping: new KeepingActions(stores),
    highlights: new HighlightActions(stores),
    recordings: new RecordingActions(stores),
    access: new AccessActions(stores),
    texts: new TextActions(stores),
    managing: new ManagingActions(stores),
  };
}
