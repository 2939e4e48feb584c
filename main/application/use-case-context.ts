import type { Handlers, RequestName } from "../../preload/contract/contract.ts";
import type { Collaborators } from "./collaborators.ts";
import type { Hosts } from "./hosts.ts";
import type { PictureKeeper } from "./picture-keeper.ts";
import type { RecentFeeds } from "./recent-feeds.ts";
import type { Refresher } from "./refresher.ts";
import type { UndoList } from "./undo.ts";

/** What the handlers share. */
export interface UseCaseContext extends Collaborators {
  readonly recentFeeds: RecentFeeds;
  readonly hosts: Hosts;
  readonly refresher: Refresher;
  readonly pictures: PictureKeeper;
  readonly undo: UndoList;
}

/** The handlers of all requests whose names begin with one of these words. */
export type HandlersFor<Area extends string> = Pick<
  Handlers,
  Extract<RequestName, `${Area}.${string}`>
>;
