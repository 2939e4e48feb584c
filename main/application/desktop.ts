import type { ExportFormat } from "../../preload/contract/contract.ts";

/** Kinds of files that a person is asked a place for. */
export type SavedKind = "backup" | "titles" | Exclude<ExportFormat, "folder">;

/** What the use cases ask of the desktop around the program; each question is the system's own dialog. */
export interface Desktop {
  /** Where to write a file; null when the person cancelled. */
  askWhereToSave(suggestedName: string, what: SavedKind): Promise<string | null>;
  /** Which backup to read; null when the person cancelled. */
  askForBackup(): Promise<string | null>;
  /** Into which folder to export, or to move the library; null when the person cancelled. */
  askForFolder(purpose: "export" | "move"): Promise<string | null>;
  /** Shows a folder in the system's file manager; rejects when there is none. */
  showFolder(path: string): Promise<void>;
  /** Remembers where the library is from the next start on; durable once resolved. */
  rememberLibrary(folder: string): Promise<void>;
  /** Ends the program and starts it again; returns at once. */
  restart(): void;
}
