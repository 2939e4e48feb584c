import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { app, dialog } from "electron";
import { holdsLibrary, locationFile, readLocation, writeLocation } from "./location.ts";

/** The library in a folder that a person chose: that folder, or the one that moving made in it. */
async function libraryIn(chosen: string): Promise<string | null> {
  const places = [chosen, join(chosen, "library"), join(chosen, "Broadsheet", "library")];
  for (const place of places) if (await holdsLibrary(place)) return place;
  return null;
}

async function isEmpty(folder: string): Promise<boolean> {
  return readdir(folder).then(
    (names) => names.length === 0,
    () => false,
  );
}

/** Asks one question; the answer is the index of the button. */
async function ask(message: string, detail: string, buttons: string[]): Promise<number> {
  const { response } = await dialog.showMessageBox({
    type: "warning",
    title: "Broadsheet",
    message,
    detail,
    buttons,
    defaultId: 0,
    cancelId: buttons.length - 1,
    noLink: true,
  });
  return response;
}

/** A folder that the person names; null when there is no library in it and none is wanted there. */
async function chooseFolder(): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({
    title: "Where your library is",
    properties: ["openDirectory"],
  });
  const [chosen] = filePaths;
  if (chosen === undefined) return null;
  const found = await libraryIn(chosen);
  if (found !== null) return found;
  if (!(await isEmpty(chosen))) {
    await ask("There is no Broadsheet library in that folder.", chosen, ["OK"]);
    return null;
  }
  const answer = await ask(
    "This folder is empty. Start with an empty library there?",
    `${chosen}\n\nYour old library stays where it is.`,
    ["Start with an empty library", "Go back"],
  );
  return answer === 0 ? chosen : null;
}

/**
 * The library's folder. While it is not where it was moved to, the person is asked what to do: a new,
 * empty library is never made without being asked for. Null: quit.
 */
export async function findLibrary(userFolder: string): Promise<string | null> {
  for (;;) {
    const location = await readLocation(userFolder);
    if (location.kind !== "missing") return location.folder;
    await app.whenReady();
    const answer = await ask(
      "Your library is not where it was.",
      location.folder === null
        ? `The file that says where your library is cannot be read:\n${locationFile(userFolder)}\n\nNothing was changed.`
        : `It was moved to this folder, which is not there now:\n${location.folder}\n\nIf it is on a drive that is not connected, connect it and try again. Nothing was changed.`,
      ["Try again", "Choose its folder…", "Quit"],
    );
    if (answer === 2) return null;
    if (answer === 1) {
      const chosen = await chooseFolder();
      if (chosen !== null) await writeLocation(userFolder, chosen);
      if (chosen !== null && !(await holdsLibrary(chosen))) return chosen;
    }
  }
}
