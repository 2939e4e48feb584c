import { notYet } from "./not-yet.ts";
import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";

/** Requests about the program itself: what it is, its settings, where the reader was. */
export function programHandlers(context: UseCaseContext): HandlersFor<"app" | "settings" | "view"> {
  const { library, announce, info, refresher, pictures } = context;
  return {
    "app.info": () => ({
      ...info,
      dataFolder: library.folder,
      readOnly: false,
      repairs: [...library.repairs],
    }),
    "app.restart": notYet,
    "settings.read": () => library.settings.current(),
    async "settings.change"(change) {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      const settings = await library.settings.change(Object.fromEntries(given));
      announce("settings.changed", {});
      if (change.keepPictures === true) pictures.wake();
      if (change.refreshMinutes !== undefined) refresher.resume();
      return settings;
    },
    "view.restore": () => library.view.current(),
    async "view.remember"(state) {
      await library.view.remember(state);
      return {};
    },
  };
}
