import { afterEach, expect, test } from "vitest";
import { FakeBridge } from "./fake-bridge.ts";
import { press, settle, startWindow, type StartedWindow } from "./start-window.ts";

let view: StartedWindow | null = null;

afterEach(() => {
  view?.stop();
  view = null;
});

test("pages that are turned quickly count on from each other, and stop at the end", async () => {
  view = await startWindow(new FakeBridge());
  press("j");
  await settle(300);
  const scroller = view.one("bs-reading-pane").shadowRoot?.querySelector(".scrolls");
  if (!(scroller instanceof HTMLElement)) throw new Error("no reading pane");
  const headline = view.services.reading.article?.headline;
  const page = scroller.clientHeight;
  view.one("bs-article-body").style.paddingBlockEnd = `${page * 8}px`;
  await settle(300);
  const turn = async (pages: number): Promise<void> => {
    for (let turned = 0; turned < pages; turned += 1) {
      press(" ");
      await settle(20);
    }
  };
  await turn(4);
  await expect.poll(() => scroller.scrollTop).toBeGreaterThan(page * 3);
  await turn(12);
  const left = (): number => scroller.scrollHeight - page - scroller.scrollTop;
  await expect.poll(left).toBeLessThan(page / 4);
  expect(view.services.reading.article?.headline).toBe(headline);
});
