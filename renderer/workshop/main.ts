/** The hidden page in which pictures are made smaller; it is told what to do by its owner's calls. */
import { makePicture, type PictureOrder, type PictureReport } from "./make-picture.ts";

declare global {
  /** Called by the main process, one picture at a time. */
  var makePicture: (order: PictureOrder) => Promise<PictureReport>;
}

globalThis.makePicture = makePicture;
