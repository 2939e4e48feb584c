/** What the picture workshop's page can reach, also when a picture has taken it over. */
import { beforeEach, expect, test } from "vitest";
import type { Session } from "electron";
import { serveWorkshop } from "../../../main/electron/workshop-protocol.ts";

type Filter = (details: { url: string }, callback: (answer: { cancel: boolean }) => void) => void;
type Handler = (request: Request) => Promise<Response>;

let filter: Filter;
let handler: Handler;
let taken: { id: number; length: number }[];

beforeEach(() => {
  taken = [];
  const session = {
    webRequest: { onBeforeRequest: (given: Filter) => (filter = given) },
    protocol: { handle: (_: string, given: Handler) => (handler = given) },
  };
  serveWorkshop(session as unknown as Session, "/nowhere", {
    desk: () => ({ id: 7, bytes: new Uint8Array([1, 2, 3, 4]), sliceLength: 3 }),
    take: (id, bytes) => taken.push({ id, length: bytes.length }),
  });
});

const ask = (address: string, body?: Uint8Array<ArrayBuffer> | ReadableStream): Promise<Response> =>
  handler(
    new Request(address, { ...(body !== undefined && { method: "POST", body, duplex: "half" }) }),
  );

test.each([
  ["app://workshop/picture/7", false],
  ["blob:app://workshop/1", false],
  ["app://broadsheet/index.html", true],
  ["https://news.example/", true],
  ["ws://127.0.0.1/", true],
  ["file:///etc/passwd", true],
  ["data:text/plain,x", true],
])("%s is cancelled: %s", (url, isCancelled) => {
  let answer: boolean | null = null;
  filter({ url }, ({ cancel }) => (answer = cancel));
  expect(answer).toBe(isCancelled);
});

test("the picture of the moment is handed out in slices, and no other", async () => {
  const slice = await ask("app://workshop/picture/7?from=2");
  expect([...new Uint8Array(await slice.arrayBuffer())]).toEqual([3, 4]);
  for (const address of [
    "app://workshop/picture/6?from=0",
    "app://workshop/picture/7",
    "app://workshop/index.html",
    "app://workshop/assets/../../main/index.js",
    "app://broadsheet/index.html",
  ])
    expect((await ask(address)).status, address).toBe(404);
});

test("what was made is taken, and of what is too large no more than that is taken in", async () => {
  expect((await ask("app://workshop/made/7", new Uint8Array(20))).status).toBe(204);
  expect(taken).toEqual([{ id: 7, length: 20 }]);
  let given = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      given += 1;
      if (given > 100) controller.close();
      else controller.enqueue(new Uint8Array(1_000_000));
    },
  });
  expect((await ask("app://workshop/made/7", endless)).status).toBe(413);
  expect(given).toBeLessThan(20);
  expect(taken).toHaveLength(1);
});
