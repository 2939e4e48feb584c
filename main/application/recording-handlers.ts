import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";

/** Requests about sounds and films that came with articles. */
export function recordingHandlers({
  recordings,
}: Pick<UseCaseContext, "recordings">): HandlersFor<"recordings"> {
  return {
    async "recordings.keep"({ articleId, index }) {
      await recordings.keep(articleId, index);
      return {};
    },
    async "recordings.remove"({ articleId, index }) {
      await recordings.remove(articleId, index);
      return {};
    },
    async "recordings.rememberPosition"({ articleId, index, seconds, duration }) {
      await recordings.rememberPosition(articleId, index, seconds, duration);
      return {};
    },
  };
}
