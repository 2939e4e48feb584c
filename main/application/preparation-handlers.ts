import { forecastPreparation } from "./preparation-wishes.ts";
import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";

/** Requests about having things on disk before the network goes. */
export function preparationHandlers({
  library,
  preparation,
  recordings,
}: Pick<UseCaseContext, "library" | "preparation" | "recordings">): HandlersFor<"preparation"> {
  const status = async () => ({ preparation: await preparation.status() });
  return {
    "preparation.forecast": (wishes) => forecastPreparation(library, recordings, wishes),
    async "preparation.start"({ evenMetered, ...wishes }) {
      await preparation.start(wishes, evenMetered);
      return status();
    },
    async "preparation.pause"() {
      await preparation.pause();
      return status();
    },
    async "preparation.resume"({ evenMetered }) {
      await preparation.resume(evenMetered);
      return status();
    },
    async "preparation.cancel"() {
      await preparation.cancel();
      return status();
    },
    "preparation.status": status,
  };
}
