/** A question to the person at the screen, on a page of its own: what a system's dialog is elsewhere. */
import { takeOwnPage } from "./browser-window.ts";

export interface Question {
  readonly title: string;
  readonly text: string;
  /** The path to begin with where one is asked for; null where only a button is. */
  readonly path: string | null;
  readonly buttons: readonly string[];
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (mark) => escapes[mark] ?? "");

function markup({ title, text, path, buttons }: Question): string {
  const field =
    path === null ? "" : `<input name="path" aria-label="Path" value="${escape(path)}" autofocus>`;
  const choices = buttons.map((name, index) => `<button value="${index}">${escape(name)}</button>`);
  const cancel = path === null ? "" : `<button value="cancel" type="submit">Cancel</button>`;
  return `<!doctype html><meta charset="utf-8"><title>${escape(title)}</title>
    <style>body { font: 1rem system-ui; max-width: 40rem; margin: 3rem auto; padding: 0 1rem }
      p { white-space: pre-wrap } input { width: 100%; font: inherit; margin-bottom: 1rem }</style>
    <h1>${escape(title)}</h1><p>${escape(text)}</p>
    <form>${field}${choices.join(" ")} ${cancel}</form>`;
}

/** Resolves in the page when the form is sent, with the pressed button and the path. */
const untilSent = `new Promise((resolve) => {
  document.forms[0].addEventListener("submit", (event) => {
    event.preventDefault();
    resolve([event.submitter?.value ?? "0", document.forms[0].elements.path?.value ?? null]);
  });
})`;

/** @returns the path, or the number of the button where no path was asked for; null when cancelled. */
export async function askOnPage(question: Question): Promise<string | number | null> {
  const page = await takeOwnPage();
  try {
    await page.setContent(markup(question));
    const [button, path] = await page.evaluate<[string, string | null]>(untilSent);
    if (question.path === null) return Number(button);
    return button === "cancel" || path === null || path.trim() === "" ? null : path.trim();
  } catch (error) {
    // Closed without an answer.
    if (page.isClosed()) return null;
    throw error;
  } finally {
    await page.close().catch(() => undefined);
  }
}
