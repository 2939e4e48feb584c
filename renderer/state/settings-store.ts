import type { RequestInput, RequestOutput, Settings } from "../../preload/contract/contract.ts";
import type { Client } from "./client.ts";
import { Store } from "./store.ts";

export type SettingsChange = RequestInput<"settings.change">;
export type AppInfo = RequestOutput<"app.info">;

const defaults: Settings = {
  theme: "system",
  textSize: 100,
  textWidth: "medium",
  density: "comfortable",
  refreshOnStart: true,
  refreshMinutes: 60,
  keepPictures: true,
  keepFullTexts: true,
  connection: "auto",
  onMetered: "texts",
  pictureCap: 1_000,
  playbackRate: 1,
  retention: { days: null, articles: null, keepUnread: true },
  sizeBudget: 10_000,
};

/** The reader's settings, and what the main process says about itself. */
export class SettingsStore extends Store {
  readonly #client: Client;
  settings: Settings = defaults;
  info: AppInfo | null = null;

  constructor(client: Client) {
    super();
    this.#client = client;
    client.listen("settings.changed", () => void this.#reload());
    client.listen("repairs.changed", () => void this.#reloadInfo());
  }

  /** Reads settings and facts at start. Throws when they cannot be had. */
  async load(): Promise<void> {
    const [settings, info] = await Promise.all([
      this.#client.request("settings.read", {}),
      this.#client.request("app.info", {}),
    ]);
    this.settings = settings;
    this.info = info;
    this.changed();
  }

  /** Shows a change at once and stores it; throws, and takes it back, when it cannot be stored. */
  async change(change: SettingsChange): Promise<void> {
    const before = this.settings;
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    this.settings = { ...before, ...Object.fromEntries(given) };
    this.changed();
    try {
      this.settings = await this.#client.request("settings.change", change);
    } catch (thrown) {
      this.settings = before;
      throw thrown;
    } finally {
      this.changed();
    }
  }

  /** Tells no more where titles moved; what cannot be noted is told again at the next start. */
  async dismissMoves(): Promise<void> {
    if (this.info === null) return;
    const feedIds = this.info.moves.map((move) => move.feedId);
    this.info = { ...this.info, moves: [] };
    this.changed();
    await this.#client.request("app.dismissMoves", { feedIds }).catch(() => undefined);
  }

  async #reloadInfo(): Promise<void> {
    try {
      this.info = await this.#client.request("app.info", {});
      this.changed();
    } catch {
      // What was repaired is told at the next change or start.
    }
  }

  async #reload(): Promise<void> {
    try {
      this.settings = await this.#client.request("settings.read", {});
      this.changed();
    } catch {
      // What is shown stays until the next change is announced.
    }
  }
}
