/** `dialog`: the questions of the system, answered by a test's queue or on a page of their own. */
import { existsSync, readFileSync } from "node:fs";
import type * as Electron from "electron";
import { askOnPage, type Question } from "./ask-on-page.ts";
import { headless } from "./browser.ts";
import { imitation, refusal } from "./refuse.ts";

/** One line of the file BROADSHEET_HOST_ANSWERS, as JSON; a null path is "cancelled". */
export type DialogAnswer =
  | { readonly dialog: "save"; readonly path: string | null }
  | { readonly dialog: "open"; readonly path: string | null }
  | { readonly dialog: "message"; readonly button: number };

/** Under test nobody sees a page: the answers are lines of this file, taken in their order. */
const answersFile = process.env.BROADSHEET_HOST_ANSWERS;
/** Instead of a file: ask on a page even when nobody sees it. */
const onPage = "on-page";
let taken = 0;

function nextAnswer(file: string, name: string): DialogAnswer {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  const line = lines[taken];
  if (line === undefined)
    throw new Error(`electron.dialog.${name} was asked, but no answer is queued`);
  taken += 1;
  return JSON.parse(line) as DialogAnswer;
}

/** What was chosen: a path, the number of a button, or null. */
async function ask(
  name: "showSaveDialog" | "showOpenDialog" | "showMessageBox",
  kind: DialogAnswer["dialog"],
  question: Question,
): Promise<string | number | null> {
  if (answersFile !== undefined && answersFile !== onPage) {
    const answer = nextAnswer(answersFile, name);
    if (answer.dialog !== kind)
      throw new Error(
        `electron.dialog.${name} was asked, but an answer to "${answer.dialog}" is next`,
      );
    return answer.dialog === "message" ? answer.button : answer.path;
  }
  // Without a window there is nobody to ask, and nothing that could be answered for them.
  if (headless && answersFile !== onPage) throw refusal(`dialog.${name} without a display`);
  return askOnPage(question);
}

/** Electron's dialogs take their window first, or not at all. */
const optionsOf = (given: readonly unknown[]): unknown => given.at(-1);

async function showSaveDialog(...given: unknown[]): Promise<Electron.SaveDialogReturnValue> {
  const { title, message, defaultPath, buttonLabel } = optionsOf(
    given,
  ) as Electron.SaveDialogOptions;
  const chosen = await ask("showSaveDialog", "save", {
    title: title ?? "Save",
    text: message ?? "Where to? The path of a file.",
    path: defaultPath ?? "",
    buttons: [buttonLabel ?? "Save"],
  });
  return typeof chosen === "string"
    ? { canceled: false, filePath: chosen }
    : { canceled: true, filePath: "" };
}

async function showOpenDialog(...given: unknown[]): Promise<Electron.OpenDialogReturnValue> {
  const { title, message, defaultPath, buttonLabel, properties } = optionsOf(
    given,
  ) as Electron.OpenDialogOptions;
  const what = properties?.includes("openDirectory") === true ? "folder" : "file";
  const chosen = await ask("showOpenDialog", "open", {
    title: title ?? "Open",
    text: message ?? `Which one? The path of a ${what}.`,
    path: defaultPath ?? "",
    buttons: [buttonLabel ?? "Open"],
  });
  return typeof chosen === "string"
    ? { canceled: false, filePaths: [chosen] }
    : { canceled: true, filePaths: [] };
}

async function showMessageBox(...given: unknown[]): Promise<Electron.MessageBoxReturnValue> {
  const { title, message, detail, buttons, cancelId } = optionsOf(
    given,
  ) as Electron.MessageBoxOptions;
  const names = buttons === undefined || buttons.length === 0 ? ["OK"] : buttons;
  const chosen = await ask("showMessageBox", "message", {
    title: title ?? message,
    text: detail === undefined ? message : `${message}\n\n${detail}`,
    path: null,
    buttons: names,
  });
  const response = typeof chosen === "number" ? chosen : (cancelId ?? names.length - 1);
  return { response, checkboxChecked: false };
}

export const dialog = imitation("dialog", {
  showErrorBox(title, content) {
    console.error(`[error box] ${title}: ${content}`);
  },
  showSaveDialog,
  showOpenDialog,
  showMessageBox,
} satisfies Pick<
  Electron.Dialog,
  "showErrorBox" | "showSaveDialog" | "showOpenDialog" | "showMessageBox"
>);
