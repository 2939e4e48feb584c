import { dismissMoves, movesToTell } from "./moves.ts";
import { applyFullTexts } from "./set-full-text.ts";
import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";

/** Requests about the program itself: what it is, its settings, where the reader was. */
export function programHandlers(context: UseCaseContext): HandlersFor<"app" | "settings" | "view"> {
  const { library, vault, announce, info, refresher, pictures, desktop, housekeeping } = context;
  const { connection, lookAround } = context;
  return {
    "app.info": () => ({
      ...info,
      dataFolder: library.folder,
      readOnly: library.readOnly,
      secrets: vault.kind,
      repairs: [...vault.repairs, ...library.repairs],
      moves: movesToTell(library),
    }),
    async "app.dismissMoves"({ feedIds }) {
      await dismissMoves(feedIds, library);
      announce("repairs.changed", {});
      return {};
    },
    "app.noteConnection"({ isMetered }) {
      connection.note(isMetered);
      lookAround();
      return {};
    },
    "app.restart"() {
      desktop.restart();
      return {};
    },
    "settings.read": () => library.settings.current(),
    async "settings.change"(change) {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      const settings = await library.settings.change(Object.fromEntries(given));
      announce("settings.changed", {});
      if (change.keepPictures === true) {
        pictures.wake();
        context.icons.wake();
      }
      if (change.keepFullTexts !== undefined) await applyFullTexts(context);
      if (change.refreshMinutes !== undefined) refresher.resume();
      if (change.connection !== undefined || change.onMetered !== undefined) lookAround();
      const limits = [change.retention, change.sizeBudget, change.pictureCap];
      if (limits.some((limit) => limit !== undefined)) housekeeping.rulesChanged();
      // Only without a limit: else the same pictures would be fetched and left out in turn.
      const isLifted = change.sizeBudget === null || change.pictureCap === null;
      if (isLifted && settings.sizeBudget === null && settings.pictureCap === null) {
        const wanted = await library.pictures.tryFailedAgain({ kind: "all" }, ["left-out"]);
        if (wanted > 0) pictures.wake();
      }
      return settings;
    },
    "view.restore": () => library.view.current(),
    async "view.remember"(state) {
      await library.view.remember(state);
      return {};
    },
  };
}
