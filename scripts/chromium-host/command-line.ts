/** `app.commandLine`: the switches this process was started with, and those the program adds for Chromium. */
import type * as Electron from "electron";
import { imitation } from "./refuse.ts";

const given = new Map<string, string>();
for (const argument of process.argv.slice(2)) {
  const [, name, value] = /^--([^=]+)(?:=(.*))?$/s.exec(argument) ?? [];
  if (name !== undefined) given.set(name, value ?? "");
}
const added = new Map<string, string>();

/** @returns what the program appended, in the form Chromium takes on its command line. */
export function ownSwitches(): string[] {
  return [...added].map(([name, value]) => (value === "" ? `--${name}` : `--${name}=${value}`));
}

export const commandLine = imitation("app.commandLine", {
  appendSwitch(name, value) {
    added.set(name, value ?? "");
  },
  hasSwitch: (name) => added.has(name) || given.has(name),
  getSwitchValue: (name) => added.get(name) ?? given.get(name) ?? "",
  removeSwitch(name) {
    added.delete(name);
    given.delete(name);
  },
} satisfies Pick<
  Electron.CommandLine,
  "appendSwitch" | "hasSwitch" | "getSwitchValue" | "removeSwitch"
>);
