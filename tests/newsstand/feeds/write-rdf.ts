import type { Story } from "../types.ts";
import { cdata, escapeMarkup } from "./markup.ts";
import type { Masthead } from "./write-feed.ts";

/** RSS 1.0 (RDF), items beside the channel. */
export function writeRdf(masthead: Masthead, stories: readonly Story[]): string {
  return `<?xml version="1.0" encoding="${masthead.charset}"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="${escapeMarkup(masthead.feedAddress)}">
<title>${escapeMarkup(masthead.title)}</title>
<link>${escapeMarkup(masthead.siteAddress)}</link>
<description>${escapeMarkup(masthead.description)}</description>
<dc:language>${masthead.language}</dc:language>
<sy:updatePeriod>hourly</sy:updatePeriod>
<sy:updateFrequency>1</sy:updateFrequency>
<items><rdf:Seq>
${stories.map((story) => `<rdf:li rdf:resource="${escapeMarkup(story.address)}"/>`).join("\n")}
</rdf:Seq></items>
</channel>
${stories.map(writeItem).join("\n")}
</rdf:RDF>
`;
}

function writeItem(story: Story): string {
  return [
    `<item rdf:about="${escapeMarkup(story.address)}">`,
    `<title>${escapeMarkup(story.headline)}</title>`,
    `<link>${escapeMarkup(story.address)}</link>`,
    `<description>${escapeMarkup(story.standfirst)}</description>`,
    `<dc:date>${new Date(story.published).toISOString()}</dc:date>`,
    `<dc:creator>${escapeMarkup(story.author)}</dc:creator>`,
    `<dc:subject>${escapeMarkup(story.section)}</dc:subject>`,
    `<content:encoded>${cdata(story.html)}</content:encoded>`,
    "</item>",
  ].join("\n");
}
