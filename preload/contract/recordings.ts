/** Sounds and films that come with articles. */
import { z } from "zod";
import { errorCode } from "./errors.ts";

/** A kept sound or film's file name: SHA-256 of its bytes and an extension. */
export const recordingName = z
  .string()
  .regex(/^[0-9a-f]{64}\.(?:mp3|m4a|aac|ogg|oga|opus|flac|wav|mp4|m4v|webm|mov)$/)
  .brand<"RecordingName">();
export type RecordingName = z.infer<typeof recordingName>;

/** A sound, film or file that came with an article. `length` in bytes as the feed says, 0 unknown. */
export const enclosure = z.object({
  address: z.string(),
  type: z.string(),
  length: z.number(),
  /** How long it takes, in seconds, where the feed says so. */
  duration: z.number().positive().exactOptional(),
});
export type Enclosure = z.infer<typeof enclosure>;

/** What became of a sound or film that came with an article. */
export const recording = z.object({
  state: z.enum(["none", "waiting", "fetching", "kept", "failed"]),
  /** Served from `recordings/<name>`, with byte ranges; null until it is kept. */
  file: recordingName.nullable(),
  /** Bytes that are here already. */
  received: z.number(),
  failure: errorCode.nullable(),
  /** When a failed one is tried again (milliseconds since 1970); null: only when a person asks. */
  nextTry: z.number().nullable(),
  /** Where the person stopped, in seconds; and how long it is, null while that is not known. */
  position: z.number(),
  duration: z.number().nullable(),
});
export type Recording = z.infer<typeof recording>;

/** An enclosure as an open article shows it; `recording` is null for what is no sound or film. */
export const shownEnclosure = enclosure.extend({ recording: recording.nullable() });
export type ShownEnclosure = z.infer<typeof shownEnclosure>;

/** Newest episodes of a title that are kept by themselves; 0: only those that a person asks for. */
export const keptRecordings = z.int().min(0).max(100);
