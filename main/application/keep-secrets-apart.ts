import { setImmediate as nextTurn } from "node:timers/promises";
import type { FeedId } from "../../preload/contract/contract.ts";
import { publicAddress } from "../fetching/fetching.ts";
import type { FeedChange, Library } from "../library/library.ts";
import type { Collaborators } from "./collaborators.ts";
import { PrivateAddresses } from "./private-addresses.ts";

type Keeping = Pick<Collaborators, "vault" | "log"> & { readonly library: Library };

/** Titles that are looked at before others get their turn. */
const feedsAtOnce = 500;

/**
 * Moves secrets that stand in the library's addresses, because an earlier version or a copy of its
 * time put them there, into the vault. First they are safe there, then they leave the library: a
 * crash in between costs nothing, and the next start goes on. To be called before anything else
 * uses the library; never fails.
 */
export async function keepSecretsApart({ library, vault, log }: Keeping): Promise<void> {
  if (library.readOnly) return;
  const feeds = [...library.feeds.followed(), ...library.feeds.former()];
  const taken = new Set(feeds.map(({ address }) => address));
  const whole: string[] = [];
  const changes = new Map<FeedId, FeedChange>();
  for (const [index, feed] of feeds.entries()) {
    if (index % feedsAtOnce === feedsAtOnce - 1) await nextTurn();
    const address = publicAddress(feed.address);
    if (taken.has(address)) continue;
    taken.add(address);
    whole.push(feed.address);
    changes.set(feed.id, { address });
  }
  if (changes.size === 0) return;
  try {
    await new PrivateAddresses(vault).takeSecrets(whole);
    await library.feeds.change(changes);
    // The copy before the last write has them still.
    await library.feeds.change(changes);
  } catch (error) {
    log("keeping secrets apart from the library", error);
  }
}
