import type { Story } from "../types.ts";
import type { Masthead } from "./write-feed.ts";

/** JSON Feed 1.1. */
export function writeJsonFeed(masthead: Masthead, stories: readonly Story[]): string {
  return JSON.stringify(
    {
      version: "https://jsonfeed.org/version/1.1",
      title: masthead.title,
      home_page_url: masthead.siteAddress,
      feed_url: masthead.feedAddress,
      description: masthead.description,
      icon: masthead.iconAddress,
      language: masthead.language,
      items: stories.map((story) => ({
        id: story.id,
        url: story.address,
        title: story.headline,
        summary: story.standfirst,
        content_html: story.html,
        date_published: new Date(story.published).toISOString(),
        ...(story.updated > story.published
          ? { date_modified: new Date(story.updated).toISOString() }
          : {}),
        authors: [{ name: story.author }],
        tags: [story.section, ...story.tags],
        ...(story.pictures[0] === undefined ? {} : { image: story.pictures[0].address }),
      })),
    },
    null,
    1,
  );
}
