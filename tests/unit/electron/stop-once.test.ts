import { expect, it } from "vitest";
import { stopOnce } from "../../../main/electron/stop-once.ts";

it("whoever asks to quit a second time waits for the same end", async () => {
  let calls = 0;
  let finish: () => void = () => undefined;
  const stop = stopOnce(
    () => {
      calls += 1;
      return new Promise((resolve) => (finish = resolve));
    },
    () => undefined,
  );
  const ended: string[] = [];
  const first = stop().then(() => ended.push("first"));
  const second = stop().then(() => ended.push("second"));
  await new Promise((resolve) => setImmediate(resolve));
  expect(ended).toEqual([]);
  finish();
  await Promise.all([first, second]);
  expect(calls).toBe(1);
});

it("a failure and a stop that never ends are told, and the program quits all the same", async () => {
  const told: string[] = [];
  const log = (message: string): number => told.push(message);
  await stopOnce(() => Promise.reject(new Error("broken")), log)();
  await stopOnce(() => new Promise(() => undefined), log, 10)();
  expect(told).toEqual(["stopping", "stopping takes too long"]);
});
