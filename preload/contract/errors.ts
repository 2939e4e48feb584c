import { z } from "zod";

/**
 * Why a request was refused or failed. The window words each code in the reader's language
 * (`renderer/text`); `message` is plain English for the log.
 */
export const errorCode = z.enum([
  "unknown-request",
  "invalid-input",
  "forbidden",
  "not-found",
  "already-followed",
  "bad-address",
  "refused-address",
  "unreachable",
  "timed-out",
  "certificate-expired",
  "certificate-wrong-host",
  "certificate-untrusted",
  "unsafe-redirect",
  "too-many-redirects",
  "http-status",
  "too-large",
  "not-a-feed",
  "no-feed-found",
  "unreadable-file",
  "too-soon",
  "secret-missing",
  "cancelled",
  "storage-full",
  "left-out",
  "storage-failed",
  "read-only",
  "busy",
  "restart-needed",
  "damaged-backup",
  "newer-backup",
  "folder-not-empty",
  "not-enough-room",
  "internal",
]);
export type ErrorCode = z.infer<typeof errorCode>;

/** An error as it crosses the bridge: data, never an `Error` object (whose fields would be lost). */
export const bridgeError = z.object({
  code: errorCode,
  message: z.string(),
  /** Values for the worded message, such as an HTTP status or a host name. */
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type BridgeError = z.infer<typeof bridgeError>;

/** What every request comes back with. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: BridgeError };
