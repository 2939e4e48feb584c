import { randomUUID } from "node:crypto";
import { basename, join } from "node:path";
import type {
  ArticleId,
  ExportedBookmarks,
  ExportFormat,
} from "../../preload/contract/contract.ts";
import { backupErrors } from "./backup-errors.ts";
import { listChosen } from "./list-chosen.ts";
import { RequestError } from "./request-error.ts";
import { restoreBackup } from "./restore-backup.ts";
import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";

/** By which other programs know the formats. */
const extensions = { html: "html", epub: "epub", json: "json", netscape: "html" } as const;

/** The local day, as people name files. */
const dayOf = (moment: number): string => new Date(moment).toLocaleDateString("sv-SE");

/** A folder that is not there yet: with a number behind its name where that is taken. */
async function freeFolder(parent: string, name: string): Promise<string> {
  const taken = new Set((await listChosen(parent)).map((one) => one.toLowerCase()));
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name} (${number})`;
  return join(parent, free);
}

/** Requests about copies of what cannot be replaced, and about leaving. */
export function copyHandlers(context: UseCaseContext): HandlersFor<"backup" | "export"> {
  const { library, desktop, tasks, now } = context;
  /** Paths by their tokens: the window names no path that a person has not chosen. */
  const chosen = new Map<string, string>();

  const pathOfCopy = async (copyId: string): Promise<string> => {
    const copies = await library.copies.automatic();
    const found = copies.find(({ path }) => basename(path) === copyId);
    if (found === undefined) throw new RequestError("not-found", "that copy is no longer there");
    return found.path;
  };

  /** Where an export of bookmarks goes; null when the person cancelled. */
  const askWhere = async (format: ExportFormat, name: string): Promise<string | null> => {
    if (format !== "folder") return desktop.askWhereToSave(`${name}.${extensions[format]}`, format);
    const parent = await desktop.askForFolder("export");
    return parent === null ? null : freeFolder(parent, name);
  };

  /** The latest first. */
  const bookmarksOf = async (which: ExportedBookmarks): Promise<ArticleId[]> => {
    if (which.kind === "articles") return which.articleIds;
    const scope = which.kind === "all" ? ({ kind: "bookmarks" } as const) : which;
    const query = { scope, filter: "all", order: "kept" } as const;
    await library.articles.prepare(query);
    const list = library.articles.timeline(query);
    const rows = await list.page(0, list.total);
    return rows.flatMap((row) => row?.id ?? []);
  };

  return {
    async "backup.list"() {
      const copies = await library.copies.automatic();
      return {
        copies: copies.map(({ path, at, bytes }) => ({ id: basename(path), at, bytes })),
      };
    },
    async "backup.create"() {
      const path = await desktop.askWhereToSave(`Broadsheet backup ${dayOf(now())}.zip`, "backup");
      if (path !== null)
        await tasks.run("backup", (onProgress) => library.copies.backUp(path, onProgress));
      return { path };
    },
    async "backup.choose"({ copyId }) {
      const path = copyId === undefined ? await desktop.askForBackup() : await pathOfCopy(copyId);
      if (path === null) return null;
      const summary = await backupErrors(() => library.copies.inspect(path));
      const token = randomUUID();
      chosen.set(token, path);
      const { at, titles, bookmarks, bytes } = summary;
      return { token, at, titles, bookmarks, bytes };
    },
    async "backup.restore"({ token, mode }) {
      const path = chosen.get(token);
      if (path === undefined) throw new RequestError("not-found", "no such backup was chosen");
      const { problems, ...counts } = await restoreBackup(path, mode, context);
      return { ...counts, problems: [...problems] };
    },
    async "export.everything"() {
      const parent = await desktop.askForFolder("export");
      if (parent === null) return { folder: null };
      const folder = await freeFolder(parent, `Broadsheet ${dayOf(now())}`);
      await tasks.run("export", (onProgress, signal) =>
        library.copies.exportEverything(folder, onProgress, signal),
      );
      return { folder };
    },
    async "export.bookmarks"({ format, which }) {
      const name = `Broadsheet bookmarks ${dayOf(now())}`;
      const path = await askWhere(format, name);
      if (path === null) return { path, written: 0, left: 0 };
      const ids = await bookmarksOf(which);
      // Loaded when it is first needed: what writes the formats is large.
      const { exportBookmarks } = await import("./export-bookmarks.ts");
      const report = await tasks.run("export", (onProgress, signal) =>
        exportBookmarks({ path, format, ids }, context, onProgress, signal),
      );
      return { path, ...report };
    },
  };
}
