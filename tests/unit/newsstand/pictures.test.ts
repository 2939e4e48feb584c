import { imageSize } from "image-size";
import { expect, test } from "vitest";
import { encodePng } from "../../newsstand/pictures/encode-png.ts";
import { findPicture, paintPicture } from "../../newsstand/pictures/paint-picture.ts";
import { sceneNames } from "../../newsstand/pictures/scenes.ts";

test.each(sceneNames)("%s is painted and drawn", (scene) => {
  const png = paintPicture({ scene, number: "3", extension: "png" });
  expect(imageSize(png.body)).toMatchObject({ width: 1200, height: 800, type: "png" });
  expect(png.body.length).toBeLessThan(400_000);
  const svg = Buffer.from(paintPicture({ scene, number: "3", extension: "svg" }).body).toString();
  expect(svg).toMatch(/^<svg .*<\/svg>$/s);
  expect(svg).not.toMatch(/NaN|undefined|\[object/);
});

test("the same name gives the same picture, another number another", () => {
  const name = { scene: "mountains", extension: "svg" } as const;
  const first = paintPicture({ ...name, number: "1" }).body;
  expect(paintPicture({ ...name, number: "1" }).body).toEqual(first);
  expect(paintPicture({ ...name, number: "2" }).body).not.toEqual(first);
});

test("only addresses of pictures name pictures", () => {
  expect(findPicture("/pictures/harbour-17.png")).toEqual({
    scene: "harbour",
    number: "17",
    extension: "png",
  });
  expect(findPicture("/pictures/volcano-17.png")).toBeNull();
  expect(findPicture("/pictures/harbour-17.gif")).toBeNull();
});

test("PNG files have the signature and a checksum for each chunk", () => {
  const file = encodePng(1, 1, new Uint8ClampedArray([255, 0, 0]));
  expect(file.subarray(1, 4).toString()).toBe("PNG");
  // The end chunk never changes, so its checksum is known.
  expect(file.subarray(-4).toString("hex")).toBe("ae426082");
});
