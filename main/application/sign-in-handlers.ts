import type { HandlersFor, UseCaseContext } from "./use-case-context.ts";

/** Requests about publishers that the person signs in to. */
export function signInHandlers(context: UseCaseContext): HandlersFor<"signIns"> {
  const { library, pages, publishers, pictures, refresher } = context;
  return {
    "signIns.list": async () => ({ signIns: await publishers.list() }),
    async "signIns.open"({ feedId }) {
      const { signedIn, site } = await publishers.signIn(feedId);
      if (signedIn && !library.readOnly) {
        const ids = (await publishers.titlesOf(site)).map(({ id }) => id);
        refresher.visit(ids.filter((id) => library.visits.of(id)?.failure?.code === "http-status"));
        await pictures.tryRefusedAgain(ids);
        pages.wake();
      }
      return { signedIn, site };
    },
    async "signIns.end"({ site }) {
      await publishers.signOut(site);
      return {};
    },
  };
}
