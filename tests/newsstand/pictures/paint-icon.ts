import { escapeMarkup } from "../feeds/markup.ts";
import { Random } from "../random.ts";
import type { TitleProfile } from "../titles.ts";
import { Canvas } from "./canvas.ts";
import { colour, mix } from "./colour.ts";
import { encodePng } from "./encode-png.ts";
import { writeManifest } from "./icon-style.ts";
import type { Picture } from "./paint-picture.ts";

/** A title's icon: its initial as SVG, an emblem in its colour as PNG; null for other paths. */
export function paintIcon(path: string, profile: TitleProfile): Picture | null {
  if (profile.icon === "none") return null;
  if (path === "/glyph.svg" || path === "/glyph-dark.svg") {
    const fill = path === "/glyph.svg" ? "#1b1a18" : "#f4f1ea";
    return { contentType: "image/svg+xml", body: Buffer.from(drawGlyph(profile, fill)) };
  }
  if (path === "/site.webmanifest" && profile.icon === "manifest") {
    return { contentType: "application/manifest+json", body: Buffer.from(writeManifest(profile)) };
  }
  if (path === "/icon.svg") {
    return { contentType: "image/svg+xml", body: Buffer.from(drawMonogram(profile)) };
  }
  if (path === "/icon.png" || path === "/favicon.ico" || path === "/apple-touch-icon.png") {
    return { contentType: "image/png", body: paintEmblem(profile) };
  }
  return null;
}

function initialOf({ title }: TitleProfile): string {
  return escapeMarkup(title.replace(/^(The|Le|La|El|Der|Die|Das) /, "").slice(0, 1));
}

/** The initial alone, on nothing. */
function drawGlyph(profile: TitleProfile, fill: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64"><text x="32" y="54" text-anchor="middle" font-family="Georgia, 'Noto Serif', serif" font-size="64" font-weight="700" fill="${fill}">${initialOf(profile)}</text></svg>`;
}

function drawMonogram(profile: TitleProfile): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64"><rect width="64" height="64" rx="12" fill="${profile.colour}"/><text x="32" y="46" text-anchor="middle" font-family="Georgia, 'Noto Serif', serif" font-size="40" font-weight="700" fill="#fdfaf3">${initialOf(profile)}</text></svg>`;
}

function paintEmblem(profile: TitleProfile): Buffer {
  const random = new Random(`icon/${profile.slug}`);
  const canvas = new Canvas(96, 96);
  const ground = colour(profile.colour);
  const paper = colour("#fdfaf3");
  canvas.gradient(0, 96, [mix(ground, paper, 0.12), ground]);
  switch (random.whole(0, 4)) {
    case 0:
      canvas.disc(48, 48, 28, paper);
      canvas.disc(60, 40, 24, ground);
      break;
    case 1:
      canvas.shape(
        [
          [48, 18],
          [80, 76],
          [16, 76],
        ],
        paper,
      );
      canvas.shape(
        [
          [48, 44],
          [64, 76],
          [32, 76],
        ],
        ground,
      );
      break;
    case 2:
      for (const [row, width] of [56, 40, 56, 28].entries()) {
        canvas.rectangle(20, 22 + row * 14, width, 8, paper);
      }
      break;
    case 3:
      canvas.disc(48, 48, 30, paper);
      canvas.rectangle(0, 44, 96, 8, ground);
      canvas.rectangle(44, 0, 8, 96, ground);
      break;
    default:
      canvas.shape(
        [
          [48, 14],
          [82, 48],
          [48, 82],
          [14, 48],
        ],
        paper,
      );
      canvas.disc(48, 48, 13, ground);
      break;
  }
  return encodePng(96, 96, canvas.pixels);
}
