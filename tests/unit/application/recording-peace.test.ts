import { expect, onTestFinished, test, vi } from "vitest";
import { FetchError } from "../../../main/fetching/fetching.ts";
import { RecordingKeeper } from "../../../main/application/recording-keeper.ts";
import { makeSound, SoundPublisher } from "../../newsstand/recordings.ts";
import { startApplication } from "./start-application.ts";

test("a sound whose way leads to a host that wants peace is not asked for until that is over", async () => {
  const publisher = await SoundPublisher.start([
    { name: "sound-1.wav", bytes: makeSound(21), headline: "Sound 1" },
  ]);
  onTestFinished(() => publisher.close());
  const running = await startApplication();
  onTestFinished(() => running.stop());
  await running.application.followOutline(
    `<opml version="2.0"><body><outline type="rss" xmlUrl="${publisher.feedAddress}"/></body></opml>`,
  );
  await running.settled();
  const { timelineId } = await running.ask("timeline.open", {
    scope: { kind: "all" },
    filter: "all",
    order: "newest",
  });
  const { rows } = await running.ask("timeline.page", { timelineId, offset: 0, limit: 5 });
  const id = rows[0]?.id;
  if (id === undefined) throw new Error("no article came");

  const clock = { now: Date.now() };
  const peace = clock.now + 600_000;
  const download = vi.fn(() =>
    Promise.reject(new FetchError("too-soon", "wants to be left alone", { nextVisit: peace })),
  );
  const keeper = new RecordingKeeper({
    library: running.library,
    client: { download },
    // The host that is asked first has nothing against it.
    hosts: { pausedUntil: () => null },
    publishers: { cookiesForTitle: () => ({}) },
    connection: { mayFetch: () => true },
    prepared: {
      current: () => null,
      isHeld: () => false,
      stored: () => undefined,
      roundEnded: () => undefined,
    },
    announce: () => undefined,
    isOnline: () => true,
    log: () => undefined,
    now: () => clock.now,
  } as unknown as ConstructorParameters<typeof RecordingKeeper>[0]);
  onTestFinished(() => keeper.stop());
  await keeper.keep(id, 0);
  await new Promise((resolve) => setTimeout(resolve, 2500));
  keeper.wake();
  expect(download).toHaveBeenCalledTimes(1);
  clock.now = peace + 1;
  keeper.wake();
  await vi.waitFor(() => {
    expect(download).toHaveBeenCalledTimes(2);
  });
});
