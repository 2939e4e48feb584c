import type { IncomingPicture } from "../library/types.ts";

/** What the rewriting of one article knows and gathers. */
export interface Rewriting {
  readonly baseUrl: string | null;
  /** The publisher's names of places that are linked to, and ours. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly pictures: IncomingPicture[];
}
