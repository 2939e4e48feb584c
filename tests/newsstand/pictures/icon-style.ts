import type { IconStyle, TitleProfile } from "../titles.ts";

const styles: readonly IconStyle[] = ["drawing", "touch", "glyph", "drawing", "manifest", "none"];

/** How the publisher at a place among all goes about its icon. */
export function iconStyleAt(index: number): IconStyle {
  return styles[index % styles.length] ?? "drawing";
}

/** What the head of each page says of it. */
export function writeIconLinks({ icon = "drawing" }: TitleProfile): string {
  switch (icon) {
    case "drawing":
      return `<link rel="icon" type="image/svg+xml" href="/icon.svg">`;
    case "touch":
      return `<link rel="shortcut icon" href="/favicon.ico"><link rel="apple-touch-icon" href="/apple-touch-icon.png">`;
    case "glyph":
      return `<link rel="icon" type="image/svg+xml" href="/glyph.svg">
<link rel="icon" type="image/svg+xml" href="/glyph-dark.svg" media="(prefers-color-scheme: dark)">`;
    case "manifest":
      return `<link rel="manifest" href="/site.webmanifest">`;
    case "none":
      return "";
  }
}

/** The web app manifest of those who have one. */
export function writeManifest({ title }: TitleProfile): string {
  return JSON.stringify({
    name: title,
    icons: [
      { src: "/apple-touch-icon.png", sizes: "192x192", type: "image/png", purpose: "maskable" },
      { src: "/icon.png", sizes: "96x96", type: "image/png" },
    ],
  });
}
