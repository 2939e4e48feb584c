/**
 * Every command with its keys: the one table behind the key handler, the overview of keys and the
 * hints in tooltips. A key is written as `strokeOf` writes it; `Control` is ⌘ on macOS.
 */
export const commandTable = [
  { id: "next-article", group: "articles", keys: ["j"] },
  { id: "previous-article", group: "articles", keys: ["k"] },
  { id: "next-unread", group: "articles", keys: ["n"] },
  { id: "open-article", group: "articles", keys: ["Enter", "o"] },
  { id: "toggle-bookmark", group: "articles", keys: ["b"] },
  { id: "write-to-bookmark", group: "articles", keys: ["e"] },
  { id: "toggle-read", group: "articles", keys: ["m"] },
  { id: "mark-all-read", group: "articles", keys: ["Shift+a"] },
  { id: "delete-article", group: "articles", keys: ["Delete", "Control+Backspace"] },
  { id: "toggle-unread", group: "articles", keys: ["u"] },
  { id: "page-down", group: "reading", keys: ["Space"] },
  { id: "page-up", group: "reading", keys: ["Shift+Space"] },
  { id: "switch-text", group: "reading", keys: ["f"] },
  { id: "highlight-passage", group: "reading", keys: ["Shift+h"] },
  { id: "open-original", group: "reading", keys: ["v"] },
  { id: "toggle-playing", group: "reading", keys: ["p"] },
  { id: "skip-back", group: "reading", keys: ["h"] },
  { id: "skip-forward", group: "reading", keys: ["l"] },
  { id: "refresh", group: "titles", keys: ["r"] },
  { id: "refresh-scope", group: "titles", keys: ["Shift+r"] },
  { id: "prepare-offline", group: "titles", keys: ["d"] },
  { id: "add-title", group: "titles", keys: ["a"] },
  { id: "show-titles", group: "titles", keys: ["t"] },
  { id: "import-titles", group: "titles", keys: [] },
  { id: "export-titles", group: "titles", keys: [] },
  { id: "export-bookmarks", group: "titles", keys: [] },
  { id: "find-articles", group: "window", keys: ["Control+k", "/"] },
  { id: "focus-sources", group: "window", keys: ["1"] },
  { id: "focus-list", group: "window", keys: ["2"] },
  { id: "focus-article", group: "window", keys: ["3"] },
  { id: "focus-previous", group: "window", keys: ["["] },
  { id: "focus-next", group: "window", keys: ["]"] },
  { id: "undo", group: "window", keys: ["Control+z"] },
  { id: "show-settings", group: "window", keys: ["Control+,"] },
  { id: "show-storage", group: "window", keys: [] },
  { id: "show-keys", group: "window", keys: ["?"] },
  { id: "close", group: "window", keys: ["Escape"] },
  { id: "about", group: "window", keys: [] },
] as const satisfies readonly {
  id: string;
  group: "articles" | "reading" | "titles" | "window";
  keys: readonly string[];
}[];

export type CommandId = (typeof commandTable)[number]["id"];
export type CommandGroup = (typeof commandTable)[number]["group"];

const byStroke = new Map<string, CommandId>(
  commandTable.flatMap(({ id, keys }) => keys.map((key) => [key, id] as const)),
);

/** A key press as the table writes it; null where Alt is held, which belongs to the system. */
export function strokeOf(event: KeyboardEvent): string | null {
  if (event.altKey) return null;
  const key = event.key === " " ? "Space" : event.key;
  const isLetter = key.length === 1 && key.toLowerCase() !== key.toUpperCase();
  const control = event.ctrlKey || event.metaKey ? "Control+" : "";
  // Shift is part of how a sign such as “?” is typed, which depends on the keyboard: it says nothing.
  const shift = event.shiftKey && (isLetter || key.length > 1) ? "Shift+" : "";
  return control + shift + (isLetter ? key.toLowerCase() : key);
}

/** The command of a key press, if it has one. */
export function commandFor(event: KeyboardEvent): CommandId | null {
  const stroke = strokeOf(event);
  return stroke === null ? null : (byStroke.get(stroke) ?? null);
}

/** What a command is called in the catalogue. */
export function commandLabel<Id extends CommandId>(id: Id): `command.${Id}` {
  return `command.${id}`;
}
