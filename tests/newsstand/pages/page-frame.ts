import { escapeMarkup } from "../feeds/markup.ts";
import { mediaTypes } from "../feeds/write-feed.ts";
import { writeIconLinks } from "../pictures/icon-style.ts";
import type { NewsstandPublisher } from "../publisher.ts";

/** A page of a publisher's site: head, navigation and foot around a main part. */
export function writePage(
  publisher: NewsstandPublisher,
  title: string,
  head: string,
  main: string,
): string {
  const { profile, language } = publisher;
  const direction = language.startsWith("ar") ? "rtl" : "ltr";
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
${writeIconLinks(profile)}
<link rel="alternate" type="${mediaTypes[publisher.format]}" title="${escapeMarkup(publisher.title)}" href="${publisher.feedPath}">
${head}
<style>
body { margin: 0; font: 18px/1.6 Georgia, "Noto Serif", serif; color: #1c1b19; background: #fbfaf7 }
header.site { border-bottom: 4px double ${profile.colour}; text-align: center; padding: 1.4rem }
header.site a { color: ${profile.colour}; font-size: 2.2rem; font-weight: 700; text-decoration: none }
nav { text-align: center; padding: .5rem; font: 14px/1.5 "Helvetica Neue", Arial, sans-serif; border-bottom: 1px solid #ddd }
nav a { color: inherit; margin: 0 .6rem; text-decoration: none }
main, footer { max-width: 42rem; margin: 2rem auto; padding: 0 1rem }
img { max-width: 100%; height: auto } figure { margin: 1.5rem 0 } figcaption, footer, .byline { font-size: .85rem; color: #6a665f }
h1 { line-height: 1.15 } aside { border-top: 1px solid #ddd; margin-top: 2rem } main a { color: ${profile.colour} }
</style>
</head>
<body>
<header class="site"><a href="/">${escapeMarkup(publisher.title)}</a></header>
<nav>${sections.map((name) => `<a href="/#${name.toLowerCase()}">${name}</a>`).join("")}<a href="${publisher.feedPath}">RSS</a></nav>
${main}
<footer><p>© ${escapeMarkup(publisher.title)}, ${escapeMarkup(profile.city)}. All rights reserved.</p>
<p><a href="/#about">About us</a> · <a href="/#contact">Contact the newsroom</a> · <a href="/#privacy">Privacy</a> · <a href="/#subscribe">Subscribe from 2.90 a week</a></p></footer>
</body>
</html>
`;
}

const sections: readonly string[] = [
  "World",
  "Politics",
  "Business",
  "Science",
  "Culture",
  "Sport",
];
