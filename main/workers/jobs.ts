/** What worker threads are asked and what they answer: plain records, bytes in, records out. */
import type { ExportFormat, MediaName, PageRefusal } from "../../preload/contract/contract.ts";
import type { ExchangedBookmark } from "../exchange/exchange.ts";
import type { PageArticle } from "../offline/page/read-page.ts";
import type { ChooseJobs } from "./choose-jobs.ts";
import type { NotAFeed, Outline, PageFindings, PageIcons, ParsedFeed } from "../feeds/feeds.ts";
import type {
  IncomingArticle,
  IncomingPage,
  StandingArticle,
  UnchangedArticle,
} from "../library/types.ts";

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
  /** Whether it clearly gives only the beginnings of its articles; null: it does not tell. */
  readonly isShortened: boolean | null;
}

/** A feed that was read before: what did not change since is only told of. */
export interface RereadFeed extends Omit<ReadFeed, "articles"> {
  /** In the order in which they are listed. */
  readonly articles: readonly (IncomingArticle | UnchangedArticle)[];
}

export interface Jobs extends ChooseJobs {
  readFeed: { input: Document; output: ReadFeed | NotAFeed };
  /** Passes over articles that would become the same as those which stand in the library. */
  rereadFeed: {
    input: Document & {
      readonly standing: readonly StandingArticle[];
      /** Whether it is known already if it gives only beginnings: looking takes a millisecond. */
      readonly isMeasured: boolean;
    };
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
  /** Reads the article on the page that a feed's item leads to. */
  readPage: {
    input: Document & {
      /** The address that was asked for, before redirects. */
      readonly askedFor: string;
      /** What the feed gave: the headline, and the cleaned HTML of its text. */
      readonly headline: string;
      readonly feedHtml: string;
      /** The header `X-Robots-Tag` that came with the page. */
      readonly robotsTag: string | null;
      /** A person said of this very title that its pages are to be had. */
      readonly isOrdered: boolean;
      /** Where a person showed the article to be on the title's pages; null: nobody did. */
      readonly selector: string | null;
      /** What the pages before it gave, where it is a later page of its article. */
      readonly before: readonly PageArticle[];
    };
    output: ReadPage;
  };
  /** A bookmark in a format for other programs; null: the format cannot hold it. */
  renderBookmark: {
    input: { readonly format: ExportFormat; readonly bookmark: ExchangedBookmark };
    output: string | null;
  };
  /** Looks at a picture's bytes and names it; null when it is not one that we keep. */
  inspectPicture: {
    input: { readonly bytes: Uint8Array };
    output: { name: MediaName; width: number; height: number; isAnimated: boolean } | null;
  };
}

/** The article on a page, cleaned and ready for the library. */
export type ReadPage =
  | {
      readonly ok: true;
      readonly page: IncomingPage;
      /** Its publisher shows only the beginning. */
      readonly isExcerpt: boolean;
      /** The article goes on there; `before` is to be handed in with that page. */
      readonly next: { readonly address: string; readonly before: readonly PageArticle[] } | null;
      readonly pageCount: number | null;
      /** Another version of the page, where that may be the better one; null: there is no need. */
      readonly other: string | null;
    }
  | {
      readonly ok: false;
      readonly other: string | null;
      readonly reason: PageRefusal | "too-large";
      readonly isExcerpt: boolean;
    };

export type JobName = keyof Jobs;
