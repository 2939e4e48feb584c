/** What a person reads when the library cannot be opened, by the code of `LibraryError`. */
const explanations: Readonly<Record<string, string>> = {
  "newer-version":
    "Your library was written by a newer version of Broadsheet. Nothing in it was touched. Please install the newest version.",
  "in-use":
    "Another copy of Broadsheet is using this library. Nothing was touched. Please close the other copy first.",
  unwritable:
    "Broadsheet may not write in the folder where it keeps your library. Nothing was changed. Please check the folder's permissions, or whether the disk is read-only.",
  "storage-full":
    "The disk is full. Nothing was lost. Please free some space and start Broadsheet again.",
  damaged:
    "The disk reported an error while your library was being read. Nothing was changed. Please check the disk.",
};

/** Words the reason for which the program cannot start; the log has the rest. */
export function explainFatal(error: unknown, folder: string): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const explanation =
    explanations[code] ?? "Something unexpected happened. Your library was not changed.";
  return `${explanation}\n\nThe library is in ${folder}`;
}
