import { join } from "node:path";
import type { RequestOutput } from "../../preload/contract/contract.ts";
import { checkMove, moveLibrary as copyLibrary } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Gate } from "./gate.ts";
import { listChosen } from "./list-chosen.ts";
import type { LongTasks } from "./long-tasks.ts";
import { RequestError } from "./request-error.ts";

interface Moving extends Pick<Collaborators, "library" | "desktop"> {
  readonly gate: Gate;
  readonly tasks: LongTasks;
  /** Ends all work that may write into the library. */
  readonly stopWork: () => Promise<void>;
}

/** What moving leaves behind when it is interrupted; moving there again goes on with it. */
const ours = new Set(["library", "library-backups"]);

/** A folder of the library's own in the one that a person chose. */
async function placeIn(chosen: string): Promise<string> {
  const isFree = (await listChosen(chosen)).every((name) => ours.has(name));
  return isFree ? join(chosen, "library") : join(chosen, "Broadsheet", "library");
}

/**
 * Copies the library to a folder that the person chooses, and uses it there from the next start on;
 * the old folder stays as it is. The library is closed for it, so after a failure that comes later
 * than the first checks the program has to be started again too, with the old folder.
 */
export async function moveLibrary(moving: Moving): Promise<RequestOutput<"storage.move">> {
  const { library, desktop, gate, tasks, stopWork } = moving;
  const chosen = await desktop.askForFolder("move");
  if (chosen === null) return { moved: false };
  const [from, to] = [library.folder, await placeIn(chosen)];
  await checkMove({ from, to });
  return tasks.run("move", async (onProgress, signal) => {
    await gate.keepOutAll(new RequestError("busy", "the library is being moved"));
    try {
      await stopWork();
      await library.close();
      const { warning } = await copyLibrary({ from, to, onProgress, signal });
      await desktop.rememberLibrary(to);
      return { moved: true, folder: to, warning };
    } finally {
      await gate.keepOutAll(new RequestError("restart-needed", "the library was closed"));
    }
  });
}
