/** A picture made from another. */
export interface MadePicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * What comes of a picture that is to be made smaller. `"undecodable"`: the engine that shows pictures
 * cannot show this one at all. Null: it is best left as it came, or the workshop broke over it.
 */
export type Making = MadePicture | "undecodable" | null;

/** What is asked of a picture. */
export interface PictureWish {
  /** Content type of its bytes, such as `image/jpeg`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes pictures smaller, away from this process: what comes back is WebP by its own account and is
 * to be looked at like anything from outside. Never rejects.
 */
export interface PictureWorkshop {
  /** The whole picture, at most so wide (pixels); null when that would take more bytes. */
  shrink(picture: PictureWish & { readonly widthLimit: number }): Promise<Making>;
  /** A still for lists, whose shorter side has so many pixels; null when it is hardly larger. */
  thumbnail(picture: PictureWish & { readonly side: number }): Promise<Making>;
  /** Ends it; what is under way comes to null. */
  close(): Promise<void>;
}
