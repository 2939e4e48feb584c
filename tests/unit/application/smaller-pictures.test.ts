import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import type {
  MadePicture,
  PictureWish,
  PictureWorkshop,
} from "../../../main/application/application.ts";
import { movingPicture } from "../../e2e/moving-picture.ts";
import { idleWorkshop } from "./idle-workshop.ts";
import { serveSite } from "./serve-site.ts";
import { startApplication, type RunningApplication } from "./start-application.ts";

/** A photo as far as its first bytes tell, of so many bytes in all. */
function photo(width: number, height: number, length: number): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 1, 0x22, 0, 2, 17, 1, 3, 17, 1]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const start = Buffer.from("\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0", "latin1");
  const known = Buffer.concat([start, frame]);
  return Buffer.concat([known, Buffer.alloc(length - known.length, 7)]);
}

/** What the workshop makes, as far as its first bytes tell. */
function made(width: number, height: number, length: number): MadePicture {
  const bytes = Buffer.alloc(length);
  bytes.write("RIFF\x16\0\0\0WEBPVP8X", "latin1");
  bytes.writeUIntLE(width - 1, 24, 3);
  bytes.writeUIntLE(height - 1, 27, 3);
  return { bytes, width, height };
}

const small = made(252, 168, 4000);
const nameOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** An article with each of these pictures, kept by a program with that workshop. */
async function keep(
  pictureWorkshop: PictureWorkshop,
  pictures: readonly Uint8Array[],
): Promise<RunningApplication> {
  const site = await serveSite((request, response) => {
    const picture = pictures[Number(request.url?.slice(1))];
    if (picture !== undefined) response.end(picture);
    else {
      const items = pictures.map(
        (_, at) =>
          `<item><guid>${at}</guid><title>Article ${at}</title><pubDate>${new Date(Date.UTC(2026, 5, 9 - at)).toUTCString()}</pubDate><description>&lt;p&gt;Words&lt;/p&gt;&lt;img src="/${at}"&gt;</description></item>`,
      );
      response.end(
        `<rss version="2.0"><channel><title>Site</title>${items.join("")}</channel></rss>`,
      );
    }
  });
  const running = await startApplication({ pictureWorkshop });
  await running.application.followOutline(
    `<opml version="2.0"><body><outline type="rss" xmlUrl="${site}/feed"/></body></opml>`,
  );
  await expect
    .poll(async () => (await running.ask("sources.list", {})).total, { timeout: 20_000 })
    .toBe(pictures.length);
  await running.settled();
  return running;
}

/** What became of the article at a place of the list. */
async function shown(running: RunningApplication, at: number) {
  const { timelineId } = await running.ask("timeline.open", {
    scope: { kind: "all" },
    filter: "all",
    order: "newest",
  });
  const { rows } = await running.ask("timeline.page", { timelineId, offset: at, limit: 1 });
  const [row] = rows;
  if (row === undefined || row === null) throw new Error("the article is not listed");
  const { pictures } = await running.ask("article.open", { articleId: row.id });
  return { row, picture: pictures[0] };
}

it("stores what the workshop made, and its small one for lists", async () => {
  const shrunk = made(1600, 1000, 90_000);
  const running = await keep(
    {
      ...idleWorkshop,
      shrink: () => Promise.resolve(shrunk),
      thumbnail: () => Promise.resolve(small),
    },
    [photo(3200, 2000, 900_000)],
  );
  const { row, picture } = await shown(running, 0);
  expect(picture).toMatchObject({ width: 1600, height: 1000, failure: null });
  expect(picture?.media).toBe(`${nameOf(shrunk.bytes)}.webp`);
  expect(row).toMatchObject({ thumbnail: `${nameOf(small.bytes)}.webp`, offline: "complete" });
  const path = await running.library.pictures.path(row.thumbnail ?? ("" as never));
  expect(await readFile(path ?? "")).toEqual(small.bytes);
});

it.each<[string, PictureWorkshop["shrink"]]>([
  ["cannot", () => Promise.resolve(null)],
  ["makes it larger", () => Promise.resolve(made(1600, 1000, 900_001))],
  ["hands back something else", () => Promise.resolve({ ...small, bytes: Buffer.from("<p>") })],
])("stores a picture as it came when the workshop %s", async (_message, shrink) => {
  const original = photo(3200, 2000, 900_000);
  const running = await keep({ ...idleWorkshop, shrink }, [original]);
  const { row, picture } = await shown(running, 0);
  expect(picture).toMatchObject({ media: `${nameOf(original)}.jpg`, width: 3200, height: 2000 });
  expect(row).toMatchObject({ thumbnail: `${nameOf(original)}.jpg`, offline: "complete" });
});

it("says of a picture that nobody can show that it could not be read", async () => {
  const running = await keep({ ...idleWorkshop, shrink: () => Promise.resolve("undecodable") }, [
    photo(3200, 2000, 900_000),
  ]);
  const { row, picture } = await shown(running, 0);
  expect(picture).toMatchObject({ media: null, failure: "unreadable-file" });
  expect(row.offline).toBe("failed");
});

it("asks for nothing where nothing would be saved, and for a still of what moves", async () => {
  const asked: string[] = [];
  const pictures = [
    photo(1600, 1000, 499_000),
    photo(200, 100, 9000),
    movingPicture(2000, 900),
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="4000" height="3000"><g/></svg>`),
    photo(1200, 5000, 501_000),
  ];
  const note =
    (what: string) =>
    ({ bytes }: PictureWish): Promise<null> => {
      asked.push(`${what} ${pictures.findIndex((one) => one.length === bytes.length)}`);
      return Promise.resolve(null);
    };
  await keep({ ...idleWorkshop, shrink: note("shrink"), thumbnail: note("thumbnail") }, pictures);
  expect(asked.sort()).toEqual(["shrink 4", "thumbnail 0", "thumbnail 2", "thumbnail 4"]);
});

it("makes a picture once though several articles show it", async () => {
  let count = 0;
  const workshop = {
    ...idleWorkshop,
    thumbnail: () => {
      count += 1;
      return Promise.resolve(small);
    },
  };
  const one = photo(1000, 800, 90_000);
  const site = await serveSite((request, response) => {
    if (request.url === "/one") response.end(one);
    else {
      const item = (guid: string) =>
        `<item><guid>${guid}</guid><title>${guid}</title><description>&lt;p&gt;Words&lt;/p&gt;&lt;img src="/one"&gt;</description></item>`;
      response.end(
        `<rss version="2.0"><channel><title>S</title>${item("a")}${item("b")}</channel></rss>`,
      );
    }
  });
  const running = await startApplication({ pictureWorkshop: workshop });
  await running.application.followOutline(
    `<opml version="2.0"><body><outline type="rss" xmlUrl="${site}/feed"/></body></opml>`,
  );
  await expect
    .poll(async () => (await running.ask("sources.list", {})).total, { timeout: 20_000 })
    .toBe(2);
  await running.settled();
  for (const at of [0, 1])
    expect((await shown(running, at)).row.thumbnail).toBe(`${nameOf(small.bytes)}.webp`);
  expect(count).toBe(1);
});
