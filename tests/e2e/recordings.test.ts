import type { Page } from "@playwright/test";
import { makeSound, SoundPublisher } from "../newsstand/recordings.ts";
import { expect, test } from "./fixtures.ts";

const sounds = [1, 2].map((number) => ({
  name: `sound-${number}.wav`,
  bytes: makeSound(300 + number),
  headline: `Sound ${number}`,
}));

/** What the player's media element says of itself. */
const media = (page: Page) =>
  page.evaluate(() => {
    const list = document
      .querySelector("bs-shell")
      ?.shadowRoot?.querySelector("bs-player") as unknown as {
      player: { media: HTMLVideoElement };
    } | null;
    const element = list?.player.media;
    return {
      time: element?.currentTime ?? -1,
      duration: element?.duration ?? -1,
      isPaused: element?.paused ?? true,
      rate: element?.playbackRate ?? 0,
      source: element?.currentSrc ?? "",
    };
  });

test("a kept sound is played without a network, wound, and gone on with after a restart", async ({
  open,
}) => {
  test.setTimeout(120_000);
  const publisher = await SoundPublisher.start(sounds);
  const first = await open();
  const { page } = first.reader;
  await page.getByLabel("Address of a feed or of a site").fill(publisher.feedAddress);
  await page.getByRole("button", { name: "Look", exact: true }).click();
  await page
    .getByRole("button", { name: /^Follow: / })
    .first()
    .click();
  await expect(first.reader.tree).toBeVisible();
  await page.keyboard.press("Escape");
  await first.reader.source("All articles").click();
  await expect.poll(() => first.reader.articleCount()).toBe(2);
  await first.reader.rows.first().click();
  await expect(first.reader.headline).toHaveText("Sound 1");
  await expect(page.getByText("5:01")).toBeVisible();
  // Nothing was fetched behind anybody's back.
  expect(publisher.asked).toEqual([]);

  await page.getByRole("button", { name: "Keep to listen" }).click();
  await expect(page.getByText("Kept on this disk")).toBeVisible();
  await publisher.close();

  await page.getByRole("button", { name: "Play", exact: true }).first().click();
  await expect.poll(async () => (await media(page)).time).toBeGreaterThan(0.3);
  const playing = await media(page);
  expect(playing.duration).toBeCloseTo(301, 0);
  expect(playing.source).toMatch(/\/recordings\/[0-9a-f]{64}\.wav$/);

  // Wound by keys, also to where nothing was loaded; it goes on while another article is read.
  await page.getByRole("slider", { name: "Position" }).fill("200");
  await expect.poll(async () => (await media(page)).time).toBeGreaterThan(200);
  await page.getByLabel("Speed").selectOption("1.5");
  await expect.poll(async () => (await media(page)).rate).toBe(1.5);
  await first.reader.rows.nth(1).click();
  await expect(first.reader.headline).toHaveText("Sound 2");
  expect((await media(page)).isPaused).toBe(false);
  await page.keyboard.press("h");
  await expect.poll(async () => (await media(page)).time).toBeLessThan(200);
  await page.keyboard.press("l");
  await expect.poll(async () => (await media(page)).time).toBeGreaterThan(210);
  await page.keyboard.press("p");
  await expect.poll(async () => (await media(page)).isPaused).toBe(true);
  // Wound on, closed and played again while its article is open, it goes on from there.
  const paused = (await media(page)).time;
  await first.reader.rows.first().click();
  await expect(first.reader.headline).toHaveText("Sound 1");
  await page.keyboard.press("l");
  await expect.poll(async () => (await media(page)).time).toBeGreaterThan(paused + 20);
  await page.getByRole("button", { name: "Close the player" }).click();
  await page.getByRole("button", { name: /^Play on from [34]:/ }).click();
  await expect.poll(async () => (await media(page)).time).toBeGreaterThan(paused + 20);
  await page.keyboard.press("p");
  await expect.poll(async () => (await media(page)).isPaused).toBe(true);
  const stopped = (await media(page)).time;
  await first.program.close();

  const second = await open();
  await second.reader.source("All articles").click();
  await second.reader.rows.first().click();
  await second.reader.page.getByRole("button", { name: /^Play on from [34]:/ }).click();
  await expect
    .poll(async () => (await media(second.reader.page)).time)
    .toBeGreaterThan(stopped - 1);
  expect((await media(second.reader.page)).rate).toBe(1.5);
  expect((await media(second.reader.page)).time).toBeLessThan(stopped + 30);

  // Removed, it is gone from the disk and from the player.
  await second.reader.page.getByRole("button", { name: /^Remove “/ }).click();
  await expect(second.reader.page.getByRole("button", { name: "Keep to listen" })).toBeVisible();
  await expect(second.reader.page.getByRole("region", { name: "Player" })).toHaveCount(0);
  expect(second.reader.leftTheApp).toEqual([]);
  await second.program.close();
});
