import { join } from "node:path";
import { app, dialog, shell, type OpenDialogOptions } from "electron";
import { writeLocation } from "./location.ts";
import { ourWindows } from "./our-windows.ts";

/** A folder that the system would not show. `code` crosses the bridge. */
export class NoFolderError extends Error {
  readonly code = "not-found";

  constructor(message: string) {
    super(message);
    this.name = "NoFolderError";
  }
}

const backups = [{ name: "Broadsheet backup", extensions: ["zip"] }];

/** What is saved into a file that the person names. */
const savedFiles = {
  backup: { title: "Back up", filters: backups },
  titles: { title: "Export titles", filters: [{ name: "OPML", extensions: ["opml", "xml"] }] },
  html: { title: "Export bookmarks", filters: [{ name: "Web page", extensions: ["html"] }] },
  epub: { title: "Export bookmarks", filters: [{ name: "EPUB", extensions: ["epub"] }] },
  json: { title: "Export bookmarks", filters: [{ name: "JSON", extensions: ["json"] }] },
  netscape: { title: "Export bookmarks", filters: [{ name: "Bookmarks", extensions: ["html"] }] },
};

/** What a person is asked for, by what it is for. */
const folderQuestions = {
  export: {
    title: "Export everything",
    message: "Broadsheet makes a new folder with everything in it in the folder you choose.",
    buttonLabel: "Export here",
  },
  move: {
    title: "Move the library",
    message: "Broadsheet copies your library into the folder you choose and uses it there.",
    buttonLabel: "Move here",
  },
} as const;

async function askToOpen(options: OpenDialogOptions): Promise<string | null> {
  const window = ourWindows()[0];
  const { canceled, filePaths } = await (window === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? null : (filePaths[0] ?? null);
}

/** The system's dialogs and file manager, as the use cases ask for them. */
export const desktop = {
  async askWhereToSave(
    suggestedName: string,
    what: keyof typeof savedFiles,
  ): Promise<string | null> {
    const options = {
      ...savedFiles[what],
      defaultPath: join(app.getPath("documents"), suggestedName),
    };
    const window = ourWindows()[0];
    const { canceled, filePath } = await (window === undefined
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options));
    return canceled || filePath === "" ? null : filePath;
  },
  askForBackup: (): Promise<string | null> =>
    askToOpen({ title: "Restore a backup", filters: backups, properties: ["openFile"] }),
  askForFolder: (purpose: "export" | "move"): Promise<string | null> =>
    askToOpen({
      ...folderQuestions[purpose],
      properties: ["openDirectory", "createDirectory"],
    }),
  async showFolder(path: string): Promise<void> {
    const problem = await shell.openPath(path);
    if (problem !== "") throw new NoFolderError(problem);
  },
  rememberLibrary: (folder: string): Promise<void> =>
    writeLocation(app.getPath("userData"), folder),
  restart(): void {
    app.relaunch();
    // After the reply to whoever asked for it has gone out.
    setImmediate(() => app.quit());
  },
};
