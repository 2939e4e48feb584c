import { escapeMarkup } from "../feeds/markup.ts";
import type { NewsstandPublisher } from "../publisher.ts";
import { writePage } from "./page-frame.ts";

/** The publisher's front page: its feed is announced in the head. */
export function writeHomePage(publisher: NewsstandPublisher): string {
  const teasers = publisher.stories.map((story) => {
    const lead = story.pictures[0];
    const image = lead === undefined ? "" : `<img src="${lead.address}" alt="" loading="lazy">`;
    return `<article>${image}<h2><a href="${story.address}">${escapeMarkup(story.headline)}</a></h2>
<p>${escapeMarkup(story.standfirst)}</p></article>`;
  });
  return writePage(
    publisher,
    publisher.title,
    `<meta name="description" content="${escapeMarkup(publisher.description)}">`,
    `<main>${teasers.join("\n")}</main>`,
  );
}
