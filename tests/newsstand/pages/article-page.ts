import { escapeMarkup } from "../feeds/markup.ts";
import type { NewsstandPublisher } from "../publisher.ts";
import type { Story } from "../types.ts";
import { writePage } from "./page-frame.ts";

/** A story's page: the full text with everything around it that a real site has. */
export function writeArticlePage(publisher: NewsstandPublisher, story: Story): string {
  const lead = story.pictures[0];
  const published = new Date(story.published).toISOString();
  const head = [
    `<link rel="canonical" href="${story.address}">`,
    `<meta name="description" content="${escapeMarkup(story.standfirst)}">`,
    `<meta property="og:type" content="article">`,
    `<meta property="og:title" content="${escapeMarkup(story.headline)}">`,
    `<meta property="og:site_name" content="${escapeMarkup(publisher.title)}">`,
    `<meta property="article:published_time" content="${published}">`,
    ...(lead === undefined ? [] : [`<meta property="og:image" content="${lead.address}">`]),
    `<script type="application/ld+json">${describeStory(publisher, story)}</script>`,
  ].join("\n");
  const others = publisher.stories.filter((other) => other.id !== story.id).slice(0, 4);
  const main = `<main><article>
<p class="byline">${escapeMarkup(story.section)}</p>
<h1>${escapeMarkup(story.headline)}</h1>
<p class="standfirst"><strong>${escapeMarkup(story.standfirst)}</strong></p>
<p class="byline">${publisher.language.startsWith("en") ? "By " : ""}<span rel="author">${escapeMarkup(story.author)}</span> · <time datetime="${published}">${published.slice(0, 16).replace("T", " ")}</time></p>
${story.html}
</article>
<aside class="newsletter"><h3>The morning letter</h3><p>Six stories before breakfast, by our editors. <a href="/#newsletter">Sign up</a></p></aside>
<aside class="related"><h3>Read next</h3><ul>
${others.map((other) => `<li><a href="${other.address}">${escapeMarkup(other.headline)}</a></li>`).join("\n")}
</ul></aside></main>`;
  return writePage(publisher, `${story.headline} | ${publisher.title}`, head, main);
}

function describeStory(publisher: NewsstandPublisher, story: Story): string {
  return JSON.stringify({
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: story.headline,
    description: story.standfirst,
    datePublished: new Date(story.published).toISOString(),
    dateModified: new Date(story.updated).toISOString(),
    articleSection: story.section,
    inLanguage: publisher.language,
    author: { "@type": "Person", name: story.author },
    publisher: { "@type": "NewsMediaOrganization", name: publisher.title },
    image: story.pictures.map((picture) => picture.address),
  }).replaceAll("<", "\\u003c");
}
