import { expect, it } from "vitest";
import { Revival } from "../../../main/electron/revival.ts";

const minute = 60_000;

it("reloads a window that broke, and asks when it breaks again soon", () => {
  const revival = new Revival();
  expect(revival.decide("crashed", 0)).toBe("reload");
  expect(revival.decide("oom", minute)).toBe("ask");
  expect(revival.decide("crashed", 2 * minute)).toBe("ask");
});

it("reloads again when it has worked well in between", () => {
  const revival = new Revival();
  expect(revival.decide("crashed", 0)).toBe("reload");
  expect(revival.decide("crashed", 10 * minute)).toBe("reload");
});

it("leaves alone what ended on purpose", () => {
  const revival = new Revival();
  expect(revival.decide("clean-exit", 0)).toBe("nothing");
  expect(revival.decide("killed", 1)).toBe("reload");
});
