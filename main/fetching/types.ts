/** What the polite client is asked and what it answers. */
import type { ErrorCode } from "../../preload/contract/contract.ts";

export interface FetchRequest {
  /** A name and password in it are sent to its own origin alone, and appear in no answer. */
  readonly address: string;
  /** What is expected: sets `Accept`, the size limit, and what is dropped at once. */
  readonly kind: "feed" | "page" | "picture" | "icon";
  /** Validators of the stored copy, sent back byte for byte. */
  readonly etag?: string | null;
  readonly lastModified?: string | null;
  /** The one host (with port) that the person typed and that may be on a private network. */
  readonly typedHost?: string | null;
  /** False: a redirect is an answer like any other (sites redirect unknown paths to their home). */
  readonly followRedirects?: boolean;
  /**
   * The header `Cookie` for one hop, asked for each anew, so that no cookie reaches another origin
   * than its own; null: none.
   */
  readonly cookies?: (url: URL) => Promise<string | null>;
  /** Is handed the lines `Set-Cookie` of each answer that has some, redirects included. */
  readonly setCookies?: (url: URL, lines: readonly string[]) => Promise<void>;
  /**
   * Asked when the turn of a hop has come, after what may have been a long wait; throws a
   * `FetchError` where that host is not to be asked any more.
   */
  readonly beforeHop?: (url: URL) => void;
  readonly signal?: AbortSignal;
}

export interface FetchedResource {
  readonly status: number;
  /** The address that answered, after redirects. */
  readonly address: string;
  /** Where 301 and 308 alone lead from the asked address; null when nowhere else. */
  readonly permanentAddress: string | null;
  readonly contentType: string | null;
  /** The one language that the header `Content-Language` names, or null. */
  readonly language: string | null;
  /** The header `Link`, all its lines as one list, or null. */
  readonly links: string | null;
  /** The header `X-Robots-Tag`, or null; several of them are parted by line feeds. */
  readonly robotsTag: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** Seconds for which the publisher calls this answer fresh (`Cache-Control`, `Age`, `Expires`). */
  readonly freshSeconds: number | null;
  /** When the publisher wants to be asked again (429, 503), in milliseconds since 1970; null: unsaid. */
  readonly retryAfter: number | null;
  /** Decompressed; null unless the status is 200 to 299. */
  readonly body: Uint8Array | null;
}

/** A fetch that brought no answer at all, or one that was refused here. */
export class FetchError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: ErrorCode,
    message: string,
    details: Readonly<Record<string, string | number>> = {},
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = "FetchError";
    this.code = code;
    this.details = details;
  }
}
