import { z } from "zod";
import {
  articleId,
  errorCode,
  feedId,
  recordingName,
  type ArticleId,
} from "../../../preload/contract/contract.ts";
import type { JournaledDocument } from "../files/journaled-low.ts";
import type { StoredRecording } from "../types.ts";

const storedRecording = z.object({
  articleId,
  feedId,
  address: z.string(),
  index: z.int(),
  state: z.enum(["none", "waiting", "kept", "failed"]),
  wish: z.enum(["person", "preparation", "rule"]),
  askedAt: z.number(),
  file: recordingName.nullable(),
  bytes: z.number(),
  part: z
    .object({
      etag: z.string().nullable(),
      lastModified: z.string().nullable(),
      received: z.number(),
    })
    .nullable(),
  failure: errorCode.nullable(),
  nextTry: z.number().nullable(),
  attempts: z.int(),
  position: z.number(),
  duration: z.number().nullable(),
  playedAt: z.number().nullable(),
}) satisfies z.ZodType<StoredRecording>;

/** What became of sounds and films, by article and address. */
export interface Recordings {
  readonly byArticle: Map<ArticleId, Map<string, StoredRecording>>;
}

const recordingsOp = z.object({
  put: z.array(storedRecording).default([]),
  forget: z.array(z.object({ articleId, address: z.string() })).default([]),
});
export type RecordingsOp = z.infer<typeof recordingsOp>;

export const recordingsDocument: JournaledDocument<Recordings, RecordingsOp, undefined> = {
  empty: () => ({ byArticle: new Map() }),
  encode: (document) => ({ recordings: [...entriesOf(document)] }),
  decode: (value) => {
    const { recordings } = z.object({ recordings: z.array(storedRecording) }).parse(value);
    const document = recordingsDocument.empty();
    recordingsDocument.reduce(document, { put: recordings, forget: [] });
    return document;
  },
  decodeOp: (value) => recordingsOp.safeParse(value).data ?? null,
  reduce: ({ byArticle }, { put, forget }) => {
    for (const one of put) {
      const ofArticle = byArticle.get(one.articleId) ?? new Map<string, StoredRecording>();
      byArticle.set(one.articleId, ofArticle.set(one.address, one));
    }
    for (const { articleId: id, address } of forget) {
      const ofArticle = byArticle.get(id);
      ofArticle?.delete(address);
      if (ofArticle?.size === 0) byArticle.delete(id);
    }
    return undefined;
  },
};

export function* entriesOf({ byArticle }: Recordings): Generator<StoredRecording> {
  for (const ofArticle of byArticle.values()) yield* ofArticle.values();
}

/** What they take on disk, with what has arrived of those on their way; a shared file counts once. */
export function bytesOfRecordings(document: Recordings): number {
  const files = new Map<string, number>();
  let bytes = 0;
  for (const { file, bytes: ofFile, part } of entriesOf(document)) {
    if (file !== null) files.set(file, ofFile);
    bytes += part?.received ?? 0;
  }
  for (const ofFile of files.values()) bytes += ofFile;
  return bytes;
}
