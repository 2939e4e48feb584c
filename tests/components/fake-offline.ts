import type { RequestName, RequestOutput } from "../../preload/contract/contract.ts";

type Area = "preparation" | "recordings" | "extraction";
type Names = Extract<RequestName, `${Area}.${string}`> | "app.noteConnection";
type Answers = { [Name in Names]: (input: never) => RequestOutput<Name> };

/** What main answers about having things on disk before the network goes. */
export function fakeOffline(): Answers {
  const none = () => ({ preparation: null });
  return {
    "app.noteConnection": () => ({}),
    "preparation.forecast": () => ({
      articles: 120,
      ready: 100,
      pages: 12,
      pictures: 20,
      recordings: 0,
      bytes: 4_200_000,
      free: 80_000_000_000,
      incomplete: 1,
    }),
    "preparation.start": none,
    "preparation.pause": none,
    "preparation.resume": none,
    "preparation.cancel": none,
    "preparation.status": none,
    "recordings.keep": () => ({}),
    "recordings.remove": () => ({}),
    "recordings.rememberPosition": () => ({}),
    "extraction.open": () => null as never,
    "extraction.preview": () => null as never,
    "extraction.choose": () => ({ count: 0 }),
    "extraction.reset": () => ({ count: 0 }),
  };
}
