import { t } from "../text/text.ts";
import { commandTable, type CommandId } from "./commands.ts";

const onMac = navigator.userAgent.includes("Mac");

/** A key of the table as the caps of a keyboard show it, one after the other. */
export function keyCaps(stroke: string): string[] {
  const parts = stroke.split("+");
  return parts.map((part) => {
    if (part === "Control") return onMac ? "⌘" : t("key.control");
    if (part === "Shift") return onMac ? "⇧" : t("key.shift");
    if (part === "Space") return t("key.space");
    if (part === "Enter") return t("key.enter");
    if (part === "Escape") return t("key.escape");
    if (part === "Delete") return t("key.delete");
    if (part === "Backspace") return onMac ? "⌫" : t("key.backspace");
    return part.length === 1 ? part.toUpperCase() : part;
  });
}

/** A command's first key in words, such as “Shift A”; empty when it has none. */
export function keyOf(id: CommandId): string {
  const stroke: string | undefined = commandTable.find((command) => command.id === id)?.keys[0];
  return stroke === undefined ? "" : keyCaps(stroke).join(" ");
}

/** A tooltip: what a control does, and the key that does the same. */
export function hint(label: string, id: CommandId): string {
  const key = keyOf(id);
  return key === "" ? label : t("key.withHint", { label, key });
}
