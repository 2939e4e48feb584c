import { focused } from "../components/focused.ts";

const texts = "input:not([type=checkbox]):not([type=radio]):not([type=range]), textarea";

/** Undoes what was typed last in the field that has the focus; false when no field has it. */
export function undoTyping(): boolean {
  if (focused()?.matches(texts) !== true) return false;
  // No other call reaches the engine's own history of a field, and every engine keeps this one.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand("undo");
  return true;
}
