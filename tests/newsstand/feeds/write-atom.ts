import type { Story } from "../types.ts";
import { escapeMarkup } from "./markup.ts";
import type { Masthead } from "./write-feed.ts";

/** Atom 1.0 with full texts. */
export function writeAtom(masthead: Masthead, stories: readonly Story[]): string {
  const updated = Math.max(0, ...stories.map((story) => story.updated));
  return `<?xml version="1.0" encoding="${masthead.charset}"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${masthead.language}">
<title>${escapeMarkup(masthead.title)}</title>
<subtitle>${escapeMarkup(masthead.description)}</subtitle>
<id>${escapeMarkup(masthead.siteAddress)}</id>
<link rel="alternate" type="text/html" href="${escapeMarkup(masthead.siteAddress)}"/>
<link rel="self" type="application/atom+xml" href="${escapeMarkup(masthead.feedAddress)}"/>
<icon>${escapeMarkup(masthead.iconAddress)}</icon>
<updated>${new Date(updated).toISOString()}</updated>
${stories.map(writeEntry).join("\n")}
</feed>
`;
}

function writeEntry(story: Story): string {
  return [
    "<entry>",
    `<title type="html">${escapeMarkup(escapeMarkup(story.headline))}</title>`,
    `<id>${escapeMarkup(story.id)}</id>`,
    `<link rel="alternate" type="text/html" href="${escapeMarkup(story.address)}"/>`,
    `<published>${new Date(story.published).toISOString()}</published>`,
    `<updated>${new Date(story.updated).toISOString()}</updated>`,
    `<author><name>${escapeMarkup(story.author)}</name></author>`,
    ...[story.section, ...story.tags].map((tag) => `<category term="${escapeMarkup(tag)}"/>`),
    `<summary>${escapeMarkup(story.standfirst)}</summary>`,
    `<content type="html">${escapeMarkup(story.html)}</content>`,
    "</entry>",
  ].join("\n");
}
