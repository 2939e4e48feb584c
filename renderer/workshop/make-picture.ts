import { measureShrunk, measureThumbnail, type Cut } from "./measure.ts";

/** What is to be made of a picture; its bytes are fetched, slice by slice. */
export interface PictureOrder {
  readonly id: number;
  /** Content type and length of its bytes. */
  readonly type: string;
  readonly length: number;
  /** Bytes of one slice: its owner's thread is never held by a large one. */
  readonly sliceLength: number;
  /** One of the two, in pixels. */
  readonly widthLimit?: number;
  readonly side?: number;
}

/** What came of it; the bytes have been sent before. Null: it is to stay as it is. */
export type PictureReport =
  { readonly width: number; readonly height: number } | "undecodable" | null;

/** WebP's own scale, 0 to 1. */
const quality = 0.8;
/** Pixels that WebP can have on a side. */
const longestSide = 16_383;

/** Makes one picture and sends it. Rejects when something is wrong with the workshop itself. */
export async function makePicture(order: PictureOrder): Promise<PictureReport> {
  const picture = new Blob(await fetchSlices(order), { type: order.type });
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(picture, { imageOrientation: "from-image" });
  } catch {
    return (await canBeShown(picture)) ? null : "undecodable";
  }
  try {
    const cut = measure(order, bitmap);
    if (cut === null || cut.width > longestSide || cut.height > longestSide) return null;
    const made = await draw(bitmap, cut);
    if (made.type !== "image/webp" || made.size >= order.length) return null;
    const body = await made.arrayBuffer();
    const sent = await fetch(`/made/${order.id}`, { method: "POST", body });
    if (!sent.ok) throw new Error(`The picture was not taken: ${sent.status}.`);
    return { width: cut.width, height: cut.height };
  } finally {
    bitmap.close();
  }
}

function measure(order: PictureOrder, bitmap: ImageBitmap): Cut | null {
  if (order.widthLimit !== undefined) return measureShrunk(bitmap, order.widthLimit);
  return order.side === undefined ? null : measureThumbnail(bitmap, order.side);
}

async function fetchSlices({ id, length, sliceLength }: PictureOrder): Promise<ArrayBuffer[]> {
  const slices: ArrayBuffer[] = [];
  for (let from = 0; from < length; from += sliceLength) {
    const response = await fetch(`/picture/${id}?from=${from}`);
    if (!response.ok) throw new Error(`The picture is not there: ${response.status}.`);
    slices.push(await response.arrayBuffer());
  }
  return slices;
}

function draw(bitmap: ImageBitmap, { left, top, across, down, width, height }: Cut): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("There is no canvas to draw on.");
  context.imageSmoothingQuality = "high";
  context.drawImage(bitmap, left, top, across, down, 0, 0, width, height);
  return canvas.convertToBlob({ type: "image/webp", quality });
}

/** Whether the engine shows anything of it where articles are read. */
async function canBeShown(picture: Blob): Promise<boolean> {
  const address = URL.createObjectURL(picture);
  const image = new Image();
  try {
    return await new Promise<boolean>((resolve) => {
      image.onload = () => {
        resolve(image.naturalWidth > 0);
      };
      image.onerror = () => {
        resolve(false);
      };
      image.src = address;
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
