/** Narrow contexts: a view asks for what it uses and for nothing else. */
import { createContext } from "@lit/context";
import type { Actions } from "../state/actions.ts";
import type { Client } from "../state/client.ts";
import type { KeepingActions } from "../state/keeping-actions.ts";
import type { LibraryStore } from "../state/library-store.ts";
import type { ReadingStore } from "../state/reading-store.ts";
import type { SettingsStore } from "../state/settings-store.ts";
import type { StorageStore } from "../state/storage-store.ts";
import type { TimelineStore } from "../state/timeline-store.ts";
import type { ManagingActions } from "../state/managing-actions.ts";
import type { TitlesStore } from "../state/titles-store.ts";
import type { ToastStore } from "../state/toast-store.ts";
import type { ViewMemory } from "../state/view-memory.ts";

export const clientContext = createContext<Client>(Symbol("client"));
export const libraryContext = createContext<LibraryStore>(Symbol("library"));
export const timelineContext = createContext<TimelineStore>(Symbol("timeline"));
export const readingContext = createContext<ReadingStore>(Symbol("reading"));
export const settingsContext = createContext<SettingsStore>(Symbol("settings"));
export const storageContext = createContext<StorageStore>(Symbol("storage"));
export const toastsContext = createContext<ToastStore>(Symbol("toasts"));
export const memoryContext = createContext<ViewMemory>(Symbol("memory"));
export const actionsContext = createContext<Actions>(Symbol("actions"));
export const titlesContext = createContext<TitlesStore>(Symbol("titles"));
export const managingContext = createContext<ManagingActions>(Symbol("managing"));
export const keepingContext = createContext<KeepingActions>(Symbol("keeping"));
