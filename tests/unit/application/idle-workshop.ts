import type { PictureWorkshop } from "../../../main/application/application.ts";

/** A workshop that leaves every picture as it came. */
export const idleWorkshop: PictureWorkshop = {
  shrink: () => Promise.resolve(null),
  thumbnail: () => Promise.resolve(null),
  close: () => Promise.resolve(),
};
