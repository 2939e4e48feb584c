/** Electron's accelerators (`CmdOrCtrl+Shift+R`) as key events of the page. */
import type { KeyStroke } from "./page-side.ts";

const keyNames: Readonly<Record<string, string>> = {
  plus: "+",
  space: " ",
  left: "arrowleft",
  right: "arrowright",
  up: "arrowup",
  down: "arrowdown",
  return: "enter",
  esc: "escape",
};

/** @throws Error when a part of it has no meaning, as Electron does */
export function toKeyStroke(
  accelerator: string,
  id: number,
  platform: NodeJS.Platform = process.platform,
): KeyStroke {
  const stroke = { id, key: "", control: false, meta: false, alt: false, shift: false };
  for (const part of accelerator.toLowerCase().split("+")) {
    switch (part) {
      case "cmdorctrl":
      case "commandorcontrol":
        if (platform === "darwin") stroke.meta = true;
        else stroke.control = true;
        break;
      case "ctrl":
      case "control":
        stroke.control = true;
        break;
      case "cmd":
      case "command":
      case "super":
      case "meta":
        stroke.meta = true;
        break;
      case "alt":
      case "option":
        stroke.alt = true;
        break;
      case "shift":
        stroke.shift = true;
        break;
      default:
        if (part === "" || stroke.key !== "") throw new Error(`Invalid accelerator ${accelerator}`);
        stroke.key = keyNames[part] ?? part;
    }
  }
  if (stroke.key === "") throw new Error(`Invalid accelerator ${accelerator}`);
  return stroke;
}
