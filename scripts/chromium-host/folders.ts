/** Where things are: the program's own description and the system's folders, by Electron's names for them. */
import { existsSync, readFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { commandLine } from "./command-line.ts";

interface ProgramDescription {
  readonly name: string;
  readonly productName?: string;
  readonly version: string;
}

function findProgramFolder(start: string): string {
  const parent = dirname(start);
  return existsSync(join(start, "package.json")) || parent === start
    ? start
    : findProgramFolder(parent);
}

/** The folder of the package.json above the main script. */
export const programFolder = findProgramFolder(dirname(resolve(process.argv[1] ?? ".")));

export const program = JSON.parse(
  readFileSync(join(programFolder, "package.json"), "utf8"),
) as ProgramDescription;

function appData(): string {
  if (process.platform === "darwin") return join(homedir(), "Library", "Application Support");
  if (process.platform === "win32") {
    return process.env.APPDATA ?? join(homedir(), "AppData", "Roaming");
  }
  return process.env.XDG_CONFIG_HOME ?? join(homedir(), ".config");
}

const moved = new Map<string, string>();

function usual(name: string, programName: string): string {
  switch (name) {
    case "home":
      return homedir();
    case "temp":
      return tmpdir();
    case "appData":
      return appData();
    case "userData":
      return commandLine.getSwitchValue("user-data-dir") || join(appData(), programName);
    case "sessionData":
      return folders.get("userData", programName);
    case "logs":
      return process.platform === "darwin"
        ? join(homedir(), "Library", "Logs", programName)
        : join(folders.get("userData", programName), "logs");
    case "downloads":
      return join(homedir(), "Downloads");
    case "documents":
      return join(homedir(), "Documents");
    case "desktop":
      return join(homedir(), "Desktop");
    case "exe":
      return process.execPath;
    default:
      throw new Error(`Failed to get '${name}' path`);
  }
}

export const folders = {
  get: (name: string, programName: string): string => moved.get(name) ?? usual(name, programName),
  set(name: string, folder: string): void {
    moved.set(name, resolve(folder));
  },
};
