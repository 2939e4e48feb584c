import type { Handlers, RequestName } from "../../preload/contract/contract.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Connection } from "./connection.ts";
import type { Gate } from "./gate.ts";
import type { Hosts } from "./hosts.ts";
import type { Housekeeping } from "./housekeeping.ts";
import type { IconKeeper } from "./icon-keeper.ts";
import type { LongTasks } from "./long-tasks.ts";
import type { PageKeeper } from "./page-keeper.ts";
import type { PictureKeeper } from "./picture-keeper.ts";
import type { Preparation } from "./preparation.ts";
import type { PrivateAddresses } from "./private-addresses.ts";
import type { Publishers } from "./publishers.ts";
import type { RecentFeeds } from "./recent-feeds.ts";
import type { RecordingKeeper } from "./recording-keeper.ts";
import type { Refresher } from "./refresher.ts";
import type { KeptSearchCounts } from "./kept-search-counts.ts";
import type { SearchKeeper } from "./search-keeper.ts";
import type { Timelines } from "./timelines.ts";
import type { UndoList } from "./undo.ts";

/** What the handlers share. */
export interface UseCaseContext extends Collaborators {
  readonly recentFeeds: RecentFeeds;
  readonly privateAddresses: PrivateAddresses;
  readonly hosts: Hosts;
  readonly connection: Connection;
  readonly publishers: Publishers;
  readonly refresher: Refresher;
  readonly pages: PageKeeper;
  readonly pictures: PictureKeeper;
  readonly recordings: RecordingKeeper;
  readonly icons: IconKeeper;
  readonly preparation: Preparation;
  readonly undo: UndoList;
  readonly tasks: LongTasks;
  readonly housekeeping: Housekeeping;
  readonly gate: Gate;
  readonly timelines: Timelines;
  readonly searchKeeper: SearchKeeper;
  readonly keptSearchCounts: KeptSearchCounts;
  /** Ends all work that may write into the library, but for long tasks. */
  readonly stopWork: () => Promise<void>;
  /** Something changed in what may be fetched: look what is to be done. */
  readonly lookAround: () => void;
}

/** The handlers of all requests whose names begin with one of these words. */
export type HandlersFor<Area extends string> = Pick<
  Handlers,
  Extract<RequestName, `${Area}.${string}`>
>;
