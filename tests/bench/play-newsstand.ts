import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface PlayedNewsstand {
  readonly addresses: readonly string[];
  readonly opml: string;
  end(): Promise<void>;
}

/** Starts a newsstand in another process, with everything it serves made beforehand. */
export async function playNewsstand(
  publishers: number,
  articles: number,
): Promise<PlayedNewsstand> {
  const child = fork(
    fileURLToPath(new URL("newsstand-process.ts", import.meta.url)),
    [String(publishers), String(articles)],
    { stdio: ["ignore", "ignore", "inherit", "ipc"] },
  );
  const [message] = (await once(child, "message")) as [{ addresses: string[]; opml: string }];
  return {
    ...message,
    async end() {
      const ended = once(child, "exit");
      child.disconnect();
      await ended;
    },
  };
}
