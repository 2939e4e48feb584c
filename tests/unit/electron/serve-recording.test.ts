import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rangeOf, serveRecording } from "../../../main/electron/serve-recording.ts";

const size = 5_000_000;
const bytes = Buffer.alloc(size).map((_, at) => at % 251);
let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "broadsheet-recording-"));
  path = join(folder, "sound.mp3");
  await writeFile(path, bytes);
});
afterAll(() => rm(folder, { recursive: true }));

const ask = (range: string | null, method = "GET"): Promise<Response> =>
  serveRecording(
    new Request("https://broadsheet.invalid/recordings/sound.mp3", {
      method,
      ...(range !== null && { headers: { range } }),
    }),
    path,
  );

describe("a range", () => {
  it.each([
    [null, null],
    ["bytes=0-", { first: 0, last: size - 1 }],
    ["bytes=100-199", { first: 100, last: 199 }],
    ["bytes=100-99999999", { first: 100, last: size - 1 }],
    ["bytes=-10", { first: size - 10, last: size - 1 }],
    ["bytes=-99999999", { first: 0, last: size - 1 }],
    [`bytes=${size}-`, "unsatisfiable"],
    ["bytes=-0", "unsatisfiable"],
    ["bytes=20-10", null],
    ["bytes=0-1,5-6", null],
    ["bytes=-", null],
    ["lines=1-2", null],
  ])("%s", (header, expected) => {
    expect(rangeOf(header, size)).toEqual(expected);
  });
});

describe("an answer", () => {
  it("holds the bytes that were asked for, and says which they are", async () => {
    const response = await ask("bytes=1000-1999");
    expect(response.status).toBe(206);
    expect(response.headers.get("content-range")).toBe(`bytes 1000-1999/${size}`);
    expect(response.headers.get("content-type")).toBe("audio/mpeg");
    expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes.subarray(1000, 2000));
  });

  it("is a piece where more was asked for, and all pieces together are the file", async () => {
    const pieces: Buffer[] = [];
    for (let at = 0; at < size;) {
      const response = await ask(`bytes=${at}-`);
      expect(response.status).toBe(206);
      const piece = Buffer.from(await response.arrayBuffer());
      expect(response.headers.get("content-range")).toBe(
        `bytes ${at}-${at + piece.length - 1}/${size}`,
      );
      pieces.push(piece);
      at += piece.length;
    }
    expect(pieces.length).toBeGreaterThan(1);
    expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
  });

  it("says how large it is without a body, and that there is nothing beyond the end", async () => {
    const head = await ask(null, "HEAD");
    expect(head.headers.get("content-length")).toBe(String(size));
    expect((await head.arrayBuffer()).byteLength).toBe(0);
    const beyond = await ask(`bytes=${size}-`);
    expect(beyond.status).toBe(416);
    expect(beyond.headers.get("content-range")).toBe(`bytes */${size}`);
  });
});
