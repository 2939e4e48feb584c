import type { FeedFormat, Story } from "../types.ts";
import { writeAtom } from "./write-atom.ts";
import { writeJsonFeed } from "./write-json-feed.ts";
import { writeRdf } from "./write-rdf.ts";
import { writeRss } from "./write-rss.ts";

/** What a feed says of itself. */
export interface Masthead {
  readonly title: string;
  readonly description: string;
  readonly siteAddress: string;
  readonly feedAddress: string;
  readonly iconAddress: string;
  readonly language: string;
  /** The charset to claim in the XML declaration. */
  readonly charset: string;
}

/** The media type that a feed of a format is served as. */
export const mediaTypes: Readonly<Record<FeedFormat, string>> = {
  rss: "application/rss+xml",
  "rss-summary": "text/xml",
  atom: "application/atom+xml",
  rdf: "application/rdf+xml",
  json: "application/feed+json",
};

/** A whole feed document. */
export function writeFeed(
  format: FeedFormat,
  masthead: Masthead,
  stories: readonly Story[],
): string {
  switch (format) {
    case "rss":
      return writeRss(masthead, stories, true);
    case "rss-summary":
      return writeRss(masthead, stories, false);
    case "atom":
      return writeAtom(masthead, stories);
    case "rdf":
      return writeRdf(masthead, stories);
    case "json":
      return writeJsonFeed(masthead, stories);
  }
}
