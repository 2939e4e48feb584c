import { RequestError } from "./request-error.ts";
import type { HandlersFor } from "./use-case-context.ts";

const refuse = (): never => {
  throw new RequestError("internal", "not possible yet");
};

export function recordingHandlers(): HandlersFor<"recordings"> {
  return {
    "recordings.keep": refuse,
    "recordings.remove": refuse,
    "recordings.rememberPosition": refuse,
  };
}
