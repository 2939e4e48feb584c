import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Disk } from "../../../main/library/files/disk.ts";
import { newRecord } from "../../../main/library/editions/incoming-record.ts";
import {
  decodeFrame,
  encodeFrame,
  frameLength,
  type Frame,
} from "../../../main/library/editions/frame.ts";
import { Pack } from "../../../main/library/editions/pack.ts";
import { packText } from "../../../main/offline/pack-text.ts";
import type { ArticleId, FeedId } from "../../../preload/contract/contract.ts";
import { firstFrame } from "./first-frame.ts";
import { noon, sampleArticle, temporaryFolder } from "./samples.ts";

type Told = Pick<Frame, "record" | "html">;

function frameOf(number: number): Told {
  const facts = { id: `1-${number}` as ArticleId, feedId: 1 as FeedId, keys: [], arrived: noon };
  return {
    record: newRecord(sampleArticle(`${number}`), facts),
    html: `<p>Text ${number} 朝日</p>`,
  };
}

/** Two frames as they are written now, with one of version 1 between them. */
const bytesOf = (frames: readonly Told[]): Promise<Buffer[]> =>
  Promise.all(
    frames.map(async (frame, at) =>
      at === 1
        ? firstFrame(frame)
        : encodeFrame({ record: frame.record, body: packText(frame.html) }),
    ),
  );

async function packOfThree() {
  const path = join(await temporaryFolder(), "bodies.pack");
  const pack = new Pack(new Disk(), path);
  const frames = [1, 2, 3].map(frameOf);
  const ranges = await pack.append(await bytesOf(frames));
  return { path, pack, frames, ranges };
}

test("frames come back from their places", async () => {
  const { pack, frames, ranges } = await packOfThree();
  expect(await Promise.all(ranges.map((range) => pack.read(range)))).toMatchObject(frames);
});

test("a frame is not read from another place, another length, or a lost file", async () => {
  const { path, pack, ranges } = await packOfThree();
  const [first] = ranges;
  if (first === undefined) throw new Error("three frames");
  const { offset, length } = first;
  expect(await pack.read({ offset: offset + 1, length })).toBeNull();
  expect(await pack.read({ offset, length: length + 1 })).toBeNull();
  expect(await pack.read({ offset, length: 10_000_000 })).toBeNull();
  await rm(path);
  expect(await pack.read(first)).toBeNull();
});

test("every flipped bit is noticed, whichever the version", async () => {
  for (const bytes of (await bytesOf([1, 2].map(frameOf))).values()) {
    expect(await decodeFrame(bytes)).not.toBeNull();
    for (let at = 0; at < bytes.length; at++) {
      const damaged = Buffer.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 4;
      expect(await decodeFrame(damaged), `byte ${at}`).toBeNull();
    }
  }
});

test("an article without a text, and one with very much to say of itself, come back too", async () => {
  const { record } = frameOf(1);
  const tags = Array.from({ length: 9000 }, (_, number) => `tag ${number}`);
  for (const frame of [
    { record, html: "" },
    { record: { ...record, tags }, html: "<p>Text</p>" },
  ]) {
    const bytes = await encodeFrame({ record: frame.record, body: packText(frame.html) });
    expect(await decodeFrame(bytes)).toMatchObject({ ...frame, page: null });
  }
});

test("a frame whose parts are no record and no text is none, although its checksum is right", async () => {
  const { record } = frameOf(1);
  const bytes = await encodeFrame({ record, body: Buffer.from("this is not compressed") });
  expect(frameLength(bytes, 0)).toBe(bytes.length);
  expect(await decodeFrame(bytes)).toBeNull();
  expect(await decodeFrame(firstFrame({ record: {}, html: "" } as Frame))).toBeNull();
});

test("good frames are found around damage, zeros and half frames", async () => {
  const { path, frames, ranges } = await packOfThree();
  const bytes = await readFile(path);
  const [first, second, third] = ranges.map(({ offset, length }) =>
    bytes.subarray(offset, offset + length),
  );
  if (first === undefined || second === undefined || third === undefined) throw new Error("three");
  // Magic and zeros: frames of no length, of which version 1's checksum would be right.
  const hollow = [1, 2].map((version) =>
    Buffer.concat([Buffer.from(`BSF${version}`), Buffer.alloc(12)]),
  );
  const broken = Buffer.from(second);
  broken[20] = (broken[20] ?? 0) ^ 1;
  const mess = [
    ...hollow,
    first,
    Buffer.alloc(30),
    broken,
    second.subarray(0, 40),
    third,
    first.subarray(0, 9),
  ];
  await writeFile(path, Buffer.concat(mess));
  const found = await new Pack(new Disk(), path).findFrames();
  expect(await Promise.all(found.map((frame) => decodeFrame(frame.bytes)))).toMatchObject([
    frames[0],
    frames[2],
  ]);
});
