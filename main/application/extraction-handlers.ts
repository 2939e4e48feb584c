import { RequestError } from "./request-error.ts";
import type { HandlersFor } from "./use-case-context.ts";

const refuse = (): never => {
  throw new RequestError("internal", "not possible yet");
};

export function extractionHandlers(): HandlersFor<"extraction"> {
  return {
    "extraction.open": refuse,
    "extraction.preview": refuse,
    "extraction.choose": refuse,
    "extraction.reset": refuse,
  };
}
