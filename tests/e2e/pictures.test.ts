import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { movingPicture } from "./moving-picture.ts";
import { lyingDown, paint } from "./sample-pictures.ts";

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="1000"><rect width="2000" height="1000" fill="green"/></svg>`;

/** Colour and opacity of a shown picture at a place, each part 0 to 255. */
const colourAt = (page: Page, source: string, x: number, y: number): Promise<number[]> =>
  page.evaluate(
    async ([address, across, down]) => {
      const answer = await fetch(address);
      const bitmap = await createImageBitmap(await answer.blob());
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
      context?.drawImage(bitmap, 0, 0);
      const pixel = context?.getImageData(bitmap.width * across, bitmap.height * down, 1, 1);
      return Array.from(pixel?.data ?? []);
    },
    [source, x, y] as const,
  );

async function mediaOf(dataFolder: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  const folder = join(dataFolder, "library", "media");
  for (const name of await readdir(folder, { recursive: true }))
    if (/\.\w+$/.test(name)) files.set(name.slice(3), await readFile(join(folder, name)));
  return files;
}

test("large pictures are kept smaller, upright and clear; what moves and drawings as they came", async ({
  open,
  dataFolder,
}) => {
  const painter = await open();
  const paper = painter.reader.page;
  const [red, blue] = ["rgb(200 30 30)", "rgb(30 30 200)"];
  const halves = { left: red, right: blue };
  const jpeg = { type: "image/jpeg", ...halves } as const;
  const pictures: Readonly<Record<string, Buffer>> = {
    "photo.jpg": await paint(paper, { ...jpeg, width: 3000, height: 2000 }),
    "upright.jpg": lyingDown(await paint(paper, { ...jpeg, width: 4000, height: 2000 })),
    "glass.png": await paint(paper, {
      ...{ type: "image/png", left: "transparent", right: blue },
      ...{ width: 1800, height: 900 },
    }),
    "moving.gif": movingPicture(400, 300),
    "drawing.svg": Buffer.from(drawing),
  };
  const names = Object.keys(pictures);
  const server = createServer((request, response) => {
    const picture = pictures[request.url?.slice(1) ?? ""];
    if (picture !== undefined) response.end(picture);
    else {
      const items = names.map(
        (name, at) => `<item><guid>${name}</guid><title>About ${name}</title>
          <pubDate>${new Date(Date.UTC(2026, 9, 1, 12, 0, 60 - at)).toUTCString()}</pubDate>
          <description>&lt;p>${"Some words of it. ".repeat(60)}&lt;/p>&lt;img src="/${name}" alt="${name}">&lt;p>And more.&lt;/p></description></item>`,
      );
      response.end(
        `<rss version="2.0"><channel><title>Pictures</title>${items.join("")}</channel></rss>`,
      );
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  await painter.program.close();
  const outline = join(dataFolder, "titles.opml");
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`;
  await writeFile(
    outline,
    `<opml version="2.0"><body><outline type="rss" xmlUrl="${address}"/></body></opml>`,
  );
  const { program, reader } = await open({ arguments: ["--follow", outline] });
  const { page } = reader;
  await reader.allReady();
  server.closeAllConnections();
  server.close();

  const media = await mediaOf(dataFolder);
  const bytesOf = (source: string): number =>
    media.get(source.replace(/^.*\//, ""))?.length ?? Number.NaN;
  const shownAs = new Map<string, string>();
  for (const [name, picture] of Object.entries(pictures)) {
    await reader.rows.filter({ hasText: `About ${name}` }).click();
    await expect(reader.headline).toHaveText(`About ${name}`);
    expect(await reader.expectPicturesShown(), name).toBe(1);
    const shown = await reader.pictures.evaluate((image: HTMLImageElement) => ({
      source: image.src,
      natural: `${image.naturalWidth} × ${image.naturalHeight}`,
      said: `${image.getAttribute("width")} × ${image.getAttribute("height")}`,
    }));
    shownAs.set(name, shown.source);
    expect(shown.said, `${name}: its place is kept`).toBe(shown.natural);
    const sizes: Readonly<Record<string, string>> = {
      "photo.jpg": "1600 × 1067",
      "upright.jpg": "1600 × 3200",
      "glass.png": "1600 × 800",
      "moving.gif": "400 × 300",
      "drawing.svg": "2000 × 1000",
    };
    expect(shown.natural, name).toBe(sizes[name]);
    if (/\.(?:jpg|png)$/.test(name)) {
      expect(shown.source, name).toMatch(/\.webp$/);
      expect(bytesOf(shown.source), name).toBeLessThan(picture.length / 2);
    } else expect(bytesOf(shown.source), name).toBe(picture.length);
  }

  const isNear = (pixel: readonly number[], wanted: readonly number[]): boolean =>
    wanted.every((part, at) => Math.abs(part - (pixel[at] ?? -99)) < 30);
  const colour = (name: string, x: number, y: number): Promise<number[]> =>
    colourAt(page, shownAs.get(name) ?? "", x, y);
  const ofRed = [210, 40, 40, 255];
  const ofBlue = [40, 40, 210, 255];
  expect(isNear(await colour("photo.jpg", 0.2, 0.5), ofRed)).toBe(true);
  expect(isNear(await colour("upright.jpg", 0.5, 0.2), ofRed)).toBe(true);
  expect(isNear(await colour("upright.jpg", 0.5, 0.8), ofBlue)).toBe(true);
  expect((await colour("glass.png", 0.2, 0.5))[3]).toBe(0);
  expect(isNear(await colour("glass.png", 0.8, 0.5), ofBlue)).toBe(true);

  // The list shows small ones: a still of what moves, and the drawing itself.
  for (const name of names) {
    const image = reader.rows.filter({ hasText: `About ${name}` }).locator("img.thumbnail");
    await expect(image, name).toBeVisible();
    const { source, width, height } = await image.evaluate((one: HTMLImageElement) => ({
      source: one.src,
      width: one.naturalWidth,
      height: one.naturalHeight,
    }));
    if (name === "drawing.svg") expect(source).toBe(shownAs.get(name));
    else expect(Math.min(width, height), name).toBe(168);
  }
  expect(reader.leftTheApp).toEqual([]);
  await program.close();
});
