import { expect, it, onTestFinished } from "vitest";
import { makeSound, SoundPublisher } from "../../newsstand/recordings.ts";
import { startApplication, type RunningApplication } from "./start-application.ts";

const sounds = [1, 2, 3].map((number) => ({
  name: `sound-${number}.wav`,
  bytes: makeSound(number),
  headline: `Sound ${number}`,
}));

const wishes = { scope: { kind: "all" }, pages: false, pictures: false, recordings: true } as const;

async function follow(publisher: SoundPublisher, now: () => number): Promise<RunningApplication> {
  const running = await startApplication({ now });
  onTestFinished(() => running.stop());
  await running.application.followOutline(
    `<opml version="2.0"><body><outline type="rss" xmlUrl="${publisher.feedAddress}"/></body></opml>`,
  );
  await running.settled();
  return running;
}

const reaches = (running: RunningApplication, expected: object): Promise<void> =>
  expect
    .poll(async () => (await running.ask("preparation.status", {})).preparation, {
      timeout: 8_000,
      interval: 100,
    })
    .toMatchObject(expected);

it("asks for the recordings of articles, too, that come while it is under way", async () => {
  const publisher = await SoundPublisher.start(sounds.slice(1));
  onTestFinished(() => publisher.close());
  let now = Date.now();
  const running = await follow(publisher, () => now);
  const [first] = sounds;
  if (first === undefined) throw new Error("there is no sound");
  publisher.sounds.unshift(first);
  now += 2 * 86_400_000;
  await running.ask("preparation.start", wishes);
  await reaches(running, { state: "finished", total: 3, done: 3 });
  expect(publisher.asked.map(({ path }) => path).toSorted()).toEqual(
    sounds.map(({ name }) => `/sounds/${name}`),
  );
});

it("leaves out a recording that the person removes meanwhile, and ends", async () => {
  const publisher = await SoundPublisher.start([...sounds]);
  onTestFinished(() => publisher.close());
  const running = await follow(publisher, Date.now);
  publisher.pause = 300;
  await running.ask("preparation.start", wishes);
  await expect.poll(() => [...running.library.recordings.all()].length, { timeout: 8000 }).toBe(3);
  const waiting = [...running.library.recordings.all()].find(({ state }) => state === "waiting");
  if (waiting === undefined) throw new Error("none waits");
  await running.ask("recordings.remove", { articleId: waiting.articleId, index: 0 });
  await reaches(running, { state: "finished" });
  const entries = [...running.library.recordings.all()];
  expect(entries.map(({ state }) => state).toSorted()).toEqual(["kept", "kept", "none"]);
});
