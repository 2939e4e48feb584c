import { expect, test } from "vitest";
import { toKeyStroke } from "../../../scripts/chromium-host/accelerators.ts";

const none = { id: 7, control: false, meta: false, alt: false, shift: false };

test.each([
  ["CmdOrCtrl+Shift+R", "linux", { ...none, key: "r", control: true, shift: true }],
  ["CmdOrCtrl+Shift+R", "darwin", { ...none, key: "r", meta: true, shift: true }],
  ["Alt+Left", "win32", { ...none, key: "arrowleft", alt: true }],
  ["CommandOrControl+Plus", "linux", { ...none, key: "+", control: true }],
  ["F5", "linux", { ...none, key: "f5" }],
  ["?", "linux", { ...none, key: "?" }],
] as const)("%s on %s", (accelerator, platform, stroke) => {
  expect(toKeyStroke(accelerator, 7, platform)).toEqual(stroke);
});

test.each(["", "Ctrl", "Ctrl+", "A+B"])("'%s' is no accelerator", (accelerator) => {
  expect(() => toKeyStroke(accelerator, 1)).toThrow("Invalid accelerator");
});
