import { ContextProvider } from "@lit/context";
import type { ReactiveElement } from "lit";
import type { Services } from "../state/services.ts";
import {
  accessContext,
  actionsContext,
  clientContext,
  highlightsContext,
  keepingContext,
  keptSearchesContext,
  libraryContext,
  memoryContext,
  ownTagsContext,
  preparationContext,
  playerContext,
  readingContext,
  recordingsContext,
  searchContext,
  settingsContext,
  signInsContext,
  storageContext,
  textsContext,
  timelineContext,
  managingContext,
  titlesContext,
  toastsContext,
} from "./contexts.ts";

/** Makes the window's state available to every view below an element. */
export function provideServices(host: ReactiveElement, services: Services): void {
  new ContextProvider(host, { context: clientContext, initialValue: services.client });
  new ContextProvider(host, { context: libraryContext, initialValue: services.library });
  new ContextProvider(host, { context: timelineContext, initialValue: services.timeline });
  new ContextProvider(host, { context: searchContext, initialValue: services.search });
  new ContextProvider(host, {
    context: keptSearchesContext,
    initialValue: services.keptSearches,
  });
  new ContextProvider(host, { context: ownTagsContext, initialValue: services.ownTags });
  new ContextProvider(host, { context: readingContext, initialValue: services.reading });
  new ContextProvider(host, { context: playerContext, initialValue: services.player });
  new ContextProvider(host, { context: recordingsContext, initialValue: services.recordings });
  new ContextProvider(host, { context: settingsContext, initialValue: services.settings });
  new ContextProvider(host, { context: storageContext, initialValue: services.storage });
  new ContextProvider(host, { context: toastsContext, initialValue: services.toasts });
  new ContextProvider(host, { context: memoryContext, initialValue: services.memory });
  new ContextProvider(host, { context: actionsContext, initialValue: services.actions });
  new ContextProvider(host, { context: textsContext, initialValue: services.texts });
  new ContextProvider(host, { context: titlesContext, initialValue: services.titles });
  new ContextProvider(host, { context: managingContext, initialValue: services.managing });
  new ContextProvider(host, { context: accessContext, initialValue: services.access });
  new ContextProvider(host, { context: signInsContext, initialValue: services.signIns });
  new ContextProvider(host, {
    context: preparationContext,
    initialValue: services.preparation,
  });
  new ContextProvider(host, { context: highlightsContext, initialValue: services.highlights });
  new ContextProvider(host, { context: keepingContext, initialValue: services.keeping });
}
