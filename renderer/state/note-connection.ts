import type { Client } from "./client.ts";

/** What some engines know of the connection (https://wicg.github.io/netinfo/). */
interface NetworkInformation extends EventTarget {
  /** The person asked the system to save data. */
  readonly saveData?: boolean;
  readonly type?: string;
}

/** Tells the main process, now and at each change, whether the connection costs by the byte. */
export function noteConnection(client: Client): void {
  const { connection } = navigator as Navigator & { readonly connection?: NetworkInformation };
  if (connection === undefined) return;
  const tell = (): void => {
    const isMetered = connection.saveData === true || connection.type === "cellular";
    // Not knowing it, the main process goes by the settings.
    client.request("app.noteConnection", { isMetered }).catch(() => undefined);
  };
  connection.addEventListener("change", tell);
  tell();
}
