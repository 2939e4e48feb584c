import type { Story } from "../types.ts";
import { cdata, escapeMarkup } from "./markup.ts";
import type { Masthead } from "./write-feed.ts";

/** RSS 2.0, with `content:encoded` when `full`. */
export function writeRss(masthead: Masthead, stories: readonly Story[], full: boolean): string {
  const newest = stories[0]?.published ?? 0;
  return `<?xml version="1.0" encoding="${masthead.charset}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>${escapeMarkup(masthead.title)}</title>
<link>${escapeMarkup(masthead.siteAddress)}</link>
<description>${escapeMarkup(masthead.description)}</description>
<language>${masthead.language}</language>
<lastBuildDate>${new Date(newest).toUTCString()}</lastBuildDate>
<atom:link href="${escapeMarkup(masthead.feedAddress)}" rel="self" type="application/rss+xml"/>
<image><url>${escapeMarkup(masthead.iconAddress)}</url><title>${escapeMarkup(masthead.title)}</title><link>${escapeMarkup(masthead.siteAddress)}</link></image>
${stories.map((story) => writeItem(story, full)).join("\n")}
</channel>
</rss>
`;
}

function writeItem(story: Story, full: boolean): string {
  const lead = story.pictures[0];
  return [
    "<item>",
    `<title>${escapeMarkup(story.headline)}</title>`,
    `<link>${escapeMarkup(story.address)}</link>`,
    `<guid isPermaLink="false">${escapeMarkup(story.id)}</guid>`,
    `<pubDate>${new Date(story.published).toUTCString()}</pubDate>`,
    `<dc:creator>${escapeMarkup(story.author)}</dc:creator>`,
    ...[story.section, ...story.tags].map((tag) => `<category>${escapeMarkup(tag)}</category>`),
    `<description>${escapeMarkup(story.standfirst)}</description>`,
    ...(full ? [`<content:encoded>${cdata(story.html)}</content:encoded>`] : []),
    ...(lead === undefined
      ? []
      : [
          `<media:content url="${escapeMarkup(lead.address)}" medium="image" width="${lead.width}" height="${lead.height}"><media:description>${escapeMarkup(lead.caption)}</media:description><media:credit>${escapeMarkup(lead.credit)}</media:credit></media:content>`,
        ]),
    "</item>",
  ].join("\n");
}
