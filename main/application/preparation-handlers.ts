import { RequestError } from "./request-error.ts";
import type { HandlersFor } from "./use-case-context.ts";

const refuse = (): never => {
  throw new RequestError("internal", "not possible yet");
};

export function preparationHandlers(): HandlersFor<"preparation"> {
  return {
    "preparation.forecast": refuse,
    "preparation.start": refuse,
    "preparation.pause": refuse,
    "preparation.resume": refuse,
    "preparation.cancel": refuse,
    "preparation.status": () => ({ preparation: null }),
  };
}
