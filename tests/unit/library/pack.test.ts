import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { Disk } from "../../../main/library/files/disk.ts";
import { newRecord } from "../../../main/library/editions/incoming-record.ts";
import { decodeFrame, encodeFrame, Pack, type Frame } from "../../../main/library/editions/pack.ts";
import type { ArticleId, FeedId } from "../../../preload/contract/contract.ts";
import { noon, sampleArticle, temporaryFolder } from "./samples.ts";

function frameOf(number: number): Frame {
  const facts = { id: `1-${number}` as ArticleId, feedId: 1 as FeedId, keys: [], arrived: noon };
  return {
    record: newRecord(sampleArticle(`${number}`), facts),
    html: `<p>Text ${number} 朝日</p>`,
  };
}

async function packOfThree() {
  const path = join(await temporaryFolder(), "bodies.pack");
  const pack = new Pack(new Disk(), path);
  const frames = [1, 2, 3].map(frameOf);
  const ranges = await pack.append(await Promise.all(frames.map(encodeFrame)));
  return { path, pack, frames, ranges };
}

test("frames come back from their places", async () => {
  const { pack, frames, ranges } = await packOfThree();
  expect(await Promise.all(ranges.map((range) => pack.read(range)))).toEqual(frames);
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

test("every flipped bit is noticed", async () => {
  const bytes = await encodeFrame(frameOf(1));
  for (let at = 0; at < bytes.length; at++) {
    const damaged = Buffer.from(bytes);
    damaged[at] = (damaged[at] ?? 0) ^ 4;
    expect(await decodeFrame(damaged), `byte ${at}`).toBeNull();
  }
});

test("good frames are found around damage, zeros and half frames", async () => {
  const { path, frames, ranges } = await packOfThree();
  const bytes = await readFile(path);
  const [first, second, third] = ranges.map(({ offset, length }) =>
    bytes.subarray(offset, offset + length),
  );
  if (first === undefined || second === undefined || third === undefined) throw new Error("three");
  // Magic and zeros: a frame of no length whose checksum would be right.
  const hollow = Buffer.concat([Buffer.from("BSF1"), Buffer.alloc(8)]);
  const broken = Buffer.from(second);
  broken[20] = (broken[20] ?? 0) ^ 1;
  const mess = [
    hollow,
    first,
    Buffer.alloc(30),
    broken,
    second.subarray(0, 40),
    third,
    first.subarray(0, 9),
  ];
  await writeFile(path, Buffer.concat(mess));
  const found = await new Pack(new Disk(), path).findFrames();
  expect(await Promise.all(found.map((frame) => decodeFrame(frame.bytes)))).toEqual([
    frames[0],
    frames[2],
  ]);
});
