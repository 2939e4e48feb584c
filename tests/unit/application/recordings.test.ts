import { readFile } from "node:fs/promises";
import { createHash } from "node:crypto";
import { expect, onTestFinished, test, vi } from "vitest";
import type { ArticleId, Recording } from "../../../preload/contract/contract.ts";
import { makeSound, SoundPublisher } from "../../newsstand/recordings.ts";
import { temporaryFolder } from "../library/samples.ts";
import {
  startApplication,
  type RunningApplication,
  type StartOptions,
} from "./start-application.ts";

const sounds = [1, 2, 3, 4].map((number) => ({
  name: `sound-${number}.wav`,
  bytes: makeSound(20 + number),
  headline: `Sound ${number}`,
}));

async function publish(): Promise<SoundPublisher> {
  const publisher = await SoundPublisher.start([...sounds]);
  onTestFinished(() => publisher.close());
  return publisher;
}

async function start(options: StartOptions = {}): Promise<RunningApplication> {
  const running = await startApplication(options);
  onTestFinished(() => running.stop());
  return running;
}

async function follow(running: RunningApplication, publisher: SoundPublisher): Promise<void> {
  // What a person typed may lie on their own network.
  await running.ask("sources.discover", { address: publisher.feedAddress });
  await running.ask("sources.follow", {
    feeds: [{ address: publisher.feedAddress }],
    folderId: null,
  });
  await running.settled();
}

async function ids(running: RunningApplication): Promise<ArticleId[]> {
  const { timelineId } = await running.ask("timeline.open", {
    scope: { kind: "all" },
    filter: "all",
    order: "newest",
  });
  const { rows } = await running.ask("timeline.page", { timelineId, offset: 0, limit: 50 });
  return rows.flatMap((row) => row?.id ?? []);
}

async function recordingOf(running: RunningApplication, articleId: ArticleId): Promise<Recording> {
  const { enclosures } = await running.ask("article.open", { articleId });
  const recording = enclosures[0]?.recording ?? null;
  if (recording === null) throw new Error("the article has no recording");
  return recording;
}

const becomes = (running: RunningApplication, articleId: ArticleId, state: Recording["state"]) =>
  vi.waitFor(
    async () => {
      expect(await recordingOf(running, articleId)).toMatchObject({ state });
    },
    { timeout: 10_000 },
  );

test("is fetched when a person asks, and not before; its bytes are those of the publisher", async () => {
  const publisher = await publish();
  const running = await start();
  await follow(running, publisher);
  const [first] = await ids(running);
  if (first === undefined) throw new Error("no article came");
  expect(await recordingOf(running, first)).toMatchObject({ state: "none", received: 0 });
  expect(publisher.asked).toEqual([]);
  await running.ask("recordings.keep", { articleId: first, index: 0 });
  await becomes(running, first, "kept");
  const { file } = await recordingOf(running, first);
  const path = file === null ? null : await running.library.recordings.path(file);
  const bytes = await readFile(path ?? "");
  expect(bytes.equals(sounds[0]?.bytes ?? Buffer.alloc(0))).toBe(true);
  expect(file).toBe(`${createHash("sha256").update(bytes).digest("hex")}.wav`);
  expect(publisher.asked[0]?.headers["accept-encoding"]).toBe("identity");
  const told = running.announced.filter(({ name }) => name === "recordings.progressed");
  expect(told.at(-1)?.payload).toMatchObject({ articleId: first, recording: { state: "kept" } });

  // Removed, it gives its room back; asked for again it is fetched again.
  await running.ask("recordings.remove", { articleId: first, index: 0 });
  expect(await recordingOf(running, first)).toMatchObject({ state: "none", file: null });
  await expect(readFile(path ?? "")).rejects.toThrow();
});

test("goes on after a restart where it broke off", async () => {
  const publisher = await publish();
  publisher.breaksAfter = 65_536;
  const folder = `${await temporaryFolder()}/library`;
  const clock = { now: Date.now() };
  const first = await startApplication({ folder, now: () => clock.now });
  await follow(first, publisher);
  const [id] = await ids(first);
  if (id === undefined) throw new Error("no article came");
  await first.ask("recordings.keep", { articleId: id, index: 0 });
  await becomes(first, id, "failed");
  const broken = await recordingOf(first, id);
  expect(broken.received).toBeGreaterThan(0);
  expect(broken.nextTry).toBeGreaterThan(clock.now);
  await first.stop();

  publisher.breaksAfter = Infinity;
  clock.now = (broken.nextTry ?? 0) + 1;
  const second = await start({ folder, now: () => clock.now });
  second.application.start();
  await becomes(second, id, "kept");
  const { file } = await recordingOf(second, id);
  const path = file === null ? null : await second.library.recordings.path(file);
  expect((await readFile(path ?? "")).equals(sounds[0]?.bytes ?? Buffer.alloc(0))).toBe(true);
  expect(publisher.asked).toHaveLength(2);
  expect(publisher.asked[1]?.headers.range).toBe(`bytes=${broken.received}-`);
  expect(publisher.asked[1]?.headers["if-range"]).toMatch(/^"[0-9a-f]{16}"$/);
});

test("begins anew where the publisher has another version, and mixes no bytes of the two", async () => {
  const publisher = await publish();
  publisher.breaksAfter = 65_536;
  const clock = { now: Date.now() };
  const running = await start({ now: () => clock.now });
  await follow(running, publisher);
  const [id] = await ids(running);
  if (id === undefined) throw new Error("no article came");
  await running.ask("recordings.keep", { articleId: id, index: 0 });
  await becomes(running, id, "failed");
  const other = makeSound(33);
  publisher.sounds[0] = { name: "sound-1.wav", bytes: other, headline: "Sound 1" };
  publisher.breaksAfter = Infinity;
  await running.ask("recordings.keep", { articleId: id, index: 0 });
  await becomes(running, id, "kept");
  const { file } = await recordingOf(running, id);
  const path = file === null ? null : await running.library.recordings.path(file);
  expect((await readFile(path ?? "")).equals(other)).toBe(true);
});

test("keeps no page in the place of a sound, and says why what was refused is not here", async () => {
  const publisher = await publish();
  const running = await start();
  await follow(running, publisher);
  const [first, second] = await ids(running);
  if (first === undefined || second === undefined) throw new Error("no articles came");
  publisher.isPage = true;
  await running.ask("recordings.keep", { articleId: first, index: 0 });
  await becomes(running, first, "failed");
  expect(await recordingOf(running, first)).toMatchObject({
    failure: "unreadable-file",
    nextTry: null,
    file: null,
  });
  publisher.isPage = false;
  publisher.status = 404;
  await running.ask("recordings.keep", { articleId: second, index: 0 });
  await becomes(running, second, "failed");
  expect(await recordingOf(running, second)).toMatchObject({
    failure: "http-status",
    nextTry: null,
  });
});

test("a title's rule keeps its newest, and lets go of those that newer ones replace, not of a person's own", async () => {
  const publisher = await publish();
  const running = await start();
  await follow(running, publisher);
  const [feed] = running.library.feeds.followed();
  const all = await ids(running);
  const [newest, second, third] = all;
  if (feed === undefined || newest === undefined || second === undefined || third === undefined)
    throw new Error("no articles came");
  await running.ask("recordings.keep", { articleId: third, index: 0 });
  await becomes(running, third, "kept");
  await running.ask("titles.setRecordings", { feedIds: [feed.id], newest: 2 });
  await becomes(running, newest, "kept");
  await becomes(running, second, "kept");
  await running.ask("titles.setRecordings", { feedIds: [feed.id], newest: 1 });
  await becomes(running, second, "none");
  expect(await recordingOf(running, newest)).toMatchObject({ state: "kept" });
  expect(await recordingOf(running, third)).toMatchObject({ state: "kept" });
  // What a person removed is not fetched again by the rule.
  await running.ask("recordings.remove", { articleId: newest, index: 0 });
  await running.ask("titles.setRecordings", { feedIds: [feed.id], newest: 3 });
  await becomes(running, second, "kept");
  expect(await recordingOf(running, newest)).toMatchObject({ state: "none" });
});

test("remembers where a person stopped, over a restart", async () => {
  const publisher = await publish();
  const folder = `${await temporaryFolder()}/library`;
  const first = await startApplication({ folder });
  await follow(first, publisher);
  const [id] = await ids(first);
  if (id === undefined) throw new Error("no article came");
  await first.ask("recordings.keep", { articleId: id, index: 0 });
  await becomes(first, id, "kept");
  const place = { articleId: id, index: 0, seconds: 12.5, duration: 21 };
  await first.ask("recordings.rememberPosition", place);
  await first.stop();
  const second = await start({ folder });
  expect(await recordingOf(second, id)).toMatchObject({
    state: "kept",
    position: 12.5,
    duration: 21,
  });
});

test("where the connection costs by the byte, only what a person asks for by name is fetched", async () => {
  const publisher = await publish();
  const running = await start();
  await follow(running, publisher);
  const [feed] = running.library.feeds.followed();
  const [newest, second] = await ids(running);
  if (feed === undefined || newest === undefined || second === undefined)
    throw new Error("no articles came");
  await running.ask("settings.change", { connection: "metered" });
  await running.ask("titles.setRecordings", { feedIds: [feed.id], newest: 1 });
  await becomes(running, newest, "waiting");
  await running.ask("recordings.keep", { articleId: second, index: 0 });
  await becomes(running, second, "kept");
  expect(await recordingOf(running, newest)).toMatchObject({ state: "waiting" });
  expect(publisher.asked).toHaveLength(1);
  await running.ask("settings.change", { connection: "unmetered" });
  running.application.wake();
  await becomes(running, newest, "kept");
});

test("a preparation fetches the recordings of its list; cancelled, it leaves the rest", async () => {
  const publisher = await publish();
  publisher.pause = 15;
  const running = await start();
  await follow(running, publisher);
  const all = await ids(running);
  const wishes = {
    scope: { kind: "all" },
    pages: false,
    pictures: false,
    recordings: true,
  } as const;
  expect(await running.ask("preparation.forecast", wishes)).toMatchObject({
    recordings: 4,
    bytes: sounds.reduce((sum, { bytes }) => sum + bytes.length, 0),
  });
  await running.ask("preparation.start", wishes);
  const [first, ...others] = all;
  if (first === undefined) throw new Error("no articles came");
  await becomes(running, first, "kept");
  await running.ask("preparation.cancel", {});
  const states = await Promise.all(others.map((id) => recordingOf(running, id)));
  expect(states.filter(({ state }) => !["none", "kept"].includes(state))).toEqual([]);
  expect(states.some(({ state }) => state === "none")).toBe(true);
});
