import type { Recording } from "../../../preload/contract/contract.ts";
import type { StoredRecording } from "../types.ts";

/** A sound or film as the window is told of it; undefined: nothing is known of it. */
export function shownRecording(entry: StoredRecording | undefined): Recording {
  if (entry === undefined)
    return {
      state: "none",
      file: null,
      received: 0,
      failure: null,
      nextTry: null,
      position: 0,
      duration: null,
    };
  const { state, file, bytes, part, failure, nextTry, position, duration } = entry;
  const received = state === "kept" ? bytes : (part?.received ?? 0);
  return { state, file, received, failure, nextTry, position, duration };
}
