import type { MediaName } from "../../preload/contract/contract.ts";
import type { StoredThumbnail } from "../library/library.ts";
import type { Jobs } from "../workers/workers.ts";
import type { Collaborators } from "./collaborators.ts";

type Inspected = NonNullable<Jobs["inspectPicture"]["output"]>;

/** A picture that is ready to be stored. */
export interface ReadyPicture {
  readonly name: MediaName;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Pixels that the widest column on a fine screen shows. */
const shownWidth = 1600;
/** Bytes up to which a picture that is not too wide stays as its publisher made it. */
const keptBytes = 500_000;
/** Twice the side of the square that lists show (`renderer/views/article-row-styles.ts`). */
const thumbnailSide = 168;
/** A picture that takes no more than this is its own thumbnail. */
const smallBytes = 25_000;

const types: Readonly<Record<string, string>> = {
  jpg: "image/jpeg",
  png: "image/png",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  bmp: "image/bmp",
  ico: "image/x-icon",
};

const typeOf = (name: MediaName): string => types[name.slice(name.indexOf(".") + 1)] ?? "";

/** Makes of a fetched picture what is stored: measured in PAGES.md "Pictures". */
export class PictureMaker {
  readonly #collaborators: Collaborators;

  constructor(collaborators: Collaborators) {
    this.#collaborators = collaborators;
  }

  /**
   * The picture as it is stored: smaller where that saves space, else as it came; null when the
   * engine that would show it cannot. One over which the workshop breaks stays as it came: the
   * reading pane may still show a part of it, and the publisher would give nothing better.
   */
  async make(bytes: Uint8Array, inspected: Inspected): Promise<ReadyPicture | null> {
    const { name, width, height } = inspected;
    const asItCame = { name, bytes, width, height };
    const isLarge = width > shownWidth || bytes.length > keptBytes;
    if (!isLarge || inspected.isAnimated || !isRaster(name)) return asItCame;
    const order = { bytes, type: typeOf(name), widthLimit: shownWidth };
    const made = await this.#collaborators.pictureWorkshop.shrink(order);
    if (made === "undecodable") return null;
    if (made === null || made.bytes.length >= bytes.length) return asItCame;
    return (await this.#inspect(made.bytes)) ?? asItCame;
  }

  /** Makes and stores the thumbnail of a picture; null when it needs none or has none. */
  async makeThumbnail(picture: ReadyPicture): Promise<StoredThumbnail | null> {
    const { name, bytes } = picture;
    // What moves is small on disk by luck only, and a list must stand still.
    if (!isRaster(name) || (bytes.length <= smallBytes && !name.endsWith(".gif"))) return null;
    const { library, pictureWorkshop } = this.#collaborators;
    const order = { bytes, type: typeOf(name), side: thumbnailSide };
    const made = await pictureWorkshop.thumbnail(order);
    if (made === null || made === "undecodable") return null;
    const ready = await this.#inspect(made.bytes);
    if (ready === null) return null;
    await library.pictures.store(ready.name, ready.bytes);
    return { media: ready.name, bytes: ready.bytes.length };
  }

  /** What the workshop made has been through a process that strangers' bytes may have broken into. */
  async #inspect(bytes: Uint8Array): Promise<ReadyPicture | null> {
    const inspected = await this.#collaborators.workers.run("inspectPicture", { bytes });
    if (inspected?.name.endsWith(".webp") !== true) return null;
    const { name, width, height } = inspected;
    return { name, bytes, width, height };
  }
}

/** Drawings have no pixels, and icons several sizes. */
const isRaster = (name: MediaName): boolean => !/\.(?:svg|ico)$/.test(name);
