import type {
  CatalogueEntry,
  EventName,
  EventPayload,
  RequestOutput,
} from "../../preload/contract/contract.ts";
import type { Desktop } from "./desktop.ts";
import type { HttpClient } from "../fetching/fetching.ts";
import type { Library } from "../library/library.ts";
import type { PagePaceOptions } from "./page-pace.ts";
import type { PictureWorkshop } from "./picture-workshop.ts";
import type { PublisherSessions } from "./publisher-sessions.ts";
import type { Vault } from "../secrets/secrets.ts";
import type { Searcher } from "../search/search.ts";
import type { WorkerPool } from "../workers/workers.ts";

/** Tells the window that something changed. */
export type Announce = <Name extends EventName>(name: Name, payload: EventPayload<Name>) => void;

/** What the use cases work with; handed in, so that tests can hand in others. */
export interface Collaborators {
  readonly library: Library;
  /** Passwords, private addresses and sign-ins: of this person on this machine. */
  readonly vault: Vault;
  /** Where the person is signed in at publishers'. */
  readonly sessions: PublisherSessions;
  readonly client: HttpClient;
  readonly workers: WorkerPool;
  /** The index of words, which is derived: whatever is wrong with it is mended by making it anew. */
  readonly search: Searcher;
  /** Makes pictures smaller; what it makes is looked at before it is stored. */
  readonly pictureWorkshop: PictureWorkshop;
  readonly announce: Announce;
  /** The built-in catalogue of titles. */
  readonly catalogue: () => Promise<readonly CatalogueEntry[]>;
  /** Shows an http, https or mailto address in the system's program for it; refuses all others. */
  readonly openExternally: (address: string) => Promise<void>;
  /** Questions in the system's own dialogs, its file manager, and starting again. */
  readonly desktop: Desktop;
  /** False only when the machine surely has no network. */
  readonly isOnline: () => boolean;
  /** How fast pages of one host are asked for; else politely. */
  readonly pagePace?: PagePaceOptions;
  readonly info: Pick<RequestOutput<"app.info">, "version" | "platform" | "locale">;
  readonly log: (message: string, cause?: unknown) => void;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
}
