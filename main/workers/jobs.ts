/** What worker threads are asked and what they answer: plain records, bytes in, records out. */
import type { MediaName } from "../../preload/contract/contract.ts";
import type { NotAFeed, Outline, PageFindings, PageIcons, ParsedFeed } from "../feeds/feeds.ts";
import type { IncomingArticle, StandingArticle, UnchangedArticle } from "../library/types.ts";

/** A document and where it came from. */
export interface Document {
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** The final address after redirects. */
  readonly address: string;
  /** What the publisher's server says of its language, for feeds that do not say it themselves. */
  readonly language?: string | null;
}

/** A feed without its items, whose articles are cleaned and ready for the library. */
export interface ReadFeed extends Omit<ParsedFeed, "items"> {
  readonly articles: readonly IncomingArticle[];
}

/** A feed that was read before: what did not change since is only told of. */
export interface RereadFeed extends Omit<ReadFeed, "articles"> {
  /** In the order in which they are listed. */
  readonly articles: readonly (IncomingArticle | UnchangedArticle)[];
}

export interface Jobs {
  readFeed: { input: Document; output: ReadFeed | NotAFeed };
  /** Passes over articles that would become the same as those which stand in the library. */
  rereadFeed: {
    input: Document & { readonly standing: readonly StandingArticle[] };
    output: RereadFeed | NotAFeed;
  };
  /**
   * What a web page says of feeds, for an address that turned out not to be one. `linkHeader` is
   * the HTTP header `Link` that came with it.
   */
  lookIntoPage: { input: Document & { readonly linkHeader: string | null }; output: PageFindings };
  readOutline: {
    input: { readonly bytes: Uint8Array };
    output: { ok: true; outline: Outline } | { ok: false };
  };
  /** The icons that a page of a site names, or its web app manifest. */
  findIcons: { input: Document & { readonly kind: "page" | "manifest" }; output: PageIcons };
  /** Looks at an icon's bytes; what is to be stored may be one of several pictures in them. */
  inspectIcon: {
    input: { readonly bytes: Uint8Array };
    output: { name: MediaName; bytes: Uint8Array } | null;
  };
  /** Looks at a picture's bytes and names it; null when it is not one that we keep. */
  inspectPicture: {
    input: { readonly bytes: Uint8Array };
    output: { name: MediaName; width: number; height: number } | null;
  };
}

export type JobName = keyof Jobs;
