import { createHash } from "node:crypto";
import { mediaName, type MediaName } from "../../../../preload/contract/contract.ts";
import { seeded } from "./seeded.ts";

export interface MadePicture {
  readonly name: MediaName;
  readonly bytes: Uint8Array;
}

/**
 * The pictures that articles show, each by many of them: a picture file for every article would
 * measure the file system and not the library.
 */
export const picturePool = {
  size: 400,
  address: (index: number): string => `https://pictures.example/${index}.jpg`,
  /** A picture's bytes, 4–60 kB of noise behind the signature of a JPEG. */
  make(index: number): MadePicture {
    const random = seeded(index + 1_000_000);
    const bytes = new Uint8Array(4000 + random.below(56_000));
    for (let at = 0; at < bytes.length; at++) bytes[at] = random.below(256);
    bytes.set([0xff, 0xd8, 0xff, 0xe0]);
    const hash = createHash("sha256").update(bytes).digest("hex");
    return { name: mediaName.parse(`${hash}.jpg`), bytes };
  },
};
