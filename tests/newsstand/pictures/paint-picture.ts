import { Random } from "../random.ts";
import { encodePng } from "./encode-png.ts";
import { paintRaster } from "./raster-scenes.ts";
import { sceneNames } from "./scenes.ts";
import type { SceneName } from "./scenes.ts";
import { drawScene } from "./vector-scenes.ts";

/** A picture's name: what it shows, which one of them, and how it is made. */
export interface PictureName {
  readonly scene: SceneName;
  readonly number: string;
  readonly extension: "png" | "svg";
}

export interface Picture {
  readonly contentType: string;
  readonly body: Uint8Array;
}

/** The picture that a path names (`/pictures/harbour-17.png`), or null. */
export function findPicture(path: string): PictureName | null {
  const [, name, number, extension] =
    /^\/pictures\/([a-z]+)-(\d{1,6})\.(png|svg)$/.exec(path) ?? [];
  const scene = sceneNames.find((candidate) => candidate === name);
  if (scene === undefined || number === undefined) return null;
  return { scene, number, extension: extension === "svg" ? "svg" : "png" };
}

/** Makes a picture, the same for the same name, and keeps it for as long as the process lives. */
export function paintPicture({ scene, number, extension }: PictureName): Picture {
  const key = `${scene}-${number}.${extension}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const random = new Random(key);
  const picture =
    extension === "svg"
      ? { contentType: "image/svg+xml", body: Buffer.from(drawScene(scene, random)) }
      : { contentType: "image/png", body: paintPng(scene, random) };
  made.set(key, picture);
  return picture;
}

function paintPng(scene: SceneName, random: Random): Buffer {
  const { width, height, pixels } = paintRaster(scene, random);
  return encodePng(width, height, pixels);
}

const made = new Map<string, Picture>();
